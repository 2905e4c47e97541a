"""What a library keeps beyond its sources: what people decided, and what the rules read."""

from collections.abc import Collection, Iterable
from typing import Protocol

from msgspec import Struct

from briefer.core.decisions import Assigned, Decision, Judged


class Decisions(Protocol):
    """What people decided; all of it is kept, and the last counts. Raises LibraryError.

    Of statements and suggestions the source must be there, in the trash or not.
    """

    def decide(self, decision: Decision) -> None:
        """Keeps what somebody decided about two statements; when is the library's to say."""
        ...

    def decided(self) -> list[Decision]:
        """All that was ever decided, the oldest first (see core.decisions.by_pair)."""
        ...

    def assign(self, given: Iterable[Assigned]) -> None:
        """Keeps the measures that somebody gave statements, all of them or none."""
        ...

    def assigned(self) -> list[Assigned]:
        """All measures that were ever given, the oldest first (see core.decisions.assigned)."""
        ...

    def judge(self, judged: Iterable[Judged]) -> None:
        """Keeps what somebody said of suggestions, all of it or nothing."""
        ...

    def judged(self, ids: Collection[str] | None = None) -> list[Judged]:
        """All that was ever said of suggestions, or of those of these sources; the oldest first."""
        ...


class Read(Struct, frozen=True):
    """What the rules read in a source, encoded by those who know its form."""

    suggestions: bytes
    statements: bytes


class Readings(Protocol):
    """What the rules read in the sources, by the version of the rules. Raises LibraryError.

    It is forgotten when somebody says something of the source's record, for it may rest on that.
    """

    def keep(self, version: str, read: Iterable[tuple[str, Read]]) -> None:
        """Keeps what this version of the rules read in sources (by id), in place of any other."""
        ...

    def suggestions(self, version: str, ids: Collection[str] | None = None) -> dict[str, bytes]:
        """Id -> suggestions, of the sources out of the trash or these, as far as they are kept."""
        ...

    def statements(self, version: str, ids: Collection[str] | None = None) -> dict[str, bytes]:
        """Id -> statements, of the sources out of the trash or these, as far as they are kept."""
        ...

    def unread(self, version: str) -> list[str]:
        """The ids of sources out of the trash that this version of the rules has not read."""
        ...
