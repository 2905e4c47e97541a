"""Errors that a user can act on; anything else that is raised is a bug.

BrieferError
├── UnreadableSource   a document that cannot become a source (its `code` names the reason)
├── QuoteMismatch      words that are not, or no longer, what the source says
├── LibraryError       the library file, or something asked of it
├── FileError          a briefing, template or output file
└── WrongRequest       a request that the briefing or template does not allow
"""


class BrieferError(Exception):
    """Says what happened and what to do next, in words for the user."""

    code = "error"

    def __init__(self, message: str, hint: str = "", code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code or self.code

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UnreadableSource(BrieferError):
    """A document that cannot become a source; `code` is one of the import codes."""

    code = "damaged"


class QuoteMismatch(BrieferError):
    """Words that are not, character for character, what the source says."""

    code = "mismatch"


class LibraryError(BrieferError):
    """The library could not be opened, or does not hold what was asked for."""

    code = "library"


class FileError(BrieferError):
    """A briefing, template or output file that cannot be read or written."""

    code = "file"


class WrongRequest(BrieferError):
    """Something that this briefing or template does not allow."""

    code = "request"


class Cancelled(Exception):  # noqa: N818 - not an error: nothing is shown
    """The user stopped the work; it is raised from the next progress report."""
