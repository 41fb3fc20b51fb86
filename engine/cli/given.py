"""Understands what a person gives as the value of an option or argument, and refuses what must be a slip."""

from pathlib import Path

import typer

ANSWER_LANGUAGES = ("en", "fr", "es", "ar", "sw")
"""BCP 47 codes; see ``engine.vision.tasks.words``, whose import brings the models' libraries."""


def path_of(given: str | Path) -> Path:
    """Return a path; raises BadParameter for an empty one, which would mean the folder one is in.

    An empty path is what a shell makes of a variable that is not set.
    """
    if not str(given).strip():
        raise typer.BadParameter("The path is empty")
    return Path(given)


def share_of(given: str | float) -> float:
    """Return a share from 0 to 1: ``0.8``, ``80`` and ``80%`` are the same; raises BadParameter."""
    text = str(given).strip()
    try:
        number = float(text.removesuffix("%").replace(",", "."))
    except ValueError:
        number = -1.0
    share = number / 100 if number > 1 or text.endswith("%") else number
    if not 0 <= share <= 1:
        raise typer.BadParameter("must be a share such as 0.8 or 80%")
    return share


def language_of(given: str) -> str:
    """Return the code of a language that answers can be asked for in; raises BadParameter."""
    if given not in ANSWER_LANGUAGES:
        raise typer.BadParameter(f"must be one of {', '.join(ANSWER_LANGUAGES)}")
    return given
