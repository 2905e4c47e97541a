"""Where resources, seeds and the user's own data lie: source tree, wheel or frozen program."""

import os
import sys
from pathlib import Path

import platformdirs


def _data(name: str) -> Path:
    """A folder of shipped data: beside the package in a checkout, inside it when installed."""
    package = Path(__file__).parent
    frozen = Path(getattr(sys, "_MEIPASS", package)) / name
    candidates = (package / "_data" / name, package.parent / name, frozen)
    return next((folder for folder in candidates if folder.is_dir()), candidates[0])


def resources() -> Path:
    """Fonts, icons, style sheet, Word reference document, built-in templates."""
    return _data("resources")


def seeds() -> Path:
    """The sample documents and their catalogue."""
    return _data("seeds")


def _own(kind: str) -> Path:
    """A folder of the user's: below BRIEFER_HOME when that is set, else where the system says."""
    home = os.environ.get("BRIEFER_HOME")
    if home:
        return Path(home) / kind
    return Path(getattr(platformdirs, f"user_{kind}_dir")("briefer", appauthor=False))


def library(chosen: str | None = None) -> Path:
    """The library file: the one chosen, else BRIEFER_LIBRARY, else the default one."""
    named = chosen or os.environ.get("BRIEFER_LIBRARY")
    return Path(named).expanduser() if named else _own("data") / "library.db"


def settings() -> Path:
    """The file with the user's choices."""
    return _own("config") / "settings.json"


def measures() -> Path:
    """The folder of the user's own tables of measures."""
    return _own("config") / "measures"


def state() -> Path:
    """The folder of autosaved briefings, logs and the window's geometry."""
    return _own("state")
