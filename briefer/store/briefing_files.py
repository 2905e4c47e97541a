"""The .briefing container: a zip with the briefing and the sources it cites."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping

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


def pack(
    briefing: Briefing, sources: Mapping[str, Source], more: Mapping[str, bytes] | None = None
) -> bytes:
    """The briefing and the sources it cites (id -> source) as the bytes of a .briefing file.

    `more` are further members, which `unpack` passes over.
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
            info = zipfile.ZipInfo(name, EARLIEST)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            archive.writestr(info, data)
    return file.getvalue()


def unpack(data: bytes, name: str) -> tuple[Briefing, dict[str, Source]]:
    """Reads the bytes of a .briefing file; `name` is what it is called in an error.

    Raises FileError when they are damaged, unsafe, of a newer version or something else.
    """
    members = dict(read_zip(data, name))
    if members.get("mimetype") != MEDIA_TYPE or "briefing.json" not in members:
        raise FileError(f"{name} is not a briefer briefing.", "Choose a .briefing file.")
    briefing = forms.decode(members["briefing.json"], Briefing, name)
    sources: dict[str, Source] = {}
    for member, content in members.items():
        if member.startswith("sources/"):
            source = forms.decode(content, Source, f"{name} ({member})")
            if member != f"sources/{source.id}.json":
                raise _damaged(name, f"{member} holds another source")
            sources[source.id] = source
    return briefing, sources


def read_zip(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Each member of a zip, read within the limits. Raises FileError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _require_safe(infos, name)
            left = TOTAL_AT_MOST
            for info in infos:
                content = _content(archive, info, min(MEMBER_AT_MOST, left), name)
                left -= len(content)
                yield info.filename, content
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise _damaged(name, "it is not a readable zip file") from error


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int, name: str) -> bytes:
    """A member's bytes; what its directory says about its size is not believed."""
    with archive.open(info) as member:
        content = member.read(limit + 1)
    if len(content) > limit:
        raise _unsafe(name, f"{info.filename} is too large")
    return content


def _require_safe(infos: list[zipfile.ZipInfo], name: str) -> None:
    names = [info.filename for info in infos]
    if len(names) > MEMBERS_AT_MOST:
        raise _unsafe(name, "it has too many parts")
    if len(set(names)) < len(names):
        raise _unsafe(name, "two of its parts have one name")
    for info in infos:
        parts = info.filename.split("/")
        if "\\" in info.filename or parts[0] in ("", "~") or ".." in parts or ":" in parts[0]:
            raise _unsafe(name, f"{info.filename} would lie outside it")
        if info.flag_bits & 1:
            raise _unsafe(name, f"{info.filename} is encrypted")


def _damaged(name: str, why: str) -> FileError:
    return FileError(f"{name} is damaged: {why}.", "Use an earlier copy of it.", "damaged")


def _unsafe(name: str, why: str) -> FileError:
    return FileError(f"{name} is not safe to open: {why}.", "Ask who sent it.", "unsafe_content")
