"""The documents and messages name commands as they are."""

import re
from pathlib import Path

import pytest
import typer

from engine.cli.app import build_app
from engine.cli.commands import COMMANDS

ROOT = Path(__file__).parents[3]
SUBCOMMANDS = {
    name: {command.name or command.callback.__name__ for command in group.registered_commands}
    | {inner.name for inner in group.registered_groups}
    for name, group in COMMANDS.items()
    if isinstance(group, typer.Typer)
}
NAMED = re.compile(r"'sanduku ((?:--[a-z-]+ \S+ )*)([a-z][a-z-]*)(?: ([a-z][a-z-]*))?")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name):
    assert re.search(rf"`sanduku {name}\b", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_every_command_that_a_message_names_exists():
    wrong = []
    for path in (ROOT / "engine").rglob("*.py"):
        source = re.sub(r'"\s*\n\s*f?"', "", path.read_text(encoding="utf-8"))
        for _, command, word in NAMED.findall(source):
            if command not in COMMANDS:
                wrong.append(f"{path.name}: sanduku {command}")
            elif command in SUBCOMMANDS and word and word not in SUBCOMMANDS[command]:
                wrong.append(f"{path.name}: sanduku {command} {word}")
    assert wrong == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name, run):
    told = run(name, "--help")
    assert told.code == 0
    assert "Usage" in told.out
    for subcommand in SUBCOMMANDS.get(name, ()):
        assert run(name, subcommand, "--help").code == 0


def test_the_program_tells_its_exit_codes(run):
    assert "Exit codes" in run("--help").out


def test_completion_can_be_shown():
    assert build_app()._add_completion


@pytest.mark.parametrize("word", ["search", "export", "correct", "jobs"])
def test_help_teaches_by_example(word, run):
    group = SUBCOMMANDS.get(word)
    told = run(word, "move", "--help") if group else run(word, "--help")
    assert "Example" in told.out
