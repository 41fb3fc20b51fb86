"""The program ``sanduku-hq``: its commands, and the one place where errors become exit codes."""

import sys

import typer

from engine.errors import ExitCode, SandukuError
from headquarters.cli.backups import backup, restore
from headquarters.cli.bundles import bundle
from headquarters.cli.care import check, maintain
from headquarters.cli.desk import Desk
from headquarters.cli.devices import device, invite
from headquarters.cli.erasing import erase
from headquarters.cli.packs import packs
from headquarters.cli.people import person
from headquarters.cli.serving import serve
from headquarters.cli.teams import team
from headquarters.cli.trial import trial

app = typer.Typer(
    help="A headquarters of Sanduku. Without a command: a trial of one, on this computer.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
)
app.command("trial")(trial)
app.command("serve")(serve)
app.add_typer(team, name="team")
app.add_typer(person, name="person")
app.command("invite")(invite)
app.add_typer(device, name="device")
app.add_typer(packs, name="packs")
app.add_typer(bundle, name="bundle")
app.command("backup")(backup)
app.command("restore")(restore)
app.command("check")(check)
app.command("maintain")(maintain)
app.command("erase")(erase)


@app.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """Start a trial where no command is given."""
    context.obj = Desk()
    if context.invoked_subcommand is None:
        trial(context)


def main(arguments: list[str] | None = None) -> None:
    """Run the program and end with its exit code."""
    desk = Desk()
    try:
        app(args=arguments, standalone_mode=False, prog_name="sanduku-hq")
    except SandukuError as error:
        desk.tell(error)
        sys.exit(int(error.exit_code))
    except typer.Exit as ended:
        sys.exit(ended.exit_code)
    except typer.Abort:
        desk.say("Stopped.")
        sys.exit(int(ExitCode.CANCELLED))
    except KeyboardInterrupt:
        sys.exit(int(ExitCode.CANCELLED))
    except Exception as error:
        show = getattr(error, "show", None)  # a mistake in how the command was written
        if show is None:
            raise
        show()
        sys.exit(int(ExitCode.USAGE))
