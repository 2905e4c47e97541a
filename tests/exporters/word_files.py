"""Word files that tests make, take apart, alter and put together again."""

import io
import zipfile
from collections.abc import Callable

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "word/document.xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """The full name of a word processing element or attribute."""
    return f"{{{W}}}{name}"


def made(xml: str) -> etree._Element:
    """One element out of XML in which `w` stands for word processing."""
    return etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>')[0]


def run(text: str, properties: str = "") -> str:
    """The XML of a run; `text` has no characters that XML takes for its own."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def unpacked(data: bytes) -> dict[str, bytes]:
    """The members of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A Word file of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def altered(data: bytes, edit: Callable[[etree._Element], object], part: str = BODY) -> bytes:
    """The file with one part edited as XML."""
    parts = unpacked(data)
    root = etree.fromstring(parts[part])
    edit(root)
    return packed({**parts, part: etree.tostring(root)})


def paragraph_of(root: etree._Element, item: str) -> etree._Element:
    """The paragraph of an item, found by its bookmark."""
    [mark] = root.xpath(f"//w:bookmarkStart[@w:name='briefer_item_{item}']", namespaces={"w": W})
    return mark.getparent()


def text_of(paragraph: etree._Element) -> str:
    """The characters of a paragraph."""
    return "".join(one.text or "" for one in paragraph.iter(w("t")))


def write(paragraph: etree._Element, text: str) -> None:
    """Puts other characters in a paragraph, all in its first run."""
    first, *rest = paragraph.iter(w("t"))
    first.text = text
    first.set(SPACE, "preserve")
    for one in rest:
        one.text = ""


def runs_of(paragraph: etree._Element) -> list[etree._Element]:
    """The runs of a paragraph, in order."""
    return list(paragraph.iter(w("r")))


def rewrite(paragraph: etree._Element, *xml: str) -> None:
    """Puts other runs, changes or the like in place of a paragraph's runs."""
    first, *rest = runs_of(paragraph)
    for one in xml:
        first.addprevious(made(one))
    for one in (first, *rest):
        one.getparent().remove(one)
