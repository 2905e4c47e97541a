"""Commands on source records: describe, references."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from briefer.cli.output import DONE, Options, library, say, show
from briefer.core.errors import WrongRequest
from briefer.core.model import Range, Source
from briefer.core.record import LABELS, Date, Field, shown
from briefer.core.record_changes import is_open, origin_words, unconfirmed
from briefer.core.record_entry import typed
from briefer.core.record_terms import completeness
from briefer.core.references import Matched
from briefer.services.library import find_source
from briefer.services.records import Wishes, fulfil, history
from briefer.store import RecordEdit


def describe(options: Options) -> int:
    """Keeps what is said of a source's record, all of it or nothing; then prints the record."""
    kept = library(options)
    source = find_source(kept, options.source)
    wishes = Wishes(
        say=dict(map(_said, options.set)),
        unset=options.unset,
        confirm=options.confirm,
        revert=options.revert,
        taken=dict(map(_taken, options.taken)),
    )
    source = fulfil(kept, source.id, wishes)
    if options.history:
        _print_history(history(kept, source.id), as_json=options.json)
    elif options.json:
        show(_as_json(source))
    else:
        print("\n".join(_lines(source)))
    return DONE


def _said(setting: str) -> tuple[str, str]:
    """A field and its words from FIELD=VALUE. Raises WrongRequest."""
    field, equals, value = setting.partition("=")
    if not equals:
        raise WrongRequest(f"“{setting}” is not of the form FIELD=VALUE.")
    return field.strip(), value


def _taken(setting: str) -> tuple[str, Range]:
    """A field and a range from FIELD=START-END. Raises WrongRequest."""
    field, value = _said(setting)
    start, _, end = value.partition("-")
    try:
        return field, (int(start), int(end))
    except ValueError as error:
        raise WrongRequest(f"“{setting}” is not of the form FIELD=START-END.") from error


def _place(source: Source, field: Field) -> str:
    place = None if field.start is None else source.place_at(field.start)
    return place.label() if place else ""


def _lines(source: Source) -> Iterator[str]:
    """The record for a person: what is known, from where, and what is missing."""
    whole = completeness(source.record)
    yield f"{source.id}  {source.file}"
    for name in LABELS:
        field = source.record.get(name)
        if field is not None:
            yield f"{name:<16} {_value(source, name, field)}"
        elif name in whole.needed:
            yield f"{name:<16} ({origin_words(None)})"
    yield whole.said() + _missing([LABELS[name] for name in whole.missing])
    waiting = unconfirmed(source.record)
    if waiting:
        yield f"to be confirmed: {', '.join(waiting)}"


def _value(source: Source, name: str, field: Field) -> str:
    at = f", {_place(source, field)} ({field.start}-{field.end})" if field.start is not None else ""
    value = field.value
    words = shown(value) if isinstance(value, Date) else typed(name, value)
    return f"{words}\n{'':<17}{origin_words(field)}{at}"


def _missing(names: Sequence[str]) -> str:
    return f"; missing: {', '.join(names)}" if names else ""


def _as_json(source: Source) -> dict[str, Any]:
    whole = completeness(source.record)
    fields = {
        name: {
            **msgspec.to_builtins(field),
            "shown": shown(field.value),
            "place": _place(source, field) or None,
            "words": _words(source, field),
            "to_confirm": is_open(field),
        }
        for name, field in source.record.items()
    }
    return {
        "id": source.id,
        "file": source.file,
        "fields": fields,
        "needed": whole.needed,
        "missing": whole.missing,
        "to_confirm": unconfirmed(source.record),
    }


def _words(source: Source, field: Field) -> str | None:
    """The words the value was read from."""
    return None if field.start is None else source.text[field.start : field.end]


def references(options: Options) -> int:
    """Writes records as CSL-JSON or RIS, or takes from such a file what is unknown of sources."""
    from briefer.services import references as files

    kept = library(options)
    if options.imported:
        if options.sources or options.output:
            raise WrongRequest("References are imported into the library, or written; not both.")
        _print_matched(files.import_references(kept, Path(options.imported)), options)
        return DONE
    loaded = {} if options.sources else kept.get(line.id for line in kept.sources())
    chosen = [find_source(kept, name) for name in options.sources] or list(loaded.values())
    if options.output:
        files.write_references(chosen, Path(options.output))
        say(f"{options.output} holds {len(chosen)} references.")
    else:
        sys.stdout.write(files.as_csl(chosen).decode())
    return DONE


def _print_matched(found: Matched, options: Options) -> None:
    if options.json:
        matches = [
            {"reference": one.reference.name(), "source": one.source, "by": one.by,
             "fields": msgspec.to_builtins(one.adds), "unread": one.reference.unread}
            for one in found.matches
        ]  # fmt: skip
        show({"matched": matches, "unmatched": [one.name() for one in found.unmatched]})
        return
    for match in found.matches:
        print(f"{match.source}  {match.reference.name()} (found by {match.by})")
        for name, field in match.adds.items():
            print(f"    {name}: {shown(field.value)}")
        for name in match.reference.unread:
            print(f"    {name} was not read: it does not fit the field")
    for reference in found.unmatched:
        print(f"no source: {reference.name()}")
    if any(one.adds for one in found.matches):
        say("what was taken is inferred; `briefer describe SOURCE --confirm all` confirms it.")


def _print_history(edits: Sequence[RecordEdit], *, as_json: bool) -> None:
    if as_json:
        show(edits)
        return
    for one in edits:
        value = shown(one.value.value) if one.value else "unknown"
        by = f"  {one.by}" if one.by else ""
        print(f"{one.at}  {one.field}: {value} ({origin_words(one.value)}){by}")
