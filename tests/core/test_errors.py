"""Errors say what happened and what to do."""

import pytest

from briefer.core.errors import BrieferError, UnreadableSource
from briefer.core.progress import silent


@pytest.mark.parametrize(
    ("error", "text", "code"),
    [
        (BrieferError("It broke."), "It broke.", "error"),
        (BrieferError("It broke.", "Mend it."), "It broke. Mend it.", "error"),
        (UnreadableSource("Odd."), "Odd.", "damaged"),
        (UnreadableSource("Odd.", "", "empty"), "Odd.", "empty"),
    ],
)
def test_an_error_speaks(error, text, code):
    assert (str(error), error.code) == (text, code)


def test_a_silent_listener_takes_every_report():
    assert silent(1, 2, "x") is None
