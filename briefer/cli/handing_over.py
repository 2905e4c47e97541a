"""Commands that hand sources over to another library, and take them over."""

from pathlib import Path

from briefer.cli.output import DONE, FAILED, Options, library, progress, say, show
from briefer.core.errors import WrongRequest
from briefer.services.handing_over import SUFFIX, TakenOver, chosen_sources, hand_over, take_over
from briefer.services.library import find_source


def export(options: Options) -> int:
    """Writes sources, or all of them, into a file to hand over."""
    path = Path(options.output)
    if path.suffix.lower() != SUFFIX:
        raise WrongRequest(f"“{path}” is not the name of one.", f"Let it end in {SUFFIX}.")
    kept = library(options)
    named = [find_source(kept, name).id for name in options.sources]
    ids = chosen_sources(kept, named, options.tag)
    handed = hand_over(
        kept,
        ids,
        path,
        progress,
        originals=not options.without_originals,
        templates=not options.without_templates,
    )
    for file in handed.without_original:
        say(f"the original of {file} is not to be had, and is not in it.")
    say(f"{path} holds {handed.sources} {'source' if handed.sources == 1 else 'sources'}.")
    return DONE


def add(options: Options) -> int:
    """Takes over what somebody handed over; exit 1 when a source in it was refused."""
    taken = take_over(library(options), Path(options.file), progress)
    if options.json:
        show([_taken(one) for one in taken])
    for one in taken:
        if one.error is not None:
            say(f"{one.id}: {one.error}")
        elif not options.json:
            print(f"{one.id}  {one.file}{'  (already in the library)' if one.known else ''}")
        if one.unproven:
            say(f"{one.file}: marked as unproven, since {one.unproven}.")
        for conflict in one.conflicts:
            say(f"{one.file}: {conflict}")
    return FAILED if any(one.error for one in taken) else DONE


def _taken(one: TakenOver) -> dict[str, object]:
    form: dict[str, object] = {"source": one.id, "file": one.file}
    if one.error is not None:
        error = {"code": one.error.code, "message": one.error.message, "hint": one.error.hint}
        return {**form, "error": error}
    return {
        **form,
        "known": one.known,
        "unproven": one.unproven,
        "conflicts": list(one.conflicts),
    }
