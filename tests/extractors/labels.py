"""What an expert would pick from texts that were labelled by hand, and how near rules come to it.

How the texts were labelled:

1. An item is a whole sentence or list item of the canonical text, marker and lead-in outside. A
   direct quote is the words inside the marks, without the comma of the reporting sentence, one
   item a paragraph. A sentence in a longer quotation is labelled without the marks.
2. A fact can be checked: a figure, a dated event, a legal status, a rise or fall, what a treaty
   provides. Core: it measures the subject. A sentence with any other figure is acceptable.
3. A talking point asks, commits, obliges, or judges in words that a principal could say. Core: it
   asks, commits, obliges, condemns, states a principle, or is an item of a list of asks,
   commitments or achievements. Judgements of a situation, and listed facts, are acceptable. Clauses
   of a resolution count; so does a reporting sentence that says what somebody called for.
4. A direct quote is at least four words, or a whole utterance, that somebody is said to have said.
   Strong sentences of a text in the first person are acceptable quotes, counted by themselves.
5. Not proposed: titles and headings, questions, lead-ins, courtesies, salutations, bylines,
   captions, navigation, contacts, disclaimers, scare quotes, concessions, scene setting.
6. The speaker is the fullest name of a person, body or office that the text gives the quote's
   speaker, "" for an unnamed one; the cue is the words that lead to it. Facts and points of a
   text in the first person have its speaker, those of other texts only inside a quotation.
7. A figure is a number, share, range, vague count, duration or named rise and fall. Its text is
   number, scale and unit, no comparator. No years, dates, ordinals, articles, page numbers.
8. A fraction has the value 0.75 and no unit; "doubled" is 2 times; "tens of millions" is twice
   ten million, "dozens" 24. A change or trend is one whatever bounds it; a bound goes before a
   share. `direction` says which way a change goes. Trends have no value.
9. The as-of date is that of clause, sentence, or, for what a dated document says of its present,
   the document; else null. What happened within a span has a period; imprecise spans are null.
10. C3: disjoint values of one measure and definition, unless both state different dates. C2:
    floors or rounded values that visibly differ, opposing trends, sums that do not come out. C1:
    a stated difference of date, scope or definition. C0: nothing to see, or, marked `apart`, two
    measures that must not become one group. Pairs inside one sentence are not counted.
"""

from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from briefer import paths
from briefer.core.model import Kind, Source
from briefer.core.record import Date, Field, Name
from briefer.importers import read_source

FOLDER = Path(__file__).with_name("labelled")
SEEDS = "seeds/"
"""How the file of a sample document begins; the others stand beside their labels."""

OPENING = '“«„"'
SPACES = " \u00a0\u202f"

Comparator = Literal[
    "exactly", "more_than", "at_least", "nearly", "about", "less_than", "tens_of", "dozens",
    "share", "change", "trend",
]  # fmt: skip
Level = Literal["C0", "C1", "C2", "C3"]
Range = tuple[int, int]


class Labelled(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words as they stand in a text; `occurrence` counts from one where they stand repeatedly."""

    exact: str
    occurrence: int = 0


class FigureLabel(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A figure of a fact; dates in ISO 8601, as precise as the text is."""

    text: str
    comparator: Comparator
    occurrence: int = 0
    value: float | None = None
    value_max: float | None = None
    unit: str = ""
    counted: str = ""
    as_of: str | None = None
    period: tuple[str, str] | None = None
    measure: str = ""
    nested_source: str = ""
    direction: Literal["", "up", "down", "flat"] = ""


class Item(Labelled, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something worth picking; `core` when an expert would surely want it."""

    kind: Kind
    core: bool
    speaker: str = ""
    speaker_cue: str = ""
    second_hand: bool = False
    figures: tuple[FigureLabel, ...] = ()


class NotProposed(Labelled, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that nobody wants to see proposed."""

    why: str


class Text(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text, what it says of itself, and its labels."""

    file: str
    language: str
    subject: str
    date: str
    speaker: str
    own_words: bool
    items: tuple[Item, ...]
    not_proposed: tuple[NotProposed, ...]

    def is_seed(self) -> bool:
        """Whether it is one of the sample documents."""
        return self.file.startswith(SEEDS)


class Member(Labelled, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the statements that stand against each other: an item, and a figure in it."""

    file: str
    figure: str = ""
    figure_occurrence: int = 0

    def is_seed(self) -> bool:
        """Whether it stands in one of the sample documents."""
        return self.file.startswith(SEEDS)


class Group(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Statements an officer would want to see beside each other, or, `apart`, never together."""

    level: Level
    measure: str
    why: str
    members: tuple[Member, ...]
    apart: bool = False


def load(folder: Path = FOLDER) -> list[Text]:
    """The labels of a folder, in the order of their names."""
    files = sorted(folder.glob("*.labels.json"))
    return [msgspec.json.decode(file.read_bytes(), type=Text) for file in files]


def load_groups(folder: Path = FOLDER) -> list[Group]:
    """The groups of statements in the texts of a folder."""
    return msgspec.json.decode((folder / "conflicts.json").read_bytes(), type=list[Group])


def source_of(text: Text, folder: Path = FOLDER, *, described: bool = False) -> Source:
    """The text as an import makes it; `described` puts what it says of itself in the record."""
    seed = paths.seeds() / text.file.removeprefix(SEEDS)
    path = seed if text.is_seed() else folder / text.file
    source = read_source(path.read_bytes(), path.name).source
    assert source is not None
    stated: dict[str, Any] = {"language": text.language} if described else {}
    if described and text.speaker:
        stated["speaker"] = (Name(literal=text.speaker),)
    if described and text.date:
        stated["issued"] = Date((tuple(map(int, text.date.split("-"))),))
    record = {name: Field(value, "source") for name, value in stated.items()}
    return msgspec.structs.replace(source, record={**source.record, **record})


def place(text: str, exact: str, occurrence: int = 0) -> Range:
    """Where words stand (code points). Raises ValueError unless they stand there as labelled."""
    if text.count(exact) > 1 and not occurrence:
        raise ValueError(f"more than once: {exact}")
    start = -1
    for _ in range(occurrence or 1):
        start = text.index(exact, start + 1)
    return start, start + len(exact)


def is_direct(text: str, start: int) -> bool:
    """Whether words follow an opening quotation mark."""
    return text[:start].rstrip(SPACES)[-1:] in tuple(OPENING)


def overlap(a: Range, b: Range) -> float:
    """The share of the longer range that both have."""
    both = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, both) / max(a[1] - a[0], b[1] - b[0], 1)


if __name__ == "__main__":
    from tests.extractors.scoring import main  # which reads the labels through this module

    main()
