"""Zip folders of documents: what lies in them is taken out within limits, each file by itself."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from briefer.core.errors import UnreadableSource
from briefer.importers.imported import Attachment, Failure, Imported, Options
from briefer.importers.zip_guard import is_strongly_encrypted, outgrows

LARGEST_MEMBER = 64 * 1024 * 1024
LARGEST_TOGETHER = 96 * 1024 * 1024
"""Bytes that a file in the folder, and all of them, may grow to."""

MOST_MEMBERS = 2_000

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
"""What zipfile raises for members that are cut off, altered or packed in a way it does not know."""


def read(data: bytes, file: str, options: Options) -> Imported:
    """The documents of a zip folder. One that cannot be taken out is a failure, and no more.

    Raises UnreadableSource: too_large for a folder that holds too many or grows too large by its
    own directory, empty, damaged.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise UnreadableSource(
            f"{file} is damaged: it is a zip file that is cut off or altered.",
            "Get the file again.",
            "damaged",
        ) from error
    with archive:
        members = [one for one in archive.infolist() if _is_document(one)]
        if not members:
            raise UnreadableSource(f"{file} holds no documents.", "Choose another file.", "empty")
        if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > LARGEST_TOGETHER:
            raise UnreadableSource(
                f"{file} holds more than can be unpacked safely.",
                "Unpack it and import its folder.",
                "too_large",
            )
        taken = list(_members(archive, members, data, options))
    return Imported(
        "application/zip",
        "",
        "",
        None,
        attachments=tuple(one for one in taken if isinstance(one, Attachment)),
        failures=tuple(one for one in taken if isinstance(one, Failure)),
    )


def _is_document(member: zipfile.ZipInfo) -> bool:
    """Whether a member is neither a folder, nor hidden, nor what macOS notes beside a file."""
    parts = _name(member).split("/")
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not member.is_dir() and not hidden


def _members(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], data: bytes, options: Options
) -> Iterator[Attachment | Failure]:
    password = options.password.encode() or None
    left = LARGEST_TOGETHER
    for member in members:
        name, most = _name(member), min(LARGEST_MEMBER, left)
        if is_strongly_encrypted(member):
            yield Failure(name, f"{name} {ENCRYPTED[0]}", *ENCRYPTED[1:])
            continue
        try:
            with archive.open(member, pwd=password) as stream:
                content = stream.read(most + 1)
        except RuntimeError:  # zipfile's word for a missing or a wrong password
            yield _locked(name, another=password is not None)
            continue
        except BROKEN:
            said = UNSAFE if outgrows(data, member) else BROKEN_OFF
            yield Failure(name, f"{name} {said[0]}", *said[1:])
            continue
        if len(content) > most:
            said = UNSAFE if member.file_size < len(content) else GROWN
            yield Failure(name, f"{name} {said[0]}", *said[1:])
            continue
        left -= len(content)
        yield Attachment(name, content)


Said = tuple[str, str, str]
"""What happened to a member, what to do, and the code."""

ENCRYPTED: Said = (
    "is encrypted in a way that is not read here (AES).",
    "Unpack the folder with its password in another program and import what it gives.",
    "unsupported",
)
BROKEN_OFF: Said = (
    "is damaged, or packed in a way that is not read.",
    "Unpack the folder with another program and import what it gives.",
    "damaged",
)
UNSAFE: Said = (
    "grows larger than the folder says when it is unpacked.",
    "Ask who sent it: harmful files are made like that.",
    "unsafe_content",
)
GROWN: Said = (
    "grows larger than a document may when it is unpacked.",
    "Unpack the folder and import the part that you need.",
    "too_large",
)


def _locked(name: str, another: bool) -> Failure:
    said = "does not open with this password." if another else "is protected by a password."
    return Failure(
        name, f"{name} {said}", "Import it again with its password.", "password_required"
    )


def _name(member: zipfile.ZipInfo) -> str:
    """The path inside the folder, in the characters that were most likely meant."""
    name = member.filename
    if not member.flag_bits & 0x800:  # written in an unknown encoding, and read as IBM 437
        try:
            name = name.encode("cp437").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = member.filename
    parts = [
        part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("..", "/")
    ]
    return "/".join(parts) or "document"
