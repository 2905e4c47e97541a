"""How much a briefing holds: words, speaking minutes, pages, and what is still missing."""

from briefer.core.model import Briefing, Item, Limit, Pick, Section
from briefer.core.quotation import printed

WORDS_ON_A_PAGE = 430
"""Words of a briefing on an A4 page at 11 points, headings and citations allowed for."""


def words_in(text: str) -> int:
    """Words as white space parts them; a dash that stands alone counts as one (domain.md 2.1)."""
    return len(text.split())


def item_words(item: Item) -> int:
    """The words an item prints, its citation not counted."""
    return words_in(printed(item) if isinstance(item, Pick) else f"{item.label} {item.text}")


def section_words(section: Section) -> int:
    """The words of the section's items."""
    return sum(map(item_words, section.items))


def spoken_words(briefing: Briefing) -> int:
    """The words of the sections that are spoken: no references, headings or details."""
    return sum(section_words(section) for section in briefing.sections if section.spoken)


def minutes(briefing: Briefing) -> float:
    """The minutes it takes to speak them at the briefing's rate."""
    return spoken_words(briefing) / briefing.rate


def pages(briefing: Briefing, keys: tuple[str, ...] = ()) -> float:
    """An estimate of the pages of the sections with these keys, or of all."""
    counted = (one for one in briefing.sections if not keys or one.key in keys)
    return sum(map(section_words, counted)) / WORDS_ON_A_PAGE


def word_limit(briefing: Briefing, section: Section) -> int | None:
    """The most words the section may hold: stated, or minutes of the slot times the rate."""
    if section.limit.from_slot and briefing.minutes:
        return round(briefing.minutes * briefing.rate)
    return section.limit.words


def excess(briefing: Briefing, section: Section) -> str:
    """What the section has too much or too little of, in words; empty when it keeps its limits."""
    limit = word_limit(briefing, section)
    if limit is not None and (words := section_words(section)) > limit:
        return f"{words} words, limit {limit}"
    return _items_excess(len(section.items), section.limit)


def _items_excess(count: int, limit: Limit) -> str:
    most = limit.items_at_most or limit.items
    if most is not None and count > most:
        return f"{count} items, limit {most}"
    if limit.items_at_least is not None and 0 < count < limit.items_at_least:
        return f"{count} items, at least {limit.items_at_least} wanted"
    return ""


def gaps(briefing: Briefing) -> list[str]:
    """What the template requires and is still empty: header fields, then sections."""
    fields = [one.label for one in briefing.header if one.required and not one.value.strip()]
    sections = [
        one.heading
        for one in briefing.sections
        if one.required and not one.items and (one.accepts or not one.generated)
    ]
    return fields + sections
