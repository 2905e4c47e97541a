"""The sample library: five documents and what their texts say about themselves."""

import json

import msgspec

from briefer import paths
from briefer.core.model import Source
from briefer.core.record import Field
from briefer.importers import read_source


def load_seeds() -> list[tuple[Source, bytes]]:
    """Each sample document with its source record and its bytes, in the catalogue's order."""
    folder = paths.seeds()
    catalogue = json.loads((folder / "catalogue.json").read_bytes())
    loaded = []
    for document in catalogue["documents"]:
        data = (folder / document["file"]).read_bytes()
        source = read_source(data, document["file"]).source
        assert source is not None  # a text, not a folder of texts
        record = msgspec.convert(document["record"], dict[str, Field])
        loaded.append((msgspec.structs.replace(source, record=record), data))
    return loaded
