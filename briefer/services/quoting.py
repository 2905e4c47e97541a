"""The word lists of the rules of quoting, and briefings and picks checked by them."""

from collections.abc import Mapping
from functools import cache

import msgspec

from briefer import paths
from briefer.core.check import Report, check
from briefer.core.findings import Finding
from briefer.core.model import Briefing, Pick, Source
from briefer.core.rules import examine
from briefer.core.styles import PROFILES
from briefer.core.wording import Wording, Wordings


@cache
def wordings() -> Wordings:
    """The word lists of every language there is a file for in resources/quoting."""
    files = sorted((paths.resources() / "quoting").glob("*.json"))
    read = [msgspec.json.decode(file.read_bytes(), type=Wording) for file in files]
    return {one.language: one for one in read}


def check_briefing(briefing: Briefing, sources: Mapping[str, Source]) -> Report:
    """Checks every pick against its source (id -> source) and by the rules of quoting."""
    return check(briefing, sources, wordings())


def findings_of(pick: Pick, source: Source, briefing: Briefing) -> tuple[Finding, ...]:
    """What the rules find about one pick in this briefing's style and language."""
    return examine(pick, source, wordings(), PROFILES[briefing.style], briefing.language)
