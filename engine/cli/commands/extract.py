"""``sanduku extract``: typed values out of pages, by a schema."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.answer import AnswerTask, Concern
from engine.cli.answer_showing import answer_to_json
from engine.cli.asking import Outcome, ask_about, error_of, pages_of, tell_failures
from engine.cli.choosing import chosen_documents, document_filter
from engine.cli.desk import Desk, desk_of, error_to_json
from engine.cli.given import path_of
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
from engine.errors import NotFoundError

if TYPE_CHECKING:
    from engine.answer import Answer, AnswerField


def extract(
    context: typer.Context,
    schema: Annotated[
        Path,
        typer.Option("--schema", metavar="FILE", help="A JSON schema of the values.", parser=path_of),
    ],
    documents: SomeDocumentsArgument = None,
    page: PageOption = None,
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
    as_json: JsonOption = False,
) -> None:
    """Extract values that a JSON schema names, each with the line that it stands on.

    A value that no line of the page holds is marked with ?; one that is not there stays empty. A schema is
    such as {"type": "object", "properties": {"name": {"type": "string"}, "total": {"type": "number"}}}.

    Examples:
        sanduku extract 7f3k --schema card.json
        sanduku extract --status read --schema card.json --json > values.json
    """
    from engine.library import Order
    from engine.vision.tasks.schema import read_schema

    desk = desk_of(context, library, as_json=as_json)
    wishes = {
        "schema": read_schema(_text_of(schema)),
        "language": answer_language,
        "profile": profile,
        "pack": pack,
        "precision": precision,
    }
    wanted = document_filter(status=status, language=language, below=below, batch=batch)
    with desk.library() as opened:
        chosen = list(chosen_documents(opened, documents or [], wanted, Order.OLDEST))
        pages = list(pages_of(opened, chosen, page))
        outcome = ask_about(
            desk, opened, pages, AnswerTask.EXTRACT, wishes, waiting=len(pages) == 1, what="Extracting"
        )
        if desk.as_json:
            desk.print_json(_as_json(outcome))
        else:
            _show(desk, outcome)
        code = tell_failures(desk, outcome)
    raise typer.Exit(code)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise NotFoundError(
            "The file with the schema cannot be read.", which=path, remedy="Check its name and its rights."
        ) from error


def _as_json(outcome: Outcome) -> dict[str, Any]:
    answers = [
        answer_to_json(asked.document.name, asking.answer)
        for asked, asking in outcome.asked
        if asking.answer is not None
    ]
    values = [{field["name"]: field["value"] for field in answer["fields"]} for answer in answers]
    doubted = [sorted({each["about"] for each in answer["findings"] if each["about"]}) for answer in answers]
    return {
        "values": values,
        "doubtful": doubted,
        "answers": answers,
        "failed": [error_to_json(error_of(*each)) for each in outcome.failed],
        "unread_pages": outcome.unread,
    }


def _show(desk: Desk, outcome: Outcome) -> None:
    rows = []
    for asked, asking in outcome.asked:
        if asking.answer is None:
            continue
        answer = asking.answer.answer
        rows += [
            (desk.name(asked.document.name), str(asked.page.index + 1), field.name, *_told(field, answer))
            for field in answer.fields
        ]
    desk.table(("document", "page", "value", "reads", "stands on"), rows)


def _told(field: "AnswerField", answer: "Answer") -> tuple[str, str]:
    about = {finding.concern for finding in answer.findings if finding.about == field.name}
    if about & {Concern.REFUSED_IDENTITY, Concern.REFUSED_TRAIT}:
        return "", "never guessed from a photo"
    doubted = bool(about)
    value = "" if field.value is None else str(field.value)
    if field.value is None or field.evidence is None:
        return value, "not found" if field.value is None else ""
    if not field.evidence.on_page:
        return f"? {value}", "no line of the page"
    line = f"line {(field.evidence.line or 0) + 1}: {field.evidence.line_text}"
    return (f"? {value}" if doubted else value), line
