"""``sanduku-hq person``: lets the first people in; they let in all others on the pages."""

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select

from headquarters.cli.desk import Desk
from headquarters.cli.options import DataOption, TeamArgument
from headquarters.people.passwords import Passwords, first_password
from headquarters.people.roles import Role
from headquarters.people.tables import User
from headquarters.people.users import clean_login, create_user, give_role
from headquarters.teams import find_team

person = typer.Typer(help="People who work at headquarters.")


@person.command("add")
def add(
    context: typer.Context,
    team: TeamArgument,
    login: Annotated[str, typer.Argument(help="What they sign in with.")],
    name: Annotated[str, typer.Option(help="As others see it; by default the login.")] = "",
    role: Annotated[Role, typer.Option(help="What they may do.")] = Role.ADMIN,
    password_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Holds a password; by default one is made.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Let somebody in, and print the password that they sign in with the first time.

    Who has an account here already keeps their own password, and gets the role in this team as well.

    Example: sanduku-hq person add "Kigoma protection" fatuma --name "Fatuma A."
    """
    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        found = find_team(session, team)
        known = session.scalar(select(User).where(User.login == clean_login(login)))
        if known is not None:
            give_role(session, known.id, found.id, role)
            desk.say("They have an account here already, and sign in with their own password.")
            desk.print(known.login)
            return
        password = first_password() if password_file is None else desk.secret("The password", password_file)
        user = create_user(
            session,
            Passwords(),
            login=login,
            name=name or login,
            password=password,
            now=headquarters.clock.now(),
        )
        give_role(session, user.id, found.id, role)
    desk.say("They choose a password of their own when they first sign in.")
    desk.print(password if password_file is None else login)
