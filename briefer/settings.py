"""The user's choices: one frozen value, kept in one JSON file."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

Appearance = Literal["system", "light", "dark"]

RECENT_AT_MOST = 10


class Settings(Struct, frozen=True):
    """What the user chose; every choice has a default."""

    appearance: Appearance = "system"
    recent: tuple[str, ...] = ()
    """Briefing files opened or saved lately, the latest first."""
    copy_every: Annotated[int, Meta(ge=0)] = 1
    """Days between two copies of the library; 0: none is made by itself."""
    copies: str = ""
    """The folder of the library's copies; empty: the program's own."""
    watched: tuple[str, ...] = ()
    """Folders whose new documents are imported."""


def load(path: Path) -> Settings:
    """The choices kept in the file; the defaults when it is missing or cannot be understood."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError):
        return Settings()


def save(settings: Settings, path: Path) -> None:
    """Keeps the choices. Raises OSError when the file cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(settings), indent=2))
    beside.replace(path)


def with_recent(settings: Settings, path: Path) -> Settings:
    """The choices with a file at the head of the recent ones."""
    others = (one for one in settings.recent if one != str(path))
    return msgspec.structs.replace(settings, recent=(str(path), *others)[:RECENT_AT_MOST])
