"""Manual pages, made of what the programs themselves say with ``--help``: nothing is written twice."""

import datetime
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import typer

from engine.cli.app import build_app
from linux.about import ROOT, About

_MARKUP = re.compile(r"\[/?(?:dim|bold|italic)\]")
_KINDS = {"<str>": "TEXT", "<int>": "NUMBER", "<int range>": "NUMBER", "<float>": "NUMBER", "<Path>": "PATH"}
_OPTION = re.compile(r"^  (?P<names>-\S.*?)(?:  +(?P<help>\S.*))?$")
_PLACED = re.compile(r"^  (?P<names>[A-Za-z]\S*)(?:  +(?P<help>\S.*))?$")

ENVIRONMENT = (
    ("SANDUKU_HOME", "Where Sanduku keeps its settings, models, logs and your own library."),
    ("SANDUKU_LIBRARY", "The library to use where none is named."),
    ("SANDUKU_PASSPHRASE", "The library's passphrase, for scripts. A file (--passphrase-file) is safer."),
)
FILES = (
    (
        "~/.local/share/sanduku",
        "Your library, settings, models and logs. Removing the package never touches them.",
    ),
)


def command_line_page(about: About) -> str:
    """Return ``sanduku(1)``, with every command there is."""
    command: Any = typer.main.get_command(build_app())
    context = command.context_class(command, info_name="sanduku")
    lines = [
        _title("SANDUKU", about),
        _section("NAME"),
        f"sanduku \\- {_text(_lowered(about.english.summary))}",
        _section("SYNOPSIS"),
        ".B sanduku",
        "[OPTIONS] COMMAND [ARGUMENTS]",
        _section("DESCRIPTION"),
        *_paragraphs(command.help),
        _section("OPTIONS"),
        *_options(command, context),
        _section("COMMANDS"),
    ]
    for name, inner in command.commands.items():
        lines += _command(inner, context, name)
    lines += [*_page_end("sanduku\\-desktop"), *_exit_status(command.epilog)]
    return "\n".join(lines) + "\n"


def window_page(about: About) -> str:
    """Return ``sanduku-desktop(1)``."""
    lines = [
        _title("SANDUKU\\-DESKTOP", about),
        _section("NAME"),
        "sanduku\\-desktop \\- the window of Sanduku",
        _section("SYNOPSIS"),
        ".B sanduku\\-desktop",
        "[OPTIONS] [FILE...]",
        _section("DESCRIPTION"),
        *_paragraphs("\n\n".join(about.english.description)),
        _section("OPTIONS"),
    ]
    for names, told in _shown_options([sys.executable, "-m", "desktop", "--help"]):
        lines += [".TP", f".B {_text(names)}", _text(told)]
    lines += _page_end("sanduku")
    return "\n".join(lines) + "\n"


def _shown_options(program: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what a program's own help says of its options and of what may follow them."""
    shown = subprocess.run(
        program,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "1000", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    for line in shown.stdout.splitlines():
        found = _OPTION.match(line) or _PLACED.match(line)
        if found:
            yield found["names"], found["help"] or ""


def _command(command: Any, parent: Any, words: str) -> Iterator[str]:  # noqa: ANN401 - Typer's vendored classes
    """Yield a command and those below it."""
    if command.hidden:
        return
    context = command.context_class(command, info_name=words.rpartition(" ")[2], parent=parent)
    below = getattr(command, "commands", {})
    if not below:
        arguments = [each for each in command.params if not each.opts[0].startswith("-")]
        placed = " ".join(_kind(each.get_help_record(context)[0]) for each in arguments if not each.hidden)
        yield f".SS sanduku {_text(words)} {_text(placed)}".rstrip()
        yield from _paragraphs(command.help)
        yield from _options(command, context)
    for name, inner in below.items():
        yield from _command(inner, context, f"{words} {name}")


def _options(command: Any, context: Any) -> Iterator[str]:  # noqa: ANN401
    for parameter in command.params:
        record = None if parameter.hidden else parameter.get_help_record(context)
        if record is not None:
            yield ".TP"
            yield f".B {_text(_kind(record[0]))}"
            yield _text(" ".join(_MARKUP.sub("", record[1]).split()))


def _kind(names: str) -> str:
    """Return an option or argument with what it takes as manuals write it."""
    words = names.split()
    if words and words[0][0] not in "-[<" and len(words) > 1:
        return words[0]
    for shown, word in _KINDS.items():
        names = names.replace(shown, word)
    return names


def _paragraphs(text: str | None) -> Iterator[str]:
    for paragraph in (text or "").split("\n\n"):
        lines = _MARKUP.sub("", paragraph).splitlines()
        yield ".PP"
        if lines and lines[0].startswith("Example"):
            yield from (lines[0], ".nf", ".RS 4", *(_text(line.strip()) for line in lines[1:]), ".RE", ".fi")
        else:
            yield _text(" ".join(paragraph.split()))


def _exit_status(epilog: str) -> Iterator[str]:
    """Yield what the exit codes mean, which the help tells in one sentence."""
    yield _section("EXIT STATUS")
    sentence = next(each for each in epilog.split("\n\n") if each.startswith("Exit codes:"))
    for part in sentence.removeprefix("Exit codes:").rstrip(".").split(";"):
        code, _, meaning = part.strip().partition(" ")
        yield from (".TP", f".B {code}", _text(meaning.capitalize() + "."))


def _page_end(other: str) -> Iterator[str]:
    for section, rows in (("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES)):
        yield _section(section)
        for name, told in rows:
            yield from (".TP", f".B {_text(name)}", _text(told))
    yield _section("SEE ALSO")
    yield f".BR {other} (1)"


def _title(name: str, about: About) -> str:
    day = datetime.datetime.fromtimestamp(about.moment, datetime.UTC).date().isoformat()
    return f'.TH {name} 1 {day} "Sanduku {about.version}" "User Commands"'


def _section(name: str) -> str:
    return f'.SH "{name}"'


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _text(text: str) -> str:
    """Return text as roff takes it: hyphens that can be copied, and no line that is a command."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("’", "\\(cq")
    return f"\\&{escaped}" if escaped.startswith(".") else escaped
