"""``sanduku trial``: read the bundled samples, to see in a minute what Sanduku does."""

import importlib.util
import secrets
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from engine.cli.desk import Desk, desk_of
from engine.cli.options import JsonOption, ProcessesOption
from engine.cli.showing import counted, full_document_to_json, show_document
from engine.cli.taking import add_page_problems, take_in, tell_problems, try_again
from engine.cli.work_on import duration, work_through
from engine.errors import NotFoundError

SAMPLES = Path(__file__).resolve().parents[3] / "tests" / "samples"
SUFFIXES = frozenset({".jpg", ".png", ".tif", ".webp", ".heic", ".pdf", ".bmp", ".gif"})
WORD_IN_SAMPLES = "water"
"""What a newcomer is told to search for, and finds in several samples."""


def trial(
    context: typer.Context,
    processes: ProcessesOption = None,
    lines: Annotated[int, typer.Option(min=1, help="Print at most so many lines of a page.")] = 12,
    *,
    as_json: JsonOption = False,
) -> None:
    """Read the bundled samples into a trial library, and show what was found.

    The samples are forms, cards, registers and letters in English, French, Spanish, Arabic and Swahili; every
    person in them is invented. The trial library lies apart from your own.
    """
    desk = desk_of(context, as_json=as_json)
    desk.library_folder = desk.library_folder or desk.places.trial_library
    shipped = desk.places.shipped
    place = SAMPLES if shipped is None else shipped / SAMPLES.name
    samples = sorted(path for path in place.glob("*") if path.suffix in SUFFIXES)
    if not samples:
        raise NotFoundError(
            "The samples are not there.",
            which=place,
            remedy="They come with the source and with the installed program; try 'sanduku read PATH'.",
        )
    if not (desk.folder / "keys.json").exists():
        desk.create_library(keyring=False, quiet=True).library.close()
    with desk.library() as opened:
        found = take_in(desk, opened, samples, batch=secrets.token_hex(8))
        try_again(opened, found)
        if all(taken.already_known for taken in found.taken):
            desk.say(f"All {len(found.taken)} samples are known already; this is what was read in them.\n")
        else:
            desk.say(f"Reading {len(found.taken)} samples in {desk.folder}.\n")
        before, began = opened.jobs.progress().done, time.monotonic()
        pages = work_through(desk, opened, processes=processes).done - before
        if pages:
            desk.say(f"{counted(pages, 'page')} read in {duration(time.monotonic() - began)}.\n")
        add_page_problems(found, opened)
        documents = [opened.documents.get(taken.document_id) for taken in found.taken]
        if desk.as_json:
            full = [full_document_to_json(desk, opened, document) for document in documents]
            desk.print_json({"library": str(desk.folder), "documents": full, **found.to_json()})
        else:
            for document in documents:
                show_document(desk, opened, document, most_lines=lines)
    tell_problems(desk, found)
    _say_what_next(desk)
    raise typer.Exit(found.exit_code)


def _say_what_next(desk: Desk) -> None:
    if getattr(sys, "frozen", False):
        desk.say("Open the window:          'sanduku-desktop'")
    elif importlib.util.find_spec("desktop") is not None:
        desk.say("Open the window:          'python3 run.py desktop'")
    desk.say("Read your own documents:  'sanduku read PATH'")
    desk.say(f"Search in the samples:    '{desk.command(f'search {WORD_IN_SAMPLES}')}'")
    desk.say("All commands:             'sanduku --help'")
    desk.say(f"The trial library lies in {desk.folder}; your own will lie in {desk.places.library}.")
