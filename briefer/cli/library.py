"""Commands on the library: import, sources, show, search, suggest, remove, restore."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from briefer.cli.output import (
    DONE,
    FAILED,
    Options,
    library,
    print_differences,
    progress,
    say,
    show,
)
from briefer.cli.revisions import print_revisions, supersede, superseded
from briefer.core.errors import LibraryError
from briefer.core.model import Source
from briefer.core.record import missing, shown, text_of
from briefer.services.library import find_source, search
from briefer.services.looking_up import look_up
from briefer.store import Library, SourceLine

if TYPE_CHECKING:
    from briefer.services.reading import Outcome


def import_(options: Options) -> int:
    """Imports files and folders; exit 1 when one of them failed, each failure named."""
    kept = library(options)
    old = superseded(kept, options)
    outcomes = _imported(kept, options)
    new = next((one for one in outcomes if one.source), None)  # not what lies inside it
    followed = [
        supersede(kept, one.source, old, options) if old and one is new else [] for one in outcomes
    ]
    if options.json:
        more = [{} if old is None else {"revisions": one} for one in followed]
        show([{**_outcome(one), **two} for one, two in zip(outcomes, more, strict=True)])
    for one in outcomes:
        if one.error is not None:
            say(f"{one.path}: {one.error}")
        elif not options.json:
            print(f"{one.source}  {one.path}{'  (already in the library)' if one.known else ''}")
        for warning in one.warnings:
            say(f"{one.path}: {WARNINGS.get(warning, warning).format(one.encoding)}")
    if not options.json:
        print_revisions(one for revisions in followed for one in revisions)
    if not outcomes:
        say("there is no file to import in that folder.")
    return FAILED if any(one.error for one in outcomes) or not outcomes else DONE


def _imported(kept: Library, options: Options) -> "list[Outcome]":
    """Imports what the command names; a single - is what comes in on standard input."""
    from briefer.importers import LARGEST  # starts processes: no other command needs that
    from briefer.importers import Options as Reading
    from briefer.services.importing import import_bytes, import_paths

    how = Reading(options.password, options.encoding)
    if options.paths == ["-"]:
        data = sys.stdin.buffer.read(LARGEST + 1)
        return import_bytes(kept, data, options.name or "pasted.txt", how, progress)
    paths = [Path(path) for path in options.paths]
    return import_paths(kept, paths, progress, how, by_reference=options.by_reference)


WARNINGS = {
    "encoding_uncertain": "its encoding was guessed as {}; look whether its accents are right, "
    "and else import it again with --encoding.",
    "encoding_chosen": "read as {}, as you chose; it is a source of its own.",
    "wrong_extension": "its name says another format than it has.",
    "attachments_left_out": "pictures and other files in it that are no documents were left out.",
}


def _outcome(one: "Outcome") -> dict[str, Any]:
    if one.error is not None:
        error = {"code": one.error.code, "message": one.error.message, "hint": one.error.hint}
        return {"path": one.path, "error": error}
    return {"path": one.path, "source": one.source, "warnings": list(one.warnings)}


def sources(options: Options) -> int:
    """Lists the sources."""
    lines = library(options).sources(trashed=options.trash)
    if options.json:
        show([_line(line) for line in lines])
        return DONE
    for line in lines:
        name = text_of(line.record, "title") or "(title not stated)"
        print(f"{line.id}  {line.file}\n    {name}\n    {line.words} words, {_missing(line)}")
    return DONE


def _missing(line: SourceLine) -> str:
    absent = ", ".join(missing(line.record))
    return f"not stated: {absent}" if absent else "record complete"


def _line(line: SourceLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "file": line.file,
        "title": text_of(line.record, "title") or None,
        "type": text_of(line.record, "type") or None,
        "language": text_of(line.record, "language") or None,
        "paragraphs": line.paragraphs,
        "words": line.words,
        "missing": missing(line.record),
    }


def show_(options: Options) -> int:
    """Prints one source."""
    source = find_source(library(options), options.source)
    if options.json:
        places = [
            {"number": one.number, "start": one.start, "end": one.end, "role": one.role,
             "page": one.page}
            for one in source.places
        ]  # fmt: skip
        show(
            {
                "id": source.id,
                "text": source.text,
                "places": places,
                "record": msgspec.to_builtins(source.record),
                "log": msgspec.to_builtins(source.log),
            }
        )
        return DONE
    for name, field in source.record.items():
        print(f"{name}: {shown(field.value)}")
    print()
    for place in source.places:
        print(f"{place.number:>4}  {source.text[place.start : place.end]}")
    return DONE


def search_(options: Options) -> int:
    """Finds words; nothing found is no error."""
    hits = search(library(options), " ".join(options.words), options.kind, options.limit)
    if options.json:
        keys = ("source", "file", "place", "start", "end", "exact", "snippet")
        show([{key: getattr(hit, key) for key in keys} for hit in hits])
        return DONE
    for hit in hits:
        print(f"{hit.file}, {hit.place} ({hit.start}-{hit.end})\n    {hit.snippet}")
    if not hits:
        say("no source holds all of these words.")
    return DONE


def lookup(options: Options) -> int:
    """Finds where words come from; nothing found is no error."""
    found = look_up(library(options), " ".join(options.words))
    if options.json:
        show(found)
        return DONE
    if found.outcome == "ambiguous":
        print("\n".join(found.places))
        say("these words stand at several places, or can be read in several ways.")
    elif found.outcome == "none":
        say("no source says these words, or nearly these words.")
    else:
        print(f"{found.outcome}: {found.file}, {found.place} ({found.start}-{found.end})")
        print(f"    {found.exact}")
        print_differences(found.differences)
    return DONE


def suggest_(options: Options) -> int:
    """Lists suggestions of the sources named, or of all."""
    from briefer.extractors import suggest  # loads the sentence cutter
    from briefer.services.register import measures

    kept = library(options)
    ids = [line.id for line in kept.sources()]
    loaded = kept.get(ids) if not options.sources else {}
    chosen = [find_source(kept, name) for name in options.sources] or list(loaded.values())
    known = measures()
    found = [
        (source, one)
        for source in chosen
        for one in suggest(source, known)
        if options.kind in (None, one.kind)
    ]
    if options.json:
        show([_suggestion(source, one) for source, one in found])
        return DONE
    for source, one in found:
        words = source.text[one.start : one.end]
        print(f"{one.kind}  {source.file}, {one.place} ({one.start}-{one.end}), {one.why}")
        print(f"    {words}")
        if one.speaker:
            sure = SURE.get(one.certainty, "")
            print(f"    said by {one.speaker}{sure}: {one.speaker_cue.text}")
    return DONE


SURE = {
    "named": " (named)",
    "title": " (by an office or the head of the text)",
    "pronoun": " (by a pronoun, to be confirmed)",
    "carried": " (carried on, to be confirmed)",
}
"""How sure the reading of a speaker is, in words."""


def _suggestion(source: Source, one: Any) -> dict[str, Any]:
    return {
        "source": source.id,
        "file": source.file,
        "kind": one.kind,
        "start": one.start,
        "end": one.end,
        "exact": source.text[one.start : one.end],
        "place": one.place,
        "rule": one.rule,
        "trigger": _words(one.trigger),
        "strength": one.strength,
        "speaker": one.speaker,
        "speaker_cue": _words(one.speaker_cue),
        "certainty": one.certainty,
        "second_hand": one.second_hand,
        "lead_in": _words(one.lead_in),
        "why": one.why,
        "figures": [_figure(figure) for figure in one.figures],
    }


def _words(words: Any) -> dict[str, Any] | None:
    return dict(msgspec.to_builtins(words)) if words.text else None


def _figure(figure: Any) -> dict[str, Any]:
    """A figure with everything that it does not state left out, but for its value and date."""
    stated: dict[str, Any] = {"unit": "", "comparator": "exactly", "as_of": None, "measure": None}
    return {**stated, **msgspec.to_builtins(figure)}


def remove(options: Options) -> int:
    """Moves a source to the trash."""
    kept = library(options)
    source = find_source(kept, options.source)
    kept.trash([source.id])
    say(f"{source.file} is in the trash; `briefer restore {source.id}` brings it back.")
    return DONE


def restore(options: Options) -> int:
    """Takes a source out of the trash, by its id, the beginning of it, or its file name."""
    kept = library(options)
    wanted = options.source
    found = [
        line
        for line in kept.sources(trashed=True)
        if line.id.startswith(wanted) or line.file.casefold() == wanted.casefold()
    ]
    if len(found) != 1:
        raise LibraryError(
            f"“{wanted}” names {'no' if not found else 'more than one'} source in the trash.",
            "`briefer sources --trash` lists them.",
        )
    kept.restore([found[0].id])
    say(f"{found[0].file} is back in the library.")
    return DONE
