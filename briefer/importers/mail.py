"""Mail messages (.eml) and web pages saved as mail (.mht): words, headers, attachments."""

import email
import email.policy
import re
from collections.abc import Iterator, Mapping
from email.errors import (
    CloseBoundaryNotFoundDefect,
    MessageError,
    StartBoundaryNotFoundDefect,
)
from email.message import EmailMessage, Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from briefer.core.errors import UnreadableSource
from briefer.core.record import Date, Field, Name, Value
from briefer.core.text import Canonical, canonical
from briefer.importers import plain
from briefer.importers.imported import Attachment, Imported, Notice, Options
from briefer.importers.mail_flowed import unflowed

MOST_ATTACHMENTS = 200
MOST_PARTS = 2_000

NO_DOCUMENTS = (
    "image/", "audio/", "video/", "font/", "text/calendar", "text/css", "text/vcard",
    "text/x-vcard", "application/pgp-signature", "application/pkcs7-signature",
    "application/x-pkcs7-signature", "application/ms-tnef", "message/delivery-status",
)  # fmt: skip
"""Kinds of attachments that are never documents."""

ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")

ENDINGS: Mapping[str, str] = {
    "text/plain": ".txt", "text/html": ".html", "message/rfc822": ".eml", "application/pdf": ".pdf",
    "application/rtf": ".rtf", "application/zip": ".zip",
}  # fmt: skip
"""What an attachment without a name is called."""

CUT_OFF = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
"""What Python's reader of mail notes where parts are missing."""

BROKEN = (
    MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError, OverflowError,
)  # fmt: skip
"""What Python's reader of mail raises for headers that are not formed as they should be."""

INTRODUCTION = re.compile(
    r"(?:(?:On|Le|Am|El|Em|Il|Op)\s.{4,200}?(?:wrote|écrit|schrieb|escribió|escreveu|scritto"
    r"|schreef)\s?(?:[^\n]{0,80}):"
    r"|-{2,}\s?(?:Original Message|Forwarded message|Message d'origine|Ursprüngliche Nachricht"
    r"|Mensaje original)\s?-{2,}.*"
    r"|_{20,}"
    r"|(?:From|De|Von|Da|От):\s[^\n]+\n(?:(?:Sent|Date|Envoyé|Gesendet|Enviado|Inviato|To|Дата):"
    r"[^\n]*\n?)+.*)",
    re.DOTALL,
)
"""How mail programs introduce the message that is answered."""

SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
"""What parts the signature from the words (RFC 3676, 4.3)."""


class Letter(Struct, frozen=True):
    """A message whose parts were taken out: what an importer of mail needs to know of it."""

    fields: Mapping[str, Value]
    text: str = ""
    html: str = ""
    encoding: str = "utf-8"
    warnings: tuple[Notice, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def read(data: bytes, file: str, options: Options) -> Imported:
    """A message: the words of its body, its headers as inferred fields, its attachments.

    What it repeats of another message, and its signature, are boilerplate.
    """
    return read_letter(_opened(data, file, options), file)


def _opened(data: bytes, file: str, options: Options) -> "Letter":
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        return _letter(message, file, options)
    except RecursionError as error:
        raise UnreadableSource(
            f"{file} holds messages nested too deeply to be read safely.",
            "Ask who sent it.",
            "unsafe_content",
        ) from error
    except BROKEN as error:
        raise UnreadableSource(
            f"{file} is damaged, or no mail message ({type(error).__name__}).",
            "Open it in your mail program and save it anew.",
            "damaged",
        ) from error


def read_letter(letter: Letter, file: str, media_type: str = "message/rfc822") -> Imported:
    """The source that a message becomes; its plain words are preferred to those with markup."""
    record = {name: Field(value, "inferred") for name, value in letter.fields.items()}
    if not letter.text.strip() and letter.html:
        from briefer.importers.html import read_page  # loads lxml

        page = read_page(letter.html, letter.encoding, file)
        return replace(
            page,
            media_type=media_type,
            canonical=_with_boilerplate(page.canonical) if page.canonical else None,
            record={**page.record, **record},
            warnings=letter.warnings,
            attachments=letter.attachments,
        )
    made = canonical(letter.text)
    if not made.places and not letter.attachments:
        raise UnreadableSource(f"{file} holds no words.", "Choose another file.", "empty")
    return Imported(
        media_type,
        letter.encoding,
        letter.text,
        _with_boilerplate(made) if made.places else None,
        record,
        letter.warnings,
        letter.attachments,
    )


def _letter(message: EmailMessage, file: str, options: Options) -> Letter:
    if message.get_content_type() in ENCRYPTED:
        raise UnreadableSource(
            f"{file} is encrypted.",
            "Open it in your mail program and save its words and attachments.",
            "unsupported",
        )
    words: dict[str, str] = {}
    warnings: list[Notice] = []
    encoding = "utf-8"
    attachments: list[Attachment] = []
    for part in _parts(message):
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and kind not in words and not _is_attached(part):
            text, encoding, told = _text(part, options)
            words[kind] = _put_together(part, text)
            warnings += told
        elif kind.startswith(NO_DOCUMENTS):
            warnings += ["attachments_left_out"] if part.is_attachment() else []
        else:
            attachments.append(_attachment(part, len(attachments) + 1))
    if len(attachments) > MOST_ATTACHMENTS:
        raise UnreadableSource(
            f"{file} has too many attachments.", "Save those that you need.", "too_large"
        )
    if any(isinstance(one, CUT_OFF) for part in message.walk() for one in part.defects):
        warnings.append("damaged")
    return Letter(
        fields_of(message),
        words.get("text/plain", ""),
        words.get("text/html", ""),
        encoding,
        tuple(dict.fromkeys(warnings)),
        tuple(attachments),
    )


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, in order; a message in the message is one part."""
    waiting: list[Message] = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = cast(EmailMessage, waiting.pop())
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_maintype() == "multipart":
            waiting += reversed(cast("list[Message]", inner))
        else:
            yield part


def _is_attached(part: EmailMessage) -> bool:
    return part.is_attachment() or bool(part.get_filename())


def _text(part: EmailMessage, options: Options) -> tuple[str, str, tuple[Notice, ...]]:
    """The words of a part: in the encoding it names, where all its bytes fit."""
    data = cast(bytes, part.get_payload(decode=True)) or b""
    named = str(part.get_content_charset() or "")
    if not options.encoding and named:
        try:
            return data.decode(named), named, ()
        except (UnicodeDecodeError, LookupError):
            pass  # it is not what it says
    if not data.strip():
        return "", named or "utf-8", ()
    if part.get_content_type() == "text/html":
        from briefer.importers.html import decode_page  # loads lxml

        return decode_page(data, options.encoding)
    return plain.decode(data, options.encoding)


def _put_together(part: EmailMessage, text: str) -> str:
    """The words with the lines that only wrap joined, where the part says that it has such."""
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    return unflowed(text, str(part.get_param("delsp") or "").lower() == "yes")


def _attachment(part: EmailMessage, number: int) -> Attachment:
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = cast("list[Message]", part.get_payload())
        data = inner[0].as_bytes() if inner else b""
        title = str(inner[0].get("subject") or "") if inner else ""
        name = part.get_filename() or f"{title.strip() or f'message {number}'}.eml"
    else:
        data = cast(bytes, part.get_payload(decode=True)) or b""
        name = part.get_filename() or f"attachment {number}{ENDINGS.get(kind, '')}"
    return Attachment(one_name(name), data)


def one_name(name: str) -> str:
    """A file name without the folders before it and characters that no name has."""
    last = re.split(r"[\\/]", name)[-1]
    return re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "", last).strip()[-120:] or "attachment"


def fields_of(message: Message) -> dict[str, Value]:
    """What the headers say: subject, sender and date, as far as they can be made out."""
    found: dict[str, Value] = {}
    subject = " ".join(_header(message, "subject").split())
    if subject:
        found["title"] = subject
    names = people(_header(message, "from"))
    if names:
        found["author"] = names
    try:
        sent = parsedate_to_datetime(_header(message, "date"))
        found["issued"] = Date(((sent.year, sent.month, sent.day),))
    except BROKEN:
        pass  # no date, or none that can be read
    address = _header(message, "content-location") or _header(message, "snapshot-content-location")
    if address.startswith(("http://", "https://")):
        found["URL"] = address.strip()
    return found


def people(words: str) -> tuple[Name, ...]:
    """The names in a header of addresses; the address where there is no name."""
    pairs = getaddresses([words])
    shown = (" ".join((name or address).split()) for name, address in pairs)
    return tuple(Name(one) for one in shown if one and not one.startswith(("<", "Saved by")))


def _header(message: Message, name: str) -> str:
    try:
        words = str(message.get(name) or "")
    except BROKEN:
        return ""  # it is not formed as a header of its kind should be
    return words.encode("utf-8", "replace").decode()


def _with_boilerplate(made: Canonical) -> Canonical:
    """The places, with those that repeat another message and those of the signature marked so.

    Where every line that is repeated begins with >, answers may stand between them; else all
    behind the introduction is repeated.
    """
    end = len(made.text)
    introductions = set()
    for number, one in enumerate(made.places):
        rest = made.places[number : number + 4]
        if not any(INTRODUCTION.fullmatch(made.text, one.start, last.end) for last in rest[:2]):
            continue
        introductions.add(one.number)
        if not any(later.marker.startswith(">") for later in rest[1:]):
            end = min(end, one.start)
    signature = SIGNATURE.search(made.text)
    if signature:
        end = min(end, signature.start())
    places = tuple(
        replace(one, role="boilerplate", level=0)
        if one.start >= end or one.marker.startswith(">") or one.number in introductions
        else one
        for one in made.places
    )
    return replace(made, places=places)
