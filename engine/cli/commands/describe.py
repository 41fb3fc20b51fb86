"""``sanduku describe``: what pages and photos show."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from engine.answer import AnswerTask
from engine.cli.answer_showing import answer_to_json, show_answer
from engine.cli.asking import Outcome, PageAsked, ask_about, error_of, pages_of, tell_failures
from engine.cli.choosing import chosen_documents, document_filter
from engine.cli.desk import Desk, desk_of, error_to_json
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

if TYPE_CHECKING:
    from engine.library import Library


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
        StyleWord | None,
        typer.Option(help="In a sentence, in detail, or for a person who cannot see it.  [usually: short]"),
    ] = None,
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
    wishes = {
        "style": _usual_style(desk) if style is None else style.value,
        "language": answer_language,
        "profile": profile,
        "pack": pack,
        "precision": precision,
    }
    with desk.library() as opened:
        chosen = list(chosen_documents(opened, documents or [], wanted, Order.OLDEST))
        pages = list(pages_of(opened, chosen, page))
        # Whoever names a document wants to see it described; of a whole library only what is new.
        new = (
            pages if again or documents else [each for each in pages if not _described(opened, each, wishes)]
        )
        outcome = ask_about(
            desk, opened, new, AnswerTask.DESCRIBE, wishes, waiting=len(new) == 1, what="Describing"
        )
        _tell(desk, outcome, skipped=len(pages) - len(new))
        code = tell_failures(desk, outcome)
    raise typer.Exit(code)


def _usual_style(desk: Desk) -> str:
    """Return the style that a person chose for all descriptions, else the shortest."""
    from engine.packs.shelf import Shelf

    return Shelf.at(desk.places).choice(AnswerTask.DESCRIBE).length or StyleWord.SHORT.value


def _described(library: "Library", asked: PageAsked, wishes: Mapping[str, str | None]) -> bool:
    """Return whether a model has described a page in this style and language before."""
    return any(
        (known.answer.question, known.answer.language) == (wishes["style"], wishes["language"])
        and not known.answer.grounded
        for known in library.answers.of_page(asked.page.id, task=AnswerTask.DESCRIBE)
    )


def _tell(desk: Desk, outcome: Outcome, *, skipped: int) -> None:
    """Show the descriptions, and how many pages were left out since they were described before."""
    if skipped:
        desk.say(f"{counted(skipped, 'page')} described before; --again describes them anew.")
    answered = [(asked, asking.answer) for asked, asking in outcome.asked if asking.answer is not None]
    if not desk.as_json:
        for asked, answer in answered:
            show_answer(desk, asked.document.name, answer, pages=asked.document.page_count)
        return
    desk.print_json(
        {
            "answers": [answer_to_json(asked.document.name, answer) for asked, answer in answered],
            "failed": [error_to_json(error_of(*each)) for each in outcome.failed],
            "skipped": skipped,
            "unread_pages": outcome.unread,
        }
    )
