"""``sanduku-hq trial``: a headquarters on this computer alone, with all that it needs, to try it out."""

import socket
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.cli.desk import Desk
from headquarters.cli.options import DataOption
from headquarters.enrolment.invitations import invite
from headquarters.enrolment.pictures import qr_terminal
from headquarters.parts import Headquarters
from headquarters.people.passwords import Passwords, first_password
from headquarters.people.roles import Role
from headquarters.people.tables import User
from headquarters.people.users import create_user, give_role, set_password
from headquarters.settings import HeadquartersSettings
from headquarters.teams import Team, add_team, all_teams

TEAM = "Demo team"
LOGIN = "admin"


def trial(
    context: typer.Context,
    data: DataOption = None,
    port: Annotated[int, typer.Option(help="Port to listen on; another if that is taken.")] = 8440,
) -> None:
    """Start a headquarters on this computer to try it out: a real database, a demo team, an admin.

    It listens on this computer alone. Stop it with Ctrl+C; the next trial goes on where this one stopped.
    """
    from headquarters.app import create_app
    from headquarters.opening import opened_headquarters
    from headquarters.operations.maintenance import maintained
    from headquarters.serving import run_until_stopped, server_of

    desk: Desk = context.find_root().obj
    settings = _settings(desk.settings(data), data, port)
    desk.say("Starting a database ...")
    with opened_headquarters(settings) as headquarters:
        password, fingerprint = _prepared(desk, headquarters)
        server = server_of(create_app(headquarters), settings)
        _tell(desk, headquarters, password, fingerprint)
        with maintained(headquarters):
            run_until_stopped(server)


def _settings(settings: HeadquartersSettings, data: Path | None, port: int) -> HeadquartersSettings:
    """Return the settings of a trial: nothing of a real headquarters is touched."""
    folder = settings.data if data else settings.data.with_name("headquarters-trial")
    free = _free_port(port)
    return replace(
        settings,
        data=folder,
        database_url="",
        blobs="",
        identity="",
        host="127.0.0.1",
        port=free,
        urls=(f"http://127.0.0.1:{free}",),
        secure_cookies=False,
    )


def _free_port(wanted: int) -> int:
    for port in (wanted, 0):
        with socket.socket() as trying:
            trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trying.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(trying.getsockname()[1])
    return wanted


def _prepared(desk: Desk, headquarters: Headquarters) -> tuple[str, str]:
    """Make the demo team, its admin and an invitation.

    Returns:
        The admin's password, a new one each time, and the fingerprint of the invitation.
    """
    password = first_password()
    with headquarters.database.transaction() as session:
        teams = all_teams(session)
        team = teams[0] if teams else add_team(session, TEAM, headquarters.clock)
        _let_admin_in(session, headquarters, team, password)
        _id, invitation = invite(session, headquarters, team, label="trial", actor="system")
    desk.print(f"Invitation for one laptop of the team '{team.name}':\n\n{invitation.encode()}\n")
    if desk.out.is_terminal:
        desk.print(qr_terminal(invitation))
    return password, invitation.fingerprint


def _let_admin_in(session: Session, headquarters: Headquarters, team: Team, password: str) -> None:
    passwords = Passwords()
    user = session.scalar(select(User).where(User.login == LOGIN))
    if user is None:
        user = create_user(
            session,
            passwords,
            login=LOGIN,
            name="Admin",
            password=password,
            now=headquarters.clock.now(),
            must_change=False,
        )
    else:
        set_password(session, passwords, user, password, must_change=False)
    give_role(session, user.id, team.id, Role.ADMIN)


def _tell(desk: Desk, headquarters: Headquarters, password: str, fingerprint: str) -> None:
    desk.print(f"Fingerprint:  {fingerprint}")
    desk.print(f"Address:      {headquarters.settings.address}/")
    desk.print(f"Sign in as:   {LOGIN}")
    desk.print(f"Passphrase:   {password}")
    desk.print("\nStop it with Ctrl+C.")
