"""Qt calls and paintings by the thousand: a binding that loses references ends the program."""

import subprocess
import sys

SOAK = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QObject, QStringListModel, Signal
from PySide6.QtWidgets import QApplication, QLabel, QListView, QStyledItemDelegate
app = QApplication([])
before = sys.getrefcount(None)

class Sender(QObject):
    sent = Signal(object)

class Delegate(QStyledItemDelegate):
    def paint(self, painter, option, index):
        super().paint(painter, option, index)

label, sender, got = QLabel("x"), Sender(), []
sender.sent.connect(got.append)
for number in range(20_000):
    label.setEnabled(number % 2 == 0)
for number in range(2_000):
    sender.sent.emit(True)
view = QListView()
view.setModel(QStringListModel([f"Row {n}" for n in range(1000)]))
view.setItemDelegate(Delegate(view))
view.resize(300, 400)
view.show()
for frame in range(500):
    view.verticalScrollBar().setValue(frame)
    view.viewport().repaint()
assert len(got) == 2_000
lost = before - sys.getrefcount(None)
print("lost" if lost > 1_000 else "kept")
"""


def test_the_program_survives_twenty_thousand_calls_and_five_hundred_frames():
    done = subprocess.run(
        [sys.executable, "-c", SOAK], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "kept"), done.stderr
