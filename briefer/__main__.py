"""No arguments, or a briefing alone: the window; other arguments: the command line."""

import os
import sys
from pathlib import Path

from briefer import paths
from briefer.core.errors import BrieferError

READING = "--read-documents"
"""What a frozen program is started with to read documents in a process apart."""

NO_SCREEN = (
    "briefer: there is no screen to show the window on. "
    "Use the commands: import, sources, show, search, suggest, templates, new, add, outline, "
    "check, export, demo (`briefer --help`)."
)


def main() -> int:
    """Runs the program and gives its exit code."""
    arguments = sys.argv[1:]
    if arguments == [READING]:
        from briefer.importers.child import main as read_documents  # one of its own processes

        read_documents()
        return 0
    if len(arguments) == 1 and arguments[0].lower().endswith(".briefing"):
        arguments = ["open", *arguments]  # how a desktop opens a file
    briefing: Path | None = None
    library = paths.library()
    if arguments:
        from briefer.cli import main as command_line  # not needed for the window

        wish = command_line(arguments)
        if isinstance(wish, int):
            return wish
        briefing, library = wish.briefing, wish.library
    if not _has_screen():
        if arguments[:1] == ["demo"]:
            return 0
        print(NO_SCREEN, file=sys.stderr)
        return 1
    from briefer.ui.app import run  # Qt is loaded for the window alone

    try:
        return run(briefing, library)
    except (BrieferError, OSError) as error:  # before there was a window to tell it in
        print(f"briefer: {error}", file=sys.stderr)
        return 1


def _has_screen() -> bool:
    """Whether a window can be shown: on Windows and macOS always, elsewhere with a display."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(
        os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
        or os.environ.get("QT_QPA_PLATFORM") == "offscreen"
    )


if __name__ == "__main__":
    sys.exit(main())
