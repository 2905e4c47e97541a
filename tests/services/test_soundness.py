"""The library is checked against the originals, each kind of damage named with what to do."""

import io
import sqlite3
from contextlib import closing

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from briefer.core.errors import Cancelled, LibraryError
from briefer.importers import Options
from briefer.services.copies import copy_to
from briefer.services.importing import import_paths
from briefer.services.library import open_library
from briefer.services.soundness import ABSENT, LOCKED, check_library

PATH = "library.db"


def word(words):
    """A Word document of one paragraph."""
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph(words)
    document.save(file)
    return file.getvalue()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A library with a Word document, a text, a text elsewhere, and one in a chosen encoding."""
    folder = tmp_path_factory.mktemp("made")
    inside = folder / "in"
    inside.mkdir()
    (inside / "a.docx").write_bytes(word("Mines kill."))
    (inside / "b.md").write_text("# Heading\r\n\r\nCivilians *need* protection.", newline="")
    (folder / "far.txt").write_text("Kept elsewhere.")
    (folder / "cyrillic.txt").write_bytes("Мины убивают.".encode("cp1251"))
    with closing(open_library(folder / PATH).library) as library:
        import_paths(library, [inside])
        import_paths(library, [folder / "far.txt"], by_reference=True)
        import_paths(library, [folder / "cyrillic.txt"], options=Options(encoding="koi8-r"))
    return folder


@pytest.fixture
def path(made, tmp_path):
    return copy_to(made / PATH, tmp_path / PATH)


def harm(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DROP TRIGGER source_never_changes")
        for statement in statements:
            db.execute(statement)


@pytest.mark.parametrize("deep", [False, True])
def test_a_library_as_it_was_made_is_whole(path, deep):
    found = check_library(path, deep=deep)
    assert (found.verdict, found.sources, found.faults, found.notes) == ("whole", 9, (), ())


SET = "UPDATE source SET {} WHERE file = '{}'"


@pytest.mark.parametrize(
    ("statement", "kinds", "deep"),
    [
        (SET.format("original = x'00'", "b.md"), ["original"], ["original"]),
        (SET.format("sha256 = 'x'", "a.docx"), ["original"], ["original"]),
        (SET.format("id = 'feed'", "a.docx"), ["id"], ["id"]),
        (SET.format("record = '[]'", "a.docx"), ["record"], ["record"]),
        (SET.format("encoding = 'nonsense'", "b.md"), ["text"], ["text"]),
        (SET.format("log = '[]'", "b.md"), ["text"], ["text"]),
        (SET.format("words = 1", "a.docx"), ["text"], ["text"]),
        (SET.format("text = replace(text, 'kill', 'save')", "a.docx"), ["index"],
         ["index", "text"]),
        (SET.format("text = replace(text, 'need', 'lack')", "b.md"), ["index", "text"],
         ["index", "text"]),
        (SET.format("file = 'a.pdf', media_type = 'application/pdf'", "b.md"), [], []),
        (SET.format("path = '', original = NULL", "a.docx"), [], []),
    ],
)  # fmt: skip
def test_each_kind_of_damage_is_found(path, statement, kinds, deep):
    harm(path, statement)
    assert [one.kind for one in check_library(path).faults] == kinds
    found = check_library(path, repair=True)
    assert [one.kind for one in found.faults] == deep
    assert found.verdict == ("damaged" if kinds else "whole")
    assert all(one.hint for one in found.faults)


def test_files_kept_elsewhere_are_compared_too(path, made):
    far, words = made / "far.txt", (made / "far.txt").read_bytes()
    far.write_text("Altered.")
    [fault] = check_library(path).faults
    far.unlink()
    assert (fault.kind, fault.file, "far.txt" in fault.message) == ("original", "far.txt", True)
    assert [one.kind for one in check_library(path, deep=True).faults] == ["missing"]
    far.write_bytes(words)


def test_a_source_without_its_bytes_is_a_note_and_no_fault(path):
    harm(path, SET.format("path = '', original = NULL", "a.docx"))
    found = check_library(path)
    assert [one.message for one in found.notes] == [ABSENT]
    assert found.verdict == "whole"


def test_an_original_that_fails_to_be_read_again_is_named(path):
    harm(path, SET.format("file = 'b.txt', text = 'x'", "b.md"))
    assert check_library(path, deep=True).verdict == "damaged"


def test_the_index_and_the_facets_are_repaired(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("DELETE FROM source_text_data WHERE id > 100")
        db.execute("DELETE FROM facet")
    assert check_library(path).verdict == "damaged"
    found = check_library(path, repair=True)
    assert (found.verdict, [one.kind for one in found.faults]) == ("repaired", ["index", "facets"])
    assert check_library(path).verdict == "whole"


def test_a_file_that_is_no_longer_a_database_is_damaged(path):
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    found = check_library(path)
    assert (found.verdict, found.faults[0].kind) == ("damaged", "file")
    assert "briefer library backups" in found.faults[0].hint


def test_there_is_nothing_to_check_where_there_is_no_library(tmp_path):
    with pytest.raises(LibraryError, match="There is no library"):
        check_library(tmp_path / "missing.db")
    (tmp_path / "text.db").write_text("No library." * 50)
    with pytest.raises(LibraryError, match="not a briefer library"):
        check_library(tmp_path / "text.db")


@pytest.mark.parametrize("deep", [False, True])
def test_a_check_can_be_stopped(path, deep):
    def stop(done, total, what):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_library(path, stop, deep=deep)


def test_a_document_behind_a_password_cannot_be_read_again_which_is_no_fault(path, tmp_path):
    plain, locked = io.BytesIO(word("Locked words.")), io.BytesIO()
    OOXMLFile(plain).encrypt("mines", locked)
    (tmp_path / "locked.docx").write_bytes(locked.getvalue())
    with closing(open_library(path).library) as library:
        import_paths(library, [tmp_path / "locked.docx"], options=Options("mines"))
    found = check_library(path, deep=True)
    assert ([one.message for one in found.notes], found.verdict) == ([LOCKED], "whole")
