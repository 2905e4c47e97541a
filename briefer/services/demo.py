"""A real brief made from the sample documents, for a newcomer's first ten seconds."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from briefer import paths
from briefer.core import edits
from briefer.core.model import Briefing, Item, Kind, Prose, Source, new_id
from briefer.core.progress import Progress, silent
from briefer.core.template import new_briefing
from briefer.services.briefings import cut_pick, open_briefing, save_briefing
from briefer.services.export import export_briefing
from briefer.services.seeds import load_seeds
from briefer.services.templates import SUFFIX, read_template
from briefer.store.files import make_folder

ENDINGS = (".briefing", ".docx", ".pdf")


def make_demo(folder: Path, progress: Progress = silent) -> tuple[Path, ...]:
    """Writes the demonstration brief into a folder, as .briefing, DOCX and PDF; gives the files.

    What is there already is not written over: the new files get a number. The files written are
    read again and checked. Raises FileError.
    """
    plan = json.loads((paths.resources() / "demo.json").read_bytes())
    sources = {source.id: source for source, _ in load_seeds()}
    briefing = _briefing(plan, sources)
    make_folder(folder)
    files = _free_names(folder, plan["file"])
    save_briefing(briefing, sources, files[0])
    opened = open_briefing(files[0])
    for path in files[1:]:
        export_briefing(opened.briefing, opened.sources, path, progress)
    return files


def _briefing(plan: Mapping[str, Any], sources: Mapping[str, Source]) -> Briefing:
    by_file = {source.file: source for source in sources.values()}
    template = read_template(paths.resources() / "templates" / f"{plan['template']}{SUFFIX}")
    briefing = new_briefing(template, plan["title"])
    for key, value in plan["header"].items():
        briefing = edits.set_header(key, value)(briefing)
    for section, items in plan["sections"].items():
        for item in items:
            briefing = edits.add_item(section, _item(item, by_file))(briefing)
    return briefing


def _item(item: Mapping[str, str], by_file: Mapping[str, Source]) -> Item:
    """An item of the plan: words to be picked from a sample document, or own text."""
    if "exact" in item:
        kind = msgspec.convert(item["kind"], Kind)
        return cut_pick(by_file[item["source"]], kind, item["exact"])
    return msgspec.convert({**item, "id": new_id(), "type": "prose"}, Prose)


def _free_names(folder: Path, stem: str) -> tuple[Path, ...]:
    for number in range(1, 10_000):
        name = stem if number == 1 else f"{stem} {number}"
        files = tuple(folder / f"{name}{ending}" for ending in ENDINGS)
        if not any(file.exists() for file in files):
            return files
    return files
