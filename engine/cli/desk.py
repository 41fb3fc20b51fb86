"""What a command works at: where things lie, how to speak to the person, and how to open the library.

A desk is made once for each run and handed to the command in its context. The one error printer is here, and
the one way in which a passphrase is asked for.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.markup import escape

from engine.cli.tables import drawn_table
from engine.errors import ExitCode, NotFoundError, SandukuError
from engine.language.display import OVERRIDES, isolate
from engine.settings import Places, Settings, load_settings, save_settings, with_setting
from engine.version import VERSION

if TYPE_CHECKING:
    from engine.library import CreatedLibrary, Library

PIPE_WIDTH = 120
_STEERING = OVERRIDES | dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)], "\ufffd")
"""What moves a terminal's cursor, or turns a name round: what ends in .exe could look like a picture."""


def _console(stream: str) -> Console:
    """Return a console whose output is coloured on a terminal and plain elsewhere."""
    file = getattr(sys, stream)
    return Console(file=file, highlight=False, width=None if file.isatty() else PIPE_WIDTH, soft_wrap=False)


@dataclass
class Desk:
    """The place at which one command does its work.

    Attributes:
        program: How the person started Sanduku, for messages that name commands.
        places: Where things lie.
        library_folder: The library that was chosen; None for the default.
        passphrase_file: Holds the passphrase.
        recovery_key_file: Holds the recovery key.
        as_json: Whether a program reads what is printed.
        verbose: Whether the log goes to the screen too.
        out: Standard output, for results.
        err: Standard error, for everything else.
        closing: Holds what must be done when the run ends.
    """

    program: str = "sanduku"
    places: Places = field(default_factory=Places.of_this_user)
    library_folder: Path | None = None
    passphrase_file: Path | None = None
    recovery_key_file: Path | None = None
    as_json: bool = False
    verbose: bool = False
    out: Console = field(default_factory=lambda: _console("stdout"))
    err: Console = field(default_factory=lambda: _console("stderr"))
    closing: ExitStack = field(default_factory=ExitStack)

    @cached_property
    def settings(self) -> Settings:
        """The settings in force; raises SettingError."""
        return load_settings(self.places.settings)

    @cached_property
    def settings_file(self) -> Path:
        """The file that workers read their settings from."""
        return self.places.settings

    def change_setting(self, name: str, text: str) -> None:
        """Change a setting for this run alone; raises SettingError."""
        self.settings = with_setting(self.settings, name, text)
        self.settings_file = Path(self.closing.enter_context(TemporaryDirectory())) / "settings.toml"
        save_settings(self.settings, self.settings_file)

    @property
    def folder(self) -> Path:
        """The library's folder."""
        if self.library_folder is None and (named := os.environ.get("SANDUKU_LIBRARY")):
            return Path(named).expanduser()
        return self.library_folder or self.places.library

    def use(self, library: Path | None = None, *, as_json: bool = False) -> "Desk":
        """Take over the options of a command."""
        self.library_folder = library.expanduser() if library else self.library_folder
        self.as_json = self.as_json or as_json
        return self

    # Speaking

    def command(self, words: str, *, key_file: bool = False) -> str:
        """Return a command as this person must type it to meet the library that was chosen.

        Args:
            words: The command.
            key_file: Whether it is to open the library with the recovery key.
        """
        chosen = ""
        if self.library_folder is not None:
            home, folder = Path.home(), self.library_folder
            short = Path("~", folder.relative_to(home)) if folder.is_relative_to(home) else folder
            chosen = f' --library "{short}"'
        key = "--recovery-key-file FILE " if key_file else ""
        return f"{self.program} {key}{words}{chosen}"

    def name(self, text: str) -> str:
        """Return a name for showing: one line, without what would upset a terminal or its neighbours."""
        plain = _printable(text)
        return isolate(plain) if self.out.is_terminal and not plain.isascii() else plain

    def spoken(self, text: str) -> str:
        """Return a message with its commands as this person must type them."""
        return text.replace("'sanduku ", f"'{self.program} ")

    def say(self, message: str, *, style: str = "") -> None:
        """Tell the person something that is no result; a program that wants JSON is spared it."""
        if not self.as_json:
            self._tell_person(escape(self.spoken(message)), style=style)

    def warn(self, message: str) -> None:
        """Tell the person something that they must know, on standard error in any case."""
        self._tell_person(f"[yellow]Note:[/] {escape(self.spoken(message))}")

    def _tell_person(self, marked_up: str, *, style: str = "") -> None:
        """Print a message: its words kept whole on a terminal, one line for each elsewhere."""
        self.err.print(marked_up.translate(OVERRIDES), style=style, soft_wrap=not self.err.is_terminal)

    def print(self, text: str = "") -> None:
        """Print a line of the result, as it is."""
        if self.out.is_terminal:
            self.out.out(self.clean(text), highlight=False)
        else:
            self.out.file.write(f"{text}\n")  # not through rich, which would turn tabs into spaces

    def clean(self, text: str) -> str:
        """Return a text without what would steer a terminal, if it goes to one."""
        return text.translate(_STEERING) if self.out.is_terminal else text

    def print_json(self, value: object) -> None:
        """Print the result for a program."""
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], *, on: Console | None = None
    ) -> None:
        """Print a table: ruled on a terminal, tab-separated with a header elsewhere."""
        console = on or self.out
        if console.is_terminal:
            console.print(drawn_table(columns, [[self.clean(cell) for cell in row] for row in rows], console))
            return
        for row in (columns, *rows):
            console.file.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")

    def tell(self, error: SandukuError) -> None:
        """Print an error: what happened, to which thing, and what to do next."""
        if self.as_json:
            sys.stderr.write(json.dumps({"error": error_to_json(error)}, ensure_ascii=False) + "\n")
            return
        which = f"{_printable(error.which)}: " if error.which else ""
        self._tell_person(f"[bold red]Error:[/] {escape(which + self.spoken(error.what))}")
        if error.remedy:
            self._tell_person(f"[bold]What to do:[/] {escape(self.spoken(error.remedy))}")

    def confirm(self, question: str, *, yes: bool) -> None:
        """Go on only if the person says yes; without a terminal only if ``yes`` was given beforehand."""
        if yes:
            return
        if not sys.stdin.isatty():
            raise SandukuUsageError(question, remedy="Add --yes to do it without being asked.")
        if not typer.confirm(question, default=False, err=True):
            self.say("Nothing was changed.")
            raise typer.Exit(ExitCode.OK)

    # Secrets

    def secret(
        self,
        question: str,
        *,
        file: Path | None = None,
        repeat: bool = False,
        option: str = "--passphrase-file",
    ) -> str:
        """Read a secret from a file, or ask for it without showing it.

        Args:
            question: What is asked for.
            file: Holds it.
            repeat: Have it typed twice.
            option: By which the person can name such a file.

        Raises:
            NotFoundError: The file cannot be read.
            SandukuUsageError: There is nobody to ask.
        """
        if file is not None:
            try:
                return file.read_text(encoding="utf-8").rstrip("\r\n")
            except (OSError, UnicodeDecodeError) as error:
                raise NotFoundError(
                    "The file with the secret cannot be read.",
                    which=file,
                    remedy="Check its name and its rights.",
                ) from error
        if not sys.stdin.isatty():
            raise SandukuUsageError(
                f"{question} is needed, and there is no terminal to ask on.",
                remedy=f"Name a file that holds it with {option} FILE.",
            )
        return str(typer.prompt(question, hide_input=True, confirmation_prompt=repeat, err=True))

    def passphrase(self) -> str | None:
        """Return the passphrase that was given in a file or in ``SANDUKU_PASSPHRASE``."""
        if self.passphrase_file is not None:
            return self.secret("The passphrase", file=self.passphrase_file)
        return os.environ.get("SANDUKU_PASSPHRASE")

    # The library

    def open_library(self, *, create: bool = False) -> "Library":
        """Open the library, asking for the passphrase if it needs one.

        Args:
            create: Whether to make the default library where there is none yet.
        """
        from engine.library import LibraryLockedError, LibraryTooNewError, NotALibraryError

        key = None
        if self.recovery_key_file is not None:
            key = self.secret("The recovery key", file=self.recovery_key_file)
        try:
            return self._opened(self.passphrase() if key is None else None, key)
        except LibraryLockedError as error:
            if not sys.stdin.isatty():
                raise LibraryLockedError(
                    error.what,
                    which=error.which,
                    remedy="Name a file with its passphrase: 'sanduku --passphrase-file FILE ...', or put"
                    " it into SANDUKU_PASSPHRASE. '--recovery-key-file FILE' takes the recovery key.",
                ) from None
            return self._opened(self.secret("Passphrase of the library"), key)
        except LibraryTooNewError as error:
            raise self._with_way_out(error) from error
        except NotALibraryError as error:
            if self.folder != self.places.library:
                raise NotALibraryError(
                    error.what,
                    which=error.which,
                    remedy="Check the folder's name, or make a library there with"
                    f" 'sanduku library create --library \"{self.folder}\"'.",
                ) from None
            if not create:
                raise NotALibraryError(
                    "There is no library yet.",
                    which=self.folder,
                    remedy="Add your first documents with 'sanduku add PATH', which makes it.",
                ) from None
        return self.create_library(repeat_key=True).library

    def _with_way_out(self, error: SandukuError) -> SandukuError:
        """Return an error with what helps where a later version lies here that was given up."""
        from engine.updates.programs import Programs
        from engine.updates.ways_out import WaysOut

        ways = WaysOut(Programs(self.places.data), VERSION, packaged=bool(getattr(sys, "frozen", False)))
        if ways.again:
            error.remedy = (
                f"Version {ways.again} lies here and opens it: 'sanduku update retry' uses it again."
            )
        return error

    def _opened(self, passphrase: str | None, recovery_key: str | None) -> "Library":
        from engine.cli.upgrading import upgrade_shown
        from engine.library import open_library
        from engine.updates.opening import judged_to_the_end

        with upgrade_shown(self.err) as progress, judged_to_the_end():
            return open_library(
                self.folder,
                passphrase=passphrase,
                recovery_key=recovery_key,
                settings=self.settings.library,
                progress=progress,
            )

    @contextmanager
    def library(self, *, create: bool = False) -> "Iterator[Library]":
        """Open the library for the time of a command."""
        with self.open_library(create=create) as library:
            bring_back = (
                f"To work in it, bring it back: 'sanduku restore \"{library.folder}\" --into NEWFOLDER'."
            )
            if library.is_backup:
                self.warn(f"This is a backup, and opened for reading alone. {bring_back}")
            elif library.read_only:
                self.warn("Nothing can be written where this library lies; it is opened for reading alone.")
            try:
                yield library
            except SandukuError as error:
                if library.is_backup and error.code == "library.read-only":
                    error.remedy = bring_back
                raise

    def create_library(
        self,
        *,
        encrypted: bool = True,
        passphrase: str | None = None,
        keyring: bool = True,
        quiet: bool = False,
        repeat_key: bool = False,
    ) -> "CreatedLibrary":
        """Make the library, and show in this run alone what the person must keep.

        Args:
            encrypted: Whether it is encrypted.
            passphrase: Opens it; by default the one given in a file or the environment, if any.
            keyring: Whether the operating system's keyring may open it.
            quiet: Show nothing, for the trial library with its invented documents.
            repeat_key: Show the recovery key once more when the run ends, however it ends: what is printed
                meanwhile moves it out of sight.
        """
        from engine.library import Protection, WeakPassphraseError, create_library

        protection = Protection(encrypted, passphrase or self.passphrase() if encrypted else None, keyring)
        if encrypted and protection.passphrase is None and not quiet and os.environ.get("SANDUKU_PORTABLE"):
            raise WeakPassphraseError(
                "A library on a stick needs a passphrase: otherwise its key would lie on the stick as well.",
                which=self.folder,
                remedy="Put a passphrase into a file and name it:"
                " 'sanduku --passphrase-file FILE library create'.",
            )
        made = create_library(self.folder, protection=protection, settings=self.settings.library)
        if quiet:
            return made
        self.warn(f"A new library was made in {made.library.folder}.")
        if made.recovery_key:
            self.show_recovery_key(made.recovery_key)
            if repeat_key:
                self.closing.callback(self.show_recovery_key, made.recovery_key, again=True)
        for warning in made.warnings:
            self.warn(warning)
        return made

    def show_recovery_key(self, key: str, *, again: bool = False) -> None:
        """Show a recovery key, on standard error, so that it never gets into a file with the results."""
        told = "The same as above. Have you written it down? Nobody can show it later."
        if not again:
            told = (
                "It opens the library on any computer and without the passphrase. Write it down on paper now,"
                " and keep it apart from this computer: nobody can show it later."
            )
        self.err.print(f"[bold]Recovery key{' once more' if again else ''}.[/] {told}")
        self.err.print(f"\n    [bold]{escape(key)}[/]\n", soft_wrap=True)


def _printable(name: str) -> str:
    if name.isprintable():
        return name
    from engine.pages import printable  # brings the image libraries, which few names are worth

    return printable(name)


class SandukuUsageError(SandukuError):
    """The command cannot be done as it was given."""

    exit_code = ExitCode.USAGE
    code = "usage"


def desk_of(context: typer.Context, library: Path | None = None, *, as_json: bool = False) -> Desk:
    """Return the desk of a command, with the options that the command was given."""
    desk: Desk = context.find_root().obj
    return desk.use(library, as_json=as_json)


def error_to_json(error: SandukuError) -> dict[str, Any]:
    """Return an error as a program reads it."""
    return {**error.to_json(), "exit_code": int(error.exit_code)}
