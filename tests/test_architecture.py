"""The rules of the house: who imports whom, how long things may be, what the README says."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "briefer").rglob("*.py"))
NAMELESS = ("utils", "common", "helpers", "manager", "managers", "misc")
TOP_LEVEL = {
    "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "briefer", "seeds", "resources",
    "tests", "packaging",
}  # fmt: skip


def trees():
    return [(path, ast.parse(path.read_text("utf-8"))) for path in MODULES]


def test_imports_keep_the_contracts():
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_modules_functions_and_classes_keep_their_budgets():
    over = []
    for path, tree in trees():
        lines = len(path.read_text("utf-8").splitlines())
        over += [f"{path}: {lines} lines"] if lines > 500 else []
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                length = node.end_lineno - node.lineno + 1
                over += [f"{path}: {node.name} has {length} lines"] if length > 60 else []
            if isinstance(node, ast.ClassDef):
                named = [one.name for one in node.body if isinstance(one, ast.FunctionDef)]
                methods = sum(name.islower() for name in named)  # Qt's own are camelCase
                over += [f"{path}: {node.name} has {methods} methods"] if methods > 20 else []
    assert over == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_in_one_sentence_what_lives_in_it(path):
    text = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert text
    assert text.split("\n\n")[0].endswith(".")
    assert path.stem not in NAMELESS


def test_the_top_level_holds_exactly_what_it_should():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    if not listed:
        pytest.skip("not a git checkout")
    found = {name.split("/")[0] for name in listed}
    assert {name for name in found if not name.startswith(".")} == TOP_LEVEL


def test_the_tree_in_the_readme_is_the_tree():
    readme = (ROOT / "README.md").read_text("utf-8")
    tree = re.search(r"```\nbriefer/\n(.*?)```", readme, re.DOTALL)[1]
    named = re.findall(r"^  (\w+)(\.py|/) ", tree, re.MULTILINE)
    parts = {
        (path.stem, ".py" if path.is_file() else "/")
        for path in (ROOT / "briefer").iterdir()
        if path.suffix in ("", ".py") and path.name not in ("__pycache__", "_data", "__init__.py")
    }
    assert set(named) == parts


def test_the_version_stands_in_the_changelog():
    from briefer import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_no_file_names_a_package_registry():
    hosts = re.compile(r"pypi\.(?:org|python)|pythonhosted|registry\.npmjs|index-url")
    listed = [ROOT / "pyproject.toml", ROOT / "README.md", *(ROOT / "packaging").rglob("*")]
    assert [
        path for path in listed if path.is_file() and hosts.search(path.read_text("utf-8"))
    ] == []
