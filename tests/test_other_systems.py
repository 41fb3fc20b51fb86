"""Where no system but this one is at hand, the code tells what another would stumble over."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOT_EVERYWHERE = {
    "fcntl",
    "grp",
    "msvcrt",
    "posix",
    "pty",
    "pwd",
    "readline",
    "resource",
    "termios",
    "winreg",
}
LINUX_ALONE = {"benchmarks/link/end.py"}
"""One end of a link between network namespaces, a process of its own."""
SHIPPED = ("engine", "desktop", "headquarters")
IN_TEXT = {"read_text": 0, "write_text": 1}
"""Methods of paths, with how many arguments come before the encoding."""


@cache
def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def trees(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield file.relative_to(ROOT).as_posix(), parsed(file)


def asked_for_at_once(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for statement in tree.body:
        if isinstance(statement, ast.Import):
            found |= {each.name.partition(".")[0] for each in statement.names}
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            found.add(statement.module.partition(".")[0])
    return found


def test_every_module_can_be_imported_on_every_system():
    wrong = {
        name: sorted(asked)
        for name, tree in trees(*SHIPPED, "models", "benchmarks", "tests")
        if name not in LINUX_ALONE and (asked := asked_for_at_once(tree) & NOT_EVERYWHERE)
    }
    assert wrong == {}


def without_encoding(tree: ast.Module) -> Iterator[int]:
    for call in (each for each in ast.walk(tree) if isinstance(each, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        named = {each.arg for each in call.keywords}
        if "encoding" in named or None in named:
            continue
        if name in IN_TEXT and len(call.args) <= IN_TEXT[name]:
            yield call.lineno
        modes = [each.value for each in call.args if isinstance(each, ast.Constant)]
        if name == "open" and any(mode in ("r", "w", "a", "x") for mode in modes):
            yield call.lineno


def test_no_text_is_read_or_written_in_whatever_the_computer_takes_for_usual():
    numbers = {"engine/worker/process.py"}  # a number for the kernel of Linux
    wrong = {
        name: lines
        for name, tree in trees(*SHIPPED)
        if name not in numbers and (lines := list(without_encoding(tree)))
    }
    assert wrong == {}


@pytest.mark.parametrize("text", ["path.read_text()", "path.open('w')", "path.write_text(said)"])
def test_text_without_an_encoding_is_seen(text):
    assert list(without_encoding(ast.parse(text))) == [1]


@pytest.mark.parametrize(
    "text", ["path.read_text('utf-8')", "path.open('rb')", "path.write_text(said, encoding='ascii')"]
)
def test_text_with_one_is_not(text):
    assert list(without_encoding(ast.parse(text))) == []
