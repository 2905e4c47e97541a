"""Commands on new versions of sources, and on the primary texts behind second-hand quotations."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from briefer.core import edits
from briefer.core.model import Pick, Range, Source
from briefer.core.progress import Progress
from briefer.core.revision import State, reanchor
from briefer.services import likeness
from briefer.services.importing import import_paths
from briefer.services.revisions import Revision, revisions, set_superseded
from briefer.services.second_hand import Primary, find_primaries
from briefer.ui.desk import Desk
from briefer.ui.later import dialogs, proposals
from briefer.ui.library_work import LibraryWork

CHANGED_SHOWN = 12
"""Paragraphs whose differences are shown of two versions; the others stand in the reader."""

NONE_NEWER = "No pick of this briefing has a newer version in the library."
NO_PRIMARY = (
    "The library holds no other text like these words. Ask for the speaker's own text, import it, "
    "and look again."
)
STATES: Mapping[State, tuple[str, str, str]] = {
    "anchored": ("same words, same place", "check", "The new version says these words here too."),
    "moved": ("same words, elsewhere", "check",
              "The new version says these words in another place or context."),
    "ambiguous": ("several places", "triangle-alert",
                  "The new version has several places that could be meant: pick the words there."),
    "changed": ("changed", "circle-x",
                "The new version says something else here. These are its nearest words:"),
    "orphan": ("no longer there", "circle-x", "The new version says nothing like these words."),
}  # fmt: skip
"""What became of a pick: its name, its icon, and a sentence."""


class Followed(Struct, frozen=True):
    """What became of picks, and the newer sources (id -> source)."""

    found: list[Revision]
    sources: Mapping[str, Source]


class Found(Struct, frozen=True):
    """Candidates for a primary text, and their sources (id -> source)."""

    primaries: tuple[Primary, ...]
    sources: Mapping[str, Source]


class VersionProposal(Struct, frozen=True):
    """A document that looks like a new version, and the row that shows it."""

    found: "likeness.Proposal"
    shown: "proposals.Proposal"


class Versions:
    """Follows picks to other sources, each when the user says so."""

    def __init__(self, desk: Desk, library: LibraryWork) -> None:
        self._desk = desk
        self._library = library
        self._proposed: dict[str, VersionProposal] = {}
        library.imported = self._look_for_old
        desk.library.version_wanted.connect(self.import_version)
        desk.library.versions.look_wanted.connect(self._show_proposed)
        desk.briefing.primary_wanted.connect(self.find_primary)

    def import_version(self, old_id: str) -> None:
        """Imports a file that the user chooses as the version that supersedes a source."""
        path = dialogs.ask_open(
            self._desk.window, "Import a new version", self._desk.folder(), dialogs.DOCUMENTS
        )
        if path is not None:
            self._supersede(old_id, path)

    def _supersede(self, old_id: str, path: Path) -> None:
        def work(progress: Progress) -> str:
            with self._desk.opened_library() as library:
                outcome, *_ = import_paths(library, [path], progress)  # not what lies inside it
                if outcome.error is not None:
                    raise outcome.error
                set_superseded(library, outcome.source, old_id)
                return outcome.source

        def show(source: object) -> None:
            self._library.changed()
            self._desk.say(f"{path.name} is kept as the new version.")
            self._library.show_source(str(source))
            self._follow(quiet=True)

        self._desk.job(work, show, bar="Importing a new version")

    def _look_for_old(self, ids: list[str]) -> None:
        """Compares sources that came in with the library; what is found waits in a strip."""

        def work(progress: Progress) -> list[VersionProposal]:
            with self._desk.opened_library() as library:
                found = likeness.proposals(library, ids, progress)
                sources = library.get({id for one in found for id in (one.new, one.old)})
                return [version_proposal(one, sources) for one in found]

        def show(found: Any) -> None:
            self._proposed |= {one.shown.id: one for one in found}
            self._desk.library.versions.show_count(len(self._proposed))

        if ids:
            self._desk.job(work, show, failed=lambda _: None)

    def _show_proposed(self) -> None:
        dialog = proposals.ProposalsDialog(
            self._desk.window,
            "New versions of documents",
            "These documents look like new versions of others. Both stay; what you confirmed of "
            "the old one goes over to the new one, marked.",
            "Accept",
            "Not a new version",
            "Later",
        )

        def settle(one: proposals.Proposal, *, accepted: bool) -> None:
            found = self._proposed.pop(one.id).found
            with self._desk.telling(), self._desk.opened_library() as library:
                if accepted:
                    set_superseded(library, found.new, found.old)
                else:
                    library.versions.refuse(found.new, found.old)
            show()

        def show() -> None:
            dialog.show_proposals([one.shown for one in self._proposed.values()])
            if not self._proposed:
                dialog.accept()

        dialog.take_wanted.connect(lambda one: settle(one, accepted=True))
        dialog.refuse_wanted.connect(lambda one: settle(one, accepted=False))
        show()
        dialog.exec()
        dialog.deleteLater()
        self._desk.library.versions.show_count(len(self._proposed))
        self._library.changed()
        self._follow(quiet=True)

    def versions(self) -> None:
        """Says of every pick whose source has a newer version what became of its words."""
        self._follow(quiet=False)

    def _follow(self, *, quiet: bool) -> None:
        opened = self._desk.editor.opened
        if opened is None:
            return

        def work(progress: Progress) -> Followed:
            with self._desk.opened_library() as library:
                found = revisions(opened, library)
                return Followed(found, library.get({one.successor for one in found}))

        def show(followed: object) -> None:
            if isinstance(followed, Followed) and followed.found:
                self._show_revisions(followed)
            elif not quiet:
                self._desk.say(NONE_NEWER)

        self._desk.job(work, show, reading=True)

    def _show_revisions(self, followed: Followed) -> None:
        dialog = proposals.ProposalsDialog(
            self._desk.window,
            "New versions",
            "These picks are from sources of which the library holds a newer version. They keep "
            "the old words until you take the new ones.",
            "Take the new words",
        )
        waiting = {one.item: one for one in followed.found}

        def show() -> None:
            dialog.show_proposals([revised(one) for one in waiting.values()])

        def take(one: proposals.Proposal) -> None:
            found = waiting[one.id]
            if self._reanchor(one.id, followed.sources[found.successor], found.ranges):
                del waiting[one.id]
                show()

        dialog.take_wanted.connect(take)
        show()
        dialog.exec()
        dialog.deleteLater()

    def find_primary(self, item_id: str) -> None:
        """Looks in the library for the speaker's own text behind words at second hand."""
        opened = self._desk.editor.opened
        picks = [one for one in opened.briefing.picks() if one.id == item_id] if opened else []
        if opened is None or not picks:
            return
        sources = dict(opened.sources)

        def work(progress: Progress) -> Found:
            with self._desk.opened_library() as library:
                found = [
                    primary
                    for one in find_primaries(picks, sources, library)
                    for primary in one.primaries
                ]
                return Found(tuple(found), library.get({one.source for one in found}))

        def show(found: object) -> None:
            if isinstance(found, Found) and found.primaries:
                self._show_primaries(picks[0], found)
            else:
                self._desk.say(NO_PRIMARY)

        self._desk.job(work, show, reading=True)

    def _show_primaries(self, pick: Pick, found: Found) -> None:
        dialog = proposals.ProposalsDialog(
            self._desk.window,
            "Find the primary text",
            f"Where these words may come from. Whether it is {pick.speaker or 'the speaker'}'s "
            "own text is for you to say.",
            "Use this text instead",
        )
        offered = {str(number): one for number, one in enumerate(found.primaries)}

        def take(one: proposals.Proposal) -> None:
            primary = offered[one.id]
            place = (primary.start, primary.end)
            if self._reanchor(pick.id, found.sources[primary.source], [place]):
                dialog.accept()

        dialog.take_wanted.connect(take)
        dialog.show_proposals([offer(id, one) for id, one in offered.items()])
        dialog.exec()
        dialog.deleteLater()

    def _reanchor(self, item_id: str, source: Source, ranges: Sequence[Range]) -> bool:
        """Takes a pick from another source, as one change; gives whether that was done."""
        opened = self._desk.editor.opened
        if opened is None:
            return False
        done = False
        with self._desk.telling():
            item = edits.find_item(opened.briefing, item_id)
            if isinstance(item, Pick):
                moved = reanchor(item, source, ranges)
                self._desk.editor.keep_source(source)
                self._desk.editor.apply("take the new words", edits.set_item(moved.pick))
                lost = len(moved.operations) + len(moved.reasons)
                more = " What was done to the old words is not carried over." if lost else ""
                self._desk.say(f"The words of {source.name()} are taken.{more}")
                done = True
        return done


# The quotes keep a module that is loaded later from being loaded with this one.


def version_proposal(one: likeness.Proposal, sources: Mapping[str, Source]) -> VersionProposal:
    """A document that looks like a new version, with what differs between the two."""
    new, old = sources[one.new], sources[one.old]
    changed = likeness.changed_paragraphs(new, old, CHANGED_SHOWN)
    shown = proposals.Proposal(
        f"{one.new} {one.old}",
        "looks like a new version",
        "copy",
        f"{new.name()} ({new.file})",
        f"Of “{old.name()}” ({old.file}): {one.why}.",
        tuple(part for paragraph in changed for part in paragraph.differences),
        True,
    )
    return VersionProposal(one, shown)


def revised(one: Revision) -> "proposals.Proposal":
    """What became of a pick, as a proposal to take the new words."""
    state, sign, said = STATES[one.state]
    shown = one.differences if one.state == "changed" else ()
    return proposals.Proposal(one.item, state, sign, one.exact, said, shown, bool(one.ranges))


def offer(id: str, one: Primary) -> "proposals.Proposal":
    """A candidate for a primary text, as a proposal to use it."""
    state = "names the speaker" if one.names_speaker else "another text"
    said = f"{one.title}, {one.place}" if one.place else one.title
    if one.quoted:
        said += ", which sets the words in quotation marks too"
    sign = "check" if one.names_speaker and not one.quoted else "info"
    return proposals.Proposal(id, state, sign, one.exact, f"{said}.", one.differences, True)
