"""The command on suggestions: lists them, and keeps what a person says of them."""

from typing import TYPE_CHECKING, Any

import msgspec

from briefer.cli.output import DONE, Options, library, progress, say, show
from briefer.core.decisions import Judgement
from briefer.core.errors import WrongRequest
from briefer.core.model import KINDS, Kind
from briefer.services.library import find_source
from briefer.store import Library

if TYPE_CHECKING:  # loads the rules
    from briefer.services.suggestions import Proposed


def suggest_(options: Options) -> int:
    """Lists suggestions of the sources named, or of all; or keeps what is said of some."""
    from briefer.services.suggestions import Wanted, proposed

    kept = library(options)
    ids = [find_source(kept, name).id for name in options.sources] or None
    if options.accept or options.reject or options.kind_of or options.reopen:
        return _judge(kept, options)
    wanted = Wanted(
        kinds=(options.kind,) if options.kind else (),
        speaker=options.speaker,
        measure=options.measure,
        strength=options.strength,
        rejected=options.rejected,
    )
    found = proposed(kept, ids, wanted, progress)
    if options.json:
        show([_form(one) for one in found])
        return DONE
    for one in found:
        _print(one)
    return DONE


def _judge(kept: Library, options: Options) -> int:
    """Keeps what is said of suggestions: all of it, or nothing where one is not found."""
    from briefer.services.suggestions import Wanted, find_proposed, judge, proposal_of, proposed

    wishes: list[tuple[str, Judgement, Kind | None]] = [
        *((name, "accepted", None) for name in options.accept),
        *((name, "rejected", None) for name in options.reject),
        *((name, "reclassified", _kind(kind)) for name, kind in options.kind_of),
        *((name, "open", None) for name in options.reopen),
    ]
    found = proposed(kept, wanted=Wanted(rejected=True), progress=progress)
    judged = [(find_proposed(found, name), said, kind) for name, said, kind in wishes]
    for one, said, kind in judged:
        judge(kept, [proposal_of(one.source, one.suggestion)], said, kind)
        say(f"{one.short_id()}: {kind or SAID[said]}.")
    return DONE


def _kind(name: str) -> Kind:
    for kind in KINDS:
        if kind == name:
            return kind
    raise WrongRequest(f"“{name}” is no kind.", f"Say one of: {', '.join(KINDS)}.")


SAID: dict[Judgement, str] = {
    "accepted": "accepted",
    "rejected": "rejected, and not proposed any more",
    "open": "proposed as before",
}


def _print(one: "Proposed") -> None:
    proposal = one.suggestion
    judged = f" ({one.judged.said})" if one.judged else ""
    print(f"{one.short_id()}  {one.kind}{judged}  {one.file}, {proposal.place}, {proposal.why}")
    print(f"    {one.words}")
    if proposal.speaker:
        sure = SURE.get(proposal.certainty, "")
        print(f"    said by {proposal.speaker}{sure}: {proposal.speaker_cue.text}")


SURE = {
    "named": " (named)",
    "title": " (by an office or the head of the text)",
    "pronoun": " (by a pronoun, to be confirmed)",
    "carried": " (carried on, to be confirmed)",
}
"""How sure the reading of a speaker is, in words."""


def _form(found: "Proposed") -> dict[str, Any]:
    one = found.suggestion
    return {
        "id": found.short_id(),
        "source": found.source,
        "file": found.file,
        "kind": found.kind,
        "start": one.start,
        "end": one.end,
        "exact": found.words,
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
        "judged": found.judged.said if found.judged else None,
        "figures": [_figure(figure) for figure in one.figures],
    }


def _words(words: Any) -> dict[str, Any] | None:
    return dict(msgspec.to_builtins(words)) if words.text else None


def _figure(figure: Any) -> dict[str, Any]:
    """A figure with everything that it does not state left out, but for its value and date."""
    stated: dict[str, Any] = {"unit": "", "comparator": "exactly", "as_of": None, "measure": None}
    return {**stated, **msgspec.to_builtins(figure)}
