"""Speeds of briefer, each as a ratio to a floor measured in the same run, in turn."""

import argparse
import compileall
import io
import itertools
import os
import subprocess
import tempfile
import textwrap
import time
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from xml.parsers import expat

import docx
import pypdfium2
import sentencex
from libraries import growth, imported
from likeness import likenesses
from lxml import etree
from measuring import command, measured, process, say
from msgspec.structs import replace
from reading import readings
from reportlab.pdfgen.canvas import Canvas

import briefer
from briefer import paths
from briefer.core import document as d
from briefer.core.compose import compose
from briefer.core.forms import encode
from briefer.core.manifest import make_manifest
from briefer.core.model import Briefing, Section, pick
from briefer.core.nearest import nearest
from briefer.core.operations import Omit
from briefer.core.progress import silent
from briefer.core.sentences import split
from briefer.core.source_record import read_record
from briefer.core.text import canonical
from briefer.exporters import EXPORTERS
from briefer.extractors import suggest
from briefer.importers import read_source
from briefer.importers.docx import read as read_word
from briefer.importers.html import read as read_page
from briefer.importers.imported import Options
from briefer.importers.pdf import read as read_pdf
from briefer.services.proof import check_file
from briefer.services.quoting import check_briefing as check
from briefer.services.seeds import load_seeds
from briefer.store.sqlite import open_sqlite

EMPTY_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1200, 800)
window.show()
def ready():
    print("ready", flush=True)
    app.quit()
QTimer.singleShot(0, ready)
app.exec()
"""

BRIEFER_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from briefer import paths
from briefer.ui import app
def ready():
    print("ready", flush=True)
    QTimer.singleShot(0, app.quit)
app.run(None, paths.library(), after_start=ready)
"""


def until_ready(name: str, floor: str, script: str, rounds: int) -> None:
    """Prints how long two scripts take until they say they are ready; see `measured`."""
    times: dict[str, list[float]] = {floor: [], script: []}
    for _ in range(rounds):
        for code, taken in times.items():
            line, environment = command("-c", code)
            start = time.perf_counter()
            with subprocess.Popen(
                line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            ) as child:
                assert child.stdout is not None
                child.stdout.readline()
                taken.append(time.perf_counter() - start)
    say(name, times[floor], times[script])


def starts(rounds: int) -> None:
    """The window and the command line, compiled beforehand as an installed program is."""
    compileall.compile_dir(Path(briefer.__file__).parent, quiet=1)
    open_library_once = process("-m", "briefer", "sources")
    open_library_once()
    until_ready("start to a usable window", EMPTY_WINDOW, BRIEFER_WINDOW, rounds)
    measured(
        "briefer --version", process("-c", "pass"), process("-m", "briefer", "--version"), rounds
    )
    measured("briefer sources", process("-c", "pass"), process("-m", "briefer", "sources"), rounds)


def lxml_text(pages: list[bytes]) -> None:
    """The least that reading web pages takes: parsed, and the words joined."""
    for data in pages:
        "".join(etree.fromstring(data, etree.HTMLParser(encoding="utf-8")).itertext())


def web_pages(folder: Path, count: int, rounds: int) -> None:
    """Web pages of 13 kB, read to canonical text, and into a new library."""
    words = "\n".join(source.text for source, _ in load_seeds()).split("\n\n")
    body = "\n".join(f'    <p>{one} <a href="/x">and more</a> of <b>it</b></p>' for one in words)
    menu = "<nav>" + "<a href=/x>Home</a> " * 20 + "</nav>"
    pages = [
        f"<!doctype html><html><head><meta charset=utf-8><title>Page {number}</title></head>"
        f"<body>{menu}<main><h1>Page {number}</h1>\n{body[:12000]}</main></body></html>"
        for number in range(count)
    ]
    documents = [page.encode() for page in pages]
    files = kept(folder / "pages", documents, ".html")

    def read_all() -> None:
        for data in documents:
            read_page(data, "page.html", Options())

    measured(f"read {count} web pages", lambda: lxml_text(documents), read_all, rounds)
    measured(
        f"import {count} web pages",
        lambda: lxml_text(documents),
        partial(imported, files.with_suffix(".db"), files),
        rounds,
    )


WORD_PARTS = (
    "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml", "word/styles.xml",
    "word/numbering.xml", "docProps/core.xml",
)  # fmt: skip


def expat_alone(documents: list[bytes], parts: Sequence[str]) -> None:
    """The least that reading Word documents takes: parts unzipped and parsed, words let go."""
    for data in documents:
        archive = zipfile.ZipFile(io.BytesIO(data))
        for part in parts:
            expat.ParserCreate().Parse(archive.read(part), True)


def word_documents(folder: Path, count: int, rounds: int) -> None:
    """Word documents of about ten pages, each another, read to canonical text, and imported."""
    document = docx.Document()
    for source, _ in load_seeds():
        for number, words in enumerate(source.text.split("\n\n")):
            paragraph = document.add_paragraph(style="List Bullet" if number % 5 == 0 else None)
            for at in range(0, max(1, len(words)), 150):
                paragraph.add_run(words[at : at + 150]).bold = at % 450 == 0 or None
    documents = []
    for number in range(count):
        file = io.BytesIO()
        document.core_properties.title = f"Text {number}"
        document.paragraphs[0].runs[0].text = f"Text {number}."
        document.save(file)
        documents.append(file.getvalue())

    def ours() -> None:
        for data in documents:
            read_word(data, "a.docx", Options())

    for parts, named in ((WORD_PARTS, "all parts"), (WORD_PARTS[2:3], "words alone")):
        floor = partial(expat_alone, documents, parts)
        measured(f"read {count} DOCX (floor: {named})", floor, ours, rounds)
    files = kept(folder / "word", documents, ".docx")
    floor = partial(expat_alone, documents, WORD_PARTS)
    measured(
        f"import {count} DOCX", floor, partial(imported, files.with_suffix(".db"), files), rounds
    )


def kept(folder: Path, documents: Sequence[bytes], ending: str) -> Path:
    """A folder with some documents."""
    folder.mkdir()
    for number, data in enumerate(documents):
        (folder / f"{number}{ending}").write_bytes(data)
    return folder


def pdf_imports(folder: Path, count: int, rounds: int) -> None:
    """PDFs of ten pages, against the bare text of their pages by PDFium: read, and imported.

    The floor of the import runs in as many processes as the import does.
    """
    body = "\n\n".join(source.text for source, _ in load_seeds())
    wrapped = [textwrap.wrap(words, 90) for words in body.split("\n\n")]
    documents = [ten_pages(f"Report {number}", wrapped) for number in range(count)]

    def ours() -> None:
        for number, data in enumerate(documents):
            read_pdf(data, f"{number}.pdf", Options())

    def bare() -> None:
        for data in documents:
            turned(data)

    def bare_in_processes() -> None:
        with ProcessPoolExecutor(os.cpu_count()) as processes:
            list(processes.map(turned, documents))

    measured(f"read {count} PDFs of ten pages", bare, ours, rounds)
    files = kept(folder / "pdfs", documents, ".pdf")
    measured(
        f"import {count} PDFs of ten pages",
        bare_in_processes,
        partial(imported, files.with_suffix(".db"), files),
        rounds,
    )


def ten_pages(head: str, paragraphs: list[list[str]]) -> bytes:
    """Paragraphs over and over on ten pages, each with a head and a number."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    held = itertools.chain.from_iterable(itertools.repeat(paragraphs))
    for page in range(1, 11):
        canvas.drawString(72, 800, head)
        canvas.drawString(290, 40, str(page))
        y = 760
        while y > 100:
            for line in next(held):
                canvas.drawString(72, y, line)
                y -= 13
            y -= 7
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def joined(document: d.Document) -> None:
    """The least a Word file takes: its paragraphs joined and zipped."""
    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{d.block_text(block)}</w:t></w:r></w:p>'
        for block in document.blocks
    )
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document><w:body>{body}</w:body></w:document>")


def drawn(document: d.Document) -> None:
    """The least a PDF takes: its words in lines of equal length on a bare canvas."""
    canvas = Canvas(io.BytesIO())
    y = 0
    for block in document.blocks:
        for line in textwrap.wrap(d.block_text(block), 90):
            if y < 60:
                canvas.showPage()
                y = 780
            canvas.drawString(60, y, line)
            y -= 14
    canvas.save()


def exports(rounds: int, *counts: int) -> None:
    """Documents of many items, each format against the least that it takes."""
    words = "Anti-personnel mines are a direct assault on human rights and kill indiscriminately. "
    for count in counts:
        runs = (d.Run(words * 3, "verbatim", "x"), d.Run(" [S1 para. 8]", "citation", "x"))
        document = d.Document("Title", tuple(d.Bullet(runs) for _ in range(count)))
        for suffix, floor in ((".docx", joined), (".pdf", drawn)):
            measured(
                f"{suffix} of {count} items",
                partial(floor, document),
                partial(EXPORTERS[suffix], document, paths.resources(), silent),
                rounds,
            )


def unpacked(data: bytes) -> None:
    """The least that reading a Word file takes: its body unzipped, parsed, its words joined."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        "".join(etree.fromstring(archive.read("word/document.xml")).itertext())


def turned(data: bytes) -> None:
    """The least that reading a PDF takes: the words of each page."""
    file = pypdfium2.PdfDocument(data)
    for page in file:
        page.get_textpage().get_text_range()
    file.close()


def proofs(folder: Path, count: int, rounds: int) -> None:
    """Exported files of many items, compared with their proof, against reading their words."""
    [source, *_] = [source for source, _ in load_seeds()]
    places = [one for one in source.places if one.end - one.start > 200]
    picks = (places[number % len(places)] for number in range(count))
    items = tuple(pick(source, one.start, one.end, "fact") for one in picks)
    briefing = Briefing("b", "t", "t", "2026", sections=(Section("s", "S", items=items),))
    for suffix, floor in ((".docx", unpacked), (".pdf", turned)):
        path = folder / f"proof{suffix}"
        sources = {source.id: source}
        document = compose(briefing, sources)
        proof = encode(make_manifest(briefing, sources, document))
        made = EXPORTERS[suffix](replace(document, manifest=proof), paths.resources(), silent)
        path.write_bytes(made)
        measured(
            f"proof of {suffix} of {count} items",
            partial(floor, made),
            partial(check_file, path, None),
            rounds,
        )


def checks(folder: Path, count: int, rounds: int) -> None:
    """A briefing of many picks, each of another source of 8 kB, against reading those sources."""
    body = "\n\n".join(source.text for source, _ in load_seeds())[:8000]
    library = open_sqlite(folder / "checks.db")
    paragraphs = body.split("\n\n")  # each told from those of the other texts
    read = [
        "\n\n".join(f"{words} Text {number}." for words in paragraphs).encode()
        for number in range(count)
    ]
    library.add((read_source(data, f"{n}.txt").source, data) for n, data in enumerate(read))
    ids = [line.id for line in library.sources()]
    sources = library.get(ids)
    briefing = Briefing("b", "t", "t", "2026", sections=(Section("s", "S", accepts=("fact",)),))
    whole, edited = [], []
    for source in sources.values():
        start = source.text.index("First, there can be no trade-off")
        end = source.text.index("in times of conflict.", start) + 21
        gap = source.text.index("The protection of civilians is", start)
        made = pick(source, start, end, "fact")
        whole.append(made)
        omit = Omit(gap, source.text.index(" - it is", gap))
        edited.append(replace(made, operations=(omit,)))
    for name, items in (("", whole), ("edited ", edited)):
        held = replace(briefing, sections=(replace(briefing.sections[0], items=tuple(items)),))
        measured(
            f"check {count} {name}picks of {count} sources",
            lambda: library.get(ids),
            lambda held=held: (split.cache_clear(), check(held, sources)),  # as when opened
            rounds,
        )
    library.close()


def records(rounds: int) -> None:
    """The record read out of 8 kB that open with the head of a speech, against their cleaning."""
    text = canonical("\n\n".join(source.text for source, _ in load_seeds())[:8000])
    measured(
        "record of 8 kB of text",
        lambda: canonical(text.text),
        lambda: read_record(text.text, text.places, text.marks),
        rounds * 3,
    )


def suggestions(rounds: int) -> None:
    """Suggestions of 1 MB of text, no sentence twice, against sentencex alone over the same."""
    body = "\n\n".join(source.text for source, _ in load_seeds())
    copies = range(1_000_000 // len(body) + 1)
    text = "\n\n".join(body.replace(". ", f" {number}a. ") for number in copies)
    source = read_source(text.encode(), "text.txt").source
    assert source is not None

    def ours() -> None:
        split.cache_clear()
        suggest(source)

    measured("suggestions", lambda: sentencex.get_sentence_boundaries("en", text), ours, rounds)
    start = time.process_time()
    ours()
    taken = time.process_time() - start
    print(f"{'suggestions, processor time':<44} {len(text) / taken / 1e6:8.2f} MB/s", flush=True)


def nearest_words(rounds: int) -> None:
    """Changed words in a text of 250,000 characters, against splitting that text into words."""
    body = "\n\n".join(source.text for source, _ in load_seeds())
    text = "\n\n".join(f"{body} Part {number}." for number in range(250_000 // len(body) + 1))
    words = "Over 41 million stockpiled anti-personnel mines have not been destroyed at all."
    assert nearest(text, words) is not None
    measured(
        "nearest words in 250,000 characters", text.split, lambda: nearest(text, words), rounds * 3
    )


def main() -> None:
    """Runs every group of measurements, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", help="those to run; all of them when none is named")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--pdfs", type=int, default=200)
    parser.add_argument("--texts", type=int, nargs="*", default=[1000])
    parser.add_argument("--full", action="store_true", help="texts: 1,000, 3,000 and 10,000")
    parser.add_argument("--items", type=int, nargs="*", default=[10, 100, 1000])
    options = parser.parse_args()
    few = max(3, options.rounds // 2)
    counts = [1000, 3000, 10_000] if options.full else options.texts
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["BRIEFER_HOME"] = str(folder / "home")
        groups: dict[str, Callable[[], None]] = {
            "starts": lambda: starts(options.rounds),
            "texts": lambda: growth(folder, counts, few),
            "likeness": lambda: likenesses(folder, counts[0], few),
            "pages": lambda: web_pages(folder, 1000, few),
            "word": lambda: word_documents(folder, 200, few),
            "pdf": lambda: pdf_imports(folder, options.pdfs, few),
            "checks": lambda: checks(folder, 1000, options.rounds),
            "records": lambda: records(options.rounds),
            "nearest": lambda: nearest_words(options.rounds),
            "suggestions": lambda: suggestions(options.rounds),
            "readings": lambda: readings(folder, few),
            "exports": lambda: exports(options.rounds, *options.items),
            "proofs": lambda: proofs(folder, max(options.items), few),
        }
        for group in options.groups or groups:
            groups[group]()


if __name__ == "__main__":
    main()
