"""The commands of the program, in the order in which its help tells them."""

from collections.abc import Callable
from typing import Any

import typer

from engine.cli.commands.add import add
from engine.cli.commands.answers import answers
from engine.cli.commands.ask import ask
from engine.cli.commands.backup import backup
from engine.cli.commands.bundle import bundle
from engine.cli.commands.check import check
from engine.cli.commands.correct import correct
from engine.cli.commands.describe import describe
from engine.cli.commands.diagnostics import diagnostics
from engine.cli.commands.doctor import doctor
from engine.cli.commands.export import export
from engine.cli.commands.extract import extract
from engine.cli.commands.jobs import jobs
from engine.cli.commands.library import library
from engine.cli.commands.list import list_documents
from engine.cli.commands.packs import packs
from engine.cli.commands.photos import photos
from engine.cli.commands.read import read
from engine.cli.commands.restore import restore
from engine.cli.commands.review import review
from engine.cli.commands.search import search
from engine.cli.commands.settings import settings
from engine.cli.commands.show import show
from engine.cli.commands.sync import sync
from engine.cli.commands.team import team
from engine.cli.commands.trash import trash
from engine.cli.commands.trial import trial
from engine.cli.commands.update import update
from engine.cli.commands.work import work

COMMANDS: dict[str, Callable[..., Any] | typer.Typer] = {
    "trial": trial,
    "read": read,
    "add": add,
    "work": work,
    "list": list_documents,
    "show": show,
    "search": search,
    "review": review,
    "correct": correct,
    "export": export,
    "describe": describe,
    "ask": ask,
    "extract": extract,
    "answers": answers,
    "photos": photos,
    "jobs": jobs,
    "trash": trash,
    "check": check,
    "backup": backup,
    "restore": restore,
    "team": team,
    "sync": sync,
    "bundle": bundle,
    "library": library,
    "packs": packs,
    "settings": settings,
    "doctor": doctor,
    "diagnostics": diagnostics,
    "update": update,
}
