"""The templates command and its verbs."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import replace

from briefer.cli.output import DONE, Options, library, say, show
from briefer.core import forms
from briefer.core.errors import WrongRequest
from briefer.core.template import template_from
from briefer.services import templates
from briefer.services.briefings import open_briefing
from briefer.store import Library


def run(options: Options) -> int:
    """Lists the templates, or does what the verb says."""
    kept = library(options)
    if options.verb is None:
        return _list(kept, options)
    if not options.name:
        raise WrongRequest(
            f"`briefer templates {options.verb}` needs a name.",
            "`briefer templates` lists the names.",
        )
    VERBS[options.verb](kept, options)
    return DONE


def _list(kept: Library, options: Options) -> int:
    listed = templates.list_templates(kept)
    if options.json:
        rows = [
            {"name": one.template.name, "title": one.template.title,
             "description": one.template.description, "built_in": one.built_in,
             "sections": [section.key for section in one.template.sections]}
            for one in listed
        ]  # fmt: skip
        show(rows)
        return DONE
    for one in listed:
        print(f"{one.template.name:<16} {one.template.title}{'' if one.built_in else ' (yours)'}")
        print(f"{'':<16} {one.template.description}")
    return DONE


def _show(kept: Library, options: Options) -> None:
    print(forms.encode(templates.find_template(kept, options.name)).decode(), end="")


def _add(kept: Library, options: Options) -> None:
    """Adds a template from a .brieftemplate file, or from the structure of a .briefing."""
    path = Path(options.name)
    if path.suffix.lower() == ".briefing":
        title = options.title or path.stem
        made = template_from(open_briefing(path).briefing, templates.template_name(title), title)
    else:
        made = templates.read_template(path)
        made = replace(made, title=options.title or made.title)
    say(f"the template is kept as {templates.add_template(kept, made).name}.")


def _rename(kept: Library, options: Options) -> None:
    renamed = templates.rename_template(kept, options.name, options.title or "")
    say(f"{renamed.name} is now called {renamed.title}.")


def _duplicate(kept: Library, options: Options) -> None:
    copy = templates.duplicate_template(kept, options.name, options.title or "")
    say(f"the copy is kept as {copy.name}.")


def _export(kept: Library, options: Options) -> None:
    template = templates.find_template(kept, options.name)
    path = Path(options.output or f"{template.name}{templates.SUFFIX}")
    templates.write_template(template, path)
    say(f"{template.title} is in {path}.")


def _remove(kept: Library, options: Options) -> None:
    templates.remove_template(kept, options.name)
    say(f"the template {options.name} is removed.")


VERBS: Mapping[str, Callable[[Library, Options], None]] = {
    "show": _show,
    "add": _add,
    "rename": _rename,
    "duplicate": _duplicate,
    "export": _export,
    "remove": _remove,
}
