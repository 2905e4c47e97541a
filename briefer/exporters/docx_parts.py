"""The parts of a Word file that is read: relations, styles, and the manifest in it."""

import base64
import binascii
import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from lxml import etree
from msgspec import Struct

from briefer.core.errors import FileError
from briefer.exporters.docx_names import MANIFEST, PROPERTY, WORD

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of the words in files saved as Strict Open XML."""

OFF = ("0", "false", "off", "none")
"""Values that switch a property off; without a value it is on."""

QUOTE_STYLES = ("quote", "intense quote", "quotations")
"""Names of the styles that set a paragraph apart as a quotation."""

MANIFEST_AT_MOST = 64 * 1024 * 1024
"""Bytes of the largest manifest that is unpacked."""


class Look(Struct, frozen=True):
    """What a style says about being seen: hidden, struck through; None where it says nothing."""

    hidden: bool | None = None
    struck: bool | None = None

    def over(self, other: "Look") -> "Look":
        """This look, with what it does not say taken from another one."""
        return Look(
            other.hidden if self.hidden is None else self.hidden,
            other.struck if self.struck is None else self.struck,
        )


class Styles(Struct, frozen=True):
    """The looks of styles by id, and which of them are for quotations."""

    looks: Mapping[str, Look]
    quotes: frozenset[str]


def parse(parts: Mapping[str, bytes], part: str, name: str) -> Any:
    """The root element of a part; `name` is what the file is called in an error.

    Nothing is fetched and no entity is looked up. Raises FileError.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root: Any = etree.fromstring(parts[part], parser)
    except (etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise FileError(
            f"{name} is damaged: its part {part} cannot be read.",
            "Use an earlier copy of it.",
            "damaged",
        ) from error
    if root.getroottree().docinfo.doctype:
        raise FileError(
            f"{name} is not safe to open: {part} defines entities.",
            "Ask who sent it.",
            "unsafe_content",
        )
    return root


def local(element: Any) -> str:
    """The name of a word processing element; that of any other with its namespace."""
    return _local(str(element.tag))


@lru_cache(maxsize=1000)
def _local(tag: str) -> str:
    for namespace in (WORD, STRICT):
        if tag.startswith(f"{{{namespace}}}"):
            return tag.removeprefix(f"{{{namespace}}}")
    return tag


def value(element: Any, attribute: str = "val") -> str:
    """An attribute of a word processing element, or an empty string."""
    return str(element.get(f"{{{WORD}}}{attribute}", element.get(f"{{{STRICT}}}{attribute}", "")))


def related(parts: Mapping[str, bytes], part: str, name: str) -> Iterator[tuple[str, str]]:
    """The parts that a part (empty for the package) is related to: kind of relation, part."""
    folder, file = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    if relations not in parts:
        return
    for one in parse(parts, relations, name):
        if one.get("TargetMode") != "External":
            target = posixpath.join("/", folder, one.get("Target", ""))
            kind = posixpath.basename(one.get("Type", ""))
            yield kind, posixpath.normpath(target).removeprefix("/")


def styles(root: Any) -> Styles:
    """The styles of a file, each with what it takes from the one it is based on."""
    own: dict[str, Look] = {}
    based: dict[str, str] = {}
    quotes = set()
    for style in root:
        if local(style) != "style":
            continue
        id = value(style, "styleId")
        found = {local(one): one for one in style}
        own[id] = look(found["rPr"]) if "rPr" in found else Look()
        if "basedOn" in found:
            based[id] = value(found["basedOn"])
        if "name" in found and value(found["name"]).lower() in QUOTE_STYLES:
            quotes.add(id)
    return Styles({id: _inherited(id, own, based) for id in own}, frozenset(quotes))


def _inherited(id: str, own: Mapping[str, Look], based: Mapping[str, str]) -> Look:
    made, seen = Look(), set[str]()
    while id in own and id not in seen:
        made = made.over(own[id])
        seen.add(id)
        id = based.get(id, "")
    return made


def look(properties: Any) -> Look:
    """What the properties of a run say themselves."""
    said = {local(one): value(one).lower() not in OFF for one in properties}
    struck = [said[one] for one in ("strike", "dstrike") if one in said]
    return Look(said.get("vanish"), any(struck) if struck else None)


def manifest(parts: Mapping[str, bytes], name: str) -> bytes | None:
    """The manifest in a file: of its custom XML, else of its properties; None without one."""
    for part in sorted(parts):
        if re.fullmatch(r"customXml/[^/]+\.xml", part):
            root = parse(parts, part, name)
            if root.tag == f"{{{MANIFEST}}}manifest":
                return "".join(root.itertext()).encode()
    if "docProps/custom.xml" not in parts:
        return None
    pieces = {
        int(number): "".join(one.itertext())
        for one in parse(parts, "docProps/custom.xml", name)
        if (number := one.get("name", "").removeprefix(PROPERTY)).isdecimal()
    }
    return _joined([pieces[number] for number in sorted(pieces)], name) if pieces else None


def _joined(pieces: list[str], name: str) -> bytes:
    try:
        packed = base64.b64decode("".join(pieces), validate=True)
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(packed, MANIFEST_AT_MOST)
    except (binascii.Error, zlib.error) as error:
        raise _damaged(name) from error
    if not unpacker.eof:
        raise _damaged(name)
    return data


def _damaged(name: str) -> FileError:
    return FileError(
        f"The proof in {name} is damaged.", "Check an earlier copy of the file.", "damaged"
    )
