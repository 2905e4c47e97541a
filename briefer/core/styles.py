"""House styles of quoting: which marks, what is bracketed or silent, what is set as a block."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Style = Literal["un", "chicago", "oscola", "apa"]


class Profile(Struct, frozen=True):
    """How a house style prints a quotation (domain.md 3.1 and 4.1)."""

    name: str
    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    shows_case: bool = True
    """A changed capital is bracketed; else it is silent."""
    shows_marks: bool = False
    takes_errata: bool = False
    """A misprint may be put right silently, when somebody approved that."""
    takes_sic: bool = True
    block_from: int | None = None
    """Words from which a quotation is set apart as a block without marks; None for never."""

    def marks_around(self, words: int) -> tuple[str, str]:
        """The marks around a quotation of so many words: none around a block (VG-15)."""
        is_block = self.block_from is not None and words >= self.block_from
        return ("", "") if is_block else self.outer


PROFILES: Mapping[Style, Profile] = {
    "un": Profile("UN Editorial Manual", shows_case=False, takes_errata=True, block_from=60),
    "chicago": Profile("Chicago notes", shows_case=False, takes_errata=True, block_from=100),
    "oscola": Profile("OSCOLA", outer=("‘", "’"), inner=("“", "”"), takes_sic=False, block_from=45),
    "apa": Profile("APA 7", shows_case=False, block_from=40),
}
"""The four styles. OSCOLA's block of more than three lines is counted as 45 words; the United
Nations' threshold is not stated where it was looked for, so 60 words are an assumption."""

EXPLICIT = Profile("every change shown", takes_errata=False)
"""How the program itself shows a quotation: whatever was done to it is visible."""
