"""``sanduku-hq serve``: runs the server until it is stopped."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from headquarters.cli.desk import Desk
from headquarters.cli.options import DataOption
from headquarters.identity import RECOVERY_FILE


def serve(
    context: typer.Context,
    data: DataOption = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    certificate: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Certificate for TLS (PEM), where no proxy speaks it.")
    ] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="Key of the certificate (PEM).")] = None,
) -> None:
    """Run the server; all settings come from the environment, see docs/headquarters.md.

    Example: DATABASE_URL=postgresql://... sanduku-hq serve --host 0.0.0.0
    """
    from headquarters.app import create_app
    from headquarters.opening import opened_headquarters
    from headquarters.operations.maintenance import maintained
    from headquarters.protection.logs import log_to_standard_error
    from headquarters.serving import run_until_stopped, server_of

    desk: Desk = context.find_root().obj
    settings = desk.settings(data)
    settings = replace(settings, host=host or settings.host, port=port or settings.port)
    with opened_headquarters(settings) as headquarters:
        if settings.identity_file.with_name(RECOVERY_FILE).exists():
            desk.warn(
                f"The recovery key lies in {settings.data / RECOVERY_FILE}. Put it away in a safe place, and"
                " remove the file."
            )
        if not settings.urls:
            desk.warn("SANDUKU_HQ_URLS is not set: invitations name an address of this computer alone.")
        log_to_standard_error()
        server = server_of(create_app(headquarters), settings, certificate=certificate, key=key)
        with maintained(headquarters):
            run_until_stopped(server)
