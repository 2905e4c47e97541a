"""What an importer gives: canonical text, what the file says about itself, and its attachments."""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from briefer.core.errors import UnreadableSource
from briefer.core.model import Source
from briefer.core.record import Field
from briefer.core.text import Canonical

Notice = Literal[
    "attachments_left_out", "changes_accepted", "comments_left_out", "damaged", "encoding_chosen",
    "encoding_uncertain", "no_text_layer", "wrong_extension",
]  # fmt: skip
"""The codes of warnings: what the reader of a document should know though it was read.

`damaged` says that parts of it could not be read, `no_text_layer` that some pages are pictures.
"""


class Options(Struct, frozen=True):
    """What the user says about a file: its password, the encoding of its characters."""

    password: str = ""
    encoding: str = ""


class Attachment(Struct, frozen=True):
    """A document inside another one, to become a source of its own."""

    name: str
    data: bytes


class Failure(Struct, frozen=True):
    """A document, or one inside another, that could not be read: an UnreadableSource as data."""

    name: str
    message: str
    hint: str
    code: str

    def error(self) -> UnreadableSource:
        """The error it stands for."""
        return UnreadableSource(self.message, self.hint, self.code)


class Imported(Struct, frozen=True):
    """A document as it was read: `decoded` is what the log is of, `record` holds inferred fields.

    A container without words of its own (a zip of documents) has no canonical text.
    """

    media_type: str
    encoding: str
    decoded: str
    canonical: Canonical | None
    record: Mapping[str, Field] = {}
    warnings: tuple[Notice, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    failures: tuple[Failure, ...] = ()
    """The documents inside it that could not be taken out."""


class Reading(Struct, frozen=True):
    """What a file became: a source (a container has none), and the documents inside it."""

    source: Source | None
    warnings: tuple[Notice, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    failures: tuple[Failure, ...] = ()


Reader = Callable[[bytes, str, Options], Imported]
"""Takes the bytes of a file, its name without folders, and options. Raises UnreadableSource."""
