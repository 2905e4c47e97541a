"""The figures of a document, each with what dates it, its measure and the source it names."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefer.core.figures import Figure, figures
from briefer.core.measures import Table as Measures
from briefer.core.model import Source
from briefer.core.moments import Moment, moment_of, moments
from briefer.core.statements import NESTED, issued_of, statements
from briefer.extractors.lists import Cut
from briefer.extractors.marks import Quotation, inside
from briefer.extractors.suggestion import Stated

NO_MOMENT = Moment()


def stated_figures(
    source: Source,
    found: Sequence[Cut],
    measures: Measures | None,
    language: str,
    titles: Sequence[Quotation],
) -> dict[int, tuple[Stated, ...]]:
    """The figures of each sentence with what dates them, by where the sentence starts."""
    made: dict[int, tuple[Stated, ...]] = {}
    counted: list[Cut] = []
    issued = issued_of(source)
    for place, start, end in found:
        words = source.text[start:end]
        read = [
            one
            for one in figures(words, 0, language)
            if not (titles and inside(start + one.start, titles))
        ]
        if read:
            made[start] = _stated(words, start, read, language, issued)
            counted.append((place, start, end))
    return _measured(source, made, counted, measures, language) if measures else made


def _stated(
    words: str, start: int, read: Sequence[Figure], language: str, issued: str
) -> tuple[Stated, ...]:
    """The figures of a sentence, each with its date and the source that the sentence names."""
    dates = moments(words, language)
    nested = NESTED.search(words)
    ranges = [(one.start, one.end) for one in read]
    stated = []
    for one in read:
        others = [span for span in ranges if span != (one.start, one.end)]
        when = moment_of(one.start, one.end, others, dates, issued) if dates else NO_MOMENT
        fields = {name: getattr(one, name) for name in Figure.__struct_fields__}
        fields |= {"start": start + one.start, "end": start + one.end}
        stated.append(
            Stated(
                **fields,
                as_of=when.as_of,
                since=when.since,
                until=when.until,
                dated=when.dated,
                nested_source=nested[1] if nested else "",
            )
        )
    return tuple(stated)


def _measured(
    source: Source,
    made: Mapping[int, tuple[Stated, ...]],
    counted: Sequence[Cut],
    measures: Measures,
    language: str,
) -> dict[int, tuple[Stated, ...]]:
    """The figures with the measures they belong to."""
    known = {
        (one.at, one.to): one.measure
        for one in statements(source, counted, measures, language)
        if one.figure is not None
    }
    return {
        at: tuple(replace(one, measure=known.get((one.start, one.end), "")) for one in some)
        for at, some in made.items()
    }
