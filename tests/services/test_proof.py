"""An exported file is checked as it is now."""

import io
import shutil
import subprocess
import zipfile

import pikepdf
import pytest
from msgspec.structs import replace

from briefer import paths
from briefer.core.compose import compose
from briefer.core.edits import add_item
from briefer.core.errors import FileError
from briefer.core.forms import encode
from briefer.core.manifest import make_manifest
from briefer.core.model import Briefing, Prose, Section, pick
from briefer.core.operations import (
    Case,
    Emphasis,
    Erratum,
    Gloss,
    Insert,
    Omit,
    Punctuation,
    Redact,
    Sic,
)
from briefer.core.progress import silent
from briefer.core.styles import PROFILES
from briefer.exporters import EXPORTERS, from_pdf
from briefer.exporters.docx_parts import manifest
from briefer.services.export import Choices, export_briefing
from briefer.services.proof import check_file
from tests.exporters.word_files import altered, paragraph_of, text_of, unpacked, write
from tests.samples import make_source

SUFFIXES = ("docx", "pdf")
TAKES = ("quote", "fact", "talking_point", "text")


@pytest.fixture
def exported(tmp_path, seeds):
    """A briefing of the seeds, as a function that exports it: ending -> file."""
    briefing, sources = filled(seeds)

    def make(suffix):
        path = tmp_path / f"brief.{suffix}"
        export_briefing(briefing, sources, path)
        return path

    return make


def filled(seeds):
    sections = (Section("a", "Points to make", accepts=TAKES), Section("b", "Notes", accepts=TAKES))
    briefing = Briefing("b", "Brief", "t", "2026-11-24T09:00:00Z", sections=sections)
    for number, source in enumerate(seeds.values()):
        places = [one for one in source.places if one.end - one.start > 60][:4]
        for at, place in enumerate(places):
            kind = TAKES[at % 3]
            new = replace(pick(source, place.start, place.end, kind), id=f"i{number}{at}")
            briefing = add_item("ab"[at % 2], new)(briefing)
    briefing = add_item("b", Prose("own", "Own words on “international humanitarian law”."))(
        briefing
    )
    return briefing, {one.id: one for one in seeds.values()}


def statuses(proof):
    return {one.id: one.status for one in proof.items if one.status != "verified"}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_export_is_verified_against_the_library(exported, library, suffix):
    proof = check_file(exported(suffix), library)
    assert (proof.verdict, statuses(proof), proof.findings) == ("verified", {}, ())
    assert len(proof.items) > 12


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_without_a_library_the_words_are_compared_and_nothing_is_called_verified(exported, suffix):
    proof = check_file(exported(suffix), None)
    assert proof.verdict == "cannot_check"
    assert set(statuses(proof).values()) == {"uncheckable"}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("style", PROFILES)
def test_whatever_was_done_to_the_words_an_export_is_verified(
    seeds, library, tmp_path, suffix, style
):
    source = next(iter(seeds.values()))
    start = source.text.index("First, there can be no trade-off")
    end = source.text.index("in times of conflict.", start) + 21
    gap, comma = source.text.index("The protection of", start), start + 5

    def made(id, *operations):
        return replace(
            pick(source, start, end, "quote", speaker="A B"), id=id, operations=operations
        )

    section = Section("a", "A", accepts=TAKES)
    briefing = Briefing("b", "Brief", "t", "2026-11-24T09:00:00Z", style=style, sections=(section,))
    for one in (
        made("omit", Omit(gap, source.text.index(" - it is", gap)), Case(start)),
        made("insert", Insert(comma + 2, "as said"), Sic(comma), Punctuation(end - 1)),
        made("gloss", Gloss(start, comma, "Now"), Emphasis(gap, gap + 14, "added")),
        made("erratum", Erratum(comma + 2, comma + 7, "There"), Redact(gap, gap + 14)),
    ):
        briefing = add_item("a", one)(briefing)
    sources = {source.id: source}
    document = compose(briefing, sources)
    proof = encode(make_manifest(briefing, sources, document))
    path = tmp_path / f"x.{suffix}"
    exporter = EXPORTERS[f".{suffix}"]
    path.write_bytes(exporter(replace(document, manifest=proof), paths.resources(), silent))
    assert (check_file(path, library).verdict, statuses(check_file(path, library))) == (
        "verified",
        {},
    )


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_export_with_its_verification_record_is_verified(seeds, library, tmp_path, suffix):
    briefing, sources = filled(seeds)
    path = tmp_path / f"x.{suffix}"
    export_briefing(briefing, sources, path, choices=Choices(record=True))
    proof = check_file(path, library)
    assert (proof.verdict, statuses(proof), proof.findings) == ("verified", {}, ())


def edit(path, item, find, put):
    def change(root):
        paragraph = paragraph_of(root, item)
        assert find in text_of(paragraph)
        write(paragraph, text_of(paragraph).replace(find, put, 1))

    path.write_bytes(altered(path.read_bytes(), change))


def test_altered_words_of_a_word_file_are_found(exported, library):
    path = exported("docx")
    edit(path, "i10", " the ", " no ")
    proof = check_file(path, library)
    assert (proof.verdict, statuses(proof)) == ("mismatch", {"i10": "altered"})


@pytest.mark.parametrize("part", ["customXml/item1.xml", "docProps/custom.xml"])
def test_either_proof_of_a_word_file_is_enough(exported, library, part):
    path = exported("docx")
    parts = unpacked(path.read_bytes())
    del parts[part]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert check_file(path, library).verdict == "verified"


def without_proof(path):
    """Takes the proof out, as a program would that does not know it."""
    if path.suffix == ".pdf":
        with pikepdf.open(path, allow_overwriting_input=True) as file:
            del file.attachments["manifest.json"]
            file.save(path)
        return
    parts = unpacked(path.read_bytes())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            if not name.startswith("customXml/item") and name != "docProps/custom.xml":
                archive.writestr(name, data)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_without_a_proof_nothing_can_be_checked(exported, library, suffix):
    path = exported(suffix)
    without_proof(path)
    proof = check_file(path, library)
    assert (proof.verdict, proof.items) == ("cannot_check", ())
    assert proof.findings[0].startswith(f"brief.{suffix} carries no proof")


CHANGES = {
    "a word changed": (lambda text: text.replace(" the ", " no ", 1), "altered"),
    "words before": (lambda text: f"It is not true: {text}", "altered"),
    "words after": (lambda text: f"{text} Or so they say.", "altered"),
    "the citation": (lambda text: text.replace("[S", "[S9", 1), "citation_altered"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_pdf_of_other_words_with_the_old_proof_is_found_out(seeds, library, tmp_path, name):
    change, status = CHANGES[name]
    briefing, sources = filled(seeds)
    composed = compose(briefing, sources)
    proof = encode(make_manifest(briefing, sources, composed))
    blocks = list(composed.blocks)
    at = next(n for n, one in enumerate(blocks) if getattr(one, "item", "") == "i12")
    text = "".join(run.text for run in blocks[at].runs)
    assert change(text) != text
    blocks[at] = replace(blocks[at], runs=(replace(blocks[at].runs[0], text=change(text)),))
    document = replace(composed, blocks=tuple(blocks), manifest=proof)
    path = tmp_path / "x.pdf"
    path.write_bytes(EXPORTERS[".pdf"](document, paths.resources(), silent))
    found = check_file(path, library)
    assert (found.verdict, statuses(found)) == ("mismatch", {"i12": status})


def test_items_on_a_page_that_was_taken_out_are_removed(exported, library):
    path = exported("pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        assert len(file.pages) > 2
        del file.pages[1]
        file.save(path)
    found = statuses(check_file(path, library))
    assert "removed" in found.values()
    assert set(found.values()) <= {"removed", "altered"}


def test_words_painted_out_of_a_page_are_found(exported, library):
    path = exported("pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        kept, shown = [], 0
        for operands, operator in pikepdf.parse_content_stream(file.pages[0]):
            shown += str(operator) == "Tj"
            if str(operator) != "Tj" or shown != 12:
                kept.append((operands, operator))
        file.pages[0].Contents = file.make_stream(pikepdf.unparse_content_stream(kept))
        file.save(path)
    assert check_file(path, library).verdict == "mismatch"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("x.docx", b"", "empty"),
        ("x.pdf", b"", "empty"),
        ("x.docx", b"words", "damaged"),
        ("x.pdf", b"words", "damaged"),
        ("x.docx", b"\xd0\xcf\x11\xe0 and more", "password_required"),
        ("x.txt", b"words", "file"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(tmp_path, name, data, code):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        check_file(path, None)
    assert caught.value.code == code


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileError, match="does not exist"):
        check_file(tmp_path / "x.docx", None)


@pytest.mark.parametrize(
    ("find", "put", "says"),
    [
        (b'"version": 1', b'"version": 2', "newer briefer"),
        (b'"briefer-manifest"', b'"something-else"', "not a briefer manifest"),
        (b"{", b"[", "damaged"),
    ],
)
def test_a_proof_that_is_damaged_or_newer_is_an_error(exported, find, put, says):
    path = exported("pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        data = file.attachments["manifest.json"].get_file().read_bytes()
        assert find in data
        file.attachments["manifest.json"] = data.replace(find, put, 1)
        file.save(path)
    with pytest.raises(FileError, match=says):
        check_file(path, None)


SECRET = "Zanzibar and the Minister"
TALK = f"""# Talks

Nobody was there. The talks with {SECRET} went on, and on. Then they all went home again."""


def contents(data):
    """Everything that can be read in a file: members unpacked, streams inflated, proofs too."""
    if data.startswith(b"PK"):
        parts = unpacked(data)
        again = {name: one for name, one in parts.items() if not name.startswith("customXml")}
        return b"\n".join([*parts.values(), manifest(again, "x") or b""])
    with pikepdf.open(io.BytesIO(data)) as file:
        streams = [one.read_bytes() for one in file.objects if isinstance(one, pikepdf.Stream)]
    words = [one.text.encode() for one in from_pdf(data, "x").paragraphs]
    return b"\n".join([data, *streams, *words])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_redacted_words_are_nowhere_in_the_bytes_and_their_surroundings_are_checked(
    tmp_path, library, suffix
):
    source = make_source(TALK)
    library.add([(source, TALK.encode())])
    start = source.text.index(SECRET)
    gone = Redact(start, start + len(SECRET))
    whole = pick(source, source.text.index("The talks"), source.text.index(" Then"), "quote")
    operations = (
        gone,
        Insert(gone.end, "as agreed"),
        Emphasis(gone.end + 1, gone.end + 5, "added"),
    )
    section = Section("a", "A", accepts=TAKES)
    briefing = Briefing("b", "Brief", "t", "2026-11-24T09:00:00Z", sections=(section,))
    for one in (
        replace(whole, operations=operations),
        pick(source, gone.end + 1, gone.end + 8, "fact"),
        pick(source, source.text.index("Nobody"), gone.start - 1, "fact"),
    ):
        briefing = add_item("a", one)(briefing)
    path = tmp_path / f"x.{suffix}"
    export_briefing(briefing, {source.id: source}, path)
    found = contents(path.read_bytes())
    assert b"[redacted]" in found
    for words in (SECRET, "Zanzibar", "Minister", "and the"):
        for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
            assert words.encode(encoding) not in found
    assert check_file(path, library).verdict == "verified"


OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize("way", [("docx",), ("odt", "docx")])
def test_libreoffice_keeps_words_bookmarks_and_proof(exported, library, tmp_path, way):
    path = exported("docx")
    for number, ending in enumerate(way):
        folder = tmp_path / str(number)
        command = [OFFICE, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless",
                   "--convert-to", ending, "--outdir", str(folder), str(path)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        path = folder / f"brief.{ending}"
    proof = check_file(path, library)
    assert (proof.verdict, statuses(proof), proof.findings) == ("verified", {}, ())
    edit(path, "i10", " the ", " no ")
    assert statuses(check_file(path, library)) == {"i10": "altered"}
