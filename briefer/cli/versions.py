"""Commands on how sources stand to others: supersede, withdraw, uses, duplicates."""

from collections.abc import Iterable

from briefer.cli.output import DONE, Options, library, print_differences, progress, say, show
from briefer.cli.revisions import print_revisions, revisions_of_used
from briefer.core.errors import WrongRequest
from briefer.services.carrying import Carried
from briefer.services.duplicates import Duplicate, duplicates
from briefer.services.library import find_source
from briefer.services.likeness import Proposal, proposals
from briefer.services.noticing import UsedIn, uses_of
from briefer.services.revisions import set_superseded, unset_superseded
from briefer.store import Library


def proposed(kept: Library, ids: Iterable[str]) -> list[Proposal]:
    """What new sources look like new versions of."""
    return proposals(kept, ids, progress)


def print_proposals(kept: Library, found: Iterable[Proposal]) -> None:
    """Prints each with the commands that accept and refuse it."""
    names = {line.id: line.file for line in kept.sources()}
    for one in found:
        print(f"{names[one.new]} looks like a new version of {names[one.old]}: {one.why}.")
        print(f"    briefer supersede {one.new} {one.old}    (--refuse: it is not)")


def supersede(options: Options) -> int:
    """Says that a source is a new version of another, that it is not, or takes that back."""
    if options.undo and options.refuse:
        raise WrongRequest("Either --undo or --refuse.")
    kept = library(options)
    new, old = find_source(kept, options.new), find_source(kept, options.old)
    if options.undo:
        unset_superseded(kept, new.id, Carried(old.id))
        say(f"{new.file} is no version of {old.file} any more; tags that it has stay.")
    elif options.refuse:
        kept.versions.refuse(new.id, old.id)
        say(f"{new.file} is not proposed as a new version of {old.file} again.")
    else:
        _say_carried(set_superseded(kept, new.id, old.id))
        say(f"{new.file} supersedes {old.file}; both stay.")
        print_revisions(revisions_of_used(kept, options.briefing))
    return DONE


def _say_carried(carried: Carried) -> None:
    if carried.fields:
        said = ", ".join(carried.fields)
        say(f"carried over from the old version, until somebody confirms it: {said}.")
    if carried.tags:
        say(f"tags carried over: {', '.join(carried.tags)}.")


def withdraw(options: Options) -> int:
    """Notes that a source was withdrawn by those who issued it, or that it was not."""
    kept = library(options)
    source = find_source(kept, options.source)
    kept.versions.withdraw(source.id, None if options.undo else options.reason)
    if options.undo:
        say(f"{source.file} is no longer marked as withdrawn.")
    else:
        say(f"{source.file} is marked as withdrawn wherever words of it are used.")
    return DONE


def uses(options: Options) -> int:
    """Lists the briefings that use a source; exit 0 for none, too."""
    kept = library(options)
    found = uses_of(kept, find_source(kept, options.source).id)
    if options.json:
        show(found)
        return DONE
    for one in found:
        print(_use(one))
    if not found:
        say("no briefing that was saved with this library uses it.")
    return DONE


def _use(one: UsedIn) -> str:
    picks = "1 pick" if one.picks == 1 else f"{one.picks} picks"
    gone = "  (no longer there)" if one.missing else ""
    return f"{one.path}  {one.title}  {picks}{gone}"


def duplicates_(options: Options) -> int:
    """Lists what sources say like others, with what differs."""
    kept = library(options)
    found = duplicates(kept, [find_source(kept, one).id for one in options.sources], progress)
    if options.json:
        show(found)
        return DONE
    for one in found:
        _print(one)
    if not found:
        say("no passage is said nearly alike in two sources.")
    return DONE


def _print(one: Duplicate) -> None:
    if one.whole:
        print(f"{one.file} and {one.other.file} are copies of each other")
        return
    figures = ", other figures" if one.figures_differ() else ""
    alike = "the same words" if one.similarity == 1 else f"{one.similarity:.0%} alike"
    print(f"{one.file}, {one.place} ({one.start}-{one.end})")
    print(f"{one.other.file}, {one.other.place} ({one.other.start}-{one.other.end})")
    print(f"  {alike}{figures}: {one.exact}")
    print_differences(one.differences)
