"""Options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="FOLDER", help="Data folder; otherwise SANDUKU_HQ_DATA.", show_default=False
    ),
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")]
TeamArgument = Annotated[str, typer.Argument(metavar="TEAM", help="Name or id of the team.")]
