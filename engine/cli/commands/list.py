"""``sanduku list``: the documents of the library."""

from typing import Annotated

import typer

from engine.cli.choosing import document_filter
from engine.cli.desk import desk_of
from engine.cli.options import (
    BatchOption,
    BelowOption,
    JsonOption,
    LanguageOption,
    LibraryOption,
    LimitOption,
    OffsetOption,
    StatusOption,
)
from engine.cli.showing import document_to_json
from engine.cli.words import OrderWord


def list_documents(
    context: typer.Context,
    name: Annotated[str | None, typer.Option(help="Only names that contain this.")] = None,
    status: StatusOption = None,
    language: LanguageOption = None,
    below: BelowOption = None,
    batch: BatchOption = None,
    order: Annotated[OrderWord, typer.Option(help="What comes first.")] = OrderWord.NEWEST,
    limit: LimitOption = 50,
    offset: OffsetOption = 0,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """List documents: how far their reading is, and how sure it is.

    Example: sanduku list --below 0.8 --order least-confident
    """
    from engine.library import Order

    desk = desk_of(context, library, as_json=as_json)
    wanted = document_filter(name=name, status=status, language=language, below=below, batch=batch)
    with desk.library() as opened:
        documents = opened.documents.find(wanted, limit=limit, offset=offset, order=Order(order.value))
        total = opened.documents.count(wanted)
    if desk.as_json:
        desk.print_json({"total": total, "documents": [document_to_json(each) for each in documents]})
        return
    rows = [
        (
            each.id[:8],
            each.status.value,
            f"{each.pages_read}/{each.page_count}",
            "" if each.lowest_confidence is None else f"{each.lowest_confidence:.0%}",
            " ".join(each.languages),
            each.added_at[:10],
            desk.name(each.name),
        )
        for each in documents
    ]
    desk.table(("id", "status", "pages", "least sure", "languages", "added", "name"), rows)
    if total > len(documents):
        desk.say(f"{len(documents)} of {total:,} documents; more with --limit or --offset.")
