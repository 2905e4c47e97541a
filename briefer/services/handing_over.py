"""Handing sources over to another library, and taking over what somebody handed over."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.bundle import Bundle, HandedSource
from briefer.core.errors import BrieferError, FileError, LibraryError
from briefer.core.model import Source
from briefer.core.progress import Progress, silent
from briefer.core.record import LABELS, Field, shown
from briefer.store import Library
from briefer.store.bundle_files import Reader, reading_bundle, writing_bundle

if TYPE_CHECKING:
    from briefer.importers import Reading
    from briefer.services.reading import Document, Outcome

SUFFIX = ".brieferlibrary"

ID = re.compile("[0-9a-f]{16}")
NO_ORIGINAL = "its original was not handed over with it"
READ_OTHERWISE = "this briefer reads its original otherwise"


class Handed(Struct, frozen=True):
    """What was handed over: how many sources, and the files of those without their original."""

    sources: int
    without_original: tuple[str, ...] = ()


class TakenOver(Struct, frozen=True):
    """What became of one source that was handed over, or of a template (without an id)."""

    id: str
    file: str
    known: bool = False
    """The library held it already."""
    unproven: str = ""
    """Why its text could not be compared with its original."""
    conflicts: tuple[str, ...] = ()
    """Where the library says something else, which stays."""
    error: BrieferError | None = None


def chosen_sources(library: Library, ids: Sequence[str] = (), tag: str = "") -> list[str]:
    """The ids of these sources and of those with a tag; without either, of all out of the trash.

    Raises LibraryError when no source has the tag.
    """
    lines = library.sources()
    if tag:
        ids = [*ids, *(line.id for line in lines if tag in line.tags)]
        if not ids:
            raise LibraryError(f"No source has the tag “{tag}”.", "Choose another tag.")
    return list(dict.fromkeys(ids)) or [line.id for line in lines]


def hand_over(
    library: Library,
    ids: Sequence[str],
    path: Path,
    progress: Progress = silent,
    *,
    originals: bool = True,
    templates: bool = True,
) -> Handed:
    """Writes sources (ids) with what people said of them into a file, one source at a time.

    No place on the disk and nobody's name goes with them; the same sources give the same bytes.
    An original that lies elsewhere and is gone or altered stays away. Raises FileError and
    LibraryError; then nothing is written.
    """
    if not ids:
        raise LibraryError("There is no source to hand over.", "Import documents first.")
    lines = {
        line.id: line for trashed in (False, True) for line in library.sources(trashed=trashed)
    }
    own = library.templates() if templates else []
    handed: list[HandedSource] = []
    with writing_bundle(path) as file:
        for number, id in enumerate(sorted(ids)):
            progress(number, len(ids), lines[id].file)
            source = replace(library.get([id])[id], record=library.records.as_imported(id))
            original = _original(library, id) if originals else None
            file.source(source, original)
            said = {edit.field: edit.value for edit in library.records.edits(id)}
            line = lines[id]
            handed.append(HandedSource(id, original is not None, said, line.tags, line.withdrawn))
        pairs = sorted((id, lines[id].superseded_by) for id in ids)
        successions = tuple(pair for pair in pairs if pair[1] in ids)
        file.end(Bundle(tuple(handed), successions, len(own)), own)
    without = tuple(lines[one.id].file for one in handed if not one.original)
    return Handed(len(handed), without if originals else ())


def _original(library: Library, id: str) -> bytes | None:
    try:
        return library.original(id)
    except LibraryError:
        return None


def take_over(library: Library, path: Path, progress: Progress = silent) -> list[TakenOver]:
    """Adds what somebody handed over; gives what became of each source, in the file's order.

    The text of a source is compared with what its original, where it is there, is read as here;
    one that cannot be compared or differs is marked as unproven. One whose bytes, text or id do
    not fit each other is left out and stops no other. What this library says already stays.
    Raises FileError when the file cannot be read or is unsafe, LibraryError when nothing can be
    kept. All new sources are kept together, or none: a cancel leaves the library as it was.
    """
    known = {line.id for trashed in (False, True) for line in library.sources(trashed=trashed)}
    with reading_bundle(path) as file:
        taking = _Taking(file, known, progress)
        library.add(taking.new_sources())
        for id, reason in taking.unproven.items():
            library.records.mark_unproven(id, reason)
        taken = [_merged(library, one, taking) for one in file.bundle.sources]
        conflicts = _succeed(library, file.bundle, set(taking.failed))
        templates = list(_keep_templates(library, file))
    named = [replace(one, conflicts=one.conflicts + conflicts.get(one.id, ())) for one in taken]
    return [*named, *templates]


class _Taking:
    """The sources of a file on their way into the library."""

    def __init__(self, file: Reader, known: set[str], progress: Progress) -> None:
        self._file = file
        self._progress = progress
        self._waiting: dict[str, tuple[Source, bytes | None]] = {}
        self.known = known
        self.files: dict[str, str] = {}
        self.unproven: dict[str, str] = {}
        self.failed: dict[str, BrieferError] = {}

    def new_sources(self) -> Iterator[tuple[Source, bytes | None]]:
        """Those that the library does not hold, each compared with its original."""
        from briefer.importers.workers import Workers  # starts processes
        from briefer.services.reading import Outcome, ReadingAhead

        total = len(self._file.bundle.sources)
        with Workers() as workers:
            for one in ReadingAhead(workers, self._documents(), total, self._progress).answers():
                if isinstance(one, Outcome):
                    id, why = one.path, NO_ORIGINAL
                else:
                    id = one[0].path
                    why = "" if self._is_same(id, one[1].reading) else READ_OTHERWISE
                if why:
                    self.unproven[id] = why
                yield self._waiting.pop(id)

    def _is_same(self, id: str, reading: "Reading | None") -> bool:
        kept = self._waiting[id][0]
        read_here = reading.source if reading is not None else None
        return read_here is not None and (kept.id, kept.text, kept.places) == (
            read_here.id, read_here.text, read_here.places,
        )  # fmt: skip

    def _documents(self) -> "Iterator[Document | Outcome]":
        from briefer.importers import Options
        from briefer.importers.child import Job
        from briefer.services.reading import Document, Outcome, Root, printable

        for number, handed in enumerate(self._file.bundle.sources):
            if handed.id in self.known or handed.id in self.files:
                continue
            try:
                source, original = self._read(handed)
            except BrieferError as error:
                self.failed[handed.id] = error
                continue
            source = replace(source, file=printable(PurePosixPath(source.file).name))
            self.files[handed.id] = source.file
            self._waiting[handed.id] = source, original
            if original is None:
                yield Outcome(handed.id)
                continue
            how = Options(encoding="" if source.sha256.startswith(source.id) else source.encoding)
            yield Document(handed.id, Job(original, source.file, how), number, Root())

    def _read(self, handed: HandedSource) -> tuple[Source, bytes | None]:
        """A source and its bytes, which fit each other. Raises FileError."""
        from briefer.importers import make_id

        source = self._file.source(handed.id)
        original = self._file.original(handed.id) if handed.original else None
        if not ID.fullmatch(source.id):
            raise FileError(f"{source.id!a} is no id of a source.", "Ask who sent it.")
        if original is not None:
            fits = hashlib.sha256(original).hexdigest() == source.sha256
            fits = fits and source.id in (make_id(original), make_id(original, source.encoding))
            if not fits:
                raise FileError(
                    f"{source.file} is not what its id says: it was altered on its way.",
                    "Ask for it again.",
                    "damaged",
                )
        return source, original


def _merged(library: Library, handed: HandedSource, taking: _Taking) -> TakenOver:
    """Keeps what was said of a source, unless this library says something else."""
    id = handed.id
    if id in taking.failed:
        return TakenOver(id, "", error=taking.failed[id])
    source = library.get([id])[id]
    mine = {edit.field: edit.value for edit in library.records.edits(id)}
    library.records.say(
        id, {name: value for name, value in handed.said.items() if name not in mine}
    )
    for tag in handed.tags:
        library.shelves.tag([id], tag)
    conflicts = [
        f"{LABELS.get(name, name)}: here it is {_said(mine[name])}, there {_said(value)}."
        for name, value in handed.said.items()
        if name in mine and mine[name] != value
    ]
    reason = library.versions.withdrawn().get(id)
    if reason is None and handed.withdrawn is not None:
        library.versions.withdraw(id, handed.withdrawn)
    elif handed.withdrawn not in (None, reason):
        conflicts.append("Another reason is given there for its withdrawal.")
    return TakenOver(
        id, source.file, id in taking.known, taking.unproven.get(id, ""), tuple(conflicts)
    )


def _said(field: Field | None) -> str:
    return f"“{shown(field.value)}”" if field else "unknown"


def _succeed(library: Library, bundle: Bundle, failed: set[str]) -> dict[str, tuple[str, ...]]:
    """Keeps what supersedes what; gives what this library says otherwise (id -> sentences)."""
    conflicts: dict[str, tuple[str, ...]] = {}
    for older, newer in bundle.successions:
        if failed.isdisjoint((older, newer)):
            try:
                library.supersede(newer, older)
            except LibraryError as error:
                conflicts[older] = (error.message,)
    return conflicts


def _keep_templates(library: Library, file: Reader) -> Iterable[TakenOver]:
    """Keeps templates whose names are free; gives those that are another one here."""
    own = {one.name: one for one in library.templates()}
    for template in file.templates():
        if template.name not in own:
            library.put_template(template)
        elif own[template.name] != template:
            said = "Another template of this name is here, and stays."
            yield TakenOver("", template.title, known=True, conflicts=(said,))
