"""The built-in templates and the user's own."""

import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefer import paths
from briefer.core import forms
from briefer.core.errors import WrongRequest
from briefer.core.template import Template
from briefer.store import Library
from briefer.store.files import read, write_atomically

SUFFIX = ".brieftemplate"
LARGEST = 1024 * 1024
"""Bytes of the largest template file that is read."""

ORDER = (
    "bilateral", "speaking", "delegation", "qa-parliament", "press", "onepager", "factsheet",
    "report",
)  # fmt: skip
"""The built-in templates as they are offered."""


class Listed(Struct, frozen=True):
    """A template, and whether it is one of the program's own."""

    template: Template
    built_in: bool


def list_templates(library: Library) -> list[Listed]:
    """The built-in templates in their order, then the user's by name."""
    folder = paths.resources() / "templates"
    own = [read_template(folder / f"{name}{SUFFIX}") for name in ORDER]
    return [Listed(one, True) for one in own] + [Listed(one, False) for one in library.templates()]


def find_template(library: Library, name: str) -> Template:
    """The template of this name or title, letter case aside. Raises WrongRequest."""
    return _find(library, name).template


def _find(library: Library, name: str) -> Listed:
    listed = list_templates(library)
    wanted = name.casefold()
    for one in listed:
        if wanted in (one.template.name, one.template.title.casefold()):
            return one
    names = ", ".join(one.template.name for one in listed)
    raise WrongRequest(f"There is no template “{name}”.", f"The templates are: {names}.")


def add_template(library: Library, template: Template) -> Template:
    """Keeps a template; a name already taken gets a number behind it. Gives it as kept."""
    taken = {one.template.name for one in list_templates(library)}
    stem = template_name(template.title) if not template.name else template.name
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    kept = replace(template, name=name)
    library.put_template(kept)
    return kept


def template_name(title: str) -> str:
    """The name a title gives: lower-case letters and digits, parted by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-") or "template"


def read_template(path: Path) -> Template:
    """Reads a .brieftemplate file. Raises FileError."""
    return forms.decode(read(path, LARGEST), Template, path.name)


def write_template(template: Template, path: Path) -> None:
    """Writes a template as a file to hand over. Raises FileError."""
    write_atomically(path, forms.encode(template))


def remove_template(library: Library, name: str) -> None:
    """Removes one of the user's templates; a built-in one cannot be removed."""
    library.remove_template(_own(library, name).name)


def rename_template(library: Library, name: str, title: str) -> Template:
    """Gives one of the user's templates another title; its name stays."""
    renamed = replace(_own(library, name), title=_titled(title))
    library.put_template(renamed)
    return renamed


def duplicate_template(library: Library, name: str, title: str) -> Template:
    """Keeps a copy of any template, built-in or the user's, under another title."""
    copy = replace(find_template(library, name), name=template_name(title), title=_titled(title))
    return add_template(library, copy)


def _own(library: Library, name: str) -> Template:
    listed = _find(library, name)
    if listed.built_in:
        raise WrongRequest(
            f"“{listed.template.title}” is a built-in template and stays as it is.",
            "Duplicate it and change the copy.",
        )
    return listed.template


def _titled(title: str) -> str:
    if not title.strip():
        raise WrongRequest("A template needs a title.")
    return title.strip()
