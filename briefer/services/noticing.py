"""What the library knows of the sources a briefing cites, and which briefings cite a source."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.errors import LibraryError
from briefer.core.model import Briefing, Source
from briefer.core.notices import Notice
from briefer.services.briefings import OpenBriefing, save_briefing
from briefer.store import Library


def notices(library: Library, ids: Iterable[str]) -> dict[str, Notice]:
    """Id -> that a source is superseded or was withdrawn, for those that the library holds.

    A source of which neither is so has a notice without flags.
    """
    held = library.get(ids)
    newer, withdrawn = library.successors(held), library.versions.withdrawn()
    names = {id: one.name() for id, one in library.get(set(newer.values())).items()}
    return {
        id: Notice(
            id,
            newer.get(id, ""),
            names.get(newer.get(id, ""), ""),
            id in withdrawn,
            withdrawn.get(id, ""),
        )
        for id in held
    }


def noted(briefing: Briefing, library: Library) -> Briefing:
    """The briefing with what the library knows of its sources.

    Of a source that the library does not hold, what the briefing knew stays.
    """
    cited = list(dict.fromkeys(one.source for one in briefing.picks()))
    known = {one.id: one for one in briefing.notices} | notices(library, cited)
    kept = tuple(known[id] for id in cited if id in known and known[id].flags())
    return briefing if kept == briefing.notices else replace(briefing, notices=kept)


def with_notices(opened: OpenBriefing, library: Library) -> OpenBriefing:
    """The opened briefing with what the library knows of its sources."""
    return replace(opened, briefing=noted(opened.briefing, library))


def keep_briefing(
    library: Library | None, briefing: Briefing, sources: Mapping[str, Source], path: Path
) -> None:
    """Saves a briefing with what the library knows of its sources, and notes where they are used.

    A library that is missing or cannot be asked keeps nobody from saving. Raises FileError.
    """
    with suppress(LibraryError):
        briefing = noted(briefing, library) if library else briefing
    save_briefing(briefing, sources, path)
    with suppress(LibraryError):
        if library:
            note_uses(library, briefing, path)


def note_uses(library: Library, briefing: Briefing, path: Path) -> None:
    """Notes that the briefing in this file has picks of its sources.

    One of the same title that is no longer where it was noted has moved here: it is forgotten.
    """
    here = str(path.absolute())
    counts = Counter(one.source for one in briefing.picks())
    for use in {use for id in counts for use in library.uses.of(id)}:
        if use.title == briefing.title and use.path != here and not Path(use.path).exists():
            library.uses.note(use.path, use.title, {})
    library.uses.note(here, briefing.title, counts)


class UsedIn(Struct, frozen=True):
    """A briefing that has picks of a source; `missing`: its file is no longer there."""

    path: str
    title: str
    picks: int
    missing: bool


def uses_of(library: Library, source: str) -> list[UsedIn]:
    """The briefings that use a source (id), as they were saved last."""
    return [
        UsedIn(one.path, one.title, one.picks, not Path(one.path).exists())
        for one in library.uses.of(source)
    ]


def in_use(library: Library, ids: Iterable[str]) -> dict[str, list[UsedIn]]:
    """Id -> the briefings that use it, for those of the sources that are used."""
    return {id: used for id in ids if (used := uses_of(library, id))}


def used_in_words(used: Iterable[UsedIn]) -> str:
    """The briefings in a sentence."""
    names = [f"“{one.title or Path(one.path).name}”" for one in used]
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    noun = "a briefing" if len(names) == 1 else f"{len(names)} briefings"
    return f"It is used in {noun}, {shown}, which keep their own copy of it."
