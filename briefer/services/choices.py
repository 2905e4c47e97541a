"""What a search can be narrowed to: the values that the sources have, tags and saved searches."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from briefer.store import FACETS, Library


class Choices(Struct, frozen=True):
    """Value -> how many sources have it, for each filter; tags, and searches kept by name."""

    facets: Mapping[str, Mapping[str, int]] = {}
    """By the field of the record; those of `issued` are years."""
    tags: Mapping[str, int] = {}
    searches: Mapping[str, str] = {}


def choices(library: Library) -> Choices:
    """What the library has to choose from."""
    facets = {field: library.records.facets(field) for field in FACETS}
    years: Counter[str] = Counter()
    for date, count in facets["issued"].items():
        years[date[:4]] += count
    facets["issued"] = dict(sorted(years.items(), reverse=True))
    return Choices(facets, library.shelves.tags(), library.shelves.searches())
