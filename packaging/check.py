"""Lint, format, types, import contracts and tests, in this order; the first failure stops."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent

CHECKS = (
    ("lint", "ruff", "check", "."),
    ("format", "ruff", "format", "--check", "."),
    ("types", "mypy"),
    ("import contracts", "lint-imports"),
    ("tests", "pytest"),
)


def main(skipped: list[str]) -> int:
    """Runs every check that is not named on the command line; gives the exit code."""
    for name, program, *arguments in CHECKS:
        if name in skipped:
            continue
        print(f"== {name}", flush=True)
        done = subprocess.run([BIN / program, *arguments], cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
