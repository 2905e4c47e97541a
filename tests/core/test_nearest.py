"""The passage most like some words is proposed, and none where there is none."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.nearest import FLOOR, nearest
from briefer.core.sentences import split
from tests.samples import seed_sources

TEXT = (
    "The Convention entered into force in 1999.\n\nSince then over 55 million mines have been "
    "destroyed. “We urge all States to join,” said the President. No new mines were laid.\n\n"
    "The end"
)
ARTICLE = (
    "“These announcements are particularly troubling, as they risk weakening civilian protection "
    "and undermining two decades of progress.”"
)
STATEMENT = (
    "I am gravely concerned. These announcements are particularly troubling, as it risks weakening "
    "civilian protection and undermining two decades of a normative framework that has saved "
    "countless lives. I thank you."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("over 55 million mines", "over 55 million mines"),
        (
            "over 40 million mines have been destroyed.",
            "over 55 million mines have been destroyed.",
        ),
        ("force in 1999 mines have", None),
        ('"We urge all  states to join,"', "“We urge all States to join,”"),
        ("“We strongly urge States to accede,”", "“We urge all States to join,”"),
        ("We wish to say so. No new mines were ever laid.", "No new mines were laid."),
        ("No new mines were laid today", "No new mines were laid."),
        ("mine", None),
        ("Quite another sentence about cluster munitions.", None),
        ("", None),
        (" ", None),
    ],
)
def test_the_nearest_words_are_a_range_at_word_edges(words, found):
    near = nearest(TEXT, words)
    assert (near and TEXT[near.start : near.end]) == found


def test_the_words_of_a_statement_are_found_behind_those_of_an_article():
    near = nearest(STATEMENT, ARTICLE.strip("“”"))
    assert STATEMENT[near.start : near.end].startswith("These announcements")
    assert STATEMENT[near.start : near.end].endswith("countless lives.")
    assert [(one.expected, one.found) for one in near.differences if one.op != "equal"] == [
        ("they risk", "it risks"),
        ("progress.", "a normative framework that has saved countless lives."),
    ]


def test_nothing_is_near_in_an_empty_text():
    assert nearest("", "words") is None


def sentences():
    for source in seed_sources():
        for place in source.places:
            for start, end in split(source.text[place.start : place.end]):
                range_ = place.start + start, place.start + end
                if len(source.text[slice(*range_)].split()) >= 6:
                    yield source.text, *range_


def other_number(words, choice):
    return re.sub(r"\d", lambda digit: str((int(digit[0]) + 3) % 10), words)


def denied(words, choice):
    first, *rest = words.split(" ")
    at = choice.randrange(len(rest))
    return " ".join([first, *rest[:at], "not", *rest[at:]])


def rewrapped(words, choice):
    return re.sub(r" (?=\w{4})", "\n", words).replace("- ", "-\n")


def reworded(share):
    def made(words, choice):
        parts = words.split(" ")
        inner = range(1, len(parts) - 1)
        for at in choice.sample(inner, min(len(inner), max(1, round(len(parts) * share)))):
            parts[at] = "entirely"
        return " ".join(parts)

    return made


@pytest.mark.parametrize(
    ("change", "at_least"),
    [
        (other_number, 1.0),
        (denied, 0.98),
        (rewrapped, 0.98),
        (reworded(0.15), 0.98),
        (reworded(0.35), 0.85),
    ],
)
@pytest.mark.parametrize("moved", [False, True])
def test_changed_sentences_of_the_samples_are_found_whole(change, at_least, moved):
    right, choice = [], random.Random(1)
    for text, start, end in list(sentences())[::2]:
        now = change(text[start:end], choice)
        before, after = text[:start], text[end:]
        new = f"{before}{after}\n\n{now}\n\nThe end." if moved else before + now + after
        true = new.rindex(now) if moved else start
        near = nearest(new, text[start:end])
        right.append(near is not None and (near.start, near.end) == (true, true + len(now)))
    assert sum(right) >= at_least * len(right) > 75


def test_a_sentence_that_was_deleted_is_not_found():
    false = [
        text[start:end]
        for text, start, end in sentences()
        if nearest(text[:start] + text[end:], text[start:end])
    ]
    assert false == [
        "Twenty-Second Meeting of States Parties to the Anti-Personnel Mine Ban Convention"
    ]


def test_a_changed_sentence_is_found_in_a_long_text():
    choice = random.Random(1)
    words = [word for text, *_ in sentences() for word in text.split()[:300]]
    filler = " ".join(choice.choice(words) for _ in range(40_000))
    assert len(filler) > 230_000
    for text, start, end in list(sentences())[::12]:
        now = reworded(0.2)(text[start:end], choice)
        near = nearest(f"{filler}\n\n{now}\n\n{filler}", text[start:end])
        assert (near.start, near.end) == (len(filler) + 2, len(filler) + 2 + len(now))


@given(st.text("ab .\n1“”", max_size=40), st.text("ab .\n1“”", max_size=20))
def test_a_proposal_lies_in_the_text_and_says_how_it_differs(text, words):
    near = nearest(text, words)
    if near is not None:
        assert 0 <= near.start < near.end <= len(text)
        assert FLOOR <= near.similarity <= 1
        found = "".join(one.found for one in near.differences)
        assert "".join(found.split()) == "".join(text[near.start : near.end].split())
        assert text[near.start : near.end].strip() == text[near.start : near.end]
    elif words.strip():
        assert not re.search(rf"(?<!\w){re.escape(words.strip())}(?!\w)", text)
