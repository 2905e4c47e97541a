"""What the rules read in the sources: read once, kept, and read again when the rules change."""

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from briefer.core.model import Source
from briefer.core.progress import Progress, silent
from briefer.core.statements import STATEMENTS_VERSION, Statement
from briefer.extractors import RULES_VERSION, Suggestion, suggest
from briefer.services.measures import statements_of, tables_sha256
from briefer.store import Library
from briefer.store.deciding import Read

AT_ONCE = 16
"""Sources that are read between two times of keeping what was read."""

SUGGESTIONS = msgspec.msgpack.Decoder(tuple[Suggestion, ...])
STATEMENTS = msgspec.msgpack.Decoder(tuple[Statement, ...])


def version() -> str:
    """The version of the rules and of the tables of measures that they rest on.

    Raises FileError for a table of the user's that cannot be read.
    """
    return f"{RULES_VERSION}.{STATEMENTS_VERSION}.{tables_sha256()[:16]}"


def read_source(source: Source) -> tuple[tuple[Suggestion, ...], tuple[Statement, ...]]:
    """What the rules read in a source: suggestions, with the measures of figures; statements."""
    stated = tuple(statements_of([source]))
    return tuple(suggest(source, stated=stated)), stated


def read_library(library: Library, progress: Progress = silent) -> int:
    """Reads the sources that these rules have not read yet, and keeps it; how many those were.

    Work for the background, after an import and when the window opens: what was read before it
    was stopped is kept.
    """
    wanted = library.readings.unread(version())
    _read(library, wanted, progress)
    return len(wanted)


def suggestions(
    library: Library, ids: Sequence[str], progress: Progress = silent
) -> dict[str, tuple[Suggestion, ...]]:
    """Id -> the suggestions of sources, in the order given; what was not read yet is read now."""
    kept = library.readings.suggestions(version(), ids)
    missing = [id for id in ids if id not in kept]
    if missing:
        _read(library, missing, progress)
        kept |= library.readings.suggestions(version(), missing)
    return {id: SUGGESTIONS.decode(kept[id]) for id in ids if id in kept}


def all_statements(
    library: Library, wanted: Sequence[str], progress: Progress = silent
) -> dict[str, tuple[Statement, ...]]:
    """Id -> what sources state, of all out of the trash that were read.

    Those `wanted` (ids) are read now where they were not.
    """
    kept = _kept(library, wanted, progress)
    return {id: STATEMENTS.decode(stated) for id, stated in kept.items()}


def related_statements(
    library: Library,
    wanted: Sequence[str],
    measures: Collection[str],
    progress: Progress = silent,
) -> dict[str, tuple[Statement, ...]]:
    """Id -> what the sources `wanted` (ids) state, and what others do that state of their measures.

    `measures` are further keys to look for. The others are those out of the trash that were read;
    what is kept of them is looked through for the keys before it is decoded, which is far slower.
    """
    kept = _kept(library, wanted, progress)
    found = {id: STATEMENTS.decode(kept[id]) for id in wanted if id in kept}
    keys = {one.measure for some in found.values() for one in some} | set(measures)
    sought = [key.encode() for key in keys if key]
    for id, stated in kept.items():
        if id not in found and any(key in stated for key in sought):
            found[id] = STATEMENTS.decode(stated)
    return found


def _kept(library: Library, wanted: Sequence[str], progress: Progress) -> dict[str, bytes]:
    """The statements of all sources out of the trash that were read; those wanted are read now."""
    kept = library.readings.statements(version())
    missing = [id for id in wanted if id not in kept]
    if missing:
        _read(library, missing, progress)
        kept |= library.readings.statements(version(), missing)
    return kept


def _read(library: Library, ids: Sequence[str], progress: Progress) -> None:
    for done in range(0, len(ids), AT_ONCE):
        some = library.get(ids[done : done + AT_ONCE])
        progress(done, len(ids), "")
        library.readings.keep(version(), list(_encoded(some.values())))
    progress(len(ids), len(ids), "")


def _encoded(sources: Iterable[Source]) -> Iterator[tuple[str, Read]]:
    for source in sources:
        proposed, stated = read_source(source)
        encode = msgspec.msgpack.encode
        yield source.id, Read(encode(proposed), encode(stated))
