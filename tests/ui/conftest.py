"""The application, dressed; the sample documents; a window on a library of its own."""

import threading

import pytest
from PySide6.QtGui import QFontDatabase

from briefer import paths
from briefer.services.seeds import load_seeds
from briefer.ui import app as application
from briefer.ui.jobs import THREADS
from briefer.ui.window import MainWindow


@pytest.fixture(autouse=True)
def no_job_left():
    """Fails a test that leaves a job's thread behind: it would crash another one."""
    yield
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith(THREADS)]
    assert left == []


@pytest.fixture(scope="session", autouse=True)
def a_font(qapp):
    """The program's own font, so that a machine without any shows words all the same."""
    for file in sorted((paths.resources() / "fonts").glob("NotoSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@pytest.fixture
def dressed(qapp):
    return application.make_application()


@pytest.fixture(scope="session")
def seeds():
    return {source.file: source for source, _ in load_seeds()}


@pytest.fixture
def window(dressed, qtbot):
    """The whole window, shown, its library listed; closed without questions at the end."""
    made = MainWindow(paths.library())
    qtbot.addWidget(made, before_close_func=lambda one: one.desk.editor.load(None))
    made.show()
    made.begin(None)
    qtbot.waitUntil(lambda: not made.desk.jobs.running())
    yield made
    made.desk.editor.load(None)
    made.close()
    assert made.desk.jobs.running() == []
