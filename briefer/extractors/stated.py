"""The figures of a document, each with what dates it, its measure and the source it names."""

from collections.abc import Iterable, Sequence

from briefer.core.figures import Figure
from briefer.core.statements import Statement
from briefer.extractors.marks import Quotation, inside
from briefer.extractors.suggestion import Stated


def stated_figures(
    found: Iterable[Statement], titles: Sequence[Quotation]
) -> dict[int, tuple[Stated, ...]]:
    """The figures of each sentence with what dates them, by where the sentence starts.

    Those inside titles state nothing.
    """
    made: dict[int, list[Stated]] = {}
    for one in found:
        if one.figure is not None and not (titles and inside(one.at, titles)):
            made.setdefault(one.start, []).append(_stated(one, one.figure))
    return {start: tuple(some) for start, some in made.items()}


def _stated(one: Statement, figure: Figure) -> Stated:
    fields = {name: getattr(figure, name) for name in Figure.__struct_fields__}
    when = one.moment
    return Stated(
        **(fields | {"start": one.at, "end": one.to}),
        as_of=when.as_of,
        since=when.since,
        until=when.until,
        dated=when.dated,
        measure=one.measure,
        nested_source=one.nested,
    )
