"""Bodies of mail that say they are flowed: their lines put together as RFC 3676 has it."""

import re

LINE_END = re.compile(r"\r\n|\n|\r")
LINE = re.compile(r"(?P<quotes>>*) ?(?P<words>.*)", re.DOTALL)
"""A line: how deep it is quoted, and its words behind the space that may be stuffed (4.4)."""

SIGNATURE = "-- "
"""The one line that ends with a space and does not run on, nor another into it (4.3)."""


def unflowed(text: str, delete_space: bool) -> str:
    """The text with each paragraph in one line; a line that ends with a space runs on (4.2).

    `delete_space` is what the parameter DelSp says: that space is then no part of the text.
    """
    pieces: list[str] = []
    running: str | None = None
    for line in LINE_END.split(text):
        quotes, words = LINE.fullmatch(line).groups()  # type: ignore[union-attr]  # it matches all
        runs_on = words.endswith(" ") and words != SIGNATURE
        if running != quotes or words == SIGNATURE:
            pieces.append(f"\n{quotes} " if quotes else "\n")
        pieces.append(words[:-1] if runs_on and delete_space else words)
        running = quotes if runs_on else None
    return "".join(pieces)[1:]
