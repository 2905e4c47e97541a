"""Files are written whole or not at all."""

import os
import subprocess
import sys

import pytest

from briefer.core.errors import FileError
from briefer.store.files import make_folder, read, remove, write_atomically


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "a.txt"
    write_atomically(path, b"one")
    path.chmod(0o640)
    write_atomically(path, b"two")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"two", 0o640)
    assert list(tmp_path.iterdir()) == [path]


def test_a_read_only_file_is_not_replaced(tmp_path):
    path = tmp_path / "final.txt"
    path.write_bytes(b"final")
    path.chmod(0o444)
    with pytest.raises(FileError, match="read-only"):
        write_atomically(path, b"two")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"final", [path])


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few users make links")
def test_a_link_stays_a_link_and_its_file_is_written(tmp_path):
    (tmp_path / "real.txt").write_bytes(b"one")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_atomically(tmp_path / "link.txt", b"two")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"two"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere/a.txt", "does not exist"),
        ("folder", "folder"),
        ("x" * 400, "too long"),
        ("file/a.txt", "not a folder"),
    ],
)
def test_a_file_that_cannot_be_written_is_an_error_that_leaves_nothing(tmp_path, name, words):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileError, match=words):
        write_atomically(tmp_path / name, b"data")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]


FILL = """
import resource, signal, sys
from pathlib import Path
from briefer.core.errors import FileError
from briefer.store.files import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), b"x" * 100_000)
except FileError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file to set")
def test_a_disk_that_takes_no_more_keeps_the_old_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(path)], capture_output=True, text=True, check=True
    )
    assert "does not take a file of this size" in done.stdout
    assert (path.read_text(), list(tmp_path.iterdir())) == ("old", [path])


def test_reading_has_a_limit(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read(path, 5) == b"12345"
    with pytest.raises(FileError, match="larger than 4 bytes") as caught:
        read(path, 4)
    assert caught.value.code == "too_large"
    with pytest.raises(FileError, match="does not exist"):
        read(tmp_path / "b.txt", 5)


def test_a_size_is_said_in_megabytes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(FileError, match="larger than 1 MB"):
        read(path, 1024 * 1024)


def test_removing_a_file_that_is_gone_is_fine_and_a_folder_is_an_error(tmp_path):
    remove(tmp_path / "gone.txt")
    with pytest.raises(FileError, match="cannot be removed"):
        remove(tmp_path)


def test_folders_are_made_once(tmp_path):
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileError, match="cannot be made"):
        make_folder(tmp_path / "file" / "b")
