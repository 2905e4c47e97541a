"""Files, folders and pasted text go into the library, each in a process apart."""

import os
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefer import paths
from briefer.core.errors import BrieferError, Cancelled
from briefer.importers import LARGEST, Options, workers
from briefer.importers.workers import Workers
from briefer.services.importing import import_paths, import_text


def test_files_and_folders_are_imported_and_a_bad_one_stops_nothing(library, tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / ".hidden").write_text("Hidden words.")
    (tmp_path / "in" / "b.txt").write_text("Second document.")
    (tmp_path / "in" / "deep" / "a.md").write_text("# First\n\nDocument.")
    (tmp_path / "in" / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    (tmp_path / "copy.txt").write_text("Second document.")
    outcomes = import_paths(
        library, [tmp_path / "in", tmp_path / "copy.txt", tmp_path / "missing.txt"]
    )
    codes = [(one.path.rsplit("/", 1)[-1], one.error.code if one.error else one.known)
             for one in outcomes]  # fmt: skip
    assert codes == [
        ("b.txt", False), ("bad.png", "unsupported"), ("a.md", False), ("copy.txt", True),
        ("missing.txt", "not_found"),
    ]  # fmt: skip
    assert len(library.sources()) == 7


def test_texts_are_imported_without_a_process_and_keep_their_place(library, tmp_path, monkeypatch):
    started = []
    monkeypatch.setattr(
        workers, "_start", lambda start=workers._start: started.append(1) or start()
    )
    (tmp_path / "a.txt").write_text("Words of a text.")
    import_paths(library, [tmp_path / "a.txt"])
    assert not started
    (tmp_path / "b.html").write_text("<p>Words of a page.")
    (tmp_path / "c.txt").write_text("More words of a text.")
    outcomes = import_paths(library, [tmp_path])
    assert started
    assert [Path(one.path).name for one in outcomes] == ["a.txt", "b.html", "c.txt"]
    assert [one.known for one in outcomes] == [True, False, False]


def test_a_seed_imported_again_is_known(library):
    [outcome] = import_paths(library, [paths.seeds() / "campaign-web-page.txt"])
    assert outcome.known
    assert len(library.sources()) == 5


def test_an_import_that_is_stopped_leaves_the_library_as_it_was(library, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Document {name}.")

    def stop(done, total, what):
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_paths(library, [tmp_path], stop)
    assert len(library.sources()) == 5


def test_a_cancel_does_not_wait_for_a_document_that_takes_long(library, tmp_path, monkeypatch):
    attributes = b" ".join(b"a%d=1" % n for n in range(60_000))  # seconds of work for libxml2
    (tmp_path / "slow.html").write_bytes(b"<p " + attributes + b">x")
    read, given = Workers.read, []
    monkeypatch.setattr(
        Workers, "read", lambda self, jobs: given.append(read(self, jobs)) or given[-1]
    )

    def stop(done, total, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        import_paths(library, [tmp_path], stop)
    assert given
    assert all(one.cancelled() or one.result()[0].reading is None for one in given)
    assert len(library.sources()) == 5


def test_documents_in_a_folder_and_in_mail_are_sources_of_their_own(library, tmp_path):
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "a@b.c", "Note"
    letter.set_content("Words of the letter.")
    letter.add_attachment(b"{", maintype="application", subtype="json", filename="c.json")
    letter.add_attachment("Words of the note.", filename="note.txt")
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as made:
        made.writestr("in/letter.eml", letter.as_bytes())
        made.writestr("in/page.html", "<h1>T</h1><p>Words of a page.")
    outcomes = import_paths(library, [tmp_path / "outer.zip"])
    below = [
        (one.path.partition("outer.zip/")[2], one.error and one.error.code) for one in outcomes
    ]
    assert below == [
        ("in/letter.eml", None), ("in/letter.eml/c.json", "unsupported"),
        ("in/letter.eml/note.txt", None), ("in/page.html", None),
    ]  # fmt: skip
    lines = library.sources()[5:]
    assert [line.file for line in lines] == ["letter.eml", "note.txt", "page.html"]


@pytest.mark.parametrize(
    ("text", "form", "file", "words"),
    [
        ("Élan – “so”\r\n\r\nMore.", "text", "memo.txt", "Élan – “so”\n\nMore."),
        ("<b>Mines</b> kill.<br><br>So do shells.", "html", "memo.html",
         "Mines kill.\n\nSo do shells."),
    ],
)  # fmt: skip
def test_pasted_text_becomes_a_source(library, text, form, file, words):
    outcome = import_text(library, text, "memo", form)
    source = library.get([outcome.source])[outcome.source]
    assert (source.file, source.text) == (file, words)
    assert library.original(source.id) == text.encode()


def test_pasted_text_without_words_is_an_error(library):
    assert import_text(library, " \n", "memo").error.code == "empty"


def test_a_text_read_in_another_encoding_is_another_source(library, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Café, a place of forty words and more than that to say.".encode("cp1252"))
    [guessed] = import_paths(library, [path])
    assert (guessed.encoding, guessed.warnings) == ("windows-1252", ("encoding_uncertain",))
    [same] = import_paths(library, [path], options=Options(encoding="cp1252"))
    assert (same.source, same.known, same.warnings) == (guessed.source, True, ())
    [chosen] = import_paths(library, [path], options=Options(encoding="cp437"))
    assert (chosen.known, chosen.warnings) == (False, ("encoding_chosen",))
    found = library.get([guessed.source, chosen.source])
    assert [one.text[:4] for one in found.values()] == ["Café", "CafΘ"]
    assert found[guessed.source].sha256 == found[chosen.source].sha256
    [wrong] = import_paths(library, [path], options=Options(encoding="utf-8"))
    assert wrong.error.code == "encoding_uncertain"


def test_a_file_can_stay_where_it_lies(library, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"Words that stay here.")
    [outcome] = import_paths(library, [Path("a.txt")], by_reference=True)
    assert library.original(outcome.source) == b"Words that stay here."
    (tmp_path / "a.txt").unlink()
    with pytest.raises(BrieferError, match="does not exist"):
        library.original(outcome.source)
    assert library.get([outcome.source])[outcome.source].text == "Words that stay here."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_file_larger_than_any_that_is_read_is_not_opened(library, tmp_path):
    with open(tmp_path / "a.pdf", "wb") as file:
        file.truncate(LARGEST + 1)
    [outcome] = import_paths(library, [tmp_path])
    assert (outcome.error.code, str(outcome.error)[:27]) == (
        "too_large",
        "a.pdf is larger than 128 MB",
    )


def test_what_is_no_file_is_not_waited_for(library, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert [one.error.code for one in import_paths(library, [tmp_path / "pipe.txt"])] == [
        "unsupported"
    ]
    assert import_paths(library, [tmp_path]) == []


def test_a_library_that_refuses_keeps_nothing_of_the_import(library, tmp_path):
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"Text {number}. " + "words " * 2000)
    pages = library._open.db.execute("PRAGMA page_count").fetchone()[0]
    library._open.db.execute(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(BrieferError, match="no room left"):
        import_paths(library, [tmp_path])
    assert len(library.sources()) == 5
