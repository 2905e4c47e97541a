"""The .briefing container."""

import io
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core import forms
from briefer.core.edits import add_item
from briefer.core.errors import FileError
from briefer.core.model import Briefing, Prose, Section, pick
from briefer.store import briefing_files
from briefer.store.briefing_files import MEDIA_TYPE, pack, unpack, write_zip
from tests.samples import make_source

EMPTY = Briefing("b", "Title", "t", "2026-11-24T09:00:00Z",
                 sections=(Section("s", "S", accepts=("fact", "text")),))  # fmt: skip


@pytest.fixture
def cited(speech):
    return add_item("s", pick(speech, 0, 7, "fact"))(EMPTY)


def test_a_briefing_comes_back_with_the_sources_it_cites(cited, speech, other):
    data = pack(cited, {speech.id: speech, other.id: other})
    assert unpack(data, "x") == (cited, {speech.id: speech})


@given(st.text(), st.text())
def test_any_briefing_comes_back(title, text):
    briefing = add_item("s", Prose("p", text))(EMPTY)
    briefing = replace(briefing, title=title)
    assert unpack(pack(briefing, {}), "x") == (briefing, {})


def test_the_file_names_its_type_first_and_has_no_times(cited, speech):
    data = pack(cited, {speech.id: speech})
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE
    assert data == pack(cited, {speech.id: speech})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["mimetype", "briefing.json", f"sources/{speech.id}.json"]
        assert {info.date_time[0] for info in archive.infolist()} == {1980}


def members(**more):
    return {"mimetype": MEDIA_TYPE, "briefing.json": forms.encode(EMPTY), **more}


def doubled():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a", b"2")
    return file.getvalue()


def encrypted():
    data = bytearray(write_zip(members()))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def bzipped():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("mimetype", MEDIA_TYPE)
    return file.getvalue()


def damaged():
    data = bytearray(write_zip(members()))
    at = data.index(b"briefing.json") + 20
    data[at : at + 40] = b"\x00" * 40
    return bytes(data)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: b"", "not a readable zip"),
        (lambda: b"Dear colleagues", "not a readable zip"),
        (lambda: write_zip(members())[:-30], "not a readable zip"),
        (damaged, "is damaged"),
        (lambda: write_zip({"mimetype": b"text/plain"}), "not a briefer briefing"),
        (lambda: write_zip({"mimetype": MEDIA_TYPE}), "not a briefer briefing"),
        (lambda: write_zip(members(**{"sources/x.json": b"{}"})), "not a briefer source"),
        (
            lambda: write_zip(members(**{"sources/x.json": forms.encode(make_source())})),
            "holds another source",
        ),
        (lambda: write_zip(members(**{"../x": b""})), "would lie outside"),
        (lambda: write_zip(members(**{"/x": b""})), "would lie outside"),
        (lambda: write_zip(members(**{"C:/x": b""})), "would lie outside"),
        (lambda: write_zip({str(n): b"" for n in range(10_001)}), "too many parts"),
        (doubled, "one name"),
        (lambda: write_zip(members(**{"a/../../x": b""})), "would lie outside"),
        (lambda: write_zip(members(**{"a\\x": b""})), "would lie outside"),
        (bzipped, "another way"),
        (lambda: write_zip(members())[:40] + b"?" + write_zip(members())[41:], "is damaged"),
        (encrypted, "encrypted"),
    ],
)
def test_what_is_damaged_or_unsafe_is_refused(make, words):
    with pytest.raises(FileError, match=words):
        unpack(make(), "my.briefing")


@pytest.mark.parametrize("limit", ["MEMBER_AT_MOST", "TOTAL_AT_MOST"])
def test_parts_that_unpack_to_too_much_are_refused(monkeypatch, limit):
    monkeypatch.setattr(briefing_files, limit, 10_000)
    with pytest.raises(FileError, match="too large when unpacked"):
        unpack(write_zip(members(bomb=b"\0" * 1_000_000)), "x")


def test_a_part_that_holds_more_than_its_directory_says_is_not_unpacked():
    data = bytearray(write_zip({"mimetype": MEDIA_TYPE, "briefing.json": b"\0" * 50_000_000}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5000).to_bytes(4, "little")
    tracemalloc.start()
    with pytest.raises(FileError, match="damaged"):
        unpack(bytes(data), "x")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


@settings(max_examples=300)
@given(st.data())
def test_a_file_with_wrong_bytes_is_refused_or_says_the_same(data):
    source = make_source()
    briefing = add_item("s", replace(pick(source, 0, 7, "fact"), id="p"))(EMPTY)
    packed = bytearray(pack(briefing, {source.id: source}))
    for _ in range(data.draw(st.integers(1, 3))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    try:
        again, sources = unpack(bytes(packed), "x")
    except FileError:
        return
    assert (again, sources) in ((briefing, {source.id: source}), (briefing, {}))


def test_unknown_parts_are_passed_over():
    assert unpack(write_zip(members(notes=b"later")), "x") == (EMPTY, {})
