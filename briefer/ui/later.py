"""Modules that are loaded when they are first used, so that the window is there sooner."""

import importlib.util
import sys
from types import ModuleType
from typing import TYPE_CHECKING


def _later(name: str) -> ModuleType:
    """The module, its code not yet run; running it waits for the first use of a name in it."""
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name)
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


if TYPE_CHECKING:
    from briefer.ui import (
        check_dialog,
        dialogs,
        encoding_dialog,
        file_check,
        forms,
        import_report,
        keeping_forms,
        list_dialog,
        managing,
        pick_editor,
        proposals,
        record_dialog,
        register_dialog,
        suggestions_dialog,
        text_form,
        uses_dialog,
    )
else:
    check_dialog = _later("briefer.ui.check_dialog")
    dialogs = _later("briefer.ui.dialogs")
    encoding_dialog = _later("briefer.ui.encoding_dialog")
    file_check = _later("briefer.ui.file_check")
    forms = _later("briefer.ui.forms")
    import_report = _later("briefer.ui.import_report")
    keeping_forms = _later("briefer.ui.keeping_forms")
    list_dialog = _later("briefer.ui.list_dialog")
    managing = _later("briefer.ui.managing")
    pick_editor = _later("briefer.ui.pick_editor")
    proposals = _later("briefer.ui.proposals")
    record_dialog = _later("briefer.ui.record_dialog")
    register_dialog = _later("briefer.ui.register_dialog")
    suggestions_dialog = _later("briefer.ui.suggestions_dialog")
    text_form = _later("briefer.ui.text_form")
    uses_dialog = _later("briefer.ui.uses_dialog")

__all__ = [
    "check_dialog", "dialogs", "encoding_dialog", "file_check", "forms", "import_report",
    "keeping_forms", "list_dialog", "managing", "pick_editor", "proposals", "record_dialog",
    "register_dialog", "suggestions_dialog", "text_form", "uses_dialog",
]  # fmt: skip
