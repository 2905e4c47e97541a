"""Built-in styles of word processors, and what part a paragraph in them plays."""

import re

from briefer.core.model import Role

NAMED: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"title$"), "title"),
    (re.compile(r"(?:heading ?(?P<level>[1-9])|subtitle)$"), "heading"),
    (re.compile(r"(?:(?:intense )?quote|quotations?|block ?(?:text|quot\w*))$"), "quotation"),
    (re.compile(r"caption$"), "caption"),
    (re.compile(r"(?:toc|index|contents) ?(?:heading|\d)$|table of figures$"), "boilerplate"),
    (re.compile(r"list (?:bullet|number)(?: \d)?$"), "list_item"),
)  # fmt: skip
"""Names of built-in styles; files keep them in English, whatever language the program speaks."""


def role_of_name(name: str) -> tuple[Role, int] | None:
    """The role and level that the name of a built-in style gives; `name` is in small letters."""
    for expression, role in NAMED:
        found = expression.match(name)
        if found:
            level = found.groupdict().get("level")
            return role, int(level or 1) if role in ("heading", "list_item") else 0
    return None
