"""Office documents that tests write member by member."""

import base64
import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping

from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

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


ODF_NAMES = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
AES = {
    "cipher": "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
    "start": "http://www.w3.org/2000/09/xmldsig#sha256",
    "check": f"{ODF_NAMES}#sha256-1k",
    "rounds": 2,
    "length": 32,
}
"""How word processors encrypt since ODF 1.2."""

BLOWFISH = {**AES, "cipher": "Blowfish CFB", "start": "", "check": "SHA1/1K", "length": 16}
"""How they did before; the digest of the password is then SHA-1 without a word."""


def locked_odt(text: str, password: str, **how: object) -> bytes:
    """An OpenDocument text whose content is encrypted, as AES says unless told otherwise."""
    way = {**AES, **how}
    with zipfile.ZipFile(io.BytesIO(odt(text))) as archive:
        content = archive.read("content.xml")
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    digest = hashlib.sha256 if way["start"] else hashlib.sha1
    salt, first = b"s" * 16, b"i" * (8 if "Blowfish" in str(way["cipher"]) else 16)
    start = digest(password.encode()).digest()
    key = hashlib.pbkdf2_hmac("sha1", start, salt, 2, 16 if len(first) == 8 else 32)
    if len(first) == 8:
        cipher, filled = Cipher(Blowfish(key), CFB(first)), packed
    else:
        fill = 16 - len(packed) % 16
        cipher = Cipher(algorithms.AES(key), modes.CBC(first))
        filled = packed + bytes([fill]) * fill
    digest = hashlib.sha256 if "256" in str(way["check"]) else hashlib.sha1
    check = digest(packed[:1024]).digest()
    begun = f'<m:start-key-generation m:start-key-generation-name="{way["start"]}"/>'
    manifest = (
        f'<m:manifest xmlns:m="{ODF_NAMES}"><m:file-entry m:full-path="/"/>'
        f'<m:file-entry m:full-path="{way.get("name", "content.xml")}"><m:encryption-data'
        f' m:checksum-type="{way["check"]}" m:checksum="{_base64(check)}">'
        f'<m:algorithm m:algorithm-name="{way["cipher"]}"'
        f' m:initialisation-vector="{way.get("first", _base64(first))}"/>'
        f'{begun if way["start"] else ""}<m:key-derivation m:key-size="{way["length"]}"'
        f' m:iteration-count="{way["rounds"]}" m:salt="{_base64(salt)}"/>'
        "</m:encryption-data></m:file-entry></m:manifest>"
    )
    writer = cipher.encryptor()
    hidden = writer.update(filled) + writer.finalize()
    return odt(text, members={"content.xml": hidden, "META-INF/manifest.xml": manifest})


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
