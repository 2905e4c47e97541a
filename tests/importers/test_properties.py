"""What every importer promises of every document: a log that leads back, places, sameness."""

import os
import subprocess
import sys
from email.message import EmailMessage
from html import escape

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.changes import apply
from briefer.core.errors import UnreadableSource
from briefer.core.model import Source
from briefer.importers import read_source
from briefer.importers.imported import Options
from briefer.importers.recognition import recognise
from tests.importers import packages
from tests.importers.ole_files import ole
from tests.importers.pdf_files import lines, noto, pdf

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("  \n\té\u0301ö–“”‘’\u00a0\u00ad\u200d\u202eא中Ж😀ﬁ*_#>-\\[]&<"),
    max_size=30,
)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=6)


def _text(paragraphs):
    return "\n\n".join(paragraphs).encode()


def _page(paragraphs):
    return (
        b"<!doctype html><meta charset=utf-8>"
        + "".join(f"<p>{escape(one)}</p>" for one in paragraphs).encode()
    )


def _docx(paragraphs):
    body = "".join(packages.p(packages.r(escape(one) or " ")) for one in paragraphs)
    return packages.docx(body, {"[Content_Types].xml": "<Types/>"})


def _odt(paragraphs):
    return packages.odt("".join(f"<text:p>{escape(one)}</text:p>" for one in paragraphs))


def _rtf(paragraphs):
    units = "\n".join(paragraphs).encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    words = "".join("\\par " if code == 10 else f"\\u{code}?" for code in codes)
    return b"{\\rtf1\\ansi " + words.encode() + b"\\par}"


def _mail(paragraphs):
    made = EmailMessage()
    made["From"] = "a@b.c"
    made["To"] = "d@e.f"
    made.set_content("\n\n".join(paragraphs))
    return made.as_bytes()


def _outlook(paragraphs):
    body = "\r\n".join(paragraphs).encode("utf-16-le")
    return ole({"__properties_version1.0": bytes(32), "__substg1.0_1000001F": body})


def _pdf(paragraphs):
    def draw(canvas):
        noto(canvas)
        lines(canvas, [one.replace("\n", " ") for one in paragraphs], leading=30)

    return pdf(draw)


MADE = {
    "a.txt": _text, "a.md": _text, "a.html": _page, "a.docx": _docx, "a.odt": _odt, "a.rtf": _rtf,
    "a.eml": _mail, "a.msg": _outlook, "a.pdf": _pdf,
}  # fmt: skip


def gaps(text, places):
    """What stands between the places of a text."""
    ends, starts = [0, *(one.end for one in places)], [*(one.start for one in places), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def told(read):
    """What a reader gives, or the error that it says."""
    try:
        return read(), ""
    except UnreadableSource as error:
        return None, f"{error.code}: {error.message} {error.hint}"


@pytest.mark.parametrize("file", MADE)
@given(paragraphs=PARAGRAPHS)
def test_the_log_leads_back_and_places_partition_the_words(file, paragraphs):
    data = MADE[file](paragraphs)
    made, error = told(lambda: recognise(data, file).reader()(data, file, Options()))
    if made is None:
        assert error.startswith(("empty: ", "not_text: ", "no_text_layer: "))
        return
    text, places = made.canonical.text, made.canonical.places
    assert apply(made.decoded, made.canonical.log) == text
    assert not gaps(text, places).strip()
    assert [one.number for one in places] == list(range(1, len(places) + 1))
    assert all(text[one.start : one.end].strip() for one in places)
    assert all(0 <= one.start < one.end <= len(text) for one in made.canonical.marks)


@pytest.mark.parametrize("file", MADE)
@given(paragraphs=PARAGRAPHS)
def test_the_same_bytes_give_the_same_source_and_text(file, paragraphs):
    data = MADE[file](paragraphs)
    one = told(lambda: read_source(data, file))
    assert told(lambda: read_source(bytes(bytearray(data)), file)) == one


ELSEWHERE = """
import sys, msgspec
from briefer.importers import read_source
source = read_source(sys.stdin.buffer.read(), sys.argv[1]).source
sys.stdout.buffer.write(msgspec.json.encode(source))
"""


@pytest.mark.parametrize("file", MADE)
def test_another_computer_gives_the_same_source(file):
    data = MADE[file](["Over 55 million – “mines” in été.", "العربية e\u0301 😀", "- An item."])
    other = {
        **os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Chatham", "LC_ALL": "C",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, file], input=data, capture_output=True, env=other
    )
    there = msgspec.json.decode(done.stdout, type=Source)
    here = read_source(data, file).source
    assert there == here
    assert here.id == here.sha256[:16]
