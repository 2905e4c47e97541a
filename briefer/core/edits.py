"""Every change to a briefing, as a function from one briefing to the next."""

import re
from collections.abc import Callable, Collection

from msgspec.structs import replace

from briefer.core.errors import WrongRequest
from briefer.core.model import Accepted, Briefing, Item, Kind, Limit, Pick, Section
from briefer.core.styles import Style

Edit = Callable[[Briefing], Briefing]
"""Gives the changed briefing; raises WrongRequest when the briefing does not allow the change."""

WORDS: dict[Accepted, str] = {
    "fact": "facts",
    "quote": "quotes",
    "talking_point": "talking points",
    "text": "own text",
    "question": "questions with answers",
    "detail": "details",
    "reference": "document references",
}
"""What each kind of item is called in a sentence."""

NO_LIMIT = Limit()


def kind_of(item: Item) -> Accepted:
    """What a section must accept to hold the item."""
    return item.kind if isinstance(item, Pick) else item.form


def find_section(briefing: Briefing, name: str) -> Section:
    """The section with this key, or else with this heading, letter case aside."""
    wanted = name.casefold()
    for section in briefing.sections:
        if section.key == name:
            return section
    for section in briefing.sections:
        if section.heading.casefold() == wanted:
            return section
    keys = ", ".join(section.key for section in briefing.sections)
    raise WrongRequest(f"There is no section “{name}”.", f"The sections are: {keys}.")


def find_item(briefing: Briefing, item_id: str) -> Item:
    """The item with this id."""
    for item in briefing.items():
        if item.id == item_id:
            return item
    raise WrongRequest("That item is no longer in the briefing.")


def add_item(section_key: str, item: Item, index: int | None = None) -> Edit:
    """Puts an item into a section, at the end unless an index is given."""

    def added(section: Section) -> Section:
        require(section, item)
        at = len(section.items) if index is None else index
        return replace(section, items=(*section.items[:at], item, *section.items[at:]))

    return lambda briefing: _in_section(briefing, section_key, added)


def require(section: Section, item: Item) -> None:
    """Raises WrongRequest when the section does not accept the item."""
    kind = kind_of(item)
    if kind not in section.accepts:
        takes = ", ".join(WORDS[accepted] for accepted in section.accepts) or "nothing of its own"
        raise WrongRequest(
            f"“{section.heading}” does not take {WORDS[kind]}.", f"It takes {takes}."
        )


def remove_items(ids: Collection[str]) -> Edit:
    """Takes items out."""

    def without(section: Section) -> Section:
        kept = tuple(item for item in section.items if item.id not in ids)
        return section if len(kept) == len(section.items) else replace(section, items=kept)

    return lambda briefing: replace(briefing, sections=tuple(map(without, briefing.sections)))


def move_items(ids: Collection[str], section_key: str, index: int) -> Edit:
    """Moves items, in their present order, to before the item now at `index` of a section."""

    def moved(briefing: Briefing) -> Briefing:
        going = tuple(item for item in briefing.items() if item.id in ids)
        target = find_section(briefing, section_key)
        for item in going:
            if item not in target.items:
                require(target, item)
        at = index - sum(item.id in ids for item in target.items[:index])
        rest = remove_items(ids)(briefing)

        def inserted(section: Section) -> Section:
            return replace(section, items=(*section.items[:at], *going, *section.items[at:]))

        return _in_section(rest, section_key, inserted)

    return moved


def change_kind(item_id: str, kind: Kind) -> Edit:
    """Makes a pick a fact, a quote or a talking point; its section must accept that."""

    def changed(briefing: Briefing) -> Briefing:
        item = find_item(briefing, item_id)
        if not isinstance(item, Pick):
            raise WrongRequest(
                "Own text cannot become a fact or a quote.", "Pick the words from a source."
            )
        new = replace(item, kind=kind)
        holder = next(section for section in briefing.sections if item in section.items)
        require(holder, new)
        return set_item(new)(briefing)

    return changed


def set_item(new: Item) -> Edit:
    """Puts an item in the place of the one with the same id."""

    def swapped(section: Section) -> Section:
        return replace(
            section, items=tuple(new if item.id == new.id else item for item in section.items)
        )

    def changed(briefing: Briefing) -> Briefing:
        find_item(briefing, new.id)
        return replace(briefing, sections=tuple(map(swapped, briefing.sections)))

    return changed


def mark_reviewed(ids: Collection[str]) -> Edit:
    """Takes the note “to be reviewed” off proposed picks."""

    def reviewed(item: Item) -> Item:
        return replace(item, review="") if isinstance(item, Pick) and item.id in ids else item

    def changed(briefing: Briefing) -> Briefing:
        return replace(
            briefing,
            sections=tuple(
                replace(section, items=tuple(map(reviewed, section.items)))
                for section in briefing.sections
            ),
        )

    return changed


def set_title(title: str) -> Edit:
    """Names the briefing."""
    return lambda briefing: replace(briefing, title=title)


def set_style(style: Style) -> Edit:
    """Sets the house style that quotations are printed in."""
    return lambda briefing: replace(briefing, style=style)


def set_header(key: str, value: str) -> Edit:
    """Fills a field of the header block; `title` names the briefing."""

    def changed(briefing: Briefing) -> Briefing:
        if key == "title":
            return replace(briefing, title=value)
        keys = [field.key for field in briefing.header]
        if key not in keys:
            raise WrongRequest(
                f"The header block has no field “{key}”.",
                f"Its fields are: {', '.join(['title', *keys])}.",
            )
        return replace(
            briefing,
            header=tuple(
                replace(field, value=value) if field.key == key else field
                for field in briefing.header
            ),
        )

    return changed


def set_speaking(rate: int, minutes: float | None) -> Edit:
    """Sets the words spoken in a minute and the minutes of the slot (None: no slot)."""
    if rate < 1 or (minutes is not None and minutes <= 0):
        raise WrongRequest("The speaking rate and the minutes must be more than zero.")
    return lambda briefing: replace(briefing, rate=rate, minutes=minutes)


def add_section(
    heading: str,
    accepts: tuple[Accepted, ...],
    index: int | None = None,
    guidance: str = "",
    limit: Limit = NO_LIMIT,
) -> Edit:
    """A new section, at the end unless an index is given."""

    def added(briefing: Briefing) -> Briefing:
        at = len(briefing.sections) if index is None else index
        section = Section(_new_key(briefing, heading), heading, guidance, accepts, limit)
        sections = (*briefing.sections[:at], section, *briefing.sections[at:])
        return replace(briefing, sections=sections)

    return added


def repeat_section(key: str) -> Edit:
    """One more section like a repeatable one, without its items, right after it."""

    def repeated(briefing: Briefing) -> Briefing:
        like = find_section(briefing, key)
        if not like.repeatable:
            raise WrongRequest(f"“{like.heading}” stands in this briefing only once.")
        again = replace(like, key=_new_key(briefing, like.key), items=())
        at = briefing.sections.index(like) + 1
        return replace(briefing, sections=(*briefing.sections[:at], again, *briefing.sections[at:]))

    return repeated


def describe_section(
    key: str,
    heading: str,
    guidance: str,
    limit: Limit,
    accepts: tuple[Accepted, ...] | None = None,
) -> Edit:
    """Changes a section's heading, guidance, limit and, when given, the kinds it accepts."""

    def described(section: Section) -> Section:
        new = replace(
            section,
            heading=heading,
            guidance=guidance,
            limit=limit,
            accepts=section.accepts if accepts is None else accepts,
        )
        for item in section.items:
            require(new, item)
        return new

    return lambda briefing: _in_section(briefing, key, described)


def remove_section(key: str) -> Edit:
    """Takes a section out, with its items."""

    def removed(briefing: Briefing) -> Briefing:
        gone = find_section(briefing, key)
        return replace(
            briefing, sections=tuple(one for one in briefing.sections if one.key != gone.key)
        )

    return removed


def move_section(key: str, index: int) -> Edit:
    """Moves a section so that it stands at `index`."""

    def moved(briefing: Briefing) -> Briefing:
        going = find_section(briefing, key)
        rest = [section for section in briefing.sections if section.key != key]
        rest.insert(index, going)
        return replace(briefing, sections=tuple(rest))

    return moved


def _in_section(briefing: Briefing, key: str, change: Callable[[Section], Section]) -> Briefing:
    wanted = find_section(briefing, key).key
    return replace(
        briefing,
        sections=tuple(
            change(section) if section.key == wanted else section for section in briefing.sections
        ),
    )


def _new_key(briefing: Briefing, heading: str) -> str:
    """A key made from the heading that no section has yet."""
    stem = re.sub(r"[^a-z0-9]+", "_", heading.casefold()).strip("_") or "section"
    taken = {section.key for section in briefing.sections}
    if stem not in taken:
        return stem
    return next(key for n in range(2, len(taken) + 3) if (key := f"{stem}_{n}") not in taken)
