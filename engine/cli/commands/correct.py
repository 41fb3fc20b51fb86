"""``sanduku correct``: say what a line really reads, take that back, and see who said what."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.choosing import find_document
from engine.cli.correction_file import CorrectionFileError, Plan, Row, plan_of, read_rows
from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption, LibraryOption, OneDocumentArgument
from engine.cli.showing import counted
from engine.errors import NotFoundError

if TYPE_CHECKING:
    from engine.library import Correction, Document, Library, StoredReading


def correct(
    context: typer.Context,
    document: OneDocumentArgument = None,
    line: Annotated[
        int | None, typer.Argument(min=1, help="Number of the line, as 'show' prints it.")
    ] = None,
    text: Annotated[str | None, typer.Argument(help="What it really reads.")] = None,
    page: Annotated[
        int | None, typer.Option(min=1, help="The page; needed where the document has several.")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Who says so; by default you.")] = None,
    from_csv: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Take the texts of a CSV file that 'export' wrote and you edited.",
            parser=path_of,
        ),
    ] = None,
    library: LibraryOption = None,
    *,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the last correction of the line, or of the page.")
    ] = False,
    delete: Annotated[
        bool, typer.Option("--delete", help="There is no text in the place of this line.")
    ] = False,
    history: Annotated[
        bool, typer.Option("--history", help="Show all corrections of the line, or of the page.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --from-csv: tell what would change, and change nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Correct a line of a page. What the model read is kept beside it, and every step can be undone.

    Examples:
        sanduku correct 7f3k 4 "Amina Yusuf" --page 2
        sanduku correct 7f3k 4 --page 2 --undo
        sanduku correct --from-csv checked.csv --dry-run
    """
    desk = desk_of(context, library, as_json=as_json)
    if from_csv is not None:
        if document is not None or undo or history or delete or page is not None:
            raise SandukuUsageError(
                "A file tells its documents and lines itself.", remedy="Give nothing else with --from-csv."
            )
        _correct_from_file(desk, from_csv, author, dry_run=dry_run)
        return
    if dry_run:
        raise SandukuUsageError(
            "--dry-run stands without --from-csv.", remedy="It tells what a file would change; name the file."
        )
    after = "" if delete else text
    _refuse_what_does_not_go_together(document, line, text, undo=undo, delete=delete, history=history)
    assert document is not None
    with desk.library() as opened:
        found = find_document(opened, document)
        place = Place(opened, found, _page_index(found, page))
        if history:
            _show_history(desk, place, line)
            return
        if undo:
            done = _undo(place, line, author=author or opened.author)
        else:
            assert line is not None
            assert after is not None
            done = opened.readings.correct_line(
                place.page_id, line - 1, after, author=author or opened.author
            )
        if desk.as_json:
            desk.print_json(_to_json(done, place))
        else:
            desk.print(f"{_where(desk, done, place)}: {_sentence(desk, done, place.history)}")
        if found.trashed_at is not None:
            desk.warn(
                f"{desk.name(found.name)} is in the trash, and stays there; bring it back with"
                f" 'sanduku trash restore {found.id[:8]}'."
            )


class Place:
    """A page of a document, its reading and its history as they stand now."""

    def __init__(self, library: "Library", document: "Document", index: int) -> None:
        """Look at a page, counted from 0."""
        self.document, self.index = document, index
        self.page_id = library.documents.pages(document.id)[index].id
        self.readings = library.readings

    @property
    def history(self) -> "list[Correction]":
        """All its corrections."""
        return self.readings.history(self.page_id)

    @property
    def stored(self) -> "StoredReading | None":
        """What stands on it."""
        return self.readings.of_page(self.page_id)


def _refuse_what_does_not_go_together(
    document: str | None, line: int | None, text: str | None, *, undo: bool, delete: bool, history: bool
) -> None:
    """Raise SandukuUsageError where it cannot be told what is wanted."""
    wanted = [
        name for name, given in (("--undo", undo), ("--delete", delete), ("--history", history)) if given
    ]
    if len(wanted) > 1:
        raise SandukuUsageError(
            f"{wanted[0]} and {wanted[1]} do not go together.", remedy="Give one of them."
        )
    if text and wanted:
        raise SandukuUsageError(
            f"{wanted[0]} does not go with a new text; nothing was changed.",
            remedy=f"For example: 'sanduku correct 7f3k 4 {wanted[0]}', without a text.",
        )
    if document is None or (line is None and not (undo or history)) or (text is None and not wanted):
        raise SandukuUsageError(
            "The document, the number of the line or its text is missing.",
            remedy="For example: 'sanduku correct 7f3k 4 \"Amina Yusuf\"'.",
        )
    if text is not None and not text.strip() and not wanted:
        raise SandukuUsageError(
            "An empty text takes what the line reads away.",
            which=f"line {line}",
            remedy=f"If there is no text in its place: 'sanduku correct {document} {line} --delete'.",
        )


def _page_index(document: "Document", page: int | None) -> int:
    """Return the page that is meant, from 0: which one must be said where there are several."""
    count = document.page_count
    if page is None and count > 1:
        raise SandukuUsageError(
            f"This document has {count} pages, and none was named.",
            which=document.name,
            remedy=f"Add --page with a number from 1 to {count}.",
        )
    if page is not None and page > count:
        raise NotFoundError(
            f"The document has no page {page}.",
            which=document.name,
            remedy=f"It has {counted(count, 'page')}; 'sanduku show {document.id[:8]}' shows them.",
        )
    return (page or 1) - 1


def _correct_from_file(desk: Desk, file: Path, author: str | None, *, dry_run: bool) -> None:
    """Make the corrections of a file, all of them or none."""
    rows = read_rows(file)
    with desk.library() as opened, opened.together() if not dry_run else nullcontext():
        # Within the transaction: what was compared cannot change before it is written.
        plan = plan_of(rows, opened)
        written = not dry_run and not plan.conflicts
        for edit in plan.edits if written else ():
            opened.readings.correct_line(
                edit.page_id, edit.line_id, edit.after, author=author or opened.author
            )
    if desk.as_json:
        desk.print_json(_plan_to_json(plan, written=written))
    else:
        for edit in plan.edits:
            desk.print(
                f"{_place(edit.row)}: {desk.name(edit.before)} -> {desk.name(edit.after) or '(nothing)'}"
            )
        for conflict in plan.conflicts:
            desk.print(f"Conflict in row {conflict.row.number}, {_place(conflict.row)}: {conflict.reason}")
        edits = counted(len(plan.edits), "line")
        told = f"{edits} corrected." if written else f"{edits} to correct; nothing was changed."
        desk.print(f"{told} {counted(plan.unchanged, 'row')} without a change.")
    if plan.conflicts:
        raise CorrectionFileError(
            f"{counted(len(plan.conflicts), 'row')} of this file cannot be taken over; nothing was changed.",
            which=file,
            remedy="Settle these rows as told, or take them out of the file; then do it again.",
        )


def _place(row: Row) -> str:
    return f"{row.document_id[:8]} page {row.page} line {row.line}"


def _plan_to_json(plan: Plan, *, written: bool) -> dict[str, object]:
    def place(row: Row) -> dict[str, object]:
        return {
            "row": row.number,
            "document_id": row.document_id,
            "page_index": row.page - 1,
            "line_number": row.line,
        }

    return {
        "written": written,
        "changes": [{**place(each.row), "before": each.before, "after": each.after} for each in plan.edits],
        "conflicts": [
            {**place(each.row), "text": each.row.text, "reason": each.reason} for each in plan.conflicts
        ],
        "unchanged": plan.unchanged,
    }


def _undo(place: Place, line: int | None, *, author: str) -> "Correction":
    """Take back the last correction of a line, or of the page where none is named."""
    which = f"{place.document.name}, page {place.index + 1}"
    if line is None:
        undone = place.readings.undo_last(place.page_id, author=author)
        if undone is None:
            raise NotFoundError(
                "There is no correction to take back on this page.",
                which=which,
                remedy=f"'sanduku correct {place.document.id[:8]} --page {place.index + 1} --history' shows"
                " what was done.",
            )
        return undone
    stored = place.readings.required(place.page_id)
    if line > len(stored.makers):
        raise NotFoundError(
            f"The page has no line {line}.",
            which=which,
            remedy=f"It has {counted(len(stored.makers), 'line')}.",
        )
    made_by = stored.makers[line - 1]
    if made_by is None:
        raise NotFoundError(
            "This line stands as it was read; there is no correction of it to take back.",
            which=f"{which}, line {line}",
            remedy="Without the number of a line, --undo takes back the last correction of the page.",
        )
    return place.readings.undo_correction(made_by.id, author=author)


def _show_history(desk: Desk, place: Place, line: int | None) -> None:
    every, stored = place.history, place.stored
    chosen = [each for each in every if line is None or _line_number(each, every, stored) == line]
    if desk.as_json:
        desk.print_json({"corrections": [_to_json(each, place) for each in chosen]})
        return
    for each in chosen:
        where = _where(desk, each, place)
        desk.print(f"{each.made_at[:19]}  {each.author}  {where}  {_sentence(desk, each, every)}")
    if not chosen:
        which = "on this page" if line is None else "in this line"
        desk.say(f"{desk.name(place.document.name)}, page {place.index + 1}: nothing was corrected {which}.")


def _where(desk: Desk, correction: "Correction", place: Place) -> str:
    """Tell of which document, page and line a correction is."""
    number = _line_number(correction, place.history, place.stored)
    line = "a line that is gone" if number is None else f"line {number}"
    return f"{desk.name(place.document.name)}, page {place.index + 1}, {line}"


def _texts(correction: "Correction") -> tuple[str, str]:
    before = " / ".join(each.line.text for each in correction.previous)
    return before, " / ".join(each.line.text for each in correction.replacement)


def _about(correction: "Correction", history: "list[Correction]") -> "Correction":
    """Return the correction that an undoing or redoing is about; any other is about itself."""
    return next((each for each in history if each.id == correction.about), correction)


def _line_number(
    correction: "Correction", history: "list[Correction]", stored: "StoredReading | None"
) -> int | None:
    """Return the number that 'show' gives the line of a correction now; None if the line is gone."""
    about = _about(correction, history)
    if stored is None or about.reading_id != stored.id:
        return None
    ids = [placed.id for placed in (*about.replacement, *about.previous)]
    return next((stored.line_ids.index(each) + 1 for each in ids if each in stored.line_ids), None)


def _sentence(desk: Desk, correction: "Correction", history: "list[Correction]") -> str:
    about = _about(correction, history)
    before, after = (desk.name(text) or "(nothing)" for text in _texts(about))
    if correction.kind == "undo":
        before, after = after, before
    if about.kind == "text" and before == after:
        return f"{'accepted' if correction is about else correction.kind}: {after}"
    return f"{correction.kind}: {before} -> {after}"


def _to_json(correction: "Correction", place: Place) -> dict[str, object]:
    before, after = _texts(correction)
    return {
        "id": correction.id,
        "kind": correction.kind,
        "before": before,
        "after": after,
        "about": correction.about,
        "document_id": place.document.id,
        "document_name": place.document.name,
        "page_index": place.index,
        "line_number": _line_number(correction, place.history, place.stored),
        "author": correction.author,
        "made_at": correction.made_at,
    }
