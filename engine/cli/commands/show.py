"""``sanduku show``: one document with its text."""

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.choosing import find_document
from engine.cli.desk import Desk, desk_of
from engine.cli.given import path_of
from engine.cli.options import DocumentArgument, JsonOption, LibraryOption
from engine.cli.showing import full_document_to_json, read_pages, show_document
from engine.errors import NotFoundError
from engine.reading import Reading, is_doubtful


def show(
    context: typer.Context,
    document: DocumentArgument,
    page: Annotated[int | None, typer.Option(min=1, help="Only this page.")] = None,
    original: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the original file there, byte for byte.", parser=path_of),
    ] = None,
    library: LibraryOption = None,
    *,
    plain: Annotated[
        bool, typer.Option("--plain", help="The text alone, without numbers and marks.")
    ] = False,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Only the lines that a person should look at.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show a document: its text with the doubtful lines marked, and what was corrected.

    Examples:
        sanduku show 7f3k --page 2
        sanduku show 7f3k --doubtful
        sanduku show 7f3k --plain > letter.txt
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        found = find_document(opened, document)
        if page is not None and page > found.page_count:
            raise NotFoundError(
                f"The document has no page {page}.", which=found.name, remedy=f"It has {found.page_count}."
            )
        if original is not None:
            if original.exists():
                raise NotFoundError(
                    "This file is there already and was not touched.",
                    which=original,
                    remedy="Choose another name.",
                )
            opened.files.export(found.sha256, original)
            desk.say(f"Written to {original}.")
        elif desk.as_json:
            full = full_document_to_json(desk, opened, found)
            full["pages"] = [each for each in full["pages"] if page in (None, each["index"] + 1)]
            if doubtful:
                for each in full["pages"]:
                    each["lines"] = [line for line in each["lines"] if line["doubtful"]]
            desk.print_json(full)
        elif plain:
            for read in read_pages(opened, found.id):
                if read.stored is not None and page in (None, read.page.index + 1):
                    desk.print(_text(desk, read.stored.reading, doubtful=doubtful))
        else:
            chosen = None if page is None else page - 1
            show_document(desk, opened, found, page=chosen, doubtful_alone=doubtful)


def _text(desk: Desk, reading: Reading, *, doubtful: bool) -> str:
    if not doubtful:
        return reading.text
    threshold = desk.settings.reading.doubt_threshold
    return "\n".join(line.text for line in reading.lines if is_doubtful(line, threshold))
