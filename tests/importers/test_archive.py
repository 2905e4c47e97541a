"""Zip folders give the documents in them."""

import io
import zipfile

import pytest

from briefer.core.errors import UnreadableSource
from briefer.importers import archive, zip_guard
from briefer.importers.imported import Options


def folder(*members, compress=zipfile.ZIP_DEFLATED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compress) as made:
        for name, data in members:
            made.writestr(name, data)
    return file.getvalue()


def names(data):
    return [one.name for one in archive.read(data, "a.zip", Options()).attachments]


@pytest.mark.parametrize(
    ("members", "wanted"),
    [
        (["a.txt", "b/c.docx"], ["a.txt", "b/c.docx"]),
        (["b/", ".DS_Store", "b/.x/a.txt", "__MACOSX/a.txt", "a.txt"], ["a.txt"]),
        (["../../etc/a.txt", "/a.txt", "..\\b.txt"], ["etc/a.txt", "a.txt", "b.txt"]),
        (["Élan.txt"], ["Élan.txt"]),
    ],
)
def test_members_are_documents_unless_hidden(members, wanted):
    assert names(folder(*((name, "x") for name in members))) == wanted


def test_names_in_utf_8_that_do_not_say_so_are_read_as_such():
    data = folder(("Elan.txt", "x")).replace(b"Elan", "Él".encode() + b"n")
    assert names(data) == ["Éln.txt"]


def test_a_member_that_cannot_be_taken_out_stops_no_other():
    data = folder(("a.txt", b"A" * 500), ("b.txt", b"Words"), compress=zipfile.ZIP_STORED)
    made = archive.read(data.replace(b"A" * 500, b"A" * 499 + b"B", 1), "a.zip", Options())
    assert [(one.name, one.code) for one in made.failures] == [("a.txt", "damaged")]
    assert [one.name for one in made.attachments] == ["b.txt"]


def locked(data):
    """The folder with the mark of encrypted members set."""
    for head, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(head)
        data = data[: start + at] + b"\x01" + data[start + at + 1 :]
    return data


@pytest.mark.parametrize("password", ["", "wrong"])
def test_a_locked_member_asks_for_its_password(password):
    data = locked(folder(("a.txt", b"Words that are long enough.")))
    made = archive.read(data, "a.zip", Options(password=password))
    assert [one.code for one in made.failures] == ["password_required"]


def encrypted(data, method, flags):
    """The folder with a member packed by another method, and marked with other flags."""
    data = bytearray(data)
    for head, flag, packing in ((b"PK\x03\x04", 6, 8), (b"PK\x01\x02", 8, 10)):
        start = data.index(head)
        data[start + flag : start + flag + 2] = flags.to_bytes(2, "little")
        data[start + packing : start + packing + 2] = method.to_bytes(2, "little")
    return bytes(data)


@pytest.mark.parametrize(("method", "flags"), [(99, 1), (8, 0x41)])
@pytest.mark.parametrize("password", ["", "any"])
def test_a_member_encrypted_in_another_way_says_so(method, flags, password):
    data = encrypted(folder(("a.txt", b"Words that are long enough.")), method, flags)
    [failure] = archive.read(data, "a.zip", Options(password=password)).failures
    assert (failure.code, "AES" in failure.message) == ("unsupported", True)


def forged(data, size):
    """The folder with a directory that says other sizes than its member has."""
    start = data.index(b"PK\x01\x02")
    data = data[: start + 24] + size.to_bytes(4, "little") + data[start + 28 :]
    return data[:22] + size.to_bytes(4, "little") + data[26:]


BOMB = bytes(80 * 1024 * 1024)


def test_a_bomb_that_says_so_is_not_unpacked():
    data = folder(("a.txt", BOMB))
    assert [one.code for one in archive.read(data, "a.zip", Options()).failures] == ["too_large"]


@pytest.mark.parametrize("size", [1000, 60 * 1024 * 1024])
def test_a_bomb_that_lies_is_unpacked_no_further_than_it_says(size):
    made = archive.read(forged(folder(("a.txt", BOMB)), size), "a.zip", Options())
    assert [one.code for one in made.failures] == ["unsafe_content"]


@pytest.mark.parametrize(
    ("packed", "outgrows"),
    [(folder(("a.txt", b"A" * 500))[:60], False), (folder(("a.txt", b"A" * 500)), False)],
)
def test_a_member_that_breaks_off_does_not_outgrow_its_folder(packed, outgrows):
    [member] = zipfile.ZipFile(io.BytesIO(folder(("a.txt", b"A" * 500)))).infolist()
    assert zip_guard.outgrows(packed, member) is outgrows
    assert zip_guard.outgrows(b"PK" * 30, member) is False


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (folder(), "empty"),
        (folder((".hidden", "x")), "empty"),
        (folder(("a.txt", "x"))[:-10], "damaged"),
        (folder(*((f"{n}.txt", "x") for n in range(archive.MOST_MEMBERS + 1))), "too_large"),
        (folder(*((f"{n}.txt", BOMB[: 60 * 1024 * 1024]) for n in range(3))), "too_large"),
    ],
)
def test_folders_that_cannot_be_read_are_named_errors(data, code):
    with pytest.raises(UnreadableSource) as caught:
        archive.read(data, "a.zip", Options())
    assert caught.value.code == code
