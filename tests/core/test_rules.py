"""What changes the meaning of a quotation is found, named and placed (domain.md 4.5 and 4.6)."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer import paths
from briefer.core.findings import Finding, answered, reasons_with, with_reasons
from briefer.core.lifting import stem
from briefer.core.model import pick_passages
from briefer.core.operations import (
    Case,
    Emphasis,
    Erratum,
    Gloss,
    Insert,
    Marks,
    Omit,
    Punctuation,
    Reason,
    Redact,
    Sic,
)
from briefer.core.quotation import normal
from briefer.core.record import Field
from briefer.core.rules import examine
from briefer.core.styles import PROFILES
from briefer.core.surroundings import surroundings
from briefer.core.wording import WordLists
from briefer.services.quoting import wordings
from tests.samples import make_source

LONG = " ".join(f"word{number}" for number in range(70))
PAGE = " ".join(f"word{number}" for number in range(500))

TEXT = f"""# A title of it

The treaty does not permit any suspension. It stands for all States, though some left.

For States at war, the case for mines can be compelling. That reality is no excuse. But who
would say “we must never give up” today?

More than 40 million mines were tragically destroyed by 1999. The ministre welcomed the
*firm* promise of Ana Example and its report, however late. “We will act now for you all,” she
said. Some said so.

We commit to:

- And clear land that nobody wants;
- help survivors;

## Another heading

© Agency A boy aged 9 stands near the mine. (file)

If nothing is done, people die. People need help. Start {LONG} end. Begin {PAGE} finish."""


@pytest.fixture(scope="module")
def source():
    return make_source(TEXT)


def at(source, words):
    start = source.text.index(words)
    return start, start + len(words)


def found(source, words, operations=(), style="un", **fields):
    """The rules that speak about these words with these operations, and how gravely."""
    passages = [words] if isinstance(words, str) else words
    made = pick_passages(source, [at(source, one) for one in passages], "quote")
    made = replace(made, operations=normal(operations, source.text), **fields)
    return {(one.rule, one.level) for one in examine(made, source, wordings(), PROFILES[style])}


def on(source, kind, words, *more):
    """An operation of this kind on these words."""
    start, end = at(source, words)
    ranged = kind in (Omit, Gloss, Redact, Erratum, Emphasis, Marks)
    place = (start, end) if ranged else (end,) if kind in (Sic, Punctuation) else (start,)
    return kind(*place, *more)


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("The treaty does not permit any suspension.", set()),
        ("People need help.", {("VG-6", "warning")}),  # “If nothing is done” stands before
        ("permit any suspension.", {("VG-4", "stop")}),
        ("The treaty does", {("VG-4", "stop")}),
        ("does not perm", {("VG-1", "stop")}),
        ("the case for mines can be compelling", {("VG-6", "warning")}),
        ("It stands for all States", {("VG-5", "warning"), ("VG-6b", "warning"),
                                      ("VG-6", "warning")}),
        ("That reality is no excuse.", {("VG-6", "warning"), ("VG-6b", "warning")}),
        ("give up” today", {("VG-4", "stop"), ("VG-5", "warning"), ("VG-6", "warning"),
                            ("VG-10", "stop")}),
        ("We will act now for you all", {("VG-17", "warning"), ("VG-6b", "warning")}),
        ("And clear land that nobody wants;", {("VG-16", "warning")}),
        ("A boy aged 9 stands near the mine.", {("non-body", "warning"), ("minor", "warning")}),
        ("A title of it", set()),
        ("help survivors;", set()),
    ],
)  # fmt: skip
def test_what_is_cut_off_or_stands_beside_is_found(source, words, rules):
    assert found(source, words) == rules


SENTENCE = "The treaty does not permit any suspension."
FIGURES = "More than 40 million mines were tragically destroyed by 1999."
PROMISE = ("The ministre welcomed the\nfirm promise of Ana Example and its report, however late. "
           "“We will act now for you all,” she\nsaid.")  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kind", "on_what", "more", "rule"),
    [
        (SENTENCE, Omit, "not", (), ("VG-4", "stop")),
        (SENTENCE, Redact, "not", (), ("VG-4", "stop")),
        (SENTENCE, Gloss, "not", ("well",), ("VG-4", "stop")),
        (SENTENCE, Insert, "permit", ("never",), ("VG-4", "stop")),
        (SENTENCE, Omit, "no", (), ("VG-3", "refused")),
        (SENTENCE, Omit, "The", (), ("VG-3", "refused")),
        (SENTENCE, Insert, "ermit", ("x",), ("VG-3", "refused")),
        (SENTENCE, Insert, "permit", ("a [b]",), ("VG-8", "refused")),
        (SENTENCE, Insert, "permit", (" ",), ("VG-8", "refused")),
        (SENTENCE, Insert, "permit", ("a b c d e f g h i",), ("VG-8", "refused")),
        (SENTENCE, Insert, "permit", ("two",), ("VG-7", "refused")),
        (SENTENCE, Insert, "permit", ("one",), ("VG-7", "refused")),
        (SENTENCE, Insert, "permit", ("in May",), ("VG-7", "refused")),
        (SENTENCE, Gloss, "permit any", ("let",), ("VG-8", "stop")),
        (SENTENCE, Gloss, "does not permit any suspension", ("says",), ("VG-8", "stop")),
        (SENTENCE, Omit, "A title", (), ("VG-2", "refused")),
        (SENTENCE, Sic, "A title", (), ("VG-2", "refused")),
        (SENTENCE, Case, "treaty", (), ("VG-9", "refused")),
        (SENTENCE, Case, ".", (), ("VG-9", "refused")),
        (SENTENCE, Sic, "trea", (), ("VG-11", "refused")),
        (SENTENCE, Emphasis, "not", ("omitted",), ("VG-13", "refused")),
        (SENTENCE, Marks, "not", (), ("VG-14", "refused")),
        (SENTENCE, Erratum, "not", ("now", "editor"), ("VG-4", "stop")),
        (FIGURES, Omit, "40 million", (), ("VG-7", "stop")),
        (FIGURES, Omit, "tragically", (), ("VG-5", "warning")),
        (FIGURES, Insert, "40", ("over",), ("VG-7", "refused")),
        (PROMISE, Sic, "Ana Example", (), ("VG-11", "warning")),
        (PROMISE, Erratum, "ministre", ("minister", ""), ("VG-12", "refused")),
        (PROMISE, Erratum, "ministre", ("politician", "editor"), ("VG-12", "refused")),
        (PROMISE, Erratum, "the\nfirm", ("the firm", "editor"), ("VG-12", "refused")),
    ],
)
def test_an_operation_that_may_not_be_is_found(source, words, kind, on_what, more, rule):
    operation = on(source, kind, on_what, *more)
    assert rule in found(source, words, [operation])


@pytest.mark.parametrize(
    ("words", "kind", "on_what", "more"),
    [
        ("It stands for all States, though some left.", Gloss, "It", ("Peace",)),
        (SENTENCE, Gloss, "The treaty", ("It",)),
        (SENTENCE, Case, "The", ()),
        (SENTENCE, Emphasis, "permit", ("added",)),
        (SENTENCE, Insert, "permit", ("ever",)),
        (PROMISE, Gloss, "Ana Example", ("she",)),
        (PROMISE, Sic, "ministre", ()),
        (PROMISE, Erratum, "ministre", ("minister", "editor")),
        (PROMISE, Emphasis, "firm", ("omitted",)),
        (PROMISE, Marks, "“We will act now for you all,”", ()),
        (PROMISE, Redact, "Ana Example", ()),
    ],
)
def test_a_customary_operation_is_no_reason_to_stop(source, words, kind, on_what, more):
    rules = found(source, words, [on(source, kind, on_what, *more)])
    assert not {level for _, level in rules} & {"refused", "stop"}


def test_the_last_mark_alone_may_be_dropped(source):
    end = source.text.index("suspension.") + len("suspension.")
    assert found(source, SENTENCE, [Punctuation(end - 1)]) == set()
    assert found(source, SENTENCE, [Punctuation(end - 2)]) == {("VG-10", "refused")}
    inner = source.text.index("report,") + 6
    assert ("VG-10", "refused") in found(source, PROMISE, [Punctuation(inner)])


@pytest.mark.parametrize("kind", [Omit, Redact, Emphasis])
def test_an_operation_needs_words(source, kind):
    start = at(source, SENTENCE)[0] + len("The")
    more = ("added",) if kind is Emphasis else ()
    assert ("VG-3", "refused") in found(source, SENTENCE, [kind(start, start + 1, *more)])


def test_two_operations_on_the_same_words_are_refused(source):
    twice = [on(source, Omit, "not permit"), on(source, Gloss, "permit any", "x")]
    assert ("VG-2", "refused") in found(source, SENTENCE, twice)
    same = [on(source, Sic, "permit"), on(source, Sic, "permit")]
    assert ("VG-2", "refused") in found(source, SENTENCE, same)


def test_an_emphasised_word_may_be_marked_too(source):
    both = [on(source, Emphasis, "permit", "added"), on(source, Sic, "permit")]
    assert found(source, SENTENCE, both) == set()


def test_a_repeated_error_is_marked_once(source):
    source = make_source("The huamn cost of huamn error is great and all of it lasts.")
    first = source.text.index("huamn") + 5
    marks = [Sic(first), Sic(source.text.rindex("huamn") + 5)]
    assert found(source, source.text, marks) == {("VG-11", "warning")}


def test_a_style_says_what_it_does_not_use(source):
    sic, erratum = on(source, Sic, "ministre"), on(source, Erratum, "ministre", "minister", "me")
    assert ("VG-11", "warning") in found(source, PROMISE, [sic], "oscola")
    assert ("VG-12", "refused") in found(source, PROMISE, [erratum], "oscola")


def test_a_letter_changes_its_case_after_words_left_out(source):
    words = "People need help. Start"
    gap, case = on(source, Omit, "People need help."), on(source, Case, "Start")
    assert ("VG-9", "refused") not in found(source, f"If nothing is done, people die. {words}",
                                            [gap, case])  # fmt: skip


@pytest.mark.parametrize(
    ("passages", "rules"),
    [
        (("Start", "end."), {("VG-3", "warning")}),
        (("Begin", "finish."), {("VG-3", "refused")}),
        (("We commit to:", "help survivors;"), set()),
        (("help survivors;", "People need help."), {("VG-3", "warning"), ("VG-4", "stop")}),
        (("who\nwould say", "give up"), {("VG-3", "warning"), ("VG-4", "stop")}),
        (("Some said so.", "help survivors;"), {("VG-3", "warning"), ("VG-4", "stop")}),
    ],
)
def test_a_gap_that_a_reader_would_ask_about_is_found(source, passages, rules):
    assert rules <= found(source, passages)


def test_passages_out_of_order_are_refused(source):
    made = pick_passages(source, [at(source, "Start"), at(source, "end.")], "quote")
    turned = replace(made, passages=made.passages[::-1])
    rules = examine(turned, source, wordings(), PROFILES["un"])
    assert ("VG-2", "refused") in {(one.rule, one.level) for one in rules}


def test_a_finding_names_words_place_and_rule_in_one_sentence(source):
    made = pick_passages(source, [at(source, SENTENCE)], "quote")
    made = replace(made, operations=(on(source, Omit, "not"),))
    [one] = examine(made, source, wordings(), PROFILES["un"])
    assert one.words == "not"
    assert one.message == ("Leaves out “not”, para. 2: the words may now say the opposite (VG-4).")
    assert (one.is_open(), one.said()) == (True, one.message)


def test_a_long_passage_is_shortened_in_the_sentence_that_names_it(source):
    made = pick_passages(source, [at(source, SENTENCE)], "quote")
    made = replace(made, operations=(on(source, Omit, f"Start {LONG} end."),))
    [one] = examine(made, source, wordings(), PROFILES["un"])
    assert one.message.startswith("“Start word0 word1")
    assert one.message.endswith("word69 end.” lies outside the words picked, para. 10 (VG-2).")
    assert (one.words, len(one.message) < 160) == (f"Start {LONG} end.", True)


def test_what_a_gap_crosses_is_named_without_quotation_marks(source):
    made = pick_passages(source, [at(source, "help survivors;"), at(source, "People need help.")],
                         "quote")  # fmt: skip
    said = [one.message for one in examine(made, source, wordings(), PROFILES["un"])]
    assert "What is left out crosses a heading, para. 7 (VG-3)." in said


def test_a_reason_lifts_the_stop_that_it_was_given_for_and_no_other(source):
    omit = on(source, Omit, "not")
    made = pick_passages(source, [at(source, SENTENCE)], "quote")
    made = replace(made, operations=(omit,), reasons=(Reason("VG-4", omit.start, omit.end, "x"),))
    [one] = examine(made, source, wordings(), PROFILES["un"])
    assert (one.is_open(), one.reason) == (False, "x")
    assert one.said().endswith("Reason given: x")
    other = replace(made, operations=(on(source, Omit, "not permit"),))
    assert [one.is_open() for one in examine(other, source, wordings(), PROFILES["un"])] == [True]


def test_a_typed_reason_answers_what_has_none_and_nothing_that_is_refused():
    asked = [
        Finding("VG-5", "warning", 0, 3, "may", "A."),
        Finding("VG-4", "stop", 4, 7, "not", "B.", reason="kept"),
        Finding("VG-8", "refused", 8, 9, "x", "C."),
    ]
    given = answered(asked, " since ")
    assert given == (Reason("VG-5", 0, 3, "since"), Reason("VG-4", 4, 7, "kept"))
    assert answered(asked[:1], " ") == ()
    assert [one.reason for one in with_reasons(asked, given)] == ["since", "kept", ""]


def test_each_language_has_its_own_words(source):
    french = make_source(
        "La Convention ne permet pas la suspension. Cependant, certains partent.",
        language=Field("fr", "user"),
    )
    gap = [on(french, Omit, "pas")]
    whole = "La Convention ne permet pas la suspension."
    assert found(french, whole, gap) == {("VG-4", "stop"), ("VG-6", "warning")}
    assert found(french, "certains partent.") == {("VG-5", "warning"), ("VG-6", "warning")}
    english = replace(french, record={})
    assert found(english, whole, gap) == set()


LISTS = [
    msgspec.json.decode(file.read_bytes(), type=WordLists)
    for file in sorted((paths.resources() / "quoting").glob("*.json"))
]


@pytest.mark.parametrize("lists", LISTS, ids=lambda lists: lists.language)
def test_every_language_file_is_whole_and_watches_something(lists):
    entries = [getattr(lists, name) for name in lists.__struct_fields__ if name != "language"]
    assert all(entries)
    assert all(entry == entry.strip() for some in entries for entry in some)


def test_english_and_french_are_there():
    assert {"en", "fr"} <= set(wordings()) == {lists.language for lists in LISTS}


def test_words_before_any_paragraph_have_no_surroundings(source):
    bare = replace(source, places=())
    made = pick_passages(source, [at(source, SENTENCE)], "quote")
    around = surroundings(made, bare, "en")
    assert {around.head, around.tail, around.previous, around.next} == {(made.start, made.start)}
    assert found(bare, SENTENCE, [Omit(made.start + 11, made.start + 19)]) == {("VG-4", "stop")}


@pytest.mark.parametrize(
    ("words", "expected"),
    [("help survivors;", "We commit to:"), ("Some said so.", None), ("A boy", None)],
)
def test_a_list_item_has_the_words_that_lead_into_its_list(source, words, expected):
    place = stem(source, at(source, words)[0])
    assert (source.text[slice(*place)] if place else None) == expected


def test_a_list_without_a_lead_in_has_no_stem():
    assert stem(make_source("- one\n- two"), 0) is None
    assert stem(make_source("No colon.\n\n- one\n- two"), 12) is None


@given(st.data())
def test_no_word_of_denial_can_be_left_out_unnoticed(data):
    denials = [one for one in LISTS[0].negations if "*" not in one]
    words = ["States", "agree", "that", "mines", "spread", "here", "and", "there"]
    put_at = data.draw(st.integers(1, len(words) - 2))
    denial = data.draw(st.sampled_from(denials))
    source = make_source(" ".join([*words[:put_at], denial, *words[put_at:]]) + ".")
    start = source.text.index(f" {denial} ") + 1
    rules = found(source, source.text, [Omit(start, start + len(denial))])
    assert ("VG-4", "stop") in rules


def test_a_reason_takes_the_place_of_the_one_before():
    first, other = (Finding("VG-5", "warning", start, 9, "may", "Found.") for start in (1, 2))
    given = reasons_with(reasons_with((), first, "once"), other, "twice")
    assert reasons_with(given, first, " again ") == (
        Reason("VG-5", 2, 9, "twice"), Reason("VG-5", 1, 9, "again"),
    )  # fmt: skip
    assert reasons_with(given, other, " ") == (Reason("VG-5", 1, 9, "once"),)
