"""Commands on briefings: new, add, outline, check, export, demo, open."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from briefer import paths
from briefer.cli.checking import OUTCOMES, check_exported
from briefer.cli.output import (
    DONE,
    Options,
    Window,
    library,
    progress,
    ranges,
    say,
    show,
)
from briefer.core.check import Report
from briefer.core.document import plain_text
from briefer.core.edits import find_item, set_item
from briefer.core.errors import FileError, LibraryError, WrongRequest
from briefer.core.findings import Finding
from briefer.core.lifting import stem
from briefer.core.model import KINDS, Briefing, Kind, Pick, Range, Source
from briefer.core.notices import remarks_of
from briefer.core.quotation import displayed, printed
from briefer.core.template import new_briefing
from briefer.core.verification import record_document
from briefer.services import briefings
from briefer.services.advice import check_with_library, with_figures
from briefer.services.library import find_source, open_existing
from briefer.services.noticing import keep_briefing, noted, with_notices
from briefer.services.quoting import check_briefing, edit_pick, read_operation
from briefer.services.templates import find_template


def new(options: Options) -> int:
    """Makes a briefing file; one that exists is not written over."""
    from briefer.services.fill import fill
    from briefer.services.suggestions import rejected

    path = _briefing_path(options.output)
    if path.exists():
        raise FileError(f"{path} exists already.", "Choose another name.")
    kept = library(options)
    made = new_briefing(find_template(kept, options.template), options.title or "")
    made = briefings.set_fields(made, options.set)
    made = replace(made, style=options.style or made.style)
    sources: dict[str, Source] = {}
    if options.fill:
        sources = kept.get(line.id for line in kept.sources())
        made = fill(made, sources.values(), rejected(kept))
    keep_briefing(kept, made, sources, path)
    say(f"{path} holds {len(made.picks())} items.")
    return DONE


def _briefing_path(name: str) -> Path:
    path = Path(name)
    if path.suffix.lower() != ".briefing":
        raise WrongRequest(f"“{name}” is not the name of a briefing.", "Let it end in .briefing.")
    return path


def add(options: Options) -> int:
    """Picks words into a section and prints the new item's id."""
    path = _briefing_path(options.file)
    opened = briefings.open_briefing(path)
    kept = library(options)
    source = find_source(kept, options.source)
    section = briefings.find_section(opened.briefing, options.section)
    first: Kind = next((one for one in KINDS if one in section.accepts), "fact")
    places = ranges(options)
    if options.lead_in:
        places = [_lead_in(source, places, options.exact), *places]
    pick = briefings.cut_pick(source, options.kind or first, options.exact, places)
    operations = [*pick.operations, *(read_operation(one) for one in options.op)]
    pick, found = edit_pick(pick, source, operations, opened.briefing, options.reason)
    _warn(found)
    changed = briefings.add_pick(opened.briefing, section.key, pick)
    embedded = {**opened.sources, source.id: opened.sources.get(source.id, source)}
    keep_briefing(kept, changed, briefings.gather_sources(changed, kept, embedded), path)
    print(pick.id)
    return DONE


def _lead_in(source: Source, ranges: Sequence[Range], words: Sequence[str]) -> Range:
    """Where the words stand that lead into the list that is picked from. Raises WrongRequest."""
    starts = [start for start, _ in ranges]
    starts += [briefings.find_words(source, one)[0] for one in words[:1]]
    found = stem(source, starts[0]) if starts else None
    if found is None:
        raise WrongRequest("Those words are no item of a list that a sentence leads into.")
    return found


def _warn(found: Sequence[Finding]) -> None:
    for one in found:
        say(one.said())


def edit(options: Options) -> int:
    """Changes what is done to the words of an item, or says why a finding may stand."""
    path = _briefing_path(options.file)
    opened = briefings.open_briefing(path)
    item = find_item(opened.briefing, options.item)
    if not isinstance(item, Pick):
        raise WrongRequest("That item is own text: only picks can be edited so.")
    kept = library(options)
    sources = briefings.gather_sources(opened.briefing, kept, opened.sources)
    if item.source not in sources:
        raise WrongRequest("The source of that item is not here.", "Import it first.")
    before = () if options.clear else item.operations
    operations = [*before, *(read_operation(one) for one in options.op)]
    new, found = edit_pick(item, sources[item.source], operations, opened.briefing, options.reason)
    _warn(found)
    keep_briefing(kept, set_item(new)(opened.briefing), sources, path)
    print(displayed(printed(new)))
    return DONE


def outline_(options: Options) -> int:
    """Prints sections, items, words, minutes and pages."""
    kept = library(options)
    opened = with_notices(briefings.open_briefing(Path(options.file)), kept)
    sources = briefings.gather_sources(opened.briefing, kept, opened.sources)
    made = briefings.outline(opened.briefing, sources)
    if options.json:
        show(made)
        return DONE
    print(made["title"])
    for section in made["sections"]:
        limit = f" of {section['limit']}" if section["limit"] else ""
        print(f"\n{section['heading']} [{section['key']}]  {section['words']}{limit} words")
        for item in section["items"]:
            print(f"  {item['id']}  {_line(item)}")
    print(f"\n{made['minutes']} minutes spoken, about {made['pages']} pages")
    return DONE


def _line(item: dict[str, Any]) -> str:
    if "citation" not in item:
        return f"{item['kind']}: {item['label']} {item['text']}".replace("  ", " ")
    review = "  (to be reviewed)" if item["review"] else ""
    state = ", ".join((item["kind"], item["status"], *item["flags"]))
    return f"{state}: {item['text']} {item['citation']}{review}"


def check_(options: Options) -> int:
    """Compares every pick with its source; exit 3 for a mismatch, 1 when it cannot be checked.

    An exported file is compared with the proof in it.
    """
    path = Path(options.file)
    if path.suffix.lower() != ".briefing":
        return check_exported(path, options)
    opened = briefings.open_briefing(path)
    report = _report(opened, options)
    if options.json:
        show(report)
    else:
        _print(report, opened.briefing)
    return OUTCOMES[report.verdict]


def _report(opened: briefings.OpenBriefing, options: Options) -> Report:
    """The check; with what the library adds, where there is one: none is made for that."""
    if options.library is not None:
        kept = library(options)
        compared = briefings.compare_with_library(noted(opened.briefing, kept), kept)
        return with_figures(compared, opened, kept)
    try:
        existing = open_existing(paths.library(None))
        if existing is not None:
            options.at_end.callback(existing.close)
            return check_with_library(opened, existing)
    except LibraryError as error:
        say(f"the library adds nothing to this check: {error}")
    return check_briefing(opened.briefing, opened.sources)


VERDICTS = {
    "verified": "verified: every item is what its source says, but for the changes that it shows.",
    "mismatch": "mismatch: not every item is what its source says.",
    "cannot_check": "cannot check: not every source is here to compare with.",
}


def _print(report: Report, briefing: Briefing) -> None:
    picks: dict[str, Pick] = {pick.id: pick for pick in briefing.picks()}
    for item in report.items:
        print("  ".join((item.id, picks[item.id].kind, item.status, *item.flags)))
        if item.finding:
            print(f"    {item.finding}")
        if item.expected != item.found:
            print(f"    expected: {item.expected}\n    found:    {item.found}")
    for finding in report.findings:
        print(finding)
    print(VERDICTS[report.verdict])


def export(options: Options) -> int:
    """Checks a briefing and writes it as DOCX or PDF.

    Figures that contradict each other keep it from being written, unless somebody decided about
    them or accepts them.
    """
    from briefer.services.conflicts import conflicts_in, require_resolved
    from briefer.services.export import Choices, export_briefing
    from briefer.services.looking_up import held_quotations

    kept = library(options)
    opened = with_notices(briefings.open_briefing(Path(options.file)), kept)
    briefing = replace(opened.briefing, style=options.style or opened.briefing.style)
    sources = briefings.gather_sources(briefing, kept, opened.sources)
    path = Path(options.output)
    held = held_quotations(kept, briefing, sources)
    found = conflicts_in(kept, briefing, sources)
    if not options.accept_contradictions:
        require_resolved(found)
    choices = Choices(options.final, options.record, held, found.recorded(briefing))
    export_briefing(briefing, sources, path, progress, choices)
    cited = ((one.id, one.source) for one in briefing.picks())
    for remark in remarks_of(briefing.notices, cited):
        say(remark)
    say(f"{path} is written, with {len(briefing.picks())} items verified.")
    return DONE


def record(options: Options) -> int:
    """Prints the verification record, or writes it as DOCX, PDF or JSON."""
    from briefer.services.conflicts import conflicts_in
    from briefer.services.verification import as_json, record_of, write_record

    kept = library(options)
    opened = with_notices(briefings.open_briefing(Path(options.file)), kept)
    sources = briefings.gather_sources(opened.briefing, kept, opened.sources)
    found = conflicts_in(kept, opened.briefing, sources)
    made = record_of(opened.briefing, sources, found.recorded(opened.briefing))
    if options.output:
        write_record(made, Path(options.output), opened.briefing.language, progress)
        say(f"{options.output} is written.")
    elif options.json:
        print(as_json(made).decode(), end="")
    else:
        print(plain_text(record_document(made)))
    return OUTCOMES[made.verdict]


def demo(options: Options) -> Window:
    """Makes a real brief from the sample library as .briefing, DOCX and PDF."""
    from briefer.services.demo import make_demo

    library(options)
    made = make_demo(Path(options.output), progress)
    for path in made:
        print(path)
    say("every item in these files was checked against its source.")
    return Window(made[0], paths.library(options.library or None))


def open_(options: Options) -> Window:
    """Wishes for the window."""
    file = Path(options.file) if options.file else None
    if file is not None and not file.exists():
        raise FileError(f"There is no file {file}.", "Check its name and folder.")
    return Window(file, paths.library(options.library or None))
