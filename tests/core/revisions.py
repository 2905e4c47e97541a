"""Revisions of a text made by mutation, with the knowledge of what became of every word."""

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

Word = tuple[str, int]
"""A word and its number in the old text; -1 for one that came in with the revision."""

Paragraph = list[Word]


class Revised(NamedTuple):
    """An old text, a new one, a range picked from the old one, and where that may stand now."""

    old: str
    new: str
    place: tuple[int, int]
    true: set[tuple[int, int]]


WORDS = """the of and to in States mines Convention must not may will parties protect civilians
lives destroyed stockpiled over 40 million 1999 2024 clear lasting obligations victims call upon all
humanitarian norm weapons peace 12 countries decades progress against."""
VOCABULARY = WORDS.split()


def write(paragraphs: Sequence[Paragraph], joint: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The text of some paragraphs, and number, start and end of every word in it."""
    text, places = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        for at, (word, number) in enumerate(paragraph):
            text += joint if at else ""
            places.append((number, len(text), len(text) + len(word)))
            text += word
    return text, places


def sample(random: Random) -> list[Paragraph]:
    """Three to seven paragraphs of words in chance order; often a sentence stands in two of them.

    No two are the same: they could trade places unseen, and there would be no truth to be found.
    """
    made = [
        [random.choice(VOCABULARY) for _ in range(random.randint(3, 25))]
        for _ in range(random.randint(3, 7))
    ]
    if random.random() < 0.5:
        there, here = random.sample(range(len(made)), 2)
        start = random.randrange(len(made[there]))
        at = random.randint(0, len(made[here]))
        made[here][at:at] = made[there][start : start + random.randint(3, 12)]
    numbers = iter(range(10_000))
    return [[(word, next(numbers)) for word in paragraph] for paragraph in made]


def other_words(random: Random, now: list[Paragraph]) -> None:
    """Changes a word or two."""
    paragraph = random.choice(now)
    for _ in range(random.randint(1, 2)):
        at = random.randrange(len(paragraph))
        others = [word for word in VOCABULARY if word != paragraph[at][0]]
        paragraph[at] = (random.choice(others), -1)


def put_in_not(random: Random, now: list[Paragraph]) -> None:
    """Puts “not” in somewhere, not beside another one: nobody could say which of the two is new."""
    paragraph = random.choice(now)
    at = random.randint(0, len(paragraph))
    if "not" not in [word for word, _ in paragraph[max(0, at - 1) : at + 1]]:
        paragraph.insert(at, ("not", -1))


def other_digits(random: Random, now: list[Paragraph]) -> None:
    """Changes every figure of a paragraph."""
    at = random.randrange(len(now))
    now[at] = [
        (str(int(word) + 1), -1) if word.isdigit() else (word, number) for word, number in now[at]
    ]


def move(random: Random, now: list[Paragraph]) -> None:
    """Moves a paragraph."""
    going = now.pop(random.randrange(len(now)))
    now.insert(random.randint(0, len(now)), going)


def delete(random: Random, now: list[Paragraph]) -> None:
    """Deletes a paragraph, unless it is the last one."""
    if len(now) > 1:
        now.pop(random.randrange(len(now)))


def duplicate(random: Random, now: list[Paragraph]) -> None:
    """Puts a copy of a paragraph in; the numbers of its words are negative, from -2."""
    copied = [(word, -2 - number if number >= 0 else number) for word, number in random.choice(now)]
    now.insert(random.randint(0, len(now)), copied)


def part(random: Random, now: list[Paragraph]) -> None:
    """Makes two paragraphs of one."""
    at = random.randrange(len(now))
    cut = random.randint(1, len(now[at]))
    now[at : at + 1] = [half for half in (now[at][:cut], now[at][cut:]) if half]


MUTATIONS: tuple[Callable[[Random, list[Paragraph]], None], ...] = (
    other_words, put_in_not, other_digits, move, delete, duplicate, part,
)  # fmt: skip


def revise(random: Random) -> Revised:
    """A text, a revision of it by up to four mutations, and a pick of one to all of a paragraph."""
    before = sample(random)
    old, old_places = write(before, " ")
    paragraph = random.choice(before)
    first = random.randrange(len(paragraph))
    last = random.randrange(first, len(paragraph))
    numbers = [number for _, number in paragraph[first : last + 1]]
    at = {number: (start, end) for number, start, end in old_places}
    now = [list(one) for one in before]
    for _ in range(random.randint(0, 4)):
        random.choice(MUTATIONS)(random, now)
    new, places = write(now, "\n" if random.random() < 0.1 else " ")
    place = (at[numbers[0]][0], at[numbers[-1]][1])
    return Revised(old, new, place, _true(numbers, places, new, old[slice(*place)]))


def _true(
    numbers: list[int], places: list[tuple[int, int, int]], new: str, exact: str
) -> set[tuple[int, int]]:
    """Where the very words stand; only when nothing is left of them, where copies of them do."""
    kept = [number for number, *_ in places]
    wanted = [numbers] if set(numbers) & set(kept) else [[-2 - number for number in numbers]]
    found = set()
    for run in wanted:
        for at in range(len(kept)):
            if kept[at : at + len(run)] == run:
                place = (places[at][1], places[at + len(run) - 1][2])
                found |= {place} if new[slice(*place)] == exact else set()
    return found
