"""Sources go from one library to another whole, and nothing that stands there is written over."""

import zipfile
from contextlib import closing

import pytest
from msgspec.structs import replace

from briefer.core import forms
from briefer.core.bundle import Bundle, HandedSource
from briefer.core.errors import Cancelled, FileError, LibraryError
from briefer.core.model import Source
from briefer.core.record import Field
from briefer.core.template import Template
from briefer.services.handing_over import (
    NO_ORIGINAL,
    READ_OTHERWISE,
    Handed,
    chosen_sources,
    hand_over,
    take_over,
)
from briefer.services.importing import import_paths
from briefer.store.briefing_files import put
from briefer.store.bundle_files import writing_bundle
from briefer.store.sqlite import open_sqlite

REMARKS = "remarks-nakamitsu-protection-of-civilians-week.txt"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.brieferlibrary"


@pytest.fixture
def theirs(tmp_path):
    with closing(open_sqlite(tmp_path / "theirs.db")) as library:
        yield library


@pytest.fixture
def ids(library, seeds):
    """The five sources, the first with all that can be said of it."""
    ids = [line.id for line in library.sources()]
    library.records.say(ids[0], {"title": Field("My title", "user"), "URL": None}, "Somebody")
    library.records.say(ids[0], {"title": Field("My second title", "user")}, "Somebody")
    library.shelves.tag(ids[:2], "Geneva")
    library.versions.withdraw(ids[1], "Issued anew")
    library.supersede(ids[2], ids[1])
    library.put_template(Template("own", "Own"))
    return ids


def told(library):
    """All that a library says of its sources."""
    return {
        line.id: (line.record, line.tags, line.superseded_by, line.withdrawn, line.unproven)
        for line in library.sources()
    }


def test_a_whole_library_arrives_as_it_was(library, theirs, ids, path):
    assert hand_over(library, ids, path) == Handed(5)
    taken = take_over(theirs, path)
    assert [(one.known, one.unproven, one.conflicts) for one in taken] == [(False, "", ())] * 5
    assert told(theirs) == told(library)
    assert theirs.original(ids[0]) == library.original(ids[0])
    assert theirs.records.as_imported(ids[0]) == library.records.as_imported(ids[0])
    assert theirs.templates() == [Template("own", "Own")]
    assert all(one.known and not one.conflicts for one in take_over(theirs, path))
    assert told(theirs) == told(library)


def test_no_name_and_no_path_is_inside_and_the_bytes_are_the_same(library, ids, path, tmp_path):
    far = tmp_path / "far"
    far.mkdir()
    (far / "note.txt").write_text("Kept elsewhere.")
    [outcome] = import_paths(library, [far / "note.txt"], by_reference=True)
    hand_over(library, [*ids, outcome.source], path)
    first = path.read_bytes()
    hand_over(library, [outcome.source, *reversed(ids)], path)
    assert path.read_bytes() == first
    with zipfile.ZipFile(path) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Kept elsewhere." in whole
    assert b"Somebody" not in whole
    assert str(tmp_path).encode() not in whole


def test_what_the_receiver_said_stays_and_is_told(library, theirs, ids, path):
    hand_over(library, ids, path)
    take_over(theirs, path)
    mine = Field("The receiver's title", "user")
    theirs.records.say(ids[0], {"title": mine})
    theirs.shelves.untag([ids[0]], "Geneva")
    theirs.shelves.tag([ids[0]], "Oslo")
    theirs.versions.withdraw(ids[1], "Another reason")
    theirs.put_template(Template("own", "Another"))
    theirs.trash([ids[4]])
    by_id = {one.id: one for one in take_over(theirs, path)}
    assert by_id[ids[0]].conflicts == (
        "Title: here it is “The receiver's title”, there “My second title”.",
    )
    assert "Another reason" in by_id[ids[1]].conflicts[0]
    assert "Another template" in by_id[""].conflicts[0]
    line = next(one for one in theirs.sources() if one.id == ids[0])
    assert (line.record["title"], line.tags) == (mine, ("Geneva", "Oslo"))
    assert theirs.versions.withdrawn()[ids[1]] == "Another reason"
    assert [one.id for one in theirs.sources(trashed=True)] == [ids[4]]


def test_another_succession_is_told(library, theirs, ids, path):
    hand_over(library, ids, path)
    take_over(theirs, path)
    theirs._open.db.execute("DELETE FROM succession")
    theirs.supersede(ids[3], ids[1])
    by_id = {one.id: one for one in take_over(theirs, path)}
    assert "superseded by another one" in by_id[ids[1]].conflicts[0]


@pytest.mark.parametrize("originals", [True, False])
def test_without_originals_a_source_is_marked(library, theirs, ids, path, originals):
    hand_over(library, ids[:1], path, originals=originals, templates=False)
    [taken] = take_over(theirs, path)
    assert taken.unproven == ("" if originals else NO_ORIGINAL)
    assert theirs.sources()[0].unproven == taken.unproven
    assert theirs.templates() == []


def altered(path, id, change):
    """The container with one of its sources changed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = f"sources/{id}.json"
    members[name] = forms.encode(change(forms.decode(members[name], Source, "x")))
    with zipfile.ZipFile(path, "w") as archive:
        for one, data in members.items():
            put(archive, one, data)


def test_an_altered_text_is_marked_and_stops_no_other(library, theirs, ids, path):
    hand_over(library, ids, path)
    altered(path, ids[0], lambda one: replace(one, text=one.text.replace("the", "teh")))
    by_id = {one.id: one for one in take_over(theirs, path)}
    assert by_id[ids[0]].unproven == READ_OTHERWISE
    assert [one.id for one in by_id.values() if one.unproven] == [ids[0]]


def test_bytes_that_do_not_fit_their_id_are_refused_and_stop_no_other(library, theirs, ids, path):
    hand_over(library, ids, path)
    altered(path, ids[0], lambda one: replace(one, sha256="0" * 64))
    by_id = {one.id: one for one in take_over(theirs, path)}
    assert by_id[ids[0]].error.code == "damaged"
    assert sorted(line.id for line in theirs.sources()) == sorted(ids[1:])


def test_what_is_no_id_is_refused(theirs, ids, library, path):
    source = replace(library.get(ids[:1])[ids[0]], id="../x")
    with writing_bundle(path) as file:
        file.source(source, None)
        file.end(Bundle((HandedSource("../x"),)), ())
    with pytest.raises(FileError, match="not safe"):
        take_over(theirs, path)
    with writing_bundle(path) as file:
        file.source(replace(source, id="x"), None)
        file.end(Bundle((HandedSource("x"),)), ())
    assert "no id" in str(take_over(theirs, path)[0].error)


def test_a_name_with_folders_is_cut(library, theirs, ids, path):
    hand_over(library, ids[:1], path)
    altered(path, ids[0], lambda one: replace(one, file="../../etc/passwd.txt"))
    take_over(theirs, path)
    assert theirs.sources()[0].file == "passwd.txt"


def test_taking_over_can_be_stopped_and_leaves_the_library_as_it_was(library, theirs, ids, path):
    hand_over(library, ids, path)

    def stop(done, total, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        take_over(theirs, path, stop)
    assert theirs.sources() == []
    with pytest.raises(Cancelled):
        hand_over(library, ids, path.with_name("y.brieferlibrary"), stop)
    assert not path.with_name("y.brieferlibrary").exists()


def test_sources_are_chosen_by_name_or_tag(library, ids):
    assert chosen_sources(library) == ids
    assert chosen_sources(library, [ids[3]]) == [ids[3]]
    assert chosen_sources(library, [ids[1]], "Geneva") == [ids[1], ids[0]]
    with pytest.raises(LibraryError, match="No source has the tag"):
        chosen_sources(library, tag="Oslo")


def test_what_is_no_container_is_refused(theirs, path):
    path.write_bytes(b"no zip")
    with pytest.raises(FileError, match="not a readable zip"):
        take_over(theirs, path)
    with pytest.raises(LibraryError, match="no source to hand over"):
        hand_over(theirs, [], path)


def test_a_container_is_added_and_not_imported(library, ids, path):
    hand_over(library, ids, path)
    [outcome] = import_paths(library, [path])
    assert "library add" in outcome.error.hint
