"""Tells in plain sentences what is wrong with the words of a command, with an example of how it is right.

Typer's own messages speak to programmers; they are taken apart here, and each ends in what to type instead.
"""

import inspect
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from engine.cli.desk import SandukuUsageError

if TYPE_CHECKING:
    from typer._click.core import Context
    from typer._click.exceptions import UsageError

WITH_VALUE = ("--passphrase-file", "--recovery-key-file")
"""Options of the program itself that a person may also put behind a command, with the value that follows."""
ALONE = ("--verbose", "-v")
_MUST = (
    (re.compile(r"greater than or equal to (\S+)"), "must be {} or more"),
    (re.compile(r"less than or equal to (\S+)"), "must be {} or less"),
    (re.compile(r"valid integer"), "must be a whole number"),
    (re.compile(r"valid number"), "must be a number"),
    (re.compile(r"is not one of (.+?)\.?$"), "must be one of {}"),
)
_EXAMPLE = re.compile(r"Examples?:\s*(sanduku [^\n]+)")


def global_options_first(arguments: Sequence[str]) -> list[str]:
    """Return the words of a command with those options first that the program itself takes.

    Nothing behind ``--`` is an option, and no option that a command has of its own is moved.
    """
    first, rest = [], []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word in ALONE or word.startswith(tuple(f"{name}=" for name in WITH_VALUE)):
            first.append(word)
        elif word in WITH_VALUE:
            first += [word, *_next_of(words)]
        else:
            rest.append(word)
    return [*first, *rest]


def _next_of(words: Iterator[str]) -> list[str]:
    following = next(words, None)
    return [] if following is None else [following]


def usage_error(error: "UsageError") -> SandukuUsageError:
    """Return what Typer says of wrong use as an error of ours."""
    context = error.ctx
    words = "sanduku" if context is None else _words_of(context)
    what, hint = _sentence(error, words)
    example = None if context is None else _EXAMPLE.search(inspect.getdoc(context.command.callback) or "")
    remedy = f"'{words} --help' explains it."
    if example is not None:
        remedy = f"For example: '{example[1].strip()}'. {remedy}"
    return SandukuUsageError(what, remedy=f"{hint} {remedy}".strip())


def _words_of(context: "Context") -> str:
    """Return the words of a command, as messages name it."""
    return " ".join(["sanduku", *context.command_path.removeprefix(context.find_root().command_path).split()])


def _sentence(error: "UsageError", words: str) -> tuple[str, str]:
    """Return what is wrong, and what is meant perhaps."""
    message = error.format_message()
    command = re.match(r"No such command '(.*?)'", message)
    if command is not None:
        names = [] if error.ctx is None else list(getattr(error.ctx.command, "commands", ()))
        return f"There is no command '{words.removeprefix('sanduku').strip()} {command[1]}'.".replace(
            "' ", "'"
        ), _meant(command[1], names, words)
    option = getattr(error, "option_name", None)
    if option is not None and "No such option" in message:
        return f"'{words}' has no option {option}.", _about_option(error, option, words)
    if "requires an argument" in message:
        return f"{option or 'This option'} needs a value after it.", ""
    extra = re.search(r"unexpected extra argument\S* \((.*)\)", message)
    if extra is not None:
        return f"'{extra[1]}' is too much here.", "Words with spaces between them go into quotes."
    parameter = getattr(error, "param", None)
    named = "This" if parameter is None else _name_of(parameter)
    if type(error).__name__ == "MissingParameter":
        return f"{named} is missing.", ""
    plain = getattr(error, "message", message).strip().rstrip(".")
    for pattern, must in _MUST:
        found = pattern.search(plain)
        if found is not None:
            bound = found[1] if found.groups() else ""
            return f"{named} {must.format(bound)}.", ""
    return (f"{named} {plain}." if plain.startswith("must") else f"{named}: {plain}."), ""


def _name_of(parameter: object) -> str:
    options = [str(each) for each in getattr(parameter, "opts", ()) if each.startswith("--")]
    if options:
        return options[0]
    name: str = getattr(parameter, "metavar", None) or getattr(parameter, "name", None) or "It"
    return name.strip("[].").upper()


def _meant(word: str, names: Sequence[str], words: str) -> str:
    close = get_close_matches(word, names, n=1)
    return f"Did you mean '{words} {close[0]}'?" if close else ""


def _about_option(error: "UsageError", option: str, words: str) -> str:
    """Tell which option was meant, or that it belongs before the command."""
    if error.ctx is not None:
        of_program = {name for each in error.ctx.find_root().command.params for name in each.opts}
        if option in of_program:
            rest = words.removeprefix("sanduku").strip()
            return f"Put it before the command: 'sanduku {option} ... {rest} ...'."
    close = getattr(error, "possibilities", None)
    return f"Did you mean {close[0]}?" if close else ""
