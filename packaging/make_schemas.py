"""Writes the JSON Schemas of the program's file forms into resources/schemas."""

import json
from pathlib import Path

from briefer.core.bundle import Bundle
from briefer.core.forms import schema
from briefer.core.manifest import Manifest
from briefer.core.model import Briefing, Source
from briefer.core.template import Template

FOLDER = Path(__file__).parent.parent / "resources" / "schemas"

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for form in (Briefing, Bundle, Manifest, Source, Template):
        text = json.dumps(schema(form), indent=2, sort_keys=True) + "\n"
        (FOLDER / f"{form.__name__.lower()}.schema.json").write_text(text, "utf-8")
