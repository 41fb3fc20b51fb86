"""``sanduku describe``: what pages and photos show."""

from enum import StrEnum
from typing import Annotated

import typer

from engine.answer import AnswerTask
from engine.cli.answer_showing import answer_to_json, show_answer
from engine.cli.asking import PageAsked, ask_about, error_of, pages_of, tell_failures
from engine.cli.choosing import chosen_documents, document_filter
from engine.cli.desk import desk_of, error_to_json
from engine.cli.options import (
    BatchOption,
    BelowOption,
    InOption,
    JsonOption,
    LanguageOption,
    LibraryOption,
    PackOption,
    PageOption,
    PrecisionOption,
    ProfileOption,
    SomeDocumentsArgument,
    StatusOption,
)
from engine.cli.showing import counted


class StyleWord(StrEnum):
    """How a page is described; see ``engine.vision.tasks.describing``."""

    SHORT = "short"
    DETAILED = "detailed"
    BLIND = "blind"


def describe(
    context: typer.Context,
    documents: SomeDocumentsArgument = None,
    page: PageOption = None,
    style: Annotated[
        StyleWord, typer.Option(help="In a sentence, in detail, or for a person who cannot see it.")
    ] = StyleWord.SHORT,
    answer_language: InOption = "en",
    profile: ProfileOption = None,
    pack: PackOption = None,
    precision: PrecisionOption = None,
    status: StatusOption = None,
    language: LanguageOption = None,
    below: BelowOption = None,
    batch: BatchOption = None,
    library: LibraryOption = None,
    *,
    again: Annotated[
        bool, typer.Option("--again", help="Also pages that a model has described like this before.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Describe pages and photos with an image model; without one, by what was read on them, labelled so.

    Numbers and names that a description quotes are looked for on the page, and told if no line holds them.

    Examples:
        sanduku describe 7f3k
        sanduku describe 7f3k --style blind --in fr
        sanduku describe --status read --json > described.json
    """
    from engine.library import Order

    desk = desk_of(context, library, as_json=as_json)
    wanted = document_filter(status=status, language=language, below=below, batch=batch)
    with desk.library() as opened:
        chosen = list(chosen_documents(opened, documents or [], wanted, Order.OLDEST))
        pages = list(pages_of(opened, chosen, page))

        def is_described(each: PageAsked) -> bool:
            return any(
                (known.answer.question, known.answer.language) == (style.value, answer_language)
                and not known.answer.grounded
                for known in opened.answers.of_page(each.page.id, task=AnswerTask.DESCRIBE)
            )

        # Whoever names a document wants to see it described; of a whole library only what is new.
        skipped = [] if again or documents else [each for each in pages if is_described(each)]
        left = [each for each in pages if each not in skipped]
        wishes = {
            "style": style.value,
            "language": answer_language,
            "profile": profile,
            "pack": pack,
            "precision": precision,
        }
        outcome = ask_about(
            desk, opened, left, AnswerTask.DESCRIBE, wishes, waiting=len(left) == 1, what="Describing"
        )
        if skipped:
            desk.say(f"{counted(len(skipped), 'page')} described before; --again describes them anew.")
        if desk.as_json:
            desk.print_json(
                {
                    "answers": [
                        answer_to_json(asked.document.name, asking.answer)
                        for asked, asking in outcome.asked
                        if asking.answer is not None
                    ],
                    "failed": [error_to_json(error_of(*each)) for each in outcome.failed],
                    "skipped": len(skipped),
                    "unread_pages": outcome.unread,
                }
            )
        else:
            for asked, asking in outcome.asked:
                if asking.answer is not None:
                    show_answer(desk, asked.document.name, asking.answer, pages=asked.document.page_count)
        code = tell_failures(desk, outcome)
    raise typer.Exit(code)
