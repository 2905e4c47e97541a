"""Commands on sources that supersede or quote others: revisions, reanchor, primary."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from briefer import paths, settings
from briefer.cli.output import DONE, Options, library, print_differences, ranges, say, show
from briefer.core.describing import operation_words
from briefer.core.edits import find_item, set_item
from briefer.core.errors import BrieferError, WrongRequest
from briefer.core.model import Briefing, Pick, Source
from briefer.core.quotation import displayed, printed
from briefer.services import briefings
from briefer.services.library import find_source
from briefer.services.noticing import keep_briefing
from briefer.services.revisions import Accepted, Revision, accept, revisions, set_superseded
from briefer.services.second_hand import Primary, SecondHand, find_primaries
from briefer.store import Library

STATES = {
    "anchored": "the same words at the same place",
    "moved": "the same words, elsewhere or in another context",
    "ambiguous": "the same words where several places could be meant",
    "changed": "other words",
    "orphan": "nothing like these words any more",
}


def revisions_(options: Options) -> int:
    """Says of every pick whose source is superseded what became of its words."""
    kept = library(options)
    found = [
        one
        for file in options.files
        for one in revisions(briefings.open_briefing(Path(file)), kept)
    ]
    if options.json:
        show(found)
    else:
        print_revisions(found)
    return DONE


def superseded(kept: Library, options: Options) -> Source | None:
    """The source that an import supersedes, if one is named. Raises WrongRequest."""
    if options.supersedes is None:
        return None
    if len(options.paths) != 1 or Path(options.paths[0]).is_dir():
        raise WrongRequest("One file at a time can supersede a source.")
    return find_source(kept, options.supersedes)


def supersede(kept: Library, new: str, old: Source, options: Options) -> list[Revision]:
    """Keeps that a new source supersedes an old one; says what became of the picks."""
    set_superseded(kept, new, old.id)
    return revisions_of_used(kept, options.briefing)


def revisions_of_used(kept: Library, files: Iterable[str]) -> list[Revision]:
    """What became of the picks in these briefings and in those used lately that are still there.

    One that was used lately and cannot be opened is named and passed over.
    """
    opened = {Path(file).absolute(): briefings.open_briefing(Path(file)) for file in files}
    for file in settings.load(paths.settings()).recent:
        path = Path(file)
        if path.absolute() not in opened and path.exists():
            try:
                opened[path.absolute()] = briefings.open_briefing(path)
            except BrieferError as error:
                say(f"{path}: {error}")
    return [one for briefing in opened.values() for one in revisions(briefing, kept)]


def print_revisions(found: Iterable[Revision]) -> None:
    """Prints them for a person, changed words beside the old ones."""
    for one in found:
        place = "" if one.start is None else f" ({one.start}-{one.end})"
        print(f"{one.briefing}  {one.item}  {one.state}: {STATES[one.state]}{place}")
        print(f"    {displayed(one.exact)}")
        print_differences(one.differences)
        if one.context_changed and one.ranges:
            print("    what stands beside the words has changed")
        if one.ranges:
            print(f"    {_acceptance(one)}")


def _acceptance(one: Revision) -> str:
    """The command by which a person accepts what was found; other words need their places."""
    command = f"briefer reanchor {one.briefing} {one.item} --source {one.successor}"
    if one.state in ("anchored", "moved"):
        return command
    return " ".join([command, *(f"--start {start} --end {end}" for start, end in one.ranges)])


def reanchor(options: Options) -> int:
    """Takes the words of an item from another source from now on."""
    path = Path(options.file)
    opened = briefings.open_briefing(path)
    kept = library(options)
    item = _pick(opened.briefing, options.item)
    new = find_source(kept, options.source)
    sources = briefings.gather_sources(opened.briefing, kept, opened.sources)
    places = [*ranges(options), *(briefings.find_words(new, one) for one in options.exact)]
    accepted = accept(opened.briefing, item, sources, new, places, options.reason)
    _say_what_was_dropped(accepted, item)
    changed = set_item(accepted.pick)(opened.briefing)
    embedded = {**opened.sources, new.id: opened.sources.get(new.id, new)}
    keep_briefing(kept, changed, briefings.gather_sources(changed, kept, embedded), path)
    print(displayed(printed(accepted.pick)))
    return DONE


def _pick(briefing: Briefing, id: str) -> Pick:
    item = find_item(briefing, id)
    if not isinstance(item, Pick):
        raise WrongRequest("That item is own text: only picks have a source.")
    return item


def _say_what_was_dropped(accepted: Accepted, was: Pick) -> None:
    for operation in accepted.dropped.operations:
        say(f"not carried over: {operation_words(was, operation)}")
    for reason in accepted.dropped.reasons:
        say(f"a reason was not carried over ({reason.rule}): {reason.text}")
    for finding in accepted.findings:
        say(finding.said())


def primary(options: Options) -> int:
    """Looks for the speaker's own text behind the words that are quoted at second hand."""
    opened = briefings.open_briefing(Path(options.file))
    kept = library(options)
    sources = briefings.gather_sources(opened.briefing, kept, opened.sources)
    picks = opened.briefing.picks()
    if options.item:
        picks = [_pick(opened.briefing, options.item)]
    found = list(find_primaries(picks, sources, kept))
    if options.json:
        show([{**msgspec.to_builtins(one), "advice": _advice(one, options.file)} for one in found])
        return DONE
    for one in found:
        print(f"{one.item}  {displayed(one.exact)}")
        for passage in one.primaries:
            _print_primary(passage)
        print(f"    {_advice(one, options.file)}")
    if not found:
        say("no item quotes at second hand.")
    return DONE


def _print_primary(one: Primary) -> None:
    by = "names the speaker" if one.names_speaker else "does not name the speaker"
    quoted = ", and quotes the words too" if one.quoted else ""
    print(f"  {one.file}, {one.place} ({one.start}-{one.end}), {by}{quoted}")
    print(f"    {displayed(one.exact)}")
    print_differences(one.differences)


def _advice(one: SecondHand, file: str) -> str:
    if not one.primaries:
        return "Find the speaker's own text and import it; no source here says this."
    best = one.primaries[0]
    return (
        "If that is the speaker's own text: "
        f"briefer reanchor {file} {one.item} --source {best.source} "
        f"--start {best.start} --end {best.end}"
    )
