"""The register of figures over a library: what its sources state of each measure."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.decisions import (
    Assigned,
    Decision,
    Key,
    apart,
    assigned,
    by_pair,
    key_of,
    with_names,
)
from briefer.core.errors import WrongRequest
from briefer.core.measures import Table
from briefer.core.progress import Progress, silent
from briefer.core.register import Group, register
from briefer.core.statements import Statement
from briefer.core.sums import sums
from briefer.services.measures import measures
from briefer.services.readings import all_statements, related_statements
from briefer.store import Library, SourceLine


class Figures(Struct, frozen=True):
    """What a library's sources state, with what people decided about it."""

    sources: Mapping[str, SourceLine]
    """By id, those out of the trash."""
    statements: Mapping[str, Sequence[Statement]]
    """Id of a source -> what it states, each of the measure that somebody gave it, else read."""
    measures: Table
    """With those that people named themselves."""
    decisions: Mapping[tuple[Key, Key], Decision]
    """What was decided, by pairs (see core.decisions.pair_of)."""

    def known(self) -> dict[Key, Statement]:
        """The statements by what they are known by."""
        return {key_of(one): one for one in self.all()}

    def all(self) -> list[Statement]:
        """The statements of all sources."""
        return [one for some in self.statements.values() for one in some]

    def names(self) -> dict[str, str]:
        """Id -> the file name of a source."""
        return {id: line.file for id, line in self.sources.items()}


class Register(Figures, frozen=True, kw_only=True):
    """What a library's sources state in groups, the worst first, and hints about sums."""

    groups: Sequence[Group]
    hints: Sequence[str]


def read_figures(
    library: Library, cited: Collection[str] | None = None, progress: Progress = silent
) -> Figures:
    """What the sources out of the trash state, with what people decided about it.

    What was not read yet is read now. Where `cited` are given (ids), only these are, so that what
    is needed at once does not wait for a whole library; of others that were read before there is
    then only what states of the same measures.
    """
    lines = {line.id: line for line in library.sources()}
    given, made = library.decisions.assigned(), library.decisions.decided()
    if cited is None:
        read = all_statements(library, list(lines), progress)
    else:
        beside = [key[0] for one in made for key in (one.one, one.two)]
        beside += [one.statement[0] for one in given]
        wanted = [id for id in dict.fromkeys((*cited, *beside)) if id in lines]
        named = {one.measure for one in given if one.measure}
        read = related_statements(library, wanted, named, progress)
    stated = {id: assigned(read[id], given) for id in lines if id in read}
    return Figures(lines, stated, with_names(measures(), given), by_pair(made))


def read_register(library: Library, progress: Progress = silent) -> Register:
    """The register of all sources out of the trash, with what people decided."""
    read = read_figures(library, None, progress)
    found = read.all()
    return Register(
        read.sources,
        read.statements,
        read.measures,
        read.decisions,
        groups=register(found, read.measures, apart(read.decisions)),
        hints=list(sums(found, read.measures)),
    )


def find_statement(found: Figures, name: str) -> Statement:
    """The statement with this short id; more of the source's id may be given before the @.

    Raises WrongRequest when there is none or more than one.
    """
    source, _, at = name.partition("@")
    named = [
        one
        for id, some in found.statements.items()
        if source and id.startswith(source)
        for one in some
        if str(one.at) == at
    ]
    if not named:
        raise WrongRequest(
            f"There is no statement “{name}”.", "`briefer figures` prints their names."
        )
    if len({one.source for one in named}) > 1:
        raise WrongRequest(f"“{name}” means more than one statement.", "Give more of the id.")
    return named[0]


def decide(library: Library, decision: Decision) -> None:
    """Keeps what somebody decided about two statements; “open” takes back what was decided.

    Raises WrongRequest for a statement and itself, and when one is to be kept and it is neither,
    or not named; LibraryError.
    """
    if decision.one == decision.two:
        raise WrongRequest("Those are one and the same statement.", "Name two.")
    if (decision.verdict == "keep") != (decision.keeps in (decision.one, decision.two)):
        raise WrongRequest("Which of the two is to be used?", "Name one of them.")
    library.decisions.decide(replace(decision, reason=decision.reason.strip()))


def assign(library: Library, some: Iterable[Statement], measure: str | None, by: str = "") -> None:
    """Gives statements a measure: a key or name of the tables, a name of one's own.

    “” is none, so that they stand apart; None puts back what was read. Raises LibraryError.
    """
    keys = {one.name.casefold(): key for key, one in measures().by_key.items()}
    name = measure and keys.get(measure.strip().casefold(), measure.strip())
    library.decisions.assign([Assigned(key_of(one), name, by=by) for one in some])
