"""``sanduku ask``: a free question about a document."""

from enum import StrEnum
from typing import Annotated

import typer

from engine.answer import AnswerTask
from engine.cli.answer_showing import answer_to_json, show_answer
from engine.cli.asking import ask_about, error_of, pages_of, tell_failures
from engine.cli.choosing import find_document
from engine.cli.desk import desk_of, error_to_json
from engine.cli.options import (
    DocumentArgument,
    InOption,
    JsonOption,
    LibraryOption,
    PackOption,
    PageOption,
    PrecisionOption,
    ProfileOption,
)


class LengthWord(StrEnum):
    """How much is answered; see :data:`engine.answer.LENGTHS`."""

    USUAL = "usual"
    SHORT = "short"
    LONG = "long"


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="What you want to know, in quotes.")],
    document: DocumentArgument,
    page: PageOption = None,
    length: Annotated[
        LengthWord | None, typer.Option(help="In a word or two, briefly, or in full sentences.")
    ] = None,
    answer_language: InOption = "en",
    profile: ProfileOption = None,
    pack: PackOption = None,
    precision: PrecisionOption = None,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Ask a question about a document; each of its pages is asked, or the one that --page names.

    What an answer quotes is looked for on the page, and told if no line holds it. Who a person in a photo is,
    or what traits somebody has, is never answered.

    Examples:
        sanduku ask "How many blankets were given out?" 7f3k
        sanduku ask "Que montre la photo ?" 7f3k --in fr --profile detailed --length long
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        found = find_document(opened, document)
        wishes = {
            "question": question,
            "length": length and length.value,
            "language": answer_language,
            "profile": profile,
            "pack": pack,
            "precision": precision,
        }
        pages = list(pages_of(opened, [found], page))
        outcome = ask_about(desk, opened, pages, AnswerTask.ASK, wishes, waiting=True, what="Asking")
        if desk.as_json:
            answers = [
                answer_to_json(found.name, asking.answer)
                for _, asking in outcome.asked
                if asking.answer is not None
            ]
            failed = [error_to_json(error_of(*each)) for each in outcome.failed]
            if answers or not failed:
                desk.print_json({"answers": answers, "failed": failed, "unread_pages": outcome.unread})
        else:
            for _, asking in outcome.asked:
                if asking.answer is not None:
                    show_answer(desk, found.name, asking.answer, pages=found.page_count)
        code = tell_failures(desk, outcome)
    raise typer.Exit(code)
