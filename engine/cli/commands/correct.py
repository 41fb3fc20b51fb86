"""``sanduku correct``: say what a line really reads, take that back, and see who said what."""

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.options import DocumentArgument, JsonOption, LibraryOption
from engine.errors import NotFoundError

if TYPE_CHECKING:
    from engine.library import Correction, Library, StoredReading


def correct(
    context: typer.Context,
    document: DocumentArgument,
    line: Annotated[
        int | None, typer.Argument(min=1, help="Number of the line, as 'show' prints it.")
    ] = None,
    text: Annotated[str | None, typer.Argument(help="What it really reads.")] = None,
    page: Annotated[int, typer.Option(min=1, help="The page.")] = 1,
    author: Annotated[str | None, typer.Option(help="Who says so; by default you.")] = None,
    library: LibraryOption = None,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Take back the last correction of the page.")] = False,
    history: Annotated[bool, typer.Option("--history", help="Show all corrections of the page.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Correct a line of a page. What the model read is kept beside it, and every step can be undone.

    Examples:
        sanduku correct 7f3k 4 "Amina Yusuf" --page 2
        sanduku correct 7f3k --page 2 --undo
    """
    desk = desk_of(context, library, as_json=as_json)
    if not (undo or history) and (line is None or text is None):
        raise SandukuUsageError(
            "The line and its text are missing.",
            remedy="For example: 'sanduku correct 7f3k 4 \"Amina Yusuf\"'.",
        )
    with desk.library() as opened:
        found = opened.documents.get(document)
        pages = opened.documents.pages(found.id)
        if page > len(pages):
            raise NotFoundError(
                f"The document has no page {page}.", which=found.name, remedy=f"It has {len(pages)}."
            )
        page_id, who = pages[page - 1].id, author or opened.author
        if history:
            _show_history(desk, opened.readings.history(page_id), opened.readings.of_page(page_id))
            return
        if undo:
            done = opened.readings.undo_correction(_last(opened, found.name, page, page_id), author=who)
        else:
            assert line is not None
            assert text is not None
            done = opened.readings.correct_line(page_id, line - 1, text, author=who)
        history_of_page, stored = opened.readings.history(page_id), opened.readings.of_page(page_id)
    if desk.as_json:
        desk.print_json(_to_json(done, history_of_page, stored))
    else:
        desk.print(_sentence(desk, done, history_of_page))


def _last(library: "Library", name: str, page: int, page_id: str) -> str:
    stored = library.readings.of_page(page_id)
    corrections = () if stored is None else stored.corrections
    undone = {each.about: each.kind for each in corrections if each.about}
    for each in reversed(corrections):
        if each.about is None and undone.get(each.id) != "undo":
            return each.id
    raise NotFoundError("There is no correction to take back on this page.", which=f"{name}, page {page}")


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
