"""Starting the window: application, theme, the last defence against bugs."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from briefer import __version__, paths, settings
from briefer.core.errors import BrieferError
from briefer.ui import theme
from briefer.ui.later import dialogs
from briefer.ui.window import MainWindow

LOG = "briefer.log"


def make_application() -> QApplication:
    """The one application, named and dressed."""
    app = cast(QApplication, QApplication.instance() or QApplication(sys.argv[:1]))
    app.setApplicationName("briefer")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("briefer")
    theme.apply_theme(app, settings.load(paths.settings()).appearance)
    app.setWindowIcon(theme.program_icon())
    return app


def run(
    briefing: Path | None, library: Path, *, after_start: Callable[[], None] | None = None
) -> int:
    """Shows the window, on a briefing if there is one, until it is closed; gives the exit code.

    `after_start` is called when the window is shown, its library listed, and usable.
    """
    app = make_application()
    window = MainWindow(library)
    _catch_bugs(window)
    window.show()

    QTimer.singleShot(0, lambda: window.begin(briefing, after_start))
    return app.exec()


def quit() -> None:
    """Ends the program as closing its window does."""
    QApplication.closeAllWindows()


def _catch_bugs(window: MainWindow) -> None:
    """Shows errors to the user, and writes bugs to the log before showing them."""
    paths.state().mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=paths.state() / LOG, format="%(asctime)s %(message)s")

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, BrieferError):
            dialogs.show_error(window, error)
            return
        if isinstance(error, KeyboardInterrupt):
            window.close()
            return
        logging.error("A bug", exc_info=(kind, error, trace))
        dialogs.show_bug(window, error)

    sys.excepthook = caught
