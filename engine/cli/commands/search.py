"""``sanduku search``: find words in all documents."""

from typing import Annotated

import typer
from rich.text import Text

from engine.cli.answer_showing import answer_to_json
from engine.cli.desk import SandukuUsageError, desk_of
from engine.cli.options import JsonOption, LibraryOption, LimitOption, OffsetOption
from engine.cli.showing import counted


def search(
    context: typer.Context,
    query: Annotated[
        list[str], typer.Argument(help='Words; "a phrase" in quotes; -word to leave out; word* for more.')
    ],
    language: Annotated[str | None, typer.Option(help="Only pages with this language, such as 'ar'.")] = None,
    limit: LimitOption = 20,
    offset: OffsetOption = 0,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Find pages by their text, however it is accented, in all languages at once, and answers about them.

    Examples:
        sanduku search amoxicillin
        sanduku search '"bulletin de naissance"' --language fr
    """
    desk = desk_of(context, library, as_json=as_json)
    words = " ".join(query)
    if not any(letter.isalnum() for letter in words):
        raise SandukuUsageError(
            "There is no word to search for.", remedy="For example: 'sanduku search amoxicillin'."
        )
    with desk.library() as opened:
        found = opened.search.find(words, limit=limit, offset=offset, language=language)
        progress = opened.jobs.progress()
        answers = opened.answers.search(words, limit=limit, offset=offset)
        names = {each.document_id: opened.documents.get(each.document_id).name for each in answers.answers}
    unread = progress.queued + progress.running
    if desk.as_json:
        hits = [
            {
                "document_id": hit.document_id,
                "document_name": hit.document_name,
                "page_id": hit.page_id,
                "page_index": hit.page_index,
                "line_number": None if hit.line_number is None else hit.line_number + 1,
                "text": "".join(piece for piece, _ in hit.snippet),
                "pieces": [{"text": piece, "found": marked} for piece, marked in hit.snippet],
            }
            for hit in found.hits
        ]
        desk.print_json(
            {
                "total": found.total,
                "within_words": found.within_words,
                "unread_pages": unread,
                "hits": hits,
                "answers_total": answers.total,
                "answers": [answer_to_json(names[each.document_id], each) for each in answers.answers],
            }
        )
        return
    for hit in found.hits:
        line = "" if hit.line_number is None else f", line {hit.line_number + 1}"
        desk.out.print(
            Text(f"{desk.name(hit.document_name)}", style="bold")
            + Text(f"  [{hit.document_id[:8]}] page {hit.page_index + 1}{line}", style="dim not bold"),
            soft_wrap=True,
        )
        pieces = [(desk.clean(piece), "bold green" if marked else "") for piece, marked in hit.snippet]
        desk.out.print(Text.assemble("  ", *pieces), soft_wrap=True)
    if found.within_words:
        desk.say("No page has these words; they were found within longer ones.")
    if answers.answers:
        desk.out.print(Text("\nIn answers and descriptions, which a model can have wrong:", style="dim"))
        for each in answers.answers:
            where = f"  [{each.document_id[:8]}] page {each.page_index + 1}"
            name = Text(desk.name(names[each.document_id]), style="bold")
            desk.out.print(name + Text(where, style="dim not bold"), soft_wrap=True)
            desk.print(f"  {' '.join(each.text.split())}")
    if found.total == 0 and not answers.total:
        desk.say("Nothing was found.")
    elif found.total > len(found.hits):
        desk.say(f"{len(found.hits)} of {found.total:,} pages; more with --limit or --offset.")
    if unread:
        are = "is" if unread == 1 else "are"
        desk.say(
            f"{counted(unread, 'page')} {are} not read yet and {are} not in the search; see 'sanduku work'."
        )
