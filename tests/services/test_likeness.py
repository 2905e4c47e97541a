"""What looks like a new version is proposed, and what only resembles is not."""

import re

import pytest
from msgspec.structs import replace

from briefer.core.record import Date, Field
from briefer.services.likeness import changed_paragraphs, proposals
from briefer.services.revisions import set_superseded
from tests.samples import make_source, seed_sources

CAMPAIGN, JOINT, NEWS, REMARKS, ARTICLE = (one.text for one in seed_sources())
FRENCH = """Remarques liminaires

Permettez-moi de commencer par remercier la Mission permanente de la Norvège et le Comité
international de la Croix-Rouge. La Convention est une pierre angulaire du désarmement."""


def paragraphs(text):
    return text.split("\n\n")


def some(text, keep):
    return "\n\n".join(one for number, one in enumerate(paragraphs(text)) if keep(number))


def reworded(text):
    """Every third paragraph said in other words."""
    parts = paragraphs(text)
    parts[1::3] = [" ".join(reversed(one.split())) for one in parts[1::3]]
    return "\n\n".join(parts)


VERSIONS = {
    "a figure": (JOINT, JOINT.replace("55 million", "60 million")),
    "typing errors": (
        ARTICLE,
        ARTICLE.replace("Convention", "convention").replace("mines", "mine"),
    ),
    "paragraphs left out": (REMARKS, some(REMARKS, lambda number: number % 4)),
    "paragraphs put in": (JOINT, f"{JOINT}\n\n{some(ARTICLE, lambda number: number < 2)}"),
    "a third reworded": (JOINT, reworded(JOINT)),
    "wrapped anew": (NEWS, re.sub(r"(\S+ \S+ \S+) ", r"\1\n", NEWS) + " It was corrected."),
}
OPENING, CLOSING = (
    some(REMARKS, lambda number: number < 8),
    some(REMARKS, lambda number: number > 33),
)
UNLIKE = {
    "a translation": (REMARKS, FRENCH),
    "another speech of the series": (
        REMARKS, f"{OPENING}\n\n{some(ARTICLE, lambda number: number < 9)}\n\n{CLOSING}"
    ),
    "another statement with the same paragraph": (
        JOINT, f"{paragraphs(JOINT)[5]}\n\n{some(CAMPAIGN, lambda number: number < 7)}"
    ),
    "a report that holds the whole statement": (NEWS, f"{ARTICLE}\n\n{CAMPAIGN}\n\n{NEWS}"),
    "a copy": (JOINT, JOINT.replace("\n\n", "\n\n\n")),
    "another subject": (NEWS, CAMPAIGN),
}  # fmt: skip


def kept(library, old, new, *, title="", name="new.txt"):
    record = {"title": Field(title, "source")} if title else {}
    pair = [make_source(old, "a.txt", **record), make_source(new, name, **record)]
    library.add([(one, b"") for one in pair])
    return [one.id for one in pair]


@pytest.mark.parametrize("name", VERSIONS)
def test_a_version_is_proposed_by_its_words(library, name):
    old, new = kept(library, *(f"{text} Here." for text in VERSIONS[name]))
    library.trash([line.id for line in library.sources() if line.id not in (old, new)])
    [found] = proposals(library, [new])
    assert (found.new, found.old) == (new, old)
    assert "of the wording is the same" in found.why
    assert 0 < found.share <= 1


@pytest.mark.parametrize("name", UNLIKE)
@pytest.mark.parametrize("title", ["", "Remarks"])
def test_what_only_resembles_is_not_proposed(library, name, title):
    old, new = kept(library, *UNLIKE[name], title=title, name="a-2.txt")
    library.trash([line.id for line in library.sources() if line.id not in (old, new)])
    assert proposals(library, [new]) == []


def test_a_title_or_file_name_lets_more_be_changed(library):
    text = f"{some(JOINT, lambda number: number % 2)}\n\n{some(ARTICLE, lambda number: number < 2)}"
    library.trash([line.id for line in library.sources()])
    old, new = kept(library, JOINT, text)
    assert proposals(library, [new]) == []
    other = make_source(f"{text} It was revised.", "a-rev-2.txt")
    library.add([(other, b"")])
    library.trash([new])
    [found] = proposals(library, [other.id])
    assert (found.old, found.why.split(",")[0]) == (old, "the same file name")


def test_what_was_refused_or_is_linked_is_not_proposed_again(library):
    old, new = kept(library, f"{NEWS} Once.", f"{NEWS} Twice.")
    library.trash([line.id for line in library.sources() if line.id not in (old, new)])
    assert len(proposals(library, [new, new])) == 1
    library.versions.refuse(new, old)
    assert proposals(library, [new]) == []
    third = make_source(f"{NEWS} Three times.", "third.txt")
    library.add([(third, b"")])
    set_superseded(library, new, old)
    [found] = proposals(library, [third.id])
    assert found.old == new  # the newest of the chain
    set_superseded(library, third.id, new)
    assert proposals(library, [third.id, new, old]) == []


def test_the_later_by_its_date_is_the_new_one_and_a_pair_is_named_once(library):
    dates = {"late.txt": (2026, 5, 2), "early.txt": (2026, 5, 1)}
    made = [
        make_source(f"{NEWS} {file}", file, issued=Field(Date((date,)), "source"))
        for file, date in dates.items()
    ]
    library.trash([line.id for line in library.sources()])
    library.add([(one, b"") for one in made])
    [found] = proposals(library, [one.id for one in made])
    assert (found.new, found.old) == (made[0].id, made[1].id)
    undated = [replace(one, id=f"{one.id}0", record={}) for one in made]
    library.trash([one.id for one in made])
    library.add([(one, b"") for one in undated])
    [found] = proposals(library, [one.id for one in undated])
    assert found.new == undated[1].id


def test_nothing_is_proposed_for_a_source_that_is_alone_or_gone(library):
    library.trash([line.id for line in library.sources()])
    old, new = kept(library, JOINT, ARTICLE)
    library.trash([old])
    assert proposals(library, [new, old, "nothing"]) == []


def test_a_changed_paragraph_is_shown_word_by_word():
    old, new = make_source(JOINT), make_source(JOINT.replace("55 million", "60 million"))
    [found] = changed_paragraphs(new, old)
    assert found.place == "para. 11"
    assert [(one.expected, one.found) for one in found.differences if one.figure] == [("55", "60")]
    shorter = make_source("\n\n".join(JOINT.split("\n\n")[:3]))
    assert [one.place for one in changed_paragraphs(shorter, old, 2)] == ["", ""]
