"""What every library must do, whatever it is kept in."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.core.errors import LibraryError
from briefer.core.model import Section
from briefer.core.record import Date, Field, Name
from briefer.core.template import Template
from tests.samples import make_source


def test_a_source_comes_back_as_it_was(library):
    record = {
        "title": Field("Remarks", "source", 0, 7),
        "author": Field((Name("Norway", group="Champions"),), "user"),
        "issued": Field(Date(((2026, 5),)), "inferred"),
    }
    source = replace(make_source(), record=record)
    assert library.add([(source, b"the bytes")]) == [source.id]
    assert library.get([source.id]) == {source.id: source}
    assert library.original(source.id) == b"the bytes"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(min_size=1).filter(str.strip))
def test_any_text_comes_back(library, text):
    source = make_source(text, "any.txt")
    library.add([(source, text.encode())])
    assert library.get([source.id])[source.id] == source


def test_a_list_shows_sources_in_the_order_they_were_added(library, speech, other):
    library.add([(other, b"o"), (speech, b"s")])
    first, second = library.sources()
    assert (first.id, second.id) == (other.id, speech.id)
    assert (second.file, second.media_type, second.paragraphs, second.words) == (
        "remarks.md", "text/markdown", 6, len(speech.text.split()),
    )  # fmt: skip


def test_a_source_that_is_there_already_is_left_alone(library, speech):
    library.add([(speech, b"first")])
    assert library.add([(replace(speech, file="again.md"), b"second")]) == []
    assert library.original(speech.id) == b"first"
    assert library.get([speech.id])[speech.id].file == "remarks.md"


def test_a_file_may_stay_where_it_lies(library, tmp_path):
    source, path = make_source("Words in a file."), tmp_path / "elsewhere.txt"
    path.write_bytes(b"Words in a file.")
    library.add([(source, path)])
    assert library.original(source.id) == b"Words in a file."
    path.write_bytes(b"Other words.")
    with pytest.raises(LibraryError, match="no longer the file"):
        library.original(source.id)
    path.unlink()
    with pytest.raises(LibraryError, match="does not exist"):
        library.original(source.id)
    assert library.get([source.id]) == {source.id: source}


def test_the_same_bytes_read_in_two_encodings_are_two_sources(library, speech):
    other = replace(speech, id="another", encoding="windows-1251")
    assert library.add([(speech, b"x"), (other, b"x")]) == [speech.id, "another"]
    assert library.original("another") == b"x"


def test_ids_that_are_not_known_are_left_out(library, speech):
    library.add([(speech, b"")])
    assert list(library.get(["nothing", speech.id, speech.id])) == [speech.id]
    with pytest.raises(LibraryError, match="no source"):
        library.original("nothing")


def test_many_sources_are_fetched_at_once(library):
    many = [make_source(f"Text number {n}.", f"{n}.txt") for n in range(1200)]
    library.add([(one, b"") for one in many])
    assert list(library.get(one.id for one in many)) == [one.id for one in many]


def test_the_trash_hides_a_source_until_it_is_restored(library, speech, other):
    library.add([(speech, b""), (other, b"")])
    library.trash([speech.id])
    assert [line.id for line in library.sources()] == [other.id]
    assert [line.id for line in library.sources(trashed=True)] == [speech.id]
    assert library.matching(["million"], 9) == [other.id]
    assert library.get([speech.id]) == {speech.id: speech}
    library.restore([speech.id])
    assert {line.id for line in library.sources()} == {speech.id, other.id}


def test_importing_again_takes_a_source_out_of_the_trash(library, speech):
    library.add([(speech, b"")])
    library.trash([speech.id])
    assert library.add([(speech, b"")]) == []
    assert [line.id for line in library.sources()] == [speech.id]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("river", True), ("RIVER", True), ("riv", True), ("iver", False), ("it's", True),
        ("it’s", True), ("4.5", True), ("C++", True), ("-river", True), ("elan", True),
        ("title:river", False), ("NEAR(", True), ('"', False), ("", False), ("*", False),
        ("river AND", False), ('ri"ver', False), ("about million", True), ("about lake", False),
        ("_river", True), ("near\0", True), ("\0river", True), ("e\u0301lan", True),
        ("\ud800", False), ("river\udce9", True), ("½", False), ("\U0001e900", False),
    ],
)  # fmt: skip
def test_search_takes_what_is_typed_literally(library, other, typed, found):
    library.add([(other, b"")])
    assert bool(library.matching(typed.split(), 9)) is found


def test_search_gives_no_more_than_asked_for_the_best_first(library):
    often = make_source("Mines, mines and mines.", "often.txt")
    once = make_source("There are mines among very many other words in this text.", "once.txt")
    library.add([(once, b""), (often, b"")])
    assert library.matching(["mines"], 9) == [often.id, once.id]
    assert library.matching(["mines"], 1) == [often.id]


def test_a_name_that_cannot_be_kept_is_an_error(library, speech):
    with pytest.raises(LibraryError, match="udce9"):
        library.add([(replace(speech, file="caf\udce9.md"), b"")])
    assert library.sources() == []


def test_trashing_and_restoring_what_is_not_there_changes_nothing(library, speech):
    library.add([(speech, b"")])
    library.restore(["nothing", speech.id])
    library.trash(["nothing", speech.id, speech.id])
    assert [line.id for line in library.sources(trashed=True)] == [speech.id]


def test_adding_is_all_or_nothing(library, speech, other):
    def broken():
        yield speech, b""
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.add(broken())
    assert library.sources() == []
    assert library.add([(other, b"")]) == [other.id]


def test_templates_are_kept_replaced_and_removed(library):
    first = Template("own", "Own", sections=(Section("a", "A"),))
    library.put_template(Template("another", "B"))
    library.put_template(first)
    library.put_template(replace(first, title="Renamed"))
    assert [one.title for one in library.templates()] == ["B", "Renamed"]
    library.remove_template("own")
    assert [one.name for one in library.templates()] == ["another"]


@pytest.fixture
def revisions(library):
    """Three sources, each of which supersedes the one before."""
    made = [make_source(f"Revision number {n} of the text.", f"{n}.txt") for n in range(3)]
    library.add([(one, b"") for one in made])
    ids = [one.id for one in made]
    library.supersede(ids[2], ids[1])
    library.supersede(ids[1], ids[0])
    return ids


def test_the_newest_source_that_supersedes_another_is_known(library, speech, revisions):
    first, second, third = revisions
    library.add([(speech, b"")])
    assert library.successors([first, second, third, speech.id, "nothing"]) == {
        first: third, second: third,
    }  # fmt: skip
    assert library.successors([]) == {}
    assert set(library.get(revisions)) == set(revisions)
    assert len(library.sources()) == 4


def test_a_successor_in_the_trash_is_passed_over(library, revisions):
    first, second, third = revisions
    library.trash([third])
    assert library.successors([first, second]) == {first: second}
    library.trash([second])
    assert library.successors([first, second]) == {}
    library.restore([third])
    assert library.successors([first]) == {first: third}


def test_that_a_source_supersedes_another_can_be_said_twice(library, revisions):
    library.supersede(revisions[1], revisions[0])
    assert library.successors(revisions[:1]) == {revisions[0]: revisions[2]}


@pytest.mark.parametrize(
    ("new", "old", "why"),
    [
        (0, 0, "cannot supersede itself"),
        (0, 1, "cannot supersede itself"),
        (0, 2, "cannot supersede itself"),
        (2, 0, "superseded by another one already"),
    ],
)
def test_what_supersedes_what_stays_a_chain(library, revisions, new, old, why):
    before = library.successors(revisions)
    with pytest.raises(LibraryError, match=why):
        library.supersede(revisions[new], revisions[old])
    assert library.successors(revisions) == before


def test_only_sources_that_are_there_supersede_others(library, revisions):
    for new, old in (("nothing", revisions[2]), (revisions[2], "nothing")):
        with pytest.raises(LibraryError, match="no source nothing"):
            library.supersede(new, old)


def test_a_source_whose_original_is_not_to_be_had_says_so(library, speech):
    assert library.add([(speech, None)]) == [speech.id]
    with pytest.raises(LibraryError, match="was not handed over"):
        library.original(speech.id)
    library.records.mark_unproven(speech.id, "nobody saw it")
    library.records.mark_unproven(speech.id, "it was not handed over")
    assert library.sources()[0].unproven == "it was not handed over"
