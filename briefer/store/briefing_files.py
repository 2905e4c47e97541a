"""The .briefing container: a zip with the briefing and the sources it cites."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from briefer.core import forms
from briefer.core.errors import FileError
from briefer.core.model import Briefing, Source

MEDIA_TYPE = b"application/vnd.briefer.briefing+zip"
MEMBERS_AT_MOST = 10_000
MEMBER_AT_MOST = 64 * 1024 * 1024
TOTAL_AT_MOST = 512 * 1024 * 1024
"""Bytes that the members may hold when unpacked, each and together."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every member, so that the same briefing gives the same bytes."""

DIRECTORY_ENTRY = b"PK\x01\x02"

PARTS = re.compile(r"mimetype|briefing\.json|sources/[^/]+\.json")
"""The members that are read; what else is there is passed over."""

UNSAFE_NAME = re.compile(r"[\\:\0]|\A[/~]|(\A|/)\.\.(/|\Z)")
"""Names that could lie outside the container where it is unpacked."""


def pack(
    briefing: Briefing, sources: Mapping[str, Source], more: Mapping[str, bytes] | None = None
) -> bytes:
    """The briefing and the sources it cites (id -> source) as the bytes of a .briefing file.

    A source that is not given is left out; `more` are further members, which `unpack` passes over.
    """
    members = {"mimetype": MEDIA_TYPE, "briefing.json": forms.encode(briefing)}
    for id in sorted({pick.source for pick in briefing.picks()} & set(sources)):
        members[f"sources/{id}.json"] = forms.encode(sources[id])
    return write_zip({**members, **(more or {})})


def write_zip(members: Mapping[str, bytes]) -> bytes:
    """A zip of these members in this order, the first one stored; the same bytes every time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number, (name, data) in enumerate(members.items()):
            put(archive, name, data, packed=bool(number))
    return file.getvalue()


def put(archive: zipfile.ZipFile, name: str, data: bytes, *, packed: bool = True) -> None:
    """Writes a member that is the same every time."""
    info = zipfile.ZipInfo(name, EARLIEST)
    info.create_system = 0
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    archive.writestr(info, data)


def unpack(data: bytes, name: str) -> tuple[Briefing, dict[str, Source]]:
    """Reads the bytes of a .briefing file; `name` is what it is called in an error.

    Raises FileError when they are damaged, unsafe, of a newer version or something else.
    """
    members = read_zip(data, name, PARTS)
    if members.pop("mimetype", b"") != MEDIA_TYPE or "briefing.json" not in members:
        raise FileError(f"{name} is not a briefer briefing.", "Choose a .briefing file.")
    briefing = forms.decode(members.pop("briefing.json"), Briefing, name)
    sources: dict[str, Source] = {}
    for member, content in members.items():
        source = forms.decode(content, Source, f"{name} ({member})")
        if member != f"sources/{source.id}.json":
            raise damaged(name, f"{member} holds another source")
        sources[source.id] = source
    return briefing, sources


def read_zip(data: bytes, name: str, wanted: re.Pattern[str]) -> dict[str, bytes]:
    """The members whose whole name is `wanted`; `name` is what the zip is called in an error.

    No member is read before all are found safe. Raises FileError.
    """
    if data.count(DIRECTORY_ENTRY) > MEMBERS_AT_MOST:  # zipfile would make an object of each
        raise _unsafe(name, "it has too many parts")
    with readable(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        require_safe(infos, name, MEMBER_AT_MOST, TOTAL_AT_MOST)
        chosen = [info for info in infos if wanted.fullmatch(info.filename)]
        return {info.filename: content(archive, info) for info in chosen}


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turns all that a damaged zip makes zipfile raise into a FileError."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError,
            NotImplementedError) as error:  # fmt: skip
        raise damaged(name, "it is not a readable zip file") from error


def content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member's bytes: as many as the directory says, and no checksum fits when there are more.

    Without a number of bytes zipfile would unpack the whole before it looks at the directory.
    """
    with archive.open(info) as member:
        return member.read(info.file_size + 1)


def require_safe(
    infos: list[zipfile.ZipInfo], name: str, member_at_most: int, total_at_most: int
) -> None:
    """Raises FileError unless all members may be read: few bytes, no strange names, no codes."""
    if len({info.filename for info in infos}) < len(infos):
        raise _unsafe(name, "two of its parts have one name")
    if sum(info.file_size for info in infos) > total_at_most:
        raise _unsafe(name, "it is too large when unpacked")
    for info in infos:
        part = info.orig_filename  # Windows turns \ into / in the other one
        if UNSAFE_NAME.search(part):
            raise _unsafe(name, f"{part!a} would lie outside it")
        if info.flag_bits & 1:
            raise _unsafe(name, f"{part} is encrypted")
        if info.file_size > member_at_most:
            raise _unsafe(name, f"{part} is too large when unpacked")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _unsafe(name, f"{part} is compressed in another way")  # others have no bound


def damaged(name: str, why: str) -> FileError:
    """The error for a zip that cannot be read."""
    return FileError(f"{name} is damaged: {why}.", "Use an earlier copy of it.", "damaged")


def _unsafe(name: str, why: str) -> FileError:
    return FileError(f"{name} is not safe to open: {why}.", "Ask who sent it.", "unsafe_content")
