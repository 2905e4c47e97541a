"""File bytes become sources, or a named error."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer import paths
from briefer.core.changes import apply
from briefer.core.errors import UnreadableSource
from briefer.importers import read_source
from briefer.importers.formats import FORMATS, MEGABYTE

RUSSIAN = "Противопехотные мины продолжают убивать и калечить гражданских лиц. " * 4


@pytest.mark.parametrize(
    ("data", "file", "code"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t\n", "a.txt", "empty"),
        (b"\xef\xbb\xbf", "a.md", "empty"),
        (bytes(range(256)), "a.txt", "not_text"),
        (b"\x01\x02\x03text", "a.txt", "not_text"),
        (b"PK\x03\x04...", "a.md", "damaged"),
        (b"a,b\n1,2", "a.csv", "unsupported"),
        (b"\xff\xfeH\x00e\x00l", "a.txt", "encoding_uncertain"),
        (b"\xef\xbb\xbfbroken \xff", "a.txt", "encoding_uncertain"),
    ],
)
def test_what_is_no_text_is_a_named_error(data, file, code):
    with pytest.raises(UnreadableSource) as caught:
        read_source(data, file)
    assert caught.value.code == code
    assert caught.value.hint


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(UnreadableSource) as caught:
        read_source(b"12345" * 4 * MEGABYTE, "a.txt")
    assert caught.value.code == "too_large"


@pytest.mark.parametrize(
    ("text", "encoding", "named", "warnings"),
    [
        ("Élan – “so”", "utf-8", "utf-8", ()),
        ("Élan – “so”", "utf-8-sig", "utf-8", ()),
        ("Élan – “so”", "utf-16", "utf-16-le", ()),
        ("Élan 😀", "utf-32", "utf-32-le", ()),
        ("The treaty’s hard-won gains are at risk.", "windows-1252", "windows-1252",
         ("encoding_uncertain",)),
        (RUSSIAN, "windows-1251", "windows-1251", ("encoding_uncertain",)),
        ("The treaty is at risk \x81 everywhere and always.", "latin-1", None,
         ("encoding_uncertain",)),
    ],
)  # fmt: skip
def test_encodings_are_found_and_guesses_are_said(text, encoding, named, warnings):
    reading = read_source(text.encode(encoding), "a.txt")
    assert reading.warnings == warnings
    if named:
        source = reading.source
        assert (source.encoding, source.text.strip()) == (named, text.strip())


def test_readers_that_are_loaded_by_name_are_told_to_packagers():
    told = (paths.resources().parent / "packaging" / "README.md").read_text("utf-8")
    assert all(f"`briefer.importers.{one.module}`" in told for one in FORMATS)


MINES = {
    "English": "Mines kill.\n", "Russian": "Мины убивают.\n", "Arabic": "الألغام تقتل.\n",
    "Hebrew": "מוקשים הורגים.\n", "Chinese": "地雷仍然造成平民伤亡。\n",
    "Korean": "지뢰는 죽인다.\n", "Hindi": "बारूदी सुरंगें मारती हैं।\n",
    "all": "Mines, Мины, الألغام, 地雷 – 😀\n",
}  # fmt: skip


@pytest.mark.parametrize("language", MINES)
@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_found_in_every_script(language, order):
    reading = read_source(MINES[language].encode(order), "a.txt")
    assert (reading.source.encoding, reading.warnings) == (order, ("encoding_uncertain",))
    assert reading.source.text.strip() == MINES[language].strip()


@pytest.mark.parametrize(
    "data",
    [
        b"<html>\0<p>xy",
        b"ASCII with a zero\0 in it.",
        bytes(range(256)) * 20,
        struct.pack("<2000I", *range(2000)),
        struct.pack("<2000f", *range(2000)),
        struct.pack("<2000h", *(n * 7 % 3000 - 1500 for n in range(2000))),
    ],
)
def test_bytes_with_zeros_that_are_no_text_are_not_read_as_chinese(data):
    with pytest.raises(UnreadableSource) as caught:
        read_source(data, "a.txt")
    assert caught.value.code == "not_text"


def test_japanese_in_seven_bits_is_no_ascii():
    source = read_source("地雷は市民を殺す。".encode("iso2022_jp"), "a.txt").source
    assert (source.encoding, source.text) == ("iso2022_jp", "地雷は市民を殺す。")


@given(st.text(min_size=1).filter(lambda text: "\0" not in text))
def test_the_same_bytes_give_the_same_source(text):
    data = text.encode("utf-8", "ignore")
    try:
        one = read_source(data, "one.txt").source
    except UnreadableSource:
        return
    other = read_source(data, "other.md").source
    assert (one.id, one.text, one.places) == (other.id, other.text, other.places)
    assert apply(data.decode(one.encoding), one.log) == one.text
