"""Panels, models and dialogs that stand alone, each made from values."""

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer import paths
from briefer.core.errors import UnreadableSource
from briefer.core.model import Limit, pick
from briefer.core.template import new_briefing
from briefer.services.briefings import citations
from briefer.services.fill import fill
from briefer.services.quoting import check_briefing as check
from briefer.services.search import Hit
from briefer.services.templates import Listed, read_template
from briefer.store import SourceLine
from briefer.ui import dialogs, forms
from briefer.ui.briefing_model import BriefingModel
from briefer.ui.briefing_panel import BriefingPanel
from briefer.ui.jobs import Jobs
from briefer.ui.library_model import RowsModel
from briefer.ui.library_panel import LibraryPanel
from briefer.ui.reader_panel import ReaderPanel

NEWS = "news-article-global-campaign.txt"


@pytest.fixture
def filled(seeds):
    template = read_template(paths.resources() / "templates" / "bilateral.brieftemplate")
    return fill(new_briefing(template), seeds.values())


def by_id(seeds):
    return {one.id: one for one in seeds.values()}


def test_the_model_of_a_briefing_keeps_qt_s_rules(qtmodeltester, filled, seeds):
    model = BriefingModel()
    model.show(filled, citations(filled, by_id(seeds)), check(filled, by_id(seeds)), by_id(seeds))
    qtmodeltester.check(model)
    assert model.rowCount() == 11


def test_the_model_says_what_changed(filled, seeds):
    model = BriefingModel()
    report = check(filled, by_id(seeds))
    assert model.show(filled, {}, report, by_id(seeds))
    assert not model.show(filled, citations(filled, by_id(seeds)), report, by_id(seeds))


def test_a_briefing_panel_is_made_from_values(dressed, qtbot, filled, seeds):
    panel = BriefingPanel()
    qtbot.addWidget(panel)
    sources = by_id(seeds)
    panel.show_briefing(filled, citations(filled, sources), check(filled, sources), sources)
    panel.choose_items([filled.items()[0].id])
    assert panel.chosen_items() == [filled.items()[0]]
    assert not panel.context_menu().isEmpty()


def line(source):
    return SourceLine(source.id, source.file, source.media_type, 1, 1, source.record)


def test_the_library_panel_gives_wishes(dressed, qtbot, seeds):
    panel = LibraryPanel()
    qtbot.addWidget(panel)
    panel.show_sources([line(one) for one in seeds.values()])
    with qtbot.waitSignal(panel.search_wanted) as wish:
        panel.search.line.setText("mines")
    assert wish.args == ["mines"]
    hit = Hit("x", "a.txt", "A", "para. 1", 0, 5, "mines", "mines")
    panel.show_hits([hit], 1)
    panel.show_hits([], 0)
    panel.show_trash([])


def test_the_rows_of_the_library_keep_qt_s_rules(dressed, qtmodeltester, seeds):
    model = RowsModel()
    model.show([line(one) for one in seeds.values()])
    qtmodeltester.check(model)


def test_the_reader_gives_ranges_in_code_points(dressed, qtbot, seeds):
    panel = ReaderPanel()
    qtbot.addWidget(panel)
    source = seeds[NEWS]
    at = source.text.index("António")
    panel.show_source(source, [pick(source, at, at + 7, "quote")])
    panel.reveal(at, at + 7)
    with qtbot.waitSignal(panel.pick_wanted) as wish:
        panel.want("fact")
    assert wish.args == ["fact", source.id, at, at + 7]
    panel.clear()
    assert panel.selection() is None


def test_the_template_chooser_gives_template_and_title(dressed, qtbot):
    folder = paths.resources() / "templates"
    listed = [Listed(read_template(path), True) for path in sorted(folder.iterdir())]
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = forms.NewDialog(parent, listed, "press")
    dialog.name.setText("Lines")
    assert (dialog.template().name, dialog.name.text()) == ("press", "Lines")


def test_a_section_is_described(dressed, qtbot, filled):
    parent = QWidget()
    qtbot.addWidget(parent)
    section = filled.sections[2]
    dialog = forms.SectionDialog(parent, section)
    wish = dialog.wish()
    assert (wish.heading, wish.limit.words, set(wish.accepts)) == (
        section.heading, 220, set(section.accepts),
    )  # fmt: skip
    dialog.heading.setText("")
    assert not dialog.ok.isEnabled()
    assert forms.SectionDialog(parent, None).wish().limit == Limit()


@pytest.fixture
def answered(monkeypatch):
    """Boxes answer at once; gives what they said."""
    said = []

    def execute(box):
        said.append((box.text(), box.informativeText()))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", execute)
    return said


def test_boxes_say_what_happened_and_what_to_do(dressed, qtbot, answered):
    parent = QWidget()
    qtbot.addWidget(parent)
    error = UnreadableSource("It is empty.", "Choose another.")
    dialogs.show_error(parent, error)
    dialogs.show_bug(parent, ValueError("x"))
    dialogs.show_about(parent)
    assert dialogs.ask_unsaved(parent, "Title") == "cancel"
    assert not dialogs.ask_yes(parent, "Remove?", "", "Remove")
    texts = [text for text, _ in answered]
    assert texts[0] == "It is empty."


def test_a_job_whose_end_another_overtakes_loses_nothing(qtbot):
    for _ in range(20):
        jobs = Jobs()
        done = []
        first, second = jobs.job(lambda _: 1), jobs.job(lambda _: 2)
        for job in (first, second):
            job.done.connect(done.append)
        jobs.start(first, reading=True)
        jobs.start(second)
        del job, first, second
        qtbot.waitUntil(lambda done=done: sorted(done) == [1, 2])
        jobs.shutdown()


@pytest.mark.parametrize(
    ("typed", "chosen", "saved"),
    [
        ("brief.pdf", "Word document (*.docx)", "brief.pdf"),
        ("brief", "PDF document (*.pdf)", "brief.pdf"),
        ("Brief 24.11", "Word document (*.docx)", "Brief 24.11.docx"),
        ("there", "Word document (*.docx)", None),
        ("", "", None),
    ],
)
def test_a_name_gets_an_ending_and_no_file_is_replaced_unasked(
    monkeypatch, tmp_path, typed, chosen, saved
):
    (tmp_path / "there.docx").write_text("mine")
    name = str(tmp_path / typed) if typed else ""
    monkeypatch.setattr(dialogs.QFileDialog, "getSaveFileName", lambda *_: (name, chosen))
    monkeypatch.setattr(dialogs, "ask_yes", lambda *_: False)
    path = dialogs.ask_save(None, "Export", "", dialogs.EXPORTS, ".docx")
    assert path == (tmp_path / saved if saved else None)


@pytest.mark.parametrize("fails", [True, False])
def test_a_bar_goes_away_with_work_that_ends_at_once(qtbot, window, fails, monkeypatch):
    monkeypatch.setattr(dialogs, "show_error", lambda *_: None)

    def work(progress):
        if fails:
            raise UnreadableSource("At once.")

    for _ in range(20):
        window.desk.job(work, lambda _: None, bar="Working")
    qtbot.waitUntil(lambda: not window.findChildren(dialogs.QProgressDialog))
