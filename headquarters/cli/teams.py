"""``sanduku-hq team``: adds teams and lists them."""

from typing import Annotated

import typer

from headquarters.cli.desk import Desk
from headquarters.cli.options import DataOption
from headquarters.teams import add_team, all_teams

team = typer.Typer(help="Teams: whoever works together, apart from all others.")


@team.command("add")
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What people call it.")],
    data: DataOption = None,
) -> None:
    """Add a team.

    Example: sanduku-hq team add "Kigoma protection"
    """
    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        desk.print(add_team(session, name, headquarters.clock).id)


@team.command("list")
def list_teams(context: typer.Context, data: DataOption = None) -> None:
    """List the teams."""
    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        rows = [(each.name, each.id, f"{each.created_at:%Y-%m-%d}") for each in all_teams(session)]
    desk.table(("team", "id", "since"), rows)
