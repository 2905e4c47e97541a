"""The .brieferlibrary container: the same bytes every time, read member by member, defensively."""

import zipfile

import pytest
from msgspec.structs import replace

from briefer.core import forms
from briefer.core.bundle import Bundle, HandedSource
from briefer.core.errors import FileError
from briefer.core.template import Template
from briefer.store import bundle_files
from briefer.store.briefing_files import put
from briefer.store.bundle_files import MEDIA_TYPE, reading_bundle, writing_bundle

OWN = Template("own", "Own")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.brieferlibrary"


def write(path, *sources, original=b"bytes", templates=(OWN,)):
    with writing_bundle(path) as file:
        for source in sources:
            file.source(source, original)
        handed = tuple(HandedSource(one.id, original is not None) for one in sources)
        file.end(Bundle(handed, (), len(templates)), templates)


def test_what_is_written_comes_back_and_twice_gives_the_same_bytes(path, speech, other):
    write(path, speech, other)
    with reading_bundle(path) as file:
        assert [one.id for one in file.bundle.sources] == [speech.id, other.id]
        assert file.source(other.id) == other
        assert file.original(speech.id) == b"bytes"
        assert file.templates() == [OWN]
    first = path.read_bytes()
    write(path, speech, other)
    assert path.read_bytes() == first
    assert first[30:38] == b"mimetype"
    assert first[38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE


def test_a_source_without_its_original_has_none(path, speech):
    write(path, speech, original=None, templates=())
    with reading_bundle(path) as file:
        assert file.templates() == []
        with pytest.raises(FileError, match="has no originals"):
            file.original(speech.id)


def test_nothing_is_written_where_the_work_fails(path, speech):
    with pytest.raises(UserWarning, match="Duplicate name"):
        write(path, speech, speech)
    assert list(path.parent.iterdir()) == []


def foreign(path):
    with zipfile.ZipFile(path, "w") as archive:
        put(archive, "mimetype", b"application/epub+zip")


def newer(path):
    with zipfile.ZipFile(path, "w") as archive:
        put(archive, "mimetype", MEDIA_TYPE)
        data = forms.encode(Bundle(()))
        put(archive, "library.json", data.replace(b'"version": 1', b'"version": 2'))


def unsafe(path):
    with zipfile.ZipFile(path, "w") as archive:
        put(archive, "../x", b"")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (foreign, "no library that was handed over"),
        (newer, "newer briefer"),
        (unsafe, "not safe to open"),
        (lambda path: path.write_bytes(b"PK"), "not a readable zip"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: None, "does not exist"),
    ],
)
def test_what_is_not_one_is_refused(path, make, words):
    make(path)
    with pytest.raises(FileError, match=words), reading_bundle(path):
        raise AssertionError


def test_a_member_that_holds_another_source_is_damage(path, speech, other):
    with writing_bundle(path) as file:
        file.source(replace(speech, id=other.id), None)
        file.end(Bundle((HandedSource(other.id),)), ())
    with zipfile.ZipFile(path) as archive:
        data = archive.read(f"sources/{other.id}.json").replace(other.id.encode(), b"0" * 16)
    with zipfile.ZipFile(path, "w") as archive:
        put(archive, "mimetype", MEDIA_TYPE)
        put(archive, f"sources/{other.id}.json", data)
        put(archive, "library.json", forms.encode(Bundle((HandedSource(other.id),))))
    with reading_bundle(path) as file, pytest.raises(FileError, match="holds another source"):
        file.source(other.id)


@pytest.mark.parametrize(
    ("limit", "words"),
    [("DIRECTORY_AT_MOST", "not a readable zip"), ("MEMBER_AT_MOST", "too large when unpacked"),
     ("TOTAL_AT_MOST", "too large when unpacked")],
)  # fmt: skip
def test_a_bomb_is_refused_before_anything_is_unpacked(path, speech, monkeypatch, limit, words):
    write(path, speech)
    monkeypatch.setattr(bundle_files, limit, 50)
    monkeypatch.setattr(bundle_files._Careful, "at_most", bundle_files.DIRECTORY_AT_MOST)
    with pytest.raises(FileError, match=words), reading_bundle(path):
        raise AssertionError


def test_a_form_that_is_too_large_is_refused(path, speech, monkeypatch):
    write(path, speech)
    with reading_bundle(path) as file:
        monkeypatch.setattr(bundle_files, "FORM_AT_MOST", 50)
        with pytest.raises(FileError, match="not safe to open"):
            file.source(speech.id)


def test_a_member_that_is_damaged_is_told(path, speech):
    write(path, speech)
    data = bytearray(path.read_bytes())
    at = data.index(b"originals/") + len(f"originals/{speech.id}")
    data[at : at + 2] = b"\xff\xff"
    path.write_bytes(data)
    with reading_bundle(path) as file, pytest.raises(FileError, match="not a readable zip"):
        file.original(speech.id)
