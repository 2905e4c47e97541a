"""Which operation each move makes at a place, and what the session of an editing keeps."""

import pytest
from msgspec.structs import replace

from briefer.core.model import Briefing, pick
from briefer.core.operations import (
    Case,
    Emphasis,
    Erratum,
    Gloss,
    Insert,
    Marks,
    Omit,
    Punctuation,
    Redact,
    Sic,
)
from briefer.ui.pick_moves import MOVES, Spot, needs
from briefer.ui.pick_session import PickSession
from tests.samples import make_source

TEXT = "It is *not* a ‘mere’ trade-off, the huamn cost. Of hope."
SOURCE = make_source(TEXT)
WHOLE = SOURCE.text
BRIEFING = Briefing("b", "A brief", "test", "2026-01-02T03:04:05Z")
BY_NAME = {move.name: move for move in MOVES}


def at(words, into=0, length=None):
    """A spot on words of the source: `length` characters from `into` on; 0 for the cursor."""
    start = WHOLE.index(words) + into
    return Spot(start, start + (len(words) if length is None else length))


def spot_of(words):
    start = WHOLE.index(words)
    return start, start + len(words)


HUMAN = Erratum(*spot_of("huamn"), "human", "desk")


def make(name, spot, *typed, words="It is not a ‘mere’ trade-off, the huamn cost."):
    start = WHOLE.index(words)
    return BY_NAME[name].make(pick(SOURCE, start, start + len(words), "quote"), SOURCE, spot, typed)


@pytest.mark.parametrize(
    ("name", "spot", "typed", "made"),
    [
        ("omit", at("not a"), (), Omit(*spot_of("not a"))),
        ("omit", at("not a", 1, 2), (), Omit(*spot_of("not"))),
        ("omit", at("not", 1, 0), (), None),
        ("redact", at("cost"), (), Redact(*spot_of("cost"))),
        ("redact", at("cost", 2, 0), (), None),
        ("insert", at("huamn", 2, 0), ("very",), Insert(spot_of("huamn")[0], "very")),
        ("gloss", at("It", 0, 0), ("Peace",), Gloss(0, 2, "Peace")),
        ("gloss", at("cost. Of hope.", 14, 0), ("x",), None),
        ("case", at("It", 1, 0), (), Case(0)),
        ("case", at("‘", 0, 0), (), None),
        ("sic", at("huamn", 2, 0), (), Sic(spot_of("huamn")[1])),
        ("emphasis", at("cost"), (), Emphasis(*spot_of("cost"), "added")),
        ("emphasis", at("not", 1, 0), (), Emphasis(*spot_of("not"), "omitted")),
        ("emphasis", at("‘", 0, 0), (), None),
        ("drop", at("It", 0, 0), (), Punctuation(spot_of("cost.")[1] - 1)),
        ("marks", at("mere", 1, 0), (), Marks(*spot_of("‘mere’"))),
        ("marks", at("It", 0, 0), (), Marks(*spot_of("‘mere’"))),
        ("erratum", at("huamn", 1, 0), ("human", "desk"), HUMAN),
        ("erratum", at("‘", 0, 0), ("human", "desk"), None),
    ],
)  # fmt: skip
def test_a_move_makes_the_operation_for_its_place(name, spot, typed, made):
    assert make(name, spot, *typed) == made


def test_without_quotation_marks_none_are_switched():
    assert make("marks", at("Of", 0, 0), words="Of hope.") is None
    assert needs(BY_NAME["marks"]) == "there are no quotation marks in it"


def test_every_move_has_a_key_of_its_own():
    assert len({move.key for move in MOVES}) == len(MOVES)
    assert all(len(move.asks) == len(move.example) for move in MOVES)


@pytest.fixture
def session():
    return PickSession(pick(SOURCE, 0, len(WHOLE) - 9, "quote"), SOURCE, BRIEFING)


def test_what_the_rules_refuse_is_not_offered_and_says_why(session):
    assert "figures" in session.offer(BY_NAME["insert"], at("huamn"), ["40"]).why_not
    assert "not the first letter" in session.offer(BY_NAME["case"], at("cost")).why_not
    assert session.offer(BY_NAME["omit"], at("not", 1, 0)).why_not == (
        "Leave out: select the words first."
    )
    assert session.offer(BY_NAME["insert"], at("huamn")).why_not == ""
    assert session.operations == ()


def test_a_stop_is_offered_and_waits_for_its_reason(session):
    offer = session.offer(BY_NAME["omit"], at("not"))
    assert offer.why_not == ""
    session.apply(offer.operations)
    assert session.why_not() == "Say why what was found may stand."
    [stop] = [one for one in session.findings() if one.level == "stop"]
    session.give(stop, " It is said above. ")
    assert session.why_not() == ""
    [reason] = session.pick().reasons
    assert (reason.rule, reason.text) == ("VG-4", "It is said above.")
    session.undo()
    assert session.pick().reasons == ()


def test_changes_are_taken_back_made_again_and_forgotten(session):
    assert not session.can_undo()
    session.apply(session.offer(BY_NAME["drop"], at("It")).operations)
    session.apply(session.offer(BY_NAME["sic"], at("huamn")).operations)
    first, second = session.operations
    session.undo()
    assert session.operations == (second,)
    session.redo()
    assert session.operations == (first, second)
    session.undo()
    session.remove(second)
    assert session.operations == ()
    assert not session.can_redo()


def test_leaving_words_out_takes_what_was_done_to_them_along(session):
    session.apply(session.offer(BY_NAME["insert"], at("the huamn"), ["full"]).operations)
    session.apply(session.offer(BY_NAME["sic"], at("huamn")).operations)
    session.apply(session.offer(BY_NAME["emphasis"], at("huamn")).operations)
    session.apply(session.offer(BY_NAME["omit"], at("the huamn")).operations)
    assert [type(one).__name__ for one in session.operations] == ["Insert", "Omit"]


def test_what_is_done_is_not_done_twice(session):
    session.apply(session.offer(BY_NAME["emphasis"], at("cost")).operations)
    assert "done already" in session.offer(BY_NAME["emphasis"], at("cost")).why_not


def test_several_open_findings_are_counted():
    made = replace(
        pick(SOURCE, 0, len(WHOLE) - 9, "quote"),
        operations=(Omit(*spot_of("not")), Gloss(*spot_of("trade-off"), "cost")),
    )
    session = PickSession(made, SOURCE, BRIEFING)
    assert session.why_not() == "Say why each of the 2 may stand."


def test_reasons_given_before_are_kept(session):
    session.apply(session.offer(BY_NAME["omit"], at("not")).operations)
    for one in session.findings():
        session.give(one, "As said.")
    again = PickSession(session.pick(), SOURCE, BRIEFING)
    assert again.why_not() == ""
    assert again.pick() == session.pick()
