"""How long work reports how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is being done); raises `Cancelled` to stop the work."""


def silent(done: int, total: int, what: str) -> None:
    """A listener that takes every report and does nothing."""
