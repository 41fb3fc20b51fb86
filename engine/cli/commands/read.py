"""``sanduku read``: add files, read them and print what stands in them."""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.desk import Desk, desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption, LibraryOption, PasswordFileOption, ProcessesOption
from engine.cli.showing import full_document_to_json, show_document
from engine.cli.taking import (
    Intaken,
    add_page_problems,
    pdf_password,
    take_in,
    taken_to_json,
    tell_intake,
    tell_problems,
    try_again,
)
from engine.cli.work_on import work_through

if TYPE_CHECKING:
    from engine.library import Library

FIRST = 10
"""Priority of pages that a person waits for."""


def read(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Files and folders; - for standard input.", parser=path_of),
    ],
    name: Annotated[str | None, typer.Option(help="Name of what comes from standard input.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODES", help="Languages to expect this once, such as 'fr,ar'.")
    ] = None,
    lines: Annotated[int | None, typer.Option(min=1, help="Print at most so many lines of a page.")] = None,
    processes: ProcessesOption = None,
    password_file: PasswordFileOption = None,
    library: LibraryOption = None,
    *,
    wait: Annotated[
        bool, typer.Option("--wait/--no-wait", help="Wait until all is read, and print it.")
    ] = True,
    again: Annotated[
        bool, typer.Option("--again", help="Read known documents anew; corrections stay.")
    ] = False,
    password: Annotated[
        bool, typer.Option("--password", help="Ask for the password of protected PDFs.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Read files and folders: add them to the library, read every page, print the text.

    Lines that a person should look at are marked with ? and their confidence. A bad file is told at the end
    and never stops the rest.

    Examples:
        sanduku read letter.pdf
        sanduku read scans/ --language fr,ar --json > found.json
    """
    desk = desk_of(context, library, as_json=as_json)
    if language is not None:
        desk.change_setting("reading.languages", language)
    with pdf_password(desk, ask=password, file=password_file) as word, desk.library(create=True) as opened:
        batch = secrets.token_hex(8)
        found = take_in(desk, opened, paths, batch=batch, priority=FIRST, password=word, name=name)
        tell_intake(desk, found)
        try_again(opened, found)
        if again:
            _read_again(opened, found)
        if wait:
            _wait_for(desk, opened, found, batch=batch, processes=processes)
        named = dict.fromkeys(taken.document_id for taken in found.taken)  # each once, however often named
        documents = [opened.documents.get(each) for each in named]
        if desk.as_json:
            full = [full_document_to_json(desk, opened, document) for document in documents]
            added = [taken_to_json(taken) for taken in found.taken]
            desk.print_json({"batch": batch, "documents": full, "added": added, **found.to_json()})
        elif wait:
            for document in documents:
                show_document(desk, opened, document, most_lines=lines)
    tell_problems(desk, found)
    raise typer.Exit(found.exit_code)


def _known(found: Intaken) -> list[str]:
    return [taken.document_id for taken in found.taken if taken.already_known and not taken.in_trash]


def _read_again(library: "Library", found: Intaken) -> None:
    for document_id in _known(found):
        library.jobs.read_again(document_id, priority=FIRST)


def _wait_for(desk: Desk, library: "Library", found: Intaken, *, batch: str, processes: int | None) -> None:
    """Have everything read that was named, and add what went wrong with it."""
    # Known documents that still wait are of another batch: then the whole queue is waited for.
    unread = any(library.documents.get(each).status.value in ("queued", "reading") for each in _known(found))
    work_through(desk, library, batch=None if unread else batch, processes=processes)
    add_page_problems(found, library)
