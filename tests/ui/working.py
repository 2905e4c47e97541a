"""What the tests of the whole window do in it."""

from PySide6.QtWidgets import QApplication


def settled(qtbot, window):
    """Waits until no job runs."""
    qtbot.waitUntil(lambda: not window.desk.jobs.running())
    QApplication.processEvents()


def read(qtbot, window, source):
    """Shows a source in the reader."""
    window.desk.library.source_chosen.emit(source.id)
    settled(qtbot, window)


def select(window, words):
    """Selects words of the source in the reader."""
    start = window.desk.reader.source().text.index(words)
    window.desk.reader.reveal(start, start + len(words))


def do(window, name):
    """Carries out a command."""
    window.actions_by_name[name].trigger()


def said(window):
    """What the status line says."""
    return window.statusBar().currentMessage()
