"""Files, folders and pasted text go into the library, each in a process apart."""

import pytest

from briefer import paths
from briefer.core.errors import Cancelled
from briefer.services.importing import import_paths


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
