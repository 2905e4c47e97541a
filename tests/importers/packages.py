"""Office documents that tests write member by member."""

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
ODF = OFFICE + "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
        "fo": "xsl-fo-compatible",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file of the members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def part(root: str, inner: str) -> str:
    """A part of a Word document."""
    return f"<w:{root} {W} {OTHERS}>{inner}</w:{root}>"


def docx(body: str, members: Mapping[str, str | bytes] | None = None, **parts: str) -> bytes:
    """A Word document with a body, and other parts by the name of their root element."""
    found = {f"word/{name}.xml": part(name, inner) for name, inner in parts.items()}
    main = part("document", f"<w:body>{body}</w:body>")
    return zipped({"word/document.xml": main, **found, **(members or {})})


def p(inner: str, properties: str = "") -> str:
    """A paragraph of runs; words without a tag become one run."""
    runs = inner if inner.startswith("<") else f"<w:r><w:t>{inner}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(inner: str, properties: str = "") -> str:
    """A run of words, or of other elements."""
    held = inner if inner.startswith("<") else f'<w:t xml:space="preserve">{inner}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{held}</w:r>"


def odt(text: str, styles: str = "", members: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text with a body and automatic styles."""
    content = (
        f"<office:document-content {ODF}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{text}</office:text>"
        "</office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": mimetype, "content.xml": content, **(members or {})})
