"""``sanduku photos``: find photos by words, find those that look alike, and sort them by what they show."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.answer import AnswerTask, SceneLabel
from engine.cli.answer_showing import answer_to_json
from engine.cli.asking import PageAsked, ask_about, error_of, pages_of, tell_failures
from engine.cli.choosing import chosen_documents, find_document
from engine.cli.commands.calibrate import calibrate
from engine.cli.desk import Desk, SandukuUsageError, desk_of, error_to_json
from engine.cli.given import share_of
from engine.cli.options import (
    DocumentArgument,
    InOption,
    JsonOption,
    LibraryOption,
    LimitOption,
    OffsetOption,
    PackOption,
    PrecisionOption,
    ProfileOption,
    SomeDocumentsArgument,
)
from engine.cli.showing import counted
from engine.cli.work_on import step
from engine.errors import NotFoundError

if TYPE_CHECKING:
    from engine.library import Library, Photo

photos = typer.Typer(
    help="Find photos by words, find those that look alike, and sort them by what they show."
)
photos.command("calibrate")(calibrate)
_IMAGES = "image/"
_ALIKE = 0.97


@photos.command()
def prepare(
    context: typer.Context,
    pack: PackOption = None,
    precision: PrecisionOption = None,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Look at all pages that were not looked at yet, so that they can be found by words and by likeness.

    Example: sanduku photos prepare
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        pack_id = _pack_id(desk, pack)
        found = [opened.documents.page(page_id) for page_id in opened.photos.without_vector(pack_id)]
        named = {each.id: each for each in opened.documents.many(list({page.document_id for page in found}))}
        pages = [PageAsked(named[page.document_id], page) for page in found if page.document_id in named]
        wishes = {"pack": pack, "precision": precision}
        outcome = ask_about(
            desk, opened, pages, AnswerTask.EMBED, wishes, waiting=False, what="Looking at photos"
        )
        prepared = opened.photos.packs().get(pack_id, 0)
        if desk.as_json:
            failed = [error_to_json(error_of(*each)) for each in outcome.failed]
            desk.print_json({"pack": pack_id, "photos": prepared, "failed": failed})
        else:
            desk.print(f"{counted(prepared, 'photo')} can be found.")
        code = tell_failures(desk, outcome)
    raise typer.Exit(code)


@photos.command()
def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="What the photo shows, such as: a flooded road.")],
    limit: LimitOption = 20,
    offset: OffsetOption = 0,
    pack: PackOption = None,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Find photos by what they show; all are compared, the nearest come first.

    Example: sanduku photos search "people wading through water"
    """
    desk = desk_of(context, library, as_json=as_json)
    sought = " ".join(words).strip()
    if not sought:
        raise SandukuUsageError("There is no word to search for.", remedy="Say what the photo shows.")
    with desk.library() as opened:
        made = _answering(desk).embed_words(sought, pack=pack)
        _refuse_unprepared(opened, made.pack_id)
        hits = opened.photos.search(made.vector, pack_id=made.pack_id, limit=limit, offset=offset)
    if desk.as_json:
        desk.print_json(
            {
                "pack": made.pack_id,
                "unprepared": hits.unprepared,
                "photos": [_photo_to_json(each) for each in hits.photos],
            }
        )
        return
    _show_photos(desk, hits.photos, "nearness")
    if hits.unprepared:
        desk.say(f"{counted(hits.unprepared, 'page')} not looked at yet; see 'sanduku photos prepare'.")


@photos.command()
def duplicates(
    context: typer.Context,
    least: Annotated[
        float, typer.Option(metavar="SHARE", help="How alike, such as 0.97 or 97%.", parser=share_of)
    ] = _ALIKE,
    pack: PackOption = None,
    library: LibraryOption = None,
    *,
    forms: Annotated[
        bool, typer.Option("--forms", help="Also pages full of text; copies of one form all look alike.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Group photos that look nearly the same, such as several shots of one scene; nothing is removed.

    100 % is the same picture. What two shots of one scene reach differs from pack to pack: begin with 97 %,
    and go lower until photos come together that you would keep both.

    Examples:
        sanduku photos duplicates
        sanduku photos duplicates --least 95%
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        pack_id = _pack_id(desk, pack)
        _refuse_unprepared(opened, pack_id)
        with step(desk, "Comparing photos") as progress:
            groups = opened.photos.duplicates(
                pack_id=pack_id, least=least, documents=forms, progress=progress
            )
        left = len(opened.photos.without_vector(pack_id))
    if desk.as_json:
        desk.print_json(
            {
                "pack": pack_id,
                "unprepared": left,
                "groups": [[_photo_to_json(each) for each in group] for group in groups],
            }
        )
        return
    for number, group in enumerate(groups, 1):
        desk.print(f"Group {number}: {counted(len(group), 'photo')}")
        _show_photos(desk, group, "nearness")
    if not groups:
        desk.say(f"No two photos are {least:.0%} alike.")
    if left:
        desk.say(f"{counted(left, 'page')} not looked at yet; see 'sanduku photos prepare'.")


@photos.command()
def sort(
    context: typer.Context,
    documents: SomeDocumentsArgument = None,
    answer_language: InOption = "en",
    profile: ProfileOption = None,
    pack: PackOption = None,
    precision: PrecisionOption = None,
    library: LibraryOption = None,
    *,
    again: Annotated[bool, typer.Option("--again", help="Also photos that were sorted before.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Sort photos by disaster, damage, people and usefulness; "unsure" where no label is likely enough.

    Example: sanduku photos sort
    """
    from engine.library import DocumentFilter, Order

    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        wanted = DocumentFilter() if documents else DocumentFilter(media_type=_IMAGES)
        chosen = list(chosen_documents(opened, documents or [], wanted, Order.OLDEST))
        pages = [
            each
            for each in pages_of(opened, chosen, None)
            if again or documents or not opened.photos.scenes(each.page.id)
        ]
        wishes = {"language": answer_language, "profile": profile, "pack": pack, "precision": precision}
        outcome = ask_about(
            desk, opened, pages, AnswerTask.TRIAGE, wishes, waiting=len(pages) == 1, what="Sorting"
        )
        answered = [(asked, asking.answer) for asked, asking in outcome.asked if asking.answer is not None]
        if desk.as_json:
            failed = [error_to_json(error_of(*each)) for each in outcome.failed]
            answers = [answer_to_json(asked.document.name, answer) for asked, answer in answered]
            desk.print_json({"answers": answers, "failed": failed, "unread_pages": outcome.unread})
        else:
            rows = [
                (
                    desk.name(asked.document.name),
                    str(asked.page.index + 1),
                    label.aspect,
                    _said(label),
                    f"{label.score:.0%}",
                )
                for asked, answer in answered
                for label in answer.answer.labels
            ]
            desk.table(("document", "page", "question", "label", "likely"), rows)
            if any(not answer.answer.provenance.settings.get("calibrated") for _, answer in answered):
                desk.say(
                    "These shares were never compared with photos that somebody knows, so more is asked"
                    " before a photo is sorted by a label; see 'sanduku photos calibrate'."
                )
        code = tell_failures(desk, outcome)
    raise typer.Exit(code)


@photos.command()
def scenes(
    context: typer.Context,
    wanted: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION=LABEL]...", help="Such as damage-severity=severe."),
    ] = None,
    least: Annotated[
        float, typer.Option(metavar="SHARE", help="How likely, such as 0.8 or 80%.", parser=share_of)
    ] = 0.0,
    limit: LimitOption = 50,
    offset: OffsetOption = 0,
    library: LibraryOption = None,
    *,
    unsure: Annotated[bool, typer.Option("--unsure", help="Also unsure labels.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the photos that have all of some labels; without any, how many photos have which.

    Example: sanduku photos scenes disaster-type=flood damage-severity=severe
    """
    desk = desk_of(context, library, as_json=as_json)
    pairs = [_pair(each) for each in wanted or []]
    with desk.library() as opened:
        if not pairs:
            counts = opened.photos.scene_counts()
            if desk.as_json:
                desk.print_json(
                    {
                        "labels": [
                            {"question": c.aspect, "label": c.label, "sure": c.sure, "unsure": c.unsure}
                            for c in counts
                        ]
                    }
                )
                return
            rows = [(each.aspect, each.label, str(each.sure), str(each.unsure)) for each in counts]
            desk.table(("question", "label", "photos", "unsure"), rows)
            if not counts:
                desk.say("No photo is sorted yet; see 'sanduku photos sort'.")
            return
        found = opened.photos.find_scenes(pairs, least=least, unsure=unsure, limit=limit, offset=offset)
    if desk.as_json:
        desk.print_json({"photos": [_photo_to_json(each) for each in found]})
        return
    _show_photos(desk, found, "likely")
    if not found:
        desk.say("No photo has these labels; 'sanduku photos scenes' lists those that there are.")


@photos.command("set")
def set_scene(
    context: typer.Context,
    document: DocumentArgument,
    label: Annotated[str, typer.Argument(metavar="QUESTION=LABEL", help="Such as damage-severity=mild.")],
    page: Annotated[int, typer.Option(min=1, help="Which page.")] = 1,
    library: LibraryOption = None,
) -> None:
    """Say yourself what a photo shows, sorted before or not; no model changes that later.

    Example: sanduku photos set 7f3k damage-severity=mild
    """
    desk = desk_of(context, library)
    aspect, name = _pair(label)
    known = _labels()
    if name not in known.get(aspect, ()):
        choices = known.get(aspect) or list(known)
        raise SandukuUsageError(
            "There is no such label." if aspect in known else "There is no such question.",
            remedy=f"Choose one of: {', '.join(choices)}.",
        )
    with desk.library() as opened:
        found = find_document(opened, document)
        (asked,) = pages_of(opened, [found], page)
        opened.photos.set_scenes([asked.page.id], aspect, name)
    desk.print(f"{desk.name(found.name)}, page {page}: {aspect} is {name}.")


@photos.command("unset")
def unset_scene(
    context: typer.Context,
    document: DocumentArgument,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="Such as damage-severity.")],
    page: Annotated[int, typer.Option(min=1, help="Which page.")] = 1,
    library: LibraryOption = None,
) -> None:
    """Take back what you said of a photo; what a model said stands again.

    Example: sanduku photos unset 7f3k damage-severity
    """
    desk = desk_of(context, library)
    with desk.library() as opened:
        found = find_document(opened, document)
        (asked,) = pages_of(opened, [found], page)
        before = opened.photos.set_scenes([asked.page.id], question, None).changed
        scenes = {each.label.aspect: each for each in opened.photos.scenes(asked.page.id)}
    if not before:
        raise NotFoundError(
            "Nobody has labelled this photo by this question.",
            which=f"{found.name}, page {page}",
            remedy="See its labels with 'sanduku photos labels'.",
        )
    now = scenes.get(question)
    told = f"is {now.label.label} again, as a model said" if now else "is not answered any more"
    desk.print(f"{desk.name(found.name)}, page {page}: {question} {told}.")


@photos.command()
def labels(
    context: typer.Context,
    document: DocumentArgument,
    page: Annotated[int, typer.Option(min=1, help="Which page.")] = 1,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Tell what a photo shows, who says so, and what the model said.

    Example: sanduku photos labels 7f3k
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        found = find_document(opened, document)
        (asked,) = pages_of(opened, [found], page)
        scenes = opened.photos.scenes(asked.page.id)
    if desk.as_json:
        desk.print_json({"labels": [asdict(each) for each in scenes]})
        return
    rows = [
        (
            each.label.aspect,
            _said(each.label),
            desk.clean(each.author) if each.author else "a model",
            "" if each.model is None else f"{_said(each.model)}, {each.model.score:.0%}",
        )
        for each in scenes
    ]
    desk.table(("question", "label", "says", "the model said"), rows)
    if not rows:
        desk.say("This photo has no labels; 'sanduku photos sort' sorts it, 'sanduku photos set' labels it.")


def _labels() -> dict[str, list[str]]:
    """Return the names of the labels of each question."""
    from engine.taxonomy import taxonomy

    return {each.name: [one.name for one in each.labels] for each in taxonomy().aspects}


def _said(label: SceneLabel) -> str:
    return f"unsure ({label.label}?)" if label.unsure else label.label


def _pair(given: str) -> tuple[str, str]:
    aspect, equals, label = given.partition("=")
    if not (aspect and equals and label):
        raise SandukuUsageError(
            f"'{given}' is no question with a label.", remedy="For example: damage-severity=severe."
        )
    return aspect, label


def _answering(desk: Desk) -> Any:  # noqa: ANN401 - its import brings the models' libraries
    from engine.pipeline.answering import Answering

    return Answering(desk.settings, desk.places)


def _pack_id(desk: Desk, pack: str | None) -> str:
    """Return the id of the pack by which photos are found; raises NoPackError."""
    found: str = _answering(desk).pack_id(AnswerTask.EMBED, {"pack": pack})
    return found


def _refuse_unprepared(library: "Library", pack_id: str) -> None:
    if pack_id not in library.photos.packs():
        raise NotFoundError(
            "No photo was looked at with this model pack yet.",
            which=pack_id,
            remedy="Run 'sanduku photos prepare' first.",
        )


def _show_photos(desk: Desk, found: "Sequence[Photo]", score: str) -> None:
    rows = [
        (each.document_id[:8], desk.name(each.document_name), str(each.page_index + 1), f"{each.score:.2f}")
        for each in found
    ]
    desk.table(("id", "document", "page", score), rows)


def _photo_to_json(photo: "Photo") -> dict[str, Any]:
    return {
        "document_id": photo.document_id,
        "document_name": photo.document_name,
        "page_id": photo.page_id,
        "page_index": photo.page_index,
        "score": photo.score,
    }
