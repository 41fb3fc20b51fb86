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
from engine.errors import ExitCode
from engine.reading import is_doubtful

if TYPE_CHECKING:
    from engine.export import ExportFormat
    from engine.library import Document, Library

STDOUT = Path("-")
MOST_NAMED = 20
"""Documents that are named one by one."""
OTHER_ENDINGS = frozenset(
    (
        *(".zip", ".7z", ".gz", ".xls", ".ods", ".doc", ".docx", ".odt", ".rtf", ".json", ".xml", ".html"),
        *(".htm", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".tsv", ".epub", ".text"),
    )
)
"""Endings by which a person means a file, of formats that are not written."""


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
    from engine.export.errors import TargetExistsError
    from engine.library import Order
    from engine.outgoing import to_export

    desk = desk_of(context, library, as_json=as_json)
    chosen = find_format(format_name or format_of_name(output) or "txt")
    _refuse_other_endings(output, chosen)
    narrowed = document_filter(status=status, language=language, below=below, batch=batch)
    with desk.library() as opened:
        wanted = list(chosen_documents(opened, documents or [], narrowed, Order.OLDEST))
        _tell_what_is_left_out(desk, wanted)
        going = [document for document in wanted if document.pages_read]
        left_out = [document for document in wanted if not document.pages_read]
        made = (to_export(opened, document) for document in going)
        written: list[Path] = []
        if going and output == STDOUT:
            _refuse_to_print(chosen, len(going))
            chosen.write(made, sys.stdout.buffer)
        elif going:
            try:
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
            except TargetExistsError as error:
                error.remedy = "Choose another name or folder, or add --overwrite to replace what is there."
                raise
        if chosen.name == "txt":
            _tell_doubts(desk, opened, going)
    if desk.as_json and output != STDOUT:
        named = [{"document_id": each.id, "name": each.name} for each in left_out]
        files = [str(path) for path in written]
        desk.print_json({"format": chosen.name, "files": files, "left_out": named})
    elif not desk.as_json:
        for path in written:
            desk.print(str(path))
    raise typer.Exit(ExitCode.SOME_FAILED if left_out else ExitCode.OK)


def _refuse_other_endings(output: Path, chosen: "ExportFormat") -> None:
    """Raise SandukuUsageError where the name is one of a file, but of none that is written."""
    own = f".{chosen.suffix.rpartition('.')[2]}"
    if output.suffix.lower() in OTHER_ENDINGS - {own} and not output.is_dir():
        from engine.export import FORMATS

        endings = ", ".join(each.suffix for each in FORMATS)
        raise SandukuUsageError(
            f"Nothing is written to files that end in {output.suffix}.",
            which=output,
            remedy=f"Choose a name that ends in one of {endings}, or the name of a folder.",
        )


def _tell_what_is_left_out(desk: Desk, wanted: "list[Document]") -> None:
    """Name what is not read; raises SandukuUsageError where there is nothing at all."""
    if not wanted:
        raise SandukuUsageError(
            "There is no document to export.",
            remedy="See what there is with 'sanduku list'; add documents with 'sanduku add PATH'.",
        )
    unread = [each for each in wanted if not each.pages_read]
    if unread:
        desk.warn(
            f"{counted(len(unread), 'document')} not read yet or not readable, and left out:"
            f" {_names(desk, unread)}. 'sanduku work' reads what waits; 'sanduku jobs' tells what went wrong."
        )
    partly = [each for each in wanted if 0 < each.pages_read < each.page_count]
    if partly:
        pages = sum(each.page_count - each.pages_read for each in partly)
        desk.warn(
            f"{counted(pages, 'page')} not read yet or not readable, and left out of: {_names(desk, partly)}."
        )


def _names(desk: Desk, documents: "list[Document]") -> str:
    named = ", ".join(f"{desk.name(each.name)} [{each.id[:8]}]" for each in documents[:MOST_NAMED])
    return f"{named} and {len(documents) - MOST_NAMED:,} more" if len(documents) > MOST_NAMED else named


def _tell_doubts(desk: Desk, library: "Library", documents: "list[Document]") -> None:
    """Tell how many lines are doubtful: plain text holds the words alone, and no mark."""
    threshold = desk.settings.reading.doubt_threshold
    lines = [
        line
        for document in documents
        for page in library.documents.pages(document.id)
        if (stored := library.readings.of_page(page.id)) is not None
        for line in stored.reading.lines
    ]
    doubtful = sum(is_doubtful(line, threshold) for line in lines)
    if doubtful:
        are = "line is" if doubtful == 1 else "lines are"
        desk.warn(f"{doubtful:,} of {len(lines):,} {are} doubtful; the format 'md' marks them.")


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
