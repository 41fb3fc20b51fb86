"""``sanduku add``: put files into the library and its queue, without waiting for them to be read."""

import secrets
from pathlib import Path
from typing import Annotated

import typer

from engine.cli.desk import desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption, LibraryOption, PasswordFileOption
from engine.cli.showing import counted
from engine.cli.taking import MOST_LISTED, pdf_password, take_in, taken_to_json, tell_intake, tell_problems


def add(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Files and folders; - for standard input.", parser=path_of),
    ],
    name: Annotated[str | None, typer.Option(help="Name of what comes from standard input.")] = None,
    priority: Annotated[int, typer.Option(help="The greater is read first.")] = 0,
    password_file: PasswordFileOption = None,
    library: LibraryOption = None,
    *,
    password: Annotated[
        bool, typer.Option("--password", help="Ask for the password of protected PDFs.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Add files and folders to the library; they are read later by 'sanduku work'.

    A file is added whole or not at all, and pulling the plug afterwards loses nothing.

    Example: sanduku add scans/ letter.pdf
    """
    desk = desk_of(context, library, as_json=as_json)
    with pdf_password(desk, ask=password, file=password_file) as word, desk.library(create=True) as opened:
        batch = secrets.token_hex(8)
        found = take_in(desk, opened, paths, batch=batch, priority=priority, password=word, name=name)
        waiting = opened.jobs.progress()
    if desk.as_json:
        added = [taken_to_json(taken) for taken in found.taken]
        desk.print_json({"batch": batch, "documents": added, **found.to_json()})
    else:
        desk.table(
            ("id", "pages", "name", ""),
            [
                (
                    taken.document_id[:8],
                    str(taken.page_count),
                    desk.name(taken.name),
                    "known" if taken.already_known else "new",
                )
                for taken in found.taken[:MOST_LISTED]
            ],
        )
        if len(found.taken) > MOST_LISTED:
            more = len(found.taken) - MOST_LISTED
            desk.say(f"... and {counted(more, 'more document')}; 'sanduku list' shows them.")
        tell_intake(desk, found)
        if waiting.queued:
            desk.say(f"To be read with 'sanduku work': {counted(waiting.queued, 'page')}.")
    tell_problems(desk, found)
    raise typer.Exit(found.exit_code)
