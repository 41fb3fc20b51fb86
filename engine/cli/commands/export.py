"""``sanduku export``: documents out of the library as text, tables, layout or searchable PDF."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.choosing import chosen_documents, document_filter
from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.given import path_of
from engine.cli.options import (
    BatchOption,
    BelowOption,
    JsonOption,
    LanguageOption,
    LibraryOption,
    StatusOption,
)
from engine.cli.showing import counted
from engine.cli.work_on import step

if TYPE_CHECKING:
    from engine.export import ExportFormat
    from engine.library import Document


def export(
    context: typer.Context,
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOCUMENT]...", help="Ids, or beginnings of them; none means all, or what a filter says."
        ),
    ] = None,
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="txt, md, jsonl, csv, xlsx, hocr, alto or pdf; by default what --output ends in, else txt.",
        ),
    ] = None,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="A folder, or a file with the format's ending; - to print it.",
            parser=path_of,
        ),
    ] = Path("sanduku-export"),
    name: Annotated[
        str,
        typer.Option(
            help="How files in a folder are called, from {name}, {id}, {number}, {added}, {date}, {language}."
        ),
    ] = "{name}",
    status: StatusOption = None,
    language: LanguageOption = None,
    below: BelowOption = None,
    batch: BatchOption = None,
    library: LibraryOption = None,
    *,
    separate: Annotated[
        bool, typer.Option("--separate", help="One file for each document, in every format.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace files that are there already.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Export documents, with all corrections in them.

    Searchable PDFs keep the look of the page; their text copies and searches right, Arabic included. CSV and
    XLSX open in Excel as they are.

    Examples:
        sanduku export 7f3k -f pdf -o letter.pdf
        sanduku export -f xlsx -o all.xlsx
        sanduku export --below 0.8 --language ar -o to-check.csv
    """
    from engine.export import Existing, export_documents, find_format, format_of_name
    from engine.library import Order
    from engine.outgoing import to_export

    desk = desk_of(context, library, as_json=as_json)
    chosen = find_format(format_name or format_of_name(output) or "txt")
    narrowed = document_filter(status=status, language=language, below=below, batch=batch)
    with desk.library() as opened:
        wanted = list(chosen_documents(opened, documents or [], narrowed, Order.OLDEST))
        _tell_what_is_left_out(desk, wanted)
        made = (to_export(opened, document) for document in wanted)
        if output == Path("-"):
            _refuse_to_print(chosen, len(wanted))
            chosen.write(made, sys.stdout.buffer)
            return
        with step(desk, "Exporting") as progress:
            written = export_documents(
                made,
                chosen.name,
                output,
                name_template=name,
                separate=separate,
                existing=Existing.REPLACE if overwrite else Existing.REFUSE,
                progress=progress,
            )
    if desk.as_json:
        desk.print_json({"format": chosen.name, "files": [str(path) for path in written]})
        return
    for path in written:
        desk.print(str(path))


def _tell_what_is_left_out(desk: Desk, wanted: "list[Document]") -> None:
    """Tell how many pages are not read; raises SandukuUsageError where there is nothing at all."""
    if not wanted:
        raise SandukuUsageError(
            "There is no document to export.",
            remedy="See what there is with 'sanduku list'; add documents with 'sanduku add PATH'.",
        )
    unread = sum(document.page_count - document.pages_read for document in wanted)
    if unread:
        desk.warn(f"{counted(unread, 'page')} not read yet or not readable; they are left out.")


def _refuse_to_print(chosen: "ExportFormat", documents: int) -> None:
    """Raise SandukuUsageError where a format cannot go to standard output."""
    if chosen.one_file_per_document and documents != 1:
        raise SandukuUsageError(
            f"The format '{chosen.name}' makes one file for each document.",
            remedy="Choose one document, or a folder with --output.",
        )
    if chosen.name in ("pdf", "xlsx") and sys.stdout.isatty():
        raise SandukuUsageError(
            f"The format '{chosen.name}' is not for a terminal.", remedy="Name a file with --output."
        )
