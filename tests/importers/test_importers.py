"""File bytes become sources, or a named error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.changes import apply
from briefer.core.errors import UnreadableSource
from briefer.importers import read_source
from briefer.importers.formats import MEGABYTE

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
