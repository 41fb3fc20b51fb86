"""How commands speak with the person: results, notes, errors, and secrets that are shown once."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from engine.errors import ExitCode, NotFoundError, SandukuError
from engine.language.display import OVERRIDES
from headquarters.errors import ConfigurationError
from headquarters.opening import opened_headquarters
from headquarters.parts import Headquarters
from headquarters.settings import HeadquartersSettings

PIPE_WIDTH = 120


class Desk:
    """The place at which one command does its work."""

    def __init__(self) -> None:
        """Speak on the terminal, or into a pipe."""
        self.out = _console("stdout")
        self.err = _console("stderr")

    def settings(self, data: Path | None = None) -> HeadquartersSettings:
        """Return the settings from the environment; raises ConfigurationError."""
        from dataclasses import replace

        settings = HeadquartersSettings.from_environment()
        return settings if data is None else replace(settings, data=data.expanduser().absolute())

    @contextmanager
    def headquarters(self, data: Path | None = None) -> Iterator[Headquarters]:
        """Open the headquarters for the time of a command; raises ConfigurationError where there is none.

        A command that was not told where its headquarters is, as by a timer without the settings, must not
        make an empty one and tell that all is well with it.
        """
        settings = self.settings(data)
        if not (settings.database_url or settings.identity or settings.identity_file.exists()):
            raise ConfigurationError(
                "There is no headquarters in this folder.",
                which=str(settings.data),
                remedy="Set DATABASE_URL and SANDUKU_HQ_DATA as for 'sanduku-hq serve', or name the folder of"
                " its data with --data. A new headquarters begins with 'sanduku-hq serve'.",
            )
        with opened_headquarters(settings) as opened:
            yield opened

    def print(self, text: str = "") -> None:
        """Print a line of the result: as it is, but for what would turn a name round on a terminal."""
        shown = text.translate(OVERRIDES) if self.out.is_terminal else text
        self.out.file.write(f"{shown}\n")
        self.out.file.flush()

    def say(self, words: str) -> None:
        """Tell the person something that is no result."""
        self.err.print(escape(words.translate(OVERRIDES)), soft_wrap=not self.err.is_terminal)

    def warn(self, words: str) -> None:
        """Tell the person something that they must know."""
        self.err.print(
            f"[yellow]Note:[/] {escape(words.translate(OVERRIDES))}", soft_wrap=not self.err.is_terminal
        )

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print a table: ruled on a terminal, tab-separated with a header elsewhere."""
        if self.out.is_terminal:
            table = Table(*columns)
            for row in rows:
                table.add_row(*map(escape, row))
            self.out.print(table)
            return
        for row in (columns, *rows):
            self.print("\t".join(" ".join(cell.split()) for cell in row))

    def tell(self, error: SandukuError) -> None:
        """Print an error: what happened, to which thing, and what to do next."""
        which = f"{error.which}: " if error.which else ""
        self.err.print(f"[bold red]Error:[/] {escape(which + error.what)}", soft_wrap=True)
        if error.remedy:
            self.err.print(f"[bold]What to do:[/] {escape(error.remedy)}", soft_wrap=True)

    def secret(self, question: str, file: Path | None) -> str:
        """Read a secret from a file, or ask for it without showing it; raises NotFoundError."""
        if file is not None:
            try:
                lines = file.read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise NotFoundError(
                    "The file with the secret cannot be read.", which=file, remedy="Check its name."
                ) from error
            return next((line.strip() for line in lines if line.strip() and not line.startswith("#")), "")
        if not sys.stdin.isatty():
            raise NotFoundError(
                f"{question} is needed, and there is no terminal to ask on.",
                remedy="Name a file that holds it.",
            )
        return str(typer.prompt(question, hide_input=True, confirmation_prompt=True, err=True))

    def confirm(self, question: str, *, yes: bool) -> None:
        """Go on only if the person says yes; without a terminal only if ``yes`` was given beforehand."""
        if yes:
            return
        if not sys.stdin.isatty() or not typer.confirm(question, default=False, err=True):
            self.say("Nothing was changed. Add --yes to do it without being asked.")
            raise typer.Exit(ExitCode.OK)


def _console(stream: str) -> Console:
    file = getattr(sys, stream)
    return Console(file=file, highlight=False, width=None if file.isatty() else PIPE_WIDTH)
