"""Joins the commands to one program, and turns whatever happens into an exit code."""

import errno
import inspect
import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError

from engine.cli.commands import COMMANDS
from engine.cli.desk import Desk
from engine.cli.given import path_of
from engine.cli.usage import global_options_first, usage_error
from engine.errors import DiskFullError, ExitCode, SandukuError
from engine.updates.handover import stand_by
from engine.version import VERSION

log = logging.getLogger("sanduku")

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)

EPILOG = (
    "Begin with: sanduku read scans/   Nothing leaves this computer.\n\n"
    "Exit codes: 0 done; 1 a fault in Sanduku; 2 wrong use; 3 a file cannot be read; 4 some files failed;"
    " 5 something is not installed; 6 the library; 7 locked; 8 disk full; 9 not found; 130 stopped."
)


def build_app() -> typer.Typer:
    """Return the program with all its commands."""
    app = typer.Typer(
        name="sanduku",
        help="Reads documents, keeps them encrypted, and finds them again; without a network.",
        epilog=EPILOG,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_global_options)
    for name, command in COMMANDS.items():
        if isinstance(command, typer.Typer):
            _let_flow(command)
            app.add_typer(command, name=name)
        else:
            app.command(name, help=_flowing(command))(command)
    return app


def _let_flow(group: typer.Typer) -> None:
    """Have the help of all commands in a group flow, those in groups within it too."""
    for each in group.registered_commands:
        each.help = _flowing(each.callback)
    for inner in group.registered_groups:
        if inner.typer_instance is not None:
            _let_flow(inner.typer_instance)


def _flowing(command: Callable[..., Any] | None) -> str:
    """Return a command's help with its sentences free to fill the terminal; examples keep their lines."""
    paragraphs = (inspect.getdoc(command) or "").split("\n\n")
    return "\n\n".join(
        _indented(each) if each.startswith("Examples:") else " ".join(each.split()) for each in paragraphs
    )


def _indented(examples: str) -> str:
    """Keep examples indented: Typer takes away what all lines begin with, so let them begin with markup."""
    return examples.replace("\n", "\n[dim][/dim]")


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    stand_by()  # it got this far; that it opens a library is told where one is opened
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows would take a code page that lacks most scripts; and a file name may hold bytes
        # that are no characters. Neither may end a batch.
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        else:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    given = global_options_first(sys.argv[1:] if arguments is None else arguments)
    desk = Desk(program=os.environ.get("SANDUKU_PROGRAM", "sanduku"), as_json="--json" in given)
    home = os.environ.get("SANDUKU_HOME")
    if home and not Path(home).expanduser().is_absolute():
        desk.say(f"SANDUKU_HOME is no whole path; from here it means {desk.places.data}.")
    with _ended_like_ctrl_c(), desk.closing:
        return _run(desk, given)


@contextmanager
def _ended_like_ctrl_c() -> Iterator[None]:
    """Have a request to end treated as Ctrl+C is: what is in hand is given back, and how to go on is said."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may say what becomes of signals
        return
    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _run(desk: Desk, arguments: list[str]) -> int:
    try:
        code = build_app()(arguments, prog_name=desk.program, obj=desk, standalone_mode=False)
        sys.stdout.flush()  # here, where it can still be told that there is no room
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            return _seen_enough()
        return end.code if isinstance(end.code, int) else ExitCode.OK
    except NoArgsIsHelpError as error:
        error.show()
        return ExitCode.USAGE
    except UsageError as error:
        told = usage_error(error)
        desk.tell(told)
        return told.exit_code
    except SandukuError as error:
        desk.tell(error)
        log.info("%s", error, exc_info=desk.verbose)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.CANCELLED
    except BrokenPipeError:
        return _seen_enough()
    except OSError as error:
        if error.errno in _NO_ROOM:
            return _tell_full_disk(desk)
        return _tell_fault(desk)
    except Exception:  # noqa: BLE001 - the last line: a fault must not end in a traceback on the screen
        return _tell_fault(desk)
    return code if isinstance(code, int) else ExitCode.OK


def _seen_enough() -> int:
    """End quietly: whoever read the output has seen enough."""
    _drop_output()
    return ExitCode.OK


def _tell_full_disk(desk: Desk) -> int:
    error = DiskFullError(
        "The disk is full; what was to be written is not whole.",
        remedy="Free some space, and do it again. Your library is safe.",
    )
    _drop_output()
    desk.tell(error)
    return error.exit_code


def _drop_output() -> None:
    """Have what Python would still flush at its end go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):  # ValueError: standard output is no file
        os.dup2(nowhere, sys.__stdout__.fileno() if sys.__stdout__ else 1)
    os.close(nowhere)


def _tell_fault(desk: Desk) -> int:
    """Write a fault to a log file and say in one line what to do."""
    trace = traceback.format_exc()
    where = "It could not be written to a log file either"
    try:
        folder = desk.places.logs
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "faults.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
        )
        handler.emit(logging.LogRecord("sanduku", logging.ERROR, "", 0, trace, None, None))
        handler.close()
        where = f"The details are in {folder / 'faults.log'}; they may name your files"
    except OSError:
        sys.stderr.write(trace)
    desk.tell(
        SandukuError(
            f"A fault in Sanduku itself ({trace.strip().splitlines()[-1]}).",
            remedy=f"Your library is safe. {where}. Please report it.",
        )
    )
    if desk.verbose:
        sys.stderr.write(trace)
    return ExitCode.BUG


def _tell_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"sanduku {VERSION}")
        raise typer.Exit


def _global_options(
    context: typer.Context,
    library: Annotated[
        Path | None,
        typer.Option("--library", "-L", metavar="FOLDER", help="The library to use.", parser=path_of),
    ] = None,
    passphrase_file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Holds the library's passphrase; $SANDUKU_PASSPHRASE may hold it as well.",
            parser=path_of,
        ),
    ] = None,
    recovery_key_file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Holds the recovery key, to open the library with it.", parser=path_of
        ),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs, errors too.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show the log while working.")] = False,
    version: Annotated[  # noqa: ARG001 - its callback tells it
        bool,
        typer.Option("--version", help="Print the version and end.", is_eager=True, callback=_tell_version),
    ] = False,
) -> None:
    desk: Desk = context.obj
    desk.use(library, as_json=as_json)
    desk.passphrase_file, desk.recovery_key_file = passphrase_file, recovery_key_file
    desk.verbose = verbose
    logging.basicConfig(level=logging.DEBUG if verbose else logging.ERROR, stream=sys.stderr)
