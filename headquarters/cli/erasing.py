"""``sanduku-hq erase``: the right to erasure, for one record."""

from typing import Annotated

import typer

from headquarters.cli.desk import Desk
from headquarters.cli.operator import operator_of
from headquarters.cli.options import DataOption, TeamArgument, YesOption
from headquarters.teams import find_team


def erase(
    context: typer.Context,
    team: TeamArgument,
    record: Annotated[str, typer.Argument(metavar="RECORD", help="Id of the record.")],
    reason: Annotated[str, typer.Option(help="Why, and who asked, without names; is kept.")],
    data: DataOption = None,
    *,
    yes: YesOption = False,
) -> None:
    """Erase a record here for good, and tell the laptop to.

    Earlier backups still hold it, until they are removed.

    Example: sanduku-hq erase "Kigoma protection" 7h2... --reason "asked for in person on 3 May"
    """
    from headquarters.blobs.erasing import sweep
    from headquarters.review.erasing import request_erasure

    desk: Desk = context.find_root().obj
    desk.confirm(f"Erase {record} for good?", yes=yes)
    with desk.headquarters(data) as headquarters:
        with headquarters.database.transaction() as session:
            person = operator_of(find_team(session, team).id)
            request_erasure(session, person, record, reason=reason, now=headquarters.clock.now())
        sweep(headquarters)
    desk.print("It is erased here. The laptop erases it when it next comes by.")
