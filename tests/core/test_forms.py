"""The JSON forms: versioned, defensive, and nothing lost on a round trip."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer import paths
from briefer.core.bundle import Bundle, HandedSource
from briefer.core.compose import compose
from briefer.core.edits import add_item, remove_items
from briefer.core.errors import FileError
from briefer.core.forms import decode, encode, schema
from briefer.core.manifest import Manifest, make_manifest
from briefer.core.model import Briefing, Prose, Section, Source, pick
from briefer.core.template import Template, new_briefing, template_from


@pytest.fixture
def filled(briefing, speech):
    return add_item("own", Prose("o", "Words"))(
        add_item("points", pick(speech, 27, 55, "fact"))(briefing)
    )


def test_a_source_a_briefing_and_a_template_come_back_as_they_were(filled, speech):
    template = template_from(filled, "own", "Own")
    for value in (speech, filled, template):
        assert decode(encode(value), type(value), "x") == value


@given(st.text(), st.text())
def test_any_text_comes_back(title, text):
    value = add_item("own", Prose("1", text))(new_briefing(OWN_TEXT, title))
    assert decode(encode(value), Briefing, "x") == value


OWN_TEXT = Template("t", "T", sections=(Section("own", "Own", accepts=("text",)),))


def test_a_new_briefing_has_the_structure_and_a_template_has_no_contents(filled):
    template = template_from(filled, "own", "Own", "What it is for")
    assert not any(section.items for section in template.sections)
    assert not any(field.value for field in template.header)
    made = new_briefing(template)
    assert (made.title, made.template, made.items()) == ("Own", "own", [])
    assert made.created.endswith("Z")
    assert b"Casualties" not in encode(template)


def test_what_a_newer_program_added_stays_on_a_round_trip(filled):
    raw = json.loads(encode(filled))
    raw["mood"] = "calm"
    raw["sections"][0]["items"][0]["weight"] = {"deep": [1]}
    raw["sections"][1]["colour"] = "blue"
    raw["header"][0]["hint"] = "x"
    again = json.loads(encode(decode(json.dumps(raw).encode(), Briefing, "x")))
    assert again == raw


def test_what_was_added_to_an_item_goes_with_it(filled):
    raw = json.loads(encode(filled))
    raw["sections"][1]["items"][0]["weight"] = 3
    value = remove_items({"o"})(decode(json.dumps(raw).encode(), Briefing, "x"))
    assert b"weight" not in encode(value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfe", "not readable as JSON"),
        (b"{", "not readable as JSON"),
        (b"[]", "not a briefer briefing"),
        (b'{"format": "briefer-template", "version": 1}', "not a briefer briefing"),
        (b'{"format": "briefer-briefing"}', "does not say which version"),
        (b'{"format": "briefer-briefing", "version": "1"}', "does not say which version"),
        (b'{"format": "briefer-briefing", "version": 99}', "newer briefer"),
        (b'{"format": "briefer-briefing", "version": 1}', "is damaged: Object missing"),
        (b"[" * 100_000, "not readable as JSON"),
        (b'{"title": "\\ud800"}', "not readable as JSON"),
    ],
)
def test_what_cannot_be_read_is_said(data, words):
    with pytest.raises(FileError, match=words):
        decode(data, Briefing, "my.briefing")


def changed(value, path, new):
    """The JSON of a value with one field, named by its path, set to something else."""
    raw = json.loads(encode(value))
    at = raw
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = new
    return json.dumps(raw).encode()


ITEM = ("sections", 0, "items", 0)


@pytest.mark.parametrize(
    ("path", "new"),
    [
        ((*ITEM, "passages"), []),
        ((*ITEM, "passages", 0, "position", "start"), -5),
        ((*ITEM, "kind"), "opinion"),
        (("rate",), 0),
        (("minutes",), -1),
        (("sections",), None),
    ],
)
def test_a_briefing_with_impossible_values_is_damaged(filled, path, new):
    with pytest.raises(FileError, match="is damaged"):
        decode(changed(filled, path, new), Briefing, "x")


@pytest.mark.parametrize(
    ("path", "new"),
    [
        (("places", 0, "start"), -1),
        (("places", 0, "end"), 10_000),
        (("places", 1, "start"), 2),
        (("text",), "short"),
    ],
)
def test_a_source_whose_paragraphs_do_not_fit_is_damaged(speech, path, new):
    with pytest.raises(FileError, match="do not fit"):
        decode(changed(speech, path, new), Source, "x")


@pytest.mark.parametrize("form", [Source, Briefing, Template, Manifest, Bundle])
def test_the_kept_schema_describes_what_is_written(form, filled, speech):
    import jsonschema

    kept = paths.resources() / "schemas" / f"{form.__name__.lower()}.schema.json"
    assert json.loads(kept.read_bytes()) == schema(form)
    known = {speech.id: speech}
    values = {
        Source: speech,
        Briefing: filled,
        Template: template_from(filled, "a", "A"),
        Manifest: make_manifest(filled, known, compose(filled, known)),
        Bundle: Bundle(
            (HandedSource(speech.id, True, {"title": None}, ("a",), "Why"),), (("a", "b"),)
        ),
    }
    jsonschema.validate(json.loads(encode(values[form])), schema(form))


def test_a_list_without_names_is_kept_as_it_is_read(filled):
    raw = json.loads(encode(filled))
    raw["sections"][0]["items"][0]["passages"][0]["note"] = "x"
    decoded = decode(json.dumps(raw).encode(), Briefing, "x")
    assert decoded.picks() == filled.picks()
