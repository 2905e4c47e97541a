"""The .brieferlibrary container: a zip of sources, their originals and what was said of them."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.core import forms
from briefer.core.bundle import Bundle
from briefer.core.errors import FileError
from briefer.core.model import Source
from briefer.core.template import Template
from briefer.store.briefing_files import content, damaged, put, readable, require_safe
from briefer.store.files import explain, writing

MEDIA_TYPE = b"application/vnd.briefer.library+zip"
LIST = "library.json"

MEMBER_AT_MOST = 256 * 1024 * 1024
TOTAL_AT_MOST = 64 * 1024 * 1024 * 1024
"""Bytes that the members may hold when unpacked, each and together: one is read at a time."""

FORM_AT_MOST = 64 * 1024 * 1024
"""Bytes of a member that is JSON, of which many objects are made."""

DIRECTORY_AT_MOST = 32 * 1024 * 1024
"""Bytes of the zip's directory, which zipfile reads whole and makes an object of each entry."""


class Writer:
    """Writes a container piece by piece; the list is written last, when all is known."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        put(archive, "mimetype", MEDIA_TYPE, packed=False)

    def source(self, source: Source, original: bytes | None) -> None:
        """Writes a source and, if it goes with it, the bytes it was imported from."""
        put(self._archive, f"sources/{source.id}.json", forms.encode(source))
        if original is not None:
            put(self._archive, f"originals/{source.id}", original)

    def end(self, bundle: Bundle, templates: Iterable[Template]) -> None:
        """Writes the templates and the list."""
        for number, template in enumerate(templates):
            put(self._archive, f"templates/{number}.json", forms.encode(template))
        put(self._archive, LIST, forms.encode(bundle))


@contextmanager
def writing_bundle(path: Path) -> Iterator[Writer]:
    """A container to write, which takes the path's place when the block ends well.

    The same contents give the same bytes. Raises FileError.
    """
    with writing(path) as file, zipfile.ZipFile(file, "w") as archive:
        yield Writer(archive)


class Reader:
    """A container whose members are read one by one. Every method raises FileError."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._members = {info.filename: info for info in archive.infolist()}
        if self._read("mimetype") != MEDIA_TYPE:
            raise FileError(
                f"{name} is no library that was handed over.", "Choose a .brieferlibrary file."
            )
        self.bundle = forms.decode(self._form(LIST), Bundle, name)
        """The list of what it holds."""

    def source(self, id: str) -> Source:
        """A source of the list."""
        member = f"sources/{id}.json"
        source = forms.decode(self._form(member), Source, f"{self._name} ({member})")
        if source.id != id:
            raise damaged(self._name, f"{member} holds another source")
        return source

    def original(self, id: str) -> bytes:
        """The bytes that a source of the list was imported from."""
        return self._read(f"originals/{id}")

    def templates(self) -> list[Template]:
        """The templates that go with it."""
        members = [f"templates/{number}.json" for number in range(self.bundle.templates)]
        return [forms.decode(self._form(one), Template, f"{self._name} ({one})") for one in members]

    def _read(self, member: str) -> bytes:
        if member not in self._members:
            raise damaged(self._name, f"it has no {member}")
        with readable(self._name):
            return content(self._archive, self._members[member])

    def _form(self, member: str) -> bytes:
        info = self._members.get(member)
        if info is not None and info.file_size > FORM_AT_MOST:
            raise FileError(
                f"{self._name} is not safe to open: {member} is too large.", "Ask who sent it."
            )
        return self._read(member)


@contextmanager
def reading_bundle(path: Path) -> Iterator[Reader]:
    """A container to read from. Raises FileError when it is damaged, unsafe, newer or another."""
    try:
        file = _Careful(path)
    except OSError as error:
        why, hint = explain(error)
        raise FileError(f"{path} cannot be read: {why}.", hint) from error
    with file:
        with readable(path.name):
            archive = zipfile.ZipFile(file)
        file.at_most = None
        with archive:
            require_safe(archive.infolist(), path.name, MEMBER_AT_MOST, TOTAL_AT_MOST)
            yield Reader(archive, path.name)


class _Careful(io.FileIO):
    """A file that does not give zipfile more of a directory than is safe."""

    at_most: int | None = DIRECTORY_AT_MOST

    def read(self, size: int | None = -1, /) -> bytes:
        if self.at_most is not None and size is not None and size > self.at_most:
            raise zipfile.BadZipFile("its directory is too large")
        return super().read(-1 if size is None else size) or b""
