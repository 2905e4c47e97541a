"""The eight built-in templates against the tables that describe them."""

import re

import pytest

from briefer import paths
from briefer.core import forms
from briefer.core.model import KINDS, Accepted, Briefing, Limit, Section
from briefer.core.template import Template, new_briefing

ANY = "text fact quote point qa meta ref"
"""What a section accepts that takes everything."""

SHORT: dict[Accepted, str] = {
    "talking_point": "point",
    "question": "qa",
    "detail": "meta",
    "reference": "ref",
}
"""Kinds and forms whose name in the tables is another."""

TABLES = {
    "bilateral": """
        essentials | Essentials | meta | items=8 | yes
        objectives | What we want | text | items=3 words=60 | yes
        points | Points to make | point quote fact | items=4 items_at_most=6 words=220 | yes
        their_view | What they will want | quote fact text | items=4 words=120 | yes
        if_raised | If raised | qa | items=6 words=240 | no
        avoid | Handle with care | text fact | items=4 words=80 | no
        facts | Facts and figures | fact | items=8 words=200 | no
        background | Background | text fact quote | words=500 | no
        press | Agreed public line | point text | items=2 words=60 | no
        people | Who is who | meta | items=6 | no
        sources | Sources | auto |  | yes
    """,
    "speaking": """
        slot | Slot | meta |  | yes
        salutation | Opening courtesies | text | words=40 | no
        message | The one sentence | point text | words=30 | yes
        body | Argument | point quote fact text | from_slot | yes
        call | Call to action | point quote text | words=60 | yes
        close | Close | text | words=20 | no
        cuts | Drop if short of time | ref |  | no
        refsheet | Reference sheet | auto |  | yes
    """,
    "delegation": """
        meeting | Meeting data | meta |  | yes
        summary | Summary for head of delegation | text point | words=150 | yes
        mandate | Mandate and red lines | text | words=200 | yes
        state_of_play | State of play | fact quote | items=10 words=300 | yes
        positions | Positions of others | quote fact | items=12 words=400 | no
        item | Agenda item N: … | point qa ref fact quote text | words=350 | yes
        statements | Statements | meta ref |  | no
        margins | In the margins | meta text |  | no
        language | Agreed language bank | quote ref |  | no
        contacts | Delegation and contacts | meta |  | yes
        reporting | Reporting plan | text | words=60 | no
    """,
    "qa-parliament": """
        question | Question | text meta |  | yes
        reply | Suggested reply | point text quote | words=80 seconds=40 | yes
        keyfacts | Key facts | fact | items=5 | yes
        supps | Supplementaries | qa | items=6 | yes
        previous | What we said before | ref quote | items=4 | no
        bg | Background – not for release | text fact quote | words=250 | no
        sensitive | Handling | text | words=60 | no
        clear | Clearance | meta |  | yes
    """,
    "press": """
        status | Status of these lines | meta |  | yes
        top | Top line | point quote | words=30 | yes
        lines | Lines to take | point | items=4 words=120 | yes
        onrecord | Quote for use | quote | words=60 | no
        ifasked | If asked | qa | items=8 | yes
        donotsay | Not to be used | text fact | items=5 | no
        notes | Notes to editors | fact ref text | words=150 | no
        internal | Internal background | any | words=200 | no
    """,
    "onepager": """
        ask | What we ask of you | text | words=40 | yes
        why | Why now | text fact quote | words=60 | yes
        evidence | The evidence | fact | items_at_most=5 items_at_least=3 words=110 | yes
        voice | In their words | quote | items=1 words=50 | no
        objection | A fair objection, answered | qa | items=1 words=70 | no
        contact | Contact | meta |  | yes
        sources | Sources | auto | items=6 | yes
    """,
    "factsheet": """
        head | What this is about | text fact | words=50 | yes
        numbers | In numbers | fact | items=6 | yes
        progress | What has been achieved | fact quote | words=120 | no
        problem | What is at risk | fact quote | words=120 | yes
        voices | Who says so | quote | items=2 words=90 | no
        act | What you can do | text ref | words=60 | no
        terms | Terms used | text | items=6 | no
        foot | Sources, as-of and review date | auto meta |  | yes
    """,
    "report": """
        routing | Routing | meta |  | yes
        summary | Summary | text | words=100 | yes
        action | Action requested | text | words=50 | yes
        detail | Detail | text quote fact | words=500 | yes
        comment | Comment | text | words=120 | no
        next | Follow-up | text meta | items=5 | no
        drafting | Drafted / cleared / approved | meta |  | yes
    """,
}
"""Name -> a line for each section: key, heading, what it accepts, limit, whether it is required."""

SPOKEN = {
    "bilateral": {"points"},
    "speaking": {"salutation", "message", "body", "call", "close"},
    "qa-parliament": {"reply"},
}

INTERNAL = {
    "bilateral": {"avoid"},
    "delegation": {"summary", "mandate", "item", "contacts"},
    "qa-parliament": {"supps", "bg", "sensitive", "clear"},
    "press": {"ifasked", "donotsay", "internal"},
}

HEADER = {
    "marking", "handling", "reference", "event", "date_time_place", "principal", "lead",
    "cleared_by", "issue", "as_of", "embargo_until", "distribution", "delivery_marking",
}  # fmt: skip

FIRST_PAGE = ("essentials", "objectives", "points", "their_view", "if_raised", "avoid")


def data_of(name: str) -> bytes:
    return (paths.resources() / "templates" / f"{name}.brieftemplate").read_bytes()


def load(name: str) -> Template:
    return forms.decode(data_of(name), Template, name)


def row(section: Section) -> str:
    """A section as a line of the tables."""
    kinds = [SHORT.get(one, one) for one in section.accepts]
    accepts = " ".join((["auto"] if section.generated else []) + kinds)
    cells = (
        section.key,
        section.heading,
        "any" if accepts == ANY else accepts,
        row_limit(section.limit),
        "yes" if section.required else "no",
    )
    return " | ".join(cells)


def row_limit(limit: Limit) -> str:
    values = {name: getattr(limit, name) for name in limit.__struct_fields__}
    return " ".join(
        name if value is True else f"{name}={value}" for name, value in values.items() if value
    )


def keys(name: str, flag: str) -> set[str]:
    """The keys of the sections that carry a flag."""
    return {section.key for section in load(name).sections if getattr(section, flag)}


every_template = pytest.mark.parametrize("name", TABLES)


def test_there_are_eight_templates_and_no_other_files():
    found = {path.name for path in (paths.resources() / "templates").iterdir()}
    assert found == {f"{name}.brieftemplate" for name in TABLES}


@every_template
def test_the_sections_are_those_of_the_table(name):
    expected = [line.strip() for line in TABLES[name].strip().splitlines()]
    assert [row(section) for section in load(name).sections] == expected


@every_template
def test_the_file_is_canonical(name):
    assert forms.encode(load(name)) == data_of(name)


@every_template
def test_the_file_is_called_what_the_template_is_called(name):
    assert load(name).name == name


@every_template
def test_the_template_says_what_it_is_and_who_reads_it(name):
    template = load(name)
    assert template.title
    assert template.description.endswith(".")
    assert template.reader


@every_template
def test_section_keys_are_unique_and_in_snake_case(name):
    found = [section.key for section in load(name).sections]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", key) for key in found)


@every_template
def test_every_section_that_a_person_fills_has_guidance(name):
    assert all(section.guidance or section.generated for section in load(name).sections)


@every_template
def test_every_section_takes_something_and_is_empty(name):
    sections = load(name).sections
    assert all(section.accepts or section.generated for section in sections)
    assert not any(section.items for section in sections)


@every_template
def test_the_header_block_is_empty_and_of_known_fields(name):
    header = load(name).header
    found = [field.key for field in header]
    assert len(set(found)) == len(found)
    assert {"marking", "reference", "issue", "as_of"} <= set(found) <= HEADER
    assert all(field.label and not field.value for field in header)


@pytest.mark.parametrize(
    ("name", "required"),
    [
        ("bilateral", {"event"}),
        ("speaking", {"delivery_marking"}),
        ("delegation", {"event"}),
        ("factsheet", {"as_of"}),
    ],
)
def test_some_header_fields_are_required(name, required):
    assert {field.key for field in load(name).header if field.required} == required


def test_press_lines_can_be_under_embargo():
    assert "embargo_until" in {field.key for field in load("press").header}


@pytest.mark.parametrize(
    ("name", "citation", "rate", "minutes"),
    [
        ("bilateral", "bracket", 130, None),
        ("speaking", "spoken", 110, 3),
        ("delegation", "footnote", 130, None),
        ("qa-parliament", "none-in-body", 130, None),
        ("press", "source-line", 130, None),
        ("onepager", "endnote", 130, None),
        ("factsheet", "source-line", 130, None),
        ("report", "bracket", 130, None),
    ],
)
def test_the_citation_mode_and_the_speaking_time(name, citation, rate, minutes):
    template = load(name)
    assert (template.citation, template.rate, template.minutes) == (citation, rate, minutes)


@every_template
def test_only_words_said_aloud_count_as_spoken(name):
    assert keys(name, "spoken") == SPOKEN.get(name, set())


@every_template
def test_what_must_not_leave_is_internal(name):
    assert keys(name, "internal") == INTERNAL.get(name, set())


@every_template
def test_no_section_is_both_spoken_and_internal(name):
    assert not keys(name, "spoken") & keys(name, "internal")


def test_only_agenda_items_are_repeatable():
    assert {(name, key) for name in TABLES for key in keys(name, "repeatable")} == {
        ("delegation", "item")
    }


@pytest.mark.parametrize(
    ("name", "pages", "sections"),
    [("bilateral", 1, FIRST_PAGE), ("onepager", 1, ()), ("factsheet", 2, ())],
)
def test_some_templates_limit_the_pages(name, pages, sections):
    length = load(name).length
    assert length is not None
    assert (length.pages, length.sections) == (pages, sections)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("bilateral", "avoid"),
        ("qa-parliament", "previous"),
        ("press", "donotsay"),
        ("press", "internal"),
    ],
)
def test_a_section_that_only_a_person_can_judge_does_not_put_a_pick_first(name, key):
    section = next(one for one in load(name).sections if one.key == key)
    assert section.accepts[0] not in KINDS


@every_template
def test_a_briefing_made_from_it_survives_encoding(name):
    made = new_briefing(load(name), created="2026-11-24T09:00:00Z")
    assert made.sections
    assert forms.decode(forms.encode(made), Briefing, name) == made
