"""A thousand alterations of an exported Word file: each is found and named, harmless ones never."""

import random
import re
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree
from msgspec.structs import replace

from briefer import paths
from briefer.core.compose import compose
from briefer.core.edits import add_item
from briefer.core.folds import comparable
from briefer.core.forms import encode
from briefer.core.manifest import make_manifest
from briefer.core.model import Briefing, Prose, Section, Source, pick
from briefer.core.proof import Proof, check_export
from briefer.core.record import text_of as field
from briefer.exporters import EXPORTERS
from briefer.exporters.docx_reading import read
from briefer.extractors import suggest
from briefer.services.seeds import load_seeds
from tests.exporters.word_files import (
    BODY,
    made,
    paragraph_of,
    rewrite,
    run,
    runs_of,
    unpacked,
    w,
    write,
)

ITEMS, ROUNDS = 30, 1000
KINDS = ("quote", "fact", "talking_point")
"""The sections: one for each kind of item."""

Edit = Callable[[random.Random, Any, str], set[str] | None]
"""Alters the body, about one item; gives the statuses one of which the item must have then.

None where the item gives no occasion for it.
"""


def filled() -> tuple[Briefing, dict[str, Source]]:
    """A briefing with thirty items of the sample documents and some own text."""
    sources = {source.id: source for source, _ in load_seeds()}
    takes = (*KINDS, "text")
    sections = tuple(Section(kind, kind.replace("_", " ").title(), accepts=takes) for kind in KINDS)
    briefing = Briefing("b", "Red team", "t", "2026-11-24T09:00:00Z", sections=sections)
    found = {
        source.text[one.start : one.end]: (source, one)
        for source in sources.values()
        for one in suggest(source)
    }
    for number, (source, one) in enumerate(list(found.values())[:ITEMS]):
        kind, speaker = KINDS[number % len(KINDS)], field(source.record, "speaker")
        new = pick(source, one.start, one.end, kind, speaker=speaker)
        briefing = add_item(kind, replace(new, id=f"item{number:02}"))(briefing)
    for kind in KINDS:
        own = Prose(f"own{kind}", f"Own words about a {kind}, that “nobody has ever said”.")
        briefing = add_item(kind, own)(briefing)
    return briefing, sources


BRIEFING, SOURCES = filled()
COMPOSED = compose(BRIEFING, SOURCES)
MANIFEST = make_manifest(BRIEFING, SOURCES, COMPOSED)
DOCUMENT = replace(COMPOSED, manifest=encode(MANIFEST))
PARTS = unpacked(EXPORTERS[".docx"](DOCUMENT, paths.resources(), lambda *_: None))
BODY_ROOT = etree.fromstring(PARTS[BODY])
ITEM = {one.id: one for one in MANIFEST.items}

ALTERED, CITED, REMOVED, MOVED = {"altered"}, {"citation_altered"}, {"removed"}, {"moved"}
ADDED, FINE = {"added"}, {"verified"}


def checked(root: Any) -> Proof:
    parts = {**PARTS, BODY: etree.tostring(root)}
    return check_export(MANIFEST, read(parts, "x.docx"), SOURCES)


def words_of(item: str) -> tuple[str, int, int]:
    """The paragraph's text, and the range in it that the item's own words have."""
    text, words = ITEM[item].text, ITEM[item].words
    return text, text.index(words), text.index(words) + len(words)


def in_words(change: Callable[[random.Random, str], str | None]) -> Edit:
    """An edit of the quoted words: `change` gives them anew."""

    def edit(chance: random.Random, root: Any, item: str) -> set[str] | None:
        text, start, end = words_of(item)
        new = change(chance, text[start:end])
        if new is None:
            return None
        write(paragraph_of(root, item), text[:start] + new + text[end:])
        return ALTERED

    return edit


def at_word(chance: random.Random, words: str, change: Callable[[str], str]) -> str:
    """One word by chance, changed."""
    parts = words.split(" ")
    at = chance.randrange(len(parts))
    parts[at] = change(parts[at])
    return " ".join(one for one in parts if one)


def at_match(
    chance: random.Random, words: str, pattern: str, change: Callable[[str], str]
) -> str | None:
    """One place that the pattern finds, by chance, changed; None where it finds none."""
    found = list(re.finditer(pattern, words))
    if not found:
        return None
    one = chance.choice(found)
    return words[: one.start()] + change(one[0]) + words[one.end() :]


ALIKE = str.maketrans("aeopcxyiABEKMHOPCTX", "аеорсхуіАВЕКМНОРСТХ")
OTHER_DASH = str.maketrans("-–—", "–-–")

IN_WORDS: dict[str, Callable[[random.Random, str], str | None]] = {
    "a word replaced": lambda c, t: at_word(c, t, lambda _: "utterly"),
    "a word inserted": lambda c, t: at_word(c, t, lambda word: f"{word} reportedly"),
    "a negation inserted": lambda c, t: at_word(c, t, lambda word: f"not {word}"),
    "a word removed": lambda c, t: at_word(c, t, lambda _: ""),
    "a negation removed": lambda c, t: at_match(c, t, r"\b(?:not|no|never) ", lambda _: ""),
    "a digit changed": lambda c, t: at_match(c, t, r"\d", lambda one: str((int(one) + 1) % 10)),
    "a digit added": lambda c, t: at_match(c, t, r"\d(?!\d)", lambda one: f"{one}0"),
    "a letter's case": lambda c, t: at_match(c, t, r"[a-zA-Z]", str.swapcase),
    "a letter dropped": lambda c, t: at_match(c, t, r"[a-z]", lambda _: ""),
    "letters that look alike": lambda c, t: at_match(
        c, t, r"[aeopcxyiABEKMHOPCTX]", lambda one: one.translate(ALIKE)
    ),
    "a character without width": lambda c, t: at_match(c, t, r"(?<=\w)\w", lambda o: f"\u200b{o}"),
    "another dash": lambda c, t: at_match(c, t, "[-–—]", lambda one: one.translate(OTHER_DASH)),
    "a comma dropped": lambda c, t: at_match(c, t, ",", lambda _: ""),
    "a comma put in": lambda c, t: at_match(c, t, r"\w (?=\w)", lambda one: f"{one[0]}, "),
    "two words joined": lambda c, t: at_match(c, t, r"\w \w", lambda one: one.replace(" ", "")),
    "a word divided": lambda c, t: at_match(c, t, r"(?<=\w)\w(?=\w)", lambda one: f"{one} "),
    "words changed about": lambda c, t: at_match(
        c, t, r"\b([a-z]+) (?!\1\b)[a-z]+\b", lambda one: " ".join(reversed(one.split()))
    ),
    "the end cut off": lambda c, t: " ".join(t.split(" ")[:-2]) or None,
}
"""Kinds of change of the quoted words themselves."""


def around(before: str, put: str) -> Edit:
    """Words put in right before a place in the paragraph, given by what stands there."""

    def edit(_chance: random.Random, root: Any, item: str) -> set[str]:
        text, start, end = words_of(item)
        place = {"start": 0, "words": start, "after": end, "end": len(text)}[before]
        write(paragraph_of(root, item), text[:place] + put + text[place:])
        return ALTERED

    return edit


def citation(pattern: str, put: str) -> Edit:
    """The citation altered."""

    def edit(_chance: random.Random, root: Any, item: str) -> set[str]:
        cited = ITEM[item].citation
        new = re.sub(pattern, put, cited)
        assert new != cited
        write(paragraph_of(root, item), ITEM[item].text.removesuffix(cited) + new)
        return CITED

    return edit


def removed(_chance: random.Random, root: Any, item: str) -> set[str]:
    paragraph = paragraph_of(root, item)
    paragraph.getparent().remove(paragraph)
    return REMOVED


def moved(chance: random.Random, root: Any, item: str) -> set[str]:
    """Cut and put before an item of another section."""
    others = [one for one in ITEM.values() if one.section != ITEM[item].section]
    paragraph_of(root, chance.choice(others).id).addprevious(paragraph_of(root, item))
    return MOVED


def divided(chance: random.Random, root: Any, item: str, put: str = "") -> set[str]:
    """Divided over two paragraphs, `put` added to the second one."""
    paragraph = paragraph_of(root, item)
    text = ITEM[item].text
    spaces = [one.start() for one in re.finditer(" ", text)]
    at = chance.choice(spaces)
    start, end = paragraph.find(w("bookmarkStart")), paragraph.find(w("bookmarkEnd"))
    second = deepcopy(paragraph)
    for one in second.findall(w("bookmarkStart")) + second.findall(w("bookmarkEnd")):
        second.remove(one)
    write(paragraph, text[:at])
    write(second, text[at + 1 :] + put)
    paragraph.remove(end)
    second.append(end)
    paragraph.addnext(second)
    assert start is not None
    return ALTERED if put else FINE


def pending(change: str, chance: random.Random, root: Any, item: str) -> set[str]:
    """A tracked change in the middle of the quoted words: not yet accepted."""
    text, start, end = words_of(item)
    spaces = [one.start() for one in re.finditer(" ", text) if start < one.start() < end]
    at = chance.choice(spaces)
    who = 'w:id="900" w:author="Someone" w:date="2026-01-01T00:00:00Z"'
    if change == "ins":
        middle = f"<w:ins {who}>{run(' not')}</w:ins>"
        rewrite(paragraph_of(root, item), run(escape(text[:at])), middle, run(escape(text[at:])))
        return ALTERED
    stop = text.find(" ", at + 1)
    gone = escape(text[at:stop])
    middle = f'<w:del {who}><w:r><w:delText xml:space="preserve">{gone}</w:delText></w:r></w:del>'
    rewrite(paragraph_of(root, item), run(escape(text[:at])), middle, run(escape(text[stop:])))
    return ALTERED


def looked(properties: str, chance: random.Random, root: Any, item: str) -> set[str]:
    """One word with other properties: hidden, struck through; or only in another type."""
    text, start, end = words_of(item)
    words = list(re.finditer(r"\w+", text[start:end]))
    one = chance.choice(words)
    first, last = start + one.start(), start + one.end()
    rewrite(
        paragraph_of(root, item),
        run(escape(text[:first])),
        run(escape(text[first:last]), properties),
        run(escape(text[last:])),
    )
    return FINE if properties == LOOK else ALTERED


LOOK = '<w:rFonts w:ascii="Arial"/><w:b/><w:color w:val="FF0000"/><w:sz w:val="40"/>'


def added(style: str, text: str, chance: random.Random, root: Any, item: str) -> set[str]:
    """A paragraph more, right before an item."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    paragraph_of(root, item).addprevious(made(f"<w:p>{look}{run(text)}</w:p>"))
    return ADDED if style == "Quote" or text[0] in "“[" else FINE


def everywhere(change: Callable[[str], str]) -> Edit:
    """The whole paragraph, in a way that changes nothing."""

    def edit(_chance: random.Random, root: Any, item: str) -> set[str]:
        new = change(ITEM[item].text)
        assert comparable(new) == comparable(ITEM[item].text)
        write(paragraph_of(root, item), new)
        return FINE

    return edit


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def in_pieces(chance: random.Random, root: Any, item: str) -> set[str]:
    """As Word cuts runs when it checks spelling and notes who typed what."""
    text = ITEM[item].text
    cuts = sorted(chance.sample(range(1, len(text)), 5))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    paragraph = paragraph_of(root, item)
    rewrite(paragraph, *(run(escape(one)) for one in pieces))
    paragraph.set(w("rsidR"), "00AB12CD")
    for one in runs_of(paragraph):
        one.set(w("rsidRPr"), "00AB12CE")
        one.addprevious(made('<w:proofErr w:type="spellStart"/>'))
        one.insert(0, made("<w:lastRenderedPageBreak/>"))
    return FINE


def boxed(xml: str, _chance: random.Random, root: Any, item: str) -> set[str]:
    """The item's runs inside some element."""
    paragraph = paragraph_of(root, item)
    box = made(xml)
    first, *rest = runs_of(paragraph)
    first.addprevious(box)
    inner = next((one for one in box.iter(w("sdtContent"))), box)
    for one in (first, *rest):
        inner.append(one)
    return FINE


def commented(_chance: random.Random, root: Any, item: str) -> set[str]:
    first, *_, last = runs_of(paragraph_of(root, item))
    first.addprevious(made('<w:commentRangeStart w:id="7"/>'))
    last.addnext(made('<w:r><w:commentReference w:id="7"/></w:r>'))
    last.addnext(made('<w:commentRangeEnd w:id="7"/>'))
    return FINE


def twice(_chance: random.Random, root: Any, item: str) -> set[str]:
    """A copy of an item; a program leaves the bookmark with the first one."""
    paragraph = paragraph_of(root, item)
    copy = deepcopy(paragraph)
    for mark in list(copy.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        copy.remove(mark)
    paragraph.addnext(copy)
    return FINE


def merged(_chance: random.Random, root: Any, item: str) -> set[str] | None:
    """Joined with the item after it, if there is one in its section."""
    paragraph = paragraph_of(root, item)
    number = [*ITEM].index(item) + 1
    if number == len(ITEM) or [*ITEM.values()][number].section != ITEM[item].section:
        return None
    other = paragraph_of(root, [*ITEM][number])
    paragraph.append(made(run(" ")))
    for one in list(other):
        if one.tag != w("pPr"):
            paragraph.append(one)
    other.getparent().remove(other)
    return FINE


def unanchored(_chance: random.Random, root: Any, _item: str) -> set[str]:
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)
    return FINE


EDITS: dict[str, Edit] = {
    **{name: in_words(change) for name, change in IN_WORDS.items()},
    "words before the paragraph": around("start", "It is not true that "),
    "words after the opening mark": around("words", "Not "),
    "words before the closing mark": around("after", " at all"),
    "words after the citation": around("end", " which nobody believes"),
    "another source cited": citation(r"S\d+", "S9"),
    "another place cited": citation(r"\d+\]", "777]"),
    "the citation removed": citation(r"\[.*\]", ""),
    "the item removed": removed,
    "the item moved": moved,
    "the item divided and altered": partial(divided, put=" indeed"),
    "words put in, to be accepted": partial(pending, "ins"),
    "words taken out, to be accepted": partial(pending, "del"),
    "words hidden": partial(looked, "<w:vanish/>"),
    "words struck through": partial(looked, "<w:strike/>"),
    "a quotation added": partial(added, "ListBullet", "“Nobody needs this treaty” he said"),
    "a quotation set apart": partial(added, "Quote", "Nobody needs it"),
    "a cited fact added": partial(added, "ListBullet", "[S2 para. 4] Nobody needs it"),
    # What is harmless:
    "own words added": partial(added, "Normal", "Own words, and nothing else"),
    "straight marks": everywhere(lambda text: text.translate(STRAIGHT)),
    "no-break spaces": everywhere(lambda text: text.replace(" ", "\u00a0")),
    "soft hyphens": everywhere(lambda text: re.sub(r"(\w)(\w)", "\\1\u00ad\\2", text, count=4)),
    "cut in runs": in_pieces,
    "another type": partial(looked, LOOK),
    "in a control": partial(boxed, "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>"),
    "in a link": partial(boxed, '<w:hyperlink w:anchor="x"/>'),
    "in a smart tag": partial(boxed, '<w:smartTag w:element="x"/>'),
    "put in and accepted": partial(boxed, "<w:customXml/>"),
    "a comment": commented,
    "the item divided": divided,
    "two items joined": merged,
    "a copy": twice,
    "every bookmark lost": unanchored,
}


def test_the_file_itself_is_verified():
    proof = checked(BODY_ROOT)
    assert (proof.verdict, len(proof.items), proof.findings) == ("verified", ITEMS, ())


def test_a_thousand_alterations_are_found_and_named_and_harmless_ones_are_not():
    chance = random.Random(20)
    names, done = list(EDITS), 0
    missed = []
    while done < ROUNDS:
        name = names[done % len(names)]
        item, root = chance.choice([*ITEM]), deepcopy(BODY_ROOT)
        expected = EDITS[name](chance, root, item)
        if expected is None:
            continue
        done += 1
        found = {one.id: one.status for one in checked(root).items if one.status != "verified"}
        about = "added-1" if expected == ADDED else item
        wanted = {} if expected == FINE else {about: min(expected)}
        if found != wanted:
            missed.append((name, item, wanted, found))
    assert missed == []
