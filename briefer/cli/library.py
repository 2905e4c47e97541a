"""Commands on the library: import, sources, show, suggest, remove, restore."""

import sys
from collections.abc import Iterator, Mapping, Sequence
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
from briefer.cli.searching import asked, nothing
from briefer.cli.versions import print_proposals, proposed
from briefer.core.errors import LibraryError, WrongRequest
from briefer.core.model import Source
from briefer.core.record import LABELS, completeness, missing, shown, text_of
from briefer.services.library import find_source
from briefer.services.likeness import Proposal
from briefer.services.looking_up import look_up
from briefer.services.noticing import used_in_words, uses_of
from briefer.services.search import chosen_sources
from briefer.store import Library, SourceLine

if TYPE_CHECKING:
    from briefer.importers.imported import Notice
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
    found = proposed(kept, [one.source for one in outcomes if one.source and not one.known])
    if options.json:
        more = [{} if old is None else {"revisions": one} for one in followed]
        show([{**outcome_form(one, found), **two} for one, two in zip(outcomes, more, strict=True)])
    for one in outcomes:
        if one.error is not None:
            say(f"{one.path}: {one.error}")
        elif not options.json:
            print(f"{one.source}  {one.path}{'  (already in the library)' if one.known else ''}")
        for warning in one.warnings:
            say(f"{one.path}: {WARNINGS[warning].format(one.encoding)}")
    if not options.json:
        print_revisions(one for revisions in followed for one in revisions)
        print_proposals(kept, found)
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


WARNINGS: "Mapping[Notice, str]" = {
    "encoding_uncertain": "its encoding was guessed as {}; look whether its accents are right, "
    "and else import it again with --encoding.",
    "encoding_chosen": "read as {}, as you chose; it is a source of its own.",
    "wrong_extension": "its name says another format than it has.",
    "attachments_left_out": "pictures and other files in it that are no documents were left out.",
    "changes_accepted": "it holds tracked changes; they were read as if all were accepted.",
    "comments_left_out": "comments in it are no part of its text and were left out.",
    "damaged": "parts of it are missing or could not be read; get the file again if you can.",
    "no_text_layer": "some of its pages are pictures without text, and their words are missing; "
    "recognise them in a scanning program first.",
}


def outcome_form(one: "Outcome", found: Sequence[Proposal] = ()) -> dict[str, Any]:
    """What became of a document, as JSON."""
    if one.error is not None:
        error = {"code": one.error.code, "message": one.error.message, "hint": one.error.hint}
        return {"path": one.path, "error": error}
    about = [proposal for proposal in found if one.source in (proposal.new, proposal.old)]
    more = {"proposals": msgspec.to_builtins(about)} if about else {}
    return {"path": one.path, "source": one.source, "warnings": list(one.warnings), **more}


def sources(options: Options) -> int:
    """Lists the sources."""
    kept, query = library(options), asked(options)
    if options.trash and not query.is_empty():
        raise WrongRequest("The trash is not searched.", "Leave out --trash, or the words.")
    lines = kept.sources(trashed=True) if options.trash else chosen_sources(kept, query)
    if options.json:
        show([_line(line) for line in lines])
        return DONE
    for line in lines:
        name = text_of(line.record, "title") or "(title not stated)"
        tags = f"\n    tags: {', '.join(line.tags)}" if line.tags else ""
        print(f"{line.id}  {line.file}{_standing(line)}\n    {name}")
        print(f"    {line.words} words, {_missing(line)}{tags}")
        if line.unproven:
            print(f"    unproven: {line.unproven}")
    if not lines and not query.is_empty():
        say(nothing(query))
    return DONE


def _standing(line: SourceLine) -> str:
    withdrawn = line.withdrawn is not None and f"withdrawn: {line.withdrawn}".rstrip(": ")
    newer = line.superseded_by and f"superseded by {line.superseded_by}"
    said = ", ".join(one for one in (withdrawn, newer) if one)
    return f"  ({said})" if said else ""


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
        "superseded_by": line.superseded_by or None,
        "withdrawn": line.withdrawn,
        "tags": line.tags,
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
    print("\n".join(_stated(source)), end="\n\n")
    for place in source.places:
        print(f"{place.number:>4}  {source.text[place.start : place.end]}")
    return DONE


def _stated(source: Source) -> Iterator[str]:
    """The fields of the record, each with its place or origin, and what a citation would want."""
    for name in LABELS:
        if name in source.record:
            field = source.record[name]
            place = source.place_at(field.start) if field.start is not None else None
            read = place.label() if place and field.origin == "source" else field.origin
            yield f"{name}: {shown(field.value)} ({read})"
    if absent := completeness(source.record).missing:
        yield f"not stated: {', '.join(absent)}"


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


def remove(options: Options) -> int:
    """Moves a source to the trash."""
    kept = library(options)
    source = find_source(kept, options.source)
    used = uses_of(kept, source.id)
    kept.trash([source.id])
    if used:
        say(f"{source.file}: {used_in_words(used)}")
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
