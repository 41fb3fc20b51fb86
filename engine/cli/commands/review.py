"""``sanduku review``: look at the doubtful lines one by one, and say what they read."""

import secrets
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from engine.cli.choosing import chosen_documents, document_filter
from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.options import BatchOption, BelowOption, LanguageOption, LibraryOption, StatusOption
from engine.cli.showing import counted
from engine.cli.work_on import bar, work_through
from engine.errors import ExitCode, NotFoundError

if TYPE_CHECKING:
    from engine.library import Document, Library


def review(
    context: typer.Context,
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOCUMENT]...", help="Ids, or beginnings of them; none means all, or what a filter says."
        ),
    ] = None,
    status: StatusOption = None,
    language: LanguageOption = None,
    below: BelowOption = None,
    batch: BatchOption = None,
    author: Annotated[str | None, typer.Option(help="Who answers; by default you.")] = None,
    library: LibraryOption = None,
    *,
    model: Annotated[
        bool, typer.Option("--model", help="Have an image model read each doubtful line first.")
    ] = False,
) -> None:
    """Look at the doubtful lines one by one: accept, edit or skip each.

    Each line is shown with its neighbours, its place on the page and what else it may read. Have the paper
    or the file at hand. Every answer is kept at once and can be undone; quit whenever you like, and the next
    review goes on with what is still doubtful. Documents that are least sure come first.

    Examples:
        sanduku review 7f3k
        sanduku review --language ar --below 0.8
        sanduku review 7f3k --model
    """
    from engine.cli.reviewing import KEYS, Reviewer
    from engine.library import Order

    desk = desk_of(context, library)
    if not sys.stdin.isatty() or desk.as_json:
        raise SandukuUsageError(
            "A review needs a person at a terminal.",
            remedy="For programs and spreadsheets: 'sanduku export -f csv' and 'sanduku correct --from-csv'.",
        )
    narrowed = document_filter(status=status, language=language, below=below, batch=batch)
    with desk.library() as opened:
        chosen: Iterable[Document] = chosen_documents(
            opened, documents or [], narrowed, Order.LEAST_CONFIDENT
        )
        if model:
            chosen = list(chosen)
            _ask_model(desk, opened, chosen)
        desk.say(KEYS, style="dim")
        reviewer = Reviewer(
            desk,
            opened,
            author=author or opened.author,
            ask=lambda question: _ask(desk, question),
            edit=lambda text: _edit(desk, text),
        )
        done = reviewer.walk(chosen)
    if not done.shown:
        desk.print("No line is doubtful.")
        return
    settled = done.accepted + done.corrected + done.deleted
    desk.print(
        f"\n{counted(settled, 'line')} settled: {done.accepted} accepted, {done.corrected} corrected,"
        f" {done.deleted} deleted. {done.skipped} skipped."
    )
    desk.say("What is still doubtful comes again with 'sanduku review'.")
    if done.stopped:
        raise typer.Exit(ExitCode.CANCELLED)


def _ask_model(desk: Desk, library: "Library", documents: "Iterable[Document]") -> None:
    """Have an image model read the doubtful lines, and wait until what it reads stands beside the others."""
    batch, threshold = secrets.token_hex(8), desk.settings.reading.doubt_threshold
    asked = [
        job
        for document in documents
        for page in library.documents.pages(document.id)
        if page.image_sha256 is not None
        for job in library.regions.ask_model(page.id, threshold=threshold, batch=batch)
    ]
    draws = partial(bar, what="Asking the model")
    work_through(desk, library, batch=batch, processes=1, tasks=("read-region",), draws=draws)
    for number in asked:
        with suppress(NotFoundError):  # its document may have been removed meanwhile
            job = library.jobs.get(number)
            if job.error_message:
                desk.warn(f"{job.error_message} {job.error_remedy or ''}".strip())
                return


def _ask(desk: Desk, question: str) -> str:
    desk.err.print(f"[bold]{escape(question)}[/]:", end=" ")
    return input()


def _edit(desk: Desk, text: str) -> str:
    """Let the person edit a text, in place where the terminal can."""
    if sys.platform == "win32":  # which has no readline: the text is typed anew
        return _typed_anew(desk)
    try:
        import readline
    except ImportError:
        return _typed_anew(desk)
    desk.err.print("Edit the text, then press Enter:")
    # Without readline's own markers: it would not know how wide a prompt in another direction is.
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        return input()
    finally:
        readline.set_startup_hook(None)


def _typed_anew(desk: Desk) -> str:
    desk.err.print("What the line reads (Enter alone changes nothing):", end=" ")
    return input()
