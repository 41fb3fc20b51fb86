"""``sanduku correct``: say what a line really reads, take that back, and see who said what."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.correction_file import CorrectionFileError, Plan, Row, plan_of, read_rows
from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.options import JsonOption, LibraryOption
from engine.cli.showing import counted
from engine.errors import NotFoundError

if TYPE_CHECKING:
    from engine.library import Correction, Document, Library, StoredReading


def correct(
    context: typer.Context,
    document: Annotated[
        str | None,
        typer.Argument(metavar="DOCUMENT", help="Its id, or a beginning of it that no other has."),
    ] = None,
    line: Annotated[
        int | None, typer.Argument(min=1, help="Number of the line, as 'show' prints it.")
    ] = None,
    text: Annotated[str | None, typer.Argument(help="What it really reads.")] = None,
    page: Annotated[int, typer.Option(min=1, help="The page.")] = 1,
    author: Annotated[str | None, typer.Option(help="Who says so; by default you.")] = None,
    from_csv: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Take the texts of a CSV file that 'export' wrote and you edited."),
    ] = None,
    library: LibraryOption = None,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last correction of the page.")] = False,
    history: Annotated[bool, typer.Option("--history", help="Show all corrections of the page.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --from-csv: tell what would change, and change nothing.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Correct a line of a page. What the model read is kept beside it, and every step can be undone.

    Examples:
        sanduku correct 7f3k 4 "Amina Yusuf" --page 2
        sanduku correct 7f3k --page 2 --undo
        sanduku correct --from-csv checked.csv --dry-run
    """
    desk = desk_of(context, library, as_json=as_json)
    if from_csv is not None:
        if document is not None or undo or history:
            raise SandukuUsageError(
                "A file tells its documents and lines itself.", remedy="Give nothing else with --from-csv."
            )
        _correct_from_file(desk, from_csv, author, dry_run=dry_run)
        return
    if document is None or dry_run or (not (undo or history) and (line is None or text is None)):
        raise SandukuUsageError(
            "The document, the line or its text is missing, or --dry-run stands without --from-csv.",
            remedy="For example: 'sanduku correct 7f3k 4 \"Amina Yusuf\"'.",
        )
    with desk.library() as opened:
        found = opened.documents.get(document)
        page_id, who = _page_id(opened, found, page), author or opened.author
        if history:
            _show_history(desk, opened.readings.history(page_id), opened.readings.of_page(page_id))
            return
        if undo:
            done = _undo(opened, page_id, author=who, which=f"{found.name}, page {page}")
        else:
            assert line is not None
            assert text is not None
            done = opened.readings.correct_line(page_id, line - 1, text, author=who)
        history_of_page, stored = opened.readings.history(page_id), opened.readings.of_page(page_id)
    if desk.as_json:
        desk.print_json(_to_json(done, history_of_page, stored))
    else:
        desk.print(_sentence(desk, done, history_of_page))


def _page_id(library: "Library", document: "Document", page: int) -> str:
    pages = library.documents.pages(document.id)
    if page > len(pages):
        raise NotFoundError(
            f"The document has no page {page}.", which=document.name, remedy=f"It has {len(pages)}."
        )
    return pages[page - 1].id


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


def _undo(library: "Library", page_id: str, *, author: str, which: str) -> "Correction":
    undone = library.readings.undo_last(page_id, author=author)
    if undone is None:
        raise NotFoundError("There is no correction to take back on this page.", which=which)
    return undone


def _show_history(desk: Desk, corrections: "list[Correction]", stored: "StoredReading | None") -> None:
    if desk.as_json:
        found = [_to_json(each, corrections, stored) for each in corrections]
        desk.print_json({"corrections": found})
        return
    for each in corrections:
        number = _line_number(each, corrections, stored)
        where = "a line that is gone" if number is None else f"line {number}"
        desk.print(f"{each.made_at[:19]}  {each.author}  {where}  {_sentence(desk, each, corrections)}")
    if not corrections:
        desk.say("Nothing was corrected on this page.")


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


def _to_json(
    correction: "Correction", history: "list[Correction]", stored: "StoredReading | None"
) -> dict[str, object]:
    before, after = _texts(correction)
    return {
        "id": correction.id,
        "kind": correction.kind,
        "before": before,
        "after": after,
        "about": correction.about,
        "line_number": _line_number(correction, history, stored),
        "author": correction.author,
        "made_at": correction.made_at,
    }
