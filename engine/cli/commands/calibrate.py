"""``sanduku photos calibrate``: learns from photos whose labels are known how far a pack can be believed."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption, PackOption, PrecisionOption, ProfileOption
from engine.cli.showing import counted
from engine.cli.work_on import step

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.vision.tasks.calibrating import Learnt


def calibrate(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]", help="With photos in folders such as damage-severity/severe.", parser=path_of
        ),
    ] = None,
    profile: ProfileOption = None,
    pack: PackOption = None,
    precision: PrecisionOption = None,
    *,
    forget: Annotated[bool, typer.Option("--forget", help="Forget what was learnt of this pack.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Learn from photos that you know how likely a pack's labels are right; before, nobody can tell.

    Half of the photos are learnt from, and the other half judges. At least 80 different photos are needed for
    a question, of two labels or more. What is learnt stays beside the pack, which is not changed.

    Examples:
        sanduku photos calibrate known-photos
        sanduku photos calibrate known-photos --pack clip
        sanduku photos calibrate --forget
    """
    from engine.pipeline.answering import Answering
    from engine.pipeline.calibrating import calibrate as learn_from
    from engine.pipeline.calibrating import forget as forget_learnt
    from engine.pipeline.calibrating import labelled_photos

    desk = desk_of(context, as_json=as_json)
    if (folder is None) is not forget:
        raise SandukuUsageError(
            "Name the folder with the photos, or say --forget; not both and not neither.",
            remedy="For example: sanduku photos calibrate known-photos.",
        )
    answering = Answering(desk.settings, desk.places)
    wishes = {"pack": pack, "precision": precision, "profile": profile}
    try:
        if folder is None:
            forget_learnt(answering, wishes)
            learnt = {}
        else:
            photos = labelled_photos(folder)
            with step(desk, "Looking at photos") as progress:
                learnt = learn_from(answering, photos, wishes, desk.settings.pages, progress=progress)
    finally:
        answering.close()
    _tell(desk, learnt)


def _tell(desk: Desk, learnt: "Mapping[str, Learnt]") -> None:
    if desk.as_json:
        desk.print_json({"questions": [{"question": name, **asdict(each)} for name, each in learnt.items()]})
        return
    if not learnt:
        desk.print("What was learnt of this pack is forgotten.")
        return
    rows = [
        (
            name,
            counted(each.photos, "photo"),
            f"{each.right:.0%}",
            f"{each.error_before:.0%}, now {each.error_after:.0%}",
            f"{each.sorted_share:.0%}",
            "" if each.sorted_right is None else f"{each.sorted_right:.0%}",
        )
        for name, each in learnt.items()
    ]
    desk.table(("question", "learnt from", "right", "off by", "sorted", "of these right"), rows)
    desk.say("Figures are those of the half that was not learnt from. 'photos sort --again' sorts anew.")
