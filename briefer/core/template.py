"""Templates: the structure of a briefing without its contents."""

from datetime import UTC, datetime
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from briefer.core.model import Briefing, CitationMode, HeaderField, Length, Section, new_id
from briefer.core.styles import Style


class Template(Struct, frozen=True, omit_defaults=True):
    """What a kind of briefing looks like: header block, sections, limits, citation mode."""

    name: str
    """What commands call it: lower-case letters, digits, hyphens."""
    title: str
    description: str = ""
    reader: str = ""
    citation: CitationMode = "bracket"
    style: Style = "un"
    rate: Annotated[int, Meta(ge=1)] = 130
    minutes: Annotated[float, Meta(gt=0)] | None = None
    length: Length | None = None
    header: tuple[HeaderField, ...] = ()
    sections: tuple[Section, ...] = ()


def new_briefing(template: Template, title: str = "", created: str = "") -> Briefing:
    """An empty briefing with the template's structure; `created` is UTC in ISO 8601, else now."""
    return Briefing(
        id=new_id(),
        title=title or template.title,
        template=template.name,
        created=created or f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        citation=template.citation,
        style=template.style,
        rate=template.rate,
        minutes=template.minutes,
        length=template.length,
        header=template.header,
        sections=template.sections,
    )


def template_from(briefing: Briefing, name: str, title: str, description: str = "") -> Template:
    """The briefing's structure as a template; its items and header values stay behind."""
    return Template(
        name=name,
        title=title,
        description=description,
        citation=briefing.citation,
        style=briefing.style,
        rate=briefing.rate,
        minutes=briefing.minutes,
        length=briefing.length,
        header=tuple(replace(field, value="") for field in briefing.header),
        sections=tuple(replace(section, items=()) for section in briefing.sections),
    )
