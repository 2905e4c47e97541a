"""Messages as Outlook saves them (.msg): the same words, headers and attachments as of mail."""

import datetime
import email
import email.policy
import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from briefer.core.errors import UnreadableSource
from briefer.core.record import Date, Name, Value
from briefer.importers import plain
from briefer.importers.imported import Attachment, Imported, Options
from briefer.importers.mail import MOST_ATTACHMENTS, Letter, fields_of, one_name, read_letter

if TYPE_CHECKING:
    from olefile import OleFileIO

MEDIA_TYPE = "application/vnd.ms-outlook"

SUBJECT, BODY, HTML, HEADERS = "0037", "1000", "1013", "007D"
SENDER_NAME, SENDER_ADDRESS = "0C1A", "0C1F"
ATTACHED, LONG_NAME, SHORT_NAME = "3701", "3707", "3704"
"""Numbers of properties (MS-OXPROPS)."""

SUBMITTED, DELIVERED = 0x0039, 0x0E06
CODE_PAGE, INTERNET_CODE_PAGE = 0x3FFD, 0x3FDE

UNICODE, STRING, BINARY = "001F", "001E", "0102"
"""Types of properties that are streams of their own (MS-OXMSG 2.1.3)."""

EPOCH = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)
LARGEST = 64 * 1024 * 1024
"""Bytes of the largest property."""


def read(data: bytes, file: str, options: Options) -> Imported:
    """A message saved by Outlook. Raises UnreadableSource."""
    import olefile

    try:
        # What is missing or wrong must not become a message that merely says less.
        with olefile.OleFileIO(data, raise_defects=olefile.DEFECT_INCORRECT) as container:
            letter = _letter(_Message(container))
    except RecursionError as error:
        raise _damaged(file) from error
    except (OSError, struct.error, IndexError, ValueError, TypeError, AttributeError) as error:
        raise _damaged(file) from error
    return read_letter(letter, file, MEDIA_TYPE)


def _damaged(file: str) -> UnreadableSource:
    return UnreadableSource(
        f"{file} is damaged: parts of it are missing or altered.",
        "Open it in Outlook and save it anew, as .msg or .eml.",
        "damaged",
    )


class _Message:
    """The properties of a message; text in the encoding that it names."""

    def __init__(self, container: "OleFileIO") -> None:
        self._container = container
        self._streams = {"/".join(path): path for path in container.listdir()}
        self.fixed = _fixed(self._read("__properties_version1.0"))
        number = self.fixed.get(INTERNET_CODE_PAGE) or self.fixed.get(CODE_PAGE) or b""
        page = struct.unpack("<I", number[:4])[0] if number else 1252
        self.encoding = {65001: "utf-8", 20127: "windows-1252"}.get(page, f"cp{page}")

    def text(self, property: str, folder: str = "") -> str:
        """A property that is text; empty where the message does not have it."""
        wide = self._read(f"{folder}__substg1.0_{property}{UNICODE}")
        if wide:
            return wide.decode("utf-16-le").rstrip("\0")
        return self._decoded(self._read(f"{folder}__substg1.0_{property}{STRING}")).rstrip("\0")

    def html(self) -> str:
        """The body with markup, however it is kept."""
        data = self._read(f"__substg1.0_{HTML}{BINARY}")
        return self._decoded(data) if data else self.text(HTML)

    def binary(self, property: str, folder: str) -> bytes:
        """A property that is bytes."""
        return self._read(f"{folder}__substg1.0_{property}{BINARY}")

    def folders(self) -> Iterator[str]:
        """The folders of the attachments, in order."""
        first = {name.partition("/")[0] for name in self._streams if "/" in name}
        for name in sorted(first):
            if name.startswith("__attach_version1.0_"):
                yield f"{name}/"

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode(self.encoding)
        except (UnicodeDecodeError, LookupError):
            return plain.decode(data)[0]

    def _read(self, name: str) -> bytes:
        path = self._streams.get(name)
        if path is None:
            return b""
        with self._container.openstream(path) as stream:
            data: bytes = stream.read(LARGEST)
        return data


def _fixed(stream: bytes) -> Mapping[int, bytes]:
    """The properties of fixed length: number -> eight bytes (MS-OXMSG 2.4)."""
    entries = struct.iter_unpack("<HHI8s", stream[32 : 32 + (len(stream) - 32) // 16 * 16])
    return {number: value for _, number, _, value in entries}


def _letter(message: _Message) -> Letter:
    attachments, left_out = [], False
    for folder in message.folders():
        name = message.text(LONG_NAME, folder) or message.text(SHORT_NAME, folder)
        data = message.binary(ATTACHED, folder)
        if data and not name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".p7s", ".ics")):
            attachments.append(Attachment(one_name(name), data))
        else:
            left_out = True  # a picture, or a message in the message
    return Letter(
        _fields(message),
        message.text(BODY),
        message.html(),
        message.encoding,
        ("attachments_left_out",) if left_out else (),
        tuple(attachments[:MOST_ATTACHMENTS]),
    )


def _fields(message: _Message) -> dict[str, Value]:
    headers = email.message_from_string(message.text(HEADERS), policy=email.policy.compat32)
    found = dict(fields_of(headers))
    subject = " ".join(message.text(SUBJECT).split())
    sender = message.text(SENDER_NAME) or message.text(SENDER_ADDRESS)
    sent = message.fixed.get(SUBMITTED) or message.fixed.get(DELIVERED)
    if subject:
        found["title"] = subject
    if sender.strip():
        found["author"] = (Name(" ".join(sender.split())),)
    if sent and "issued" not in found:
        with suppress(OverflowError):  # a time past the year 9999 is none
            time = EPOCH + datetime.timedelta(microseconds=struct.unpack("<Q", sent)[0] // 10)
            found["issued"] = Date(((time.year, time.month, time.day),))
    return found
