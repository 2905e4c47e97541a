"""Zip packages of XML parts, opened within limits: nothing grows past them, nothing is fetched."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from posixpath import dirname, join, normpath
from typing import IO, Any, TypeVar

from lxml import etree

from briefer.core.errors import UnreadableSource
from briefer.importers.zip_guard import outgrows, packed

LARGEST_MEMBER = 64 * 1024 * 1024
"""Bytes that one member of a package may grow to; pictures and films count too."""

LARGEST_PACKAGE = 1024 * 1024 * 1024
"""Bytes that all members may grow to together; only the few that hold words are ever read."""

MOST_MEMBERS = 10_000

PACKING = 64
"""Bytes that packing adds to what cannot be made smaller, beyond one in a hundred."""

LARGEST_TREE = 256 * 1024 * 1024
"""Bytes that the elements and attributes of all parts that are read may take in memory."""

BYTES_OF_A_TAG, BYTES_OF_AN_ATTRIBUTE = 180, 220
"""What each takes in the tree of libxml2, its text node included; measured, and rounded up."""

PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,  # words go on behind them
    remove_pis=True,
)
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
"""What zipfile raises for members that are cut off, altered or packed in a way it does not know."""


MOST_SHARED, LARGEST_SHARED = 16, 1024 * 1024
"""How many parts are kept as what was made of them, and the bytes of the largest."""

_shared: dict[tuple[object, ...], Any] = {}
Made = TypeVar("Made")


class Package:
    """The members of a zip file, by name; `file` is what its errors call it."""

    def __init__(self, data: bytes, file: str) -> None:
        """Reads the directory. Raises UnreadableSource: damaged, too_large, password_required."""
        self.file = file
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise damaged(file) from error
        members = self._zip.infolist()
        sizes = [member.file_size for member in members]
        if len(sizes) > MOST_MEMBERS or sum(sizes) > LARGEST_PACKAGE:
            raise too_large(file)
        if max(sizes, default=0) > LARGEST_MEMBER:
            raise too_large(file)
        if any(member.flag_bits & 1 for member in members):
            raise locked(file, here=False)
        self.names = frozenset(self._zip.namelist())
        self._weight = 0

    def read(self, name: str) -> bytes:
        """The bytes of a member, counted while they are read; none when there is no such member.

        Raises UnreadableSource: damaged, or unsafe_content when it grows past what the directory
        says.
        """
        if name not in self.names:
            return b""
        said = self._zip.getinfo(name)
        if said.compress_size > said.file_size + said.file_size // 100 + PACKING:
            raise unsafe(self.file)  # it was packed into more bytes than it is said to hold
        try:
            with self._zip.open(name) as member:
                return _counted(member, self.file)
        except BROKEN as error:
            grown = outgrows(self._data, said)
            raise (unsafe(self.file) if grown else damaged(self.file)) from error

    def xml(self, name: str) -> "etree._Element | None":
        """The root element of a member; None when there is no such member."""
        return self.tree(self.read(name))

    def tree(self, data: bytes) -> "etree._Element | None":
        """The root element of a part that is unpacked; None when it is empty."""
        self._weight += weight(data)
        if self._weight > LARGEST_TREE:
            raise too_large(self.file)
        return parse(data, self.file) if data else None

    def shared(self, name: str, make: Callable[["etree._Element | None"], Made]) -> Made:
        """What is made of a part that the documents of a house have in common, such as its styles.

        What was made last is kept and given again for the same bytes, so nothing may change it.
        """
        if name not in self.names:
            return make(None)
        said = self._zip.getinfo(name)
        key = (make, said.compress_type, said.file_size, said.CRC, packed(self._data, said))
        if key in _shared:
            return _shared[key]  # type: ignore[no-any-return]
        made = make(self.xml(name))
        if said.file_size <= LARGEST_SHARED:
            if len(_shared) == MOST_SHARED:
                _shared.clear()
            _shared[key] = made
        return made

    def related(self, name: str) -> Mapping[str, str]:
        """The members a part names as its own, by the last word of the kind of relation.

        Parts outside the package are left out: nothing is ever fetched (OPC, part 2, 6.5).
        """
        folder, _, last = name.rpartition("/")
        root = self.xml(join(folder, "_rels", f"{last}.rels"))
        found: dict[str, str] = {}
        for one in () if root is None else root.iter(RELATIONSHIP):
            if one.get("TargetMode") == "External":
                continue
            kind = one.get("Type", "").rpartition("/")[2]
            target = normpath(join("/", dirname(name), one.get("Target", "")))
            found.setdefault(kind, target.lstrip("/"))
        return found


def weight(data: bytes) -> int:
    """Bytes that the tree of an XML part takes in memory at most, its words apart."""
    return data.count(b"<") * BYTES_OF_A_TAG + data.count(b"=") * BYTES_OF_AN_ATTRIBUTE


def parse(data: bytes, file: str) -> "etree._Element":
    """The root element of an XML part; entities stay as they are, and nothing is loaded.

    Raises UnreadableSource: damaged; too_large; unsafe_content for a document type declaration or
    elements nested past 256.
    """
    if weight(data) > LARGEST_TREE:
        raise too_large(file)
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError as error:  # libxml2 tells depth in words alone
        refused = next((make for word, make in LIMITS if word in str(error)), damaged)
        raise refused(file) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise unsafe(file)
    return root


def _counted(member: IO[bytes], file: str) -> bytes:
    data = member.read(LARGEST_MEMBER + 1)
    if len(data) > LARGEST_MEMBER:
        raise unsafe(file)
    return data


def damaged(file: str) -> UnreadableSource:
    """A file that is cut off or altered."""
    return UnreadableSource(
        f"{file} is damaged: parts of it are missing or altered.",
        "Get the file again, or open it in the program it was made with and save it anew.",
        "damaged",
    )


def too_large(file: str) -> UnreadableSource:
    """A file that grows past the limits when it is opened."""
    return UnreadableSource(
        f"{file} holds more than can be read safely once it is unpacked.",
        "Import the part that you need.",
        "too_large",
    )


def unsafe(file: str) -> UnreadableSource:
    """A file made in a way that no word processor makes them, and that can do harm."""
    return UnreadableSource(
        f"{file} is built as harmful files are, so it was not read.",
        "Ask whoever sent it; a document saved anew by a word processor can be imported.",
        "unsafe_content",
    )


def locked(file: str, wrong: bool = False, here: bool = True) -> UnreadableSource:
    """A file that opens with a password only.

    `wrong` when one was given that does not fit; `here` when the right one would open it.
    """
    what = "does not open with this password" if wrong else "is protected by a password"
    give = "Give its password, or save it" if here else "Save it"
    return UnreadableSource(
        f"{file} {what}.",
        f"{give} without one in the program it was made with.",
        "password_required",
    )


LIMITS = (
    ("depth", unsafe), ("amplification", unsafe), ("reference loop", unsafe),
    ("huge", too_large), ("HUGE", too_large),
)  # fmt: skip
"""Words in which libxml2 says that a limit of its own was passed, and what that means."""
