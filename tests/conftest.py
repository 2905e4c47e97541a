"""What every test rests on: no screen is needed, and nobody's library or settings are touched."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Speed is no test here, and what runs unattended tries the same examples every time.
settings.register_profile("by hand", deadline=None)
settings.register_profile("unattended", deadline=None, derandomize=True)
settings.load_profile("unattended" if os.environ.get("CI") else "by hand")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for settings, library and state, another for each test."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("BRIEFER_HOME", str(home))
    monkeypatch.delenv("BRIEFER_LIBRARY", raising=False)
    return home
