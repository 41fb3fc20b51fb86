"""``sanduku answers``: what image models said of a document, and what a person says of that."""

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.answer_showing import answer_to_json, show_answer
from engine.cli.choosing import find_document
from engine.cli.desk import desk_of
from engine.cli.options import DocumentArgument, JsonOption, LibraryOption
from engine.errors import NotFoundError

if TYPE_CHECKING:
    from engine.library import Library

answers = typer.Typer(help="List what image models said of a document; accept, reject or correct it.")
AnswerArgument = Annotated[str, typer.Argument(metavar="ANSWER", help="Its id or the beginning of it.")]


@answers.command("list")
def list_answers(
    context: typer.Context,
    document: DocumentArgument,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """List the answers about a document, page by page, the latest first.

    Example: sanduku answers list 7f3k
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        found = find_document(opened, document)
        pages = opened.documents.pages(found.id)
        listed = [each for page in pages for each in opened.answers.of_page(page.id)]
    if desk.as_json:
        desk.print_json({"answers": [answer_to_json(found.name, each) for each in listed]})
        return
    for each in listed:
        show_answer(desk, found.name, each, pages=found.page_count, with_id=True)
    if not listed:
        desk.say("Nothing was asked about this document; see 'sanduku ask' and 'sanduku describe'.")


@answers.command()
def accept(context: typer.Context, answer: AnswerArgument, library: LibraryOption = None) -> None:
    """Say that an answer is right.

    Example: sanduku answers accept 3kq9
    """
    desk = desk_of(context, library)
    with desk.library() as opened:
        opened.answers.accept(_id_of(opened, answer))
    desk.print("Accepted.")


@answers.command()
def reject(
    context: typer.Context,
    answer: AnswerArgument,
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    library: LibraryOption = None,
) -> None:
    """Say that an answer is wrong; it stays, marked so, and is found no more.

    Example: sanduku answers reject 3kq9 --reason "These are tarpaulins."
    """
    desk = desk_of(context, library)
    with desk.library() as opened:
        opened.answers.reject(_id_of(opened, answer), reason)
    desk.print("Rejected.")


@answers.command()
def correct(
    context: typer.Context,
    answer: AnswerArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What it should say, in quotes.")],
    library: LibraryOption = None,
) -> None:
    """Say what an answer should say; the model's words stay beside yours.

    Example: sanduku answers correct 3kq9 "42 tarpaulins"
    """
    desk = desk_of(context, library)
    with desk.library() as opened:
        opened.answers.correct(_id_of(opened, answer), text)
    desk.print("Corrected.")


@answers.command()
def undo(context: typer.Context, answer: AnswerArgument, library: LibraryOption = None) -> None:
    """Take back what was said of an answer.

    Example: sanduku answers undo 3kq9
    """
    desk = desk_of(context, library)
    with desk.library() as opened:
        opened.answers.withdraw(_id_of(opened, answer))
    desk.print("Taken back.")


def _id_of(library: "Library", given: str) -> str:
    """Return the id that begins so; raises NotFoundError where there is none, or there are several."""
    found = library.answers.ids(given)
    if len(found) == 1:
        return found[0]
    raise NotFoundError(
        "Several answers have an id that begins so." if found else "There is no such answer.",
        which=given,
        remedy="Give more of the id." if found else "Run 'sanduku answers list DOCUMENT' to see them.",
    )
