"""The command line: parses, calls the services, prints; it knows no Qt."""

import os
import sys
from contextlib import ExitStack
from typing import TextIO

from briefer.cli.output import DONE, FAILED, MISMATCH, Result, Window
from briefer.cli.parser import parser
from briefer.core.errors import BrieferError, QuoteMismatch

__all__ = ["DONE", "FAILED", "MISMATCH", "Result", "Window", "main"]


def main(arguments: list[str]) -> Result:
    """Runs one command. Gives its exit code, or the wish for the window to be opened."""
    for stream in (sys.stdout, sys.stderr):
        _as_utf8(stream)
    options = parser().parse_args(arguments)
    try:
        with ExitStack() as options.at_end:
            result: Result = options.run(options)
        sys.stdout.flush()
        return result
    except BrieferError as error:
        print(f"briefer: {error}", file=sys.stderr)
        refused = isinstance(error, QuoteMismatch) and options.command == "export"
        return MISMATCH if refused and error.code == "mismatch" else FAILED
    except KeyboardInterrupt:
        print("briefer: stopped.", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # whoever was reading has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _as_utf8(stream: TextIO) -> None:
    """Windows would refuse to print what its code page lacks; scripts expect UTF-8 everywhere."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
