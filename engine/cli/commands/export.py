"""``sanduku export``: documents out of the library as text, tables, layout or searchable PDF."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.choosing import chosen_documents, document_filter
from engine.cli.desk import Desk, SandukuUsageError, desk_of
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
    from engine.export import ExportDocument, ExportFormat, ExportPage
    from engine.library import Document, Library


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
        typer.Option("--output", "-o", help="A folder, or a file with the format's ending; - to print it."),
    ] = Path("sanduku-export"),
    name: Annotated[
        str, typer.Option(help="How files in a folder are called, from {name}, {id}, {number} and {added}.")
    ] = "{name}",
    status: StatusOption = None,
    language: LanguageOption = None,
    below: BelowOption = None,
    batch: BatchOption = None,
    library: LibraryOption = None,
    *,
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
    from engine.export import export_documents, find_format, format_of_name
    from engine.library import Order

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
                made, chosen.name, output, name_template=name, overwrite=overwrite, progress=progress
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


def to_export(library: "Library", document: "Document") -> "ExportDocument":
    """Return a document as exports take it; pages are fetched one at a time."""
    from engine.export import ExportDocument

    return ExportDocument(
        id=document.id,
        name=document.name,
        media_type=document.media_type,
        sha256=document.sha256,
        added_at=document.added_at,
        pages=Pages(library, document.id),
        original=lambda: library.files.read(document.sha256),
    )


class Pages:
    """The read pages of a document, fetched while one goes through them, as often as one does."""

    def __init__(self, library: "Library", document_id: str) -> None:
        """Fetch nothing yet."""
        self._library = library
        self._document_id = document_id

    def __iter__(self) -> "Iterator[ExportPage]":
        from engine.export import ExportPage

        for page in self._library.documents.pages(self._document_id):
            stored = self._library.readings.of_page(page.id)
            if stored is not None:
                image = None if stored.image_sha256 is None else self._library.files.read(stored.image_sha256)
                yield ExportPage(page.index, stored.reading, stored.model_texts, image)
