"""``python -m engine.inventory.changing``: looks at, installs, checks and removes model packs for a window.

The window never loads a pack itself, and hashing gigabytes must not stand in its way: it runs this program.
Each line that it prints is JSON: ``{"progress": {"done", "total"}}`` now and then, and at the end
``{"result": ...}`` or ``{"error": {"code", "what", "which", "remedy"}}``. When its standard input ends, what
it does is cancelled: whoever closes the window stops it, and so does a crash of the window. It must never
know the library.
"""

import argparse
import json
import logging
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from engine.answer import LENGTHS, AnswerTask
from engine.errors import CancelledError, ExitCode, SandukuError, SettingError
from engine.inventory.cards import installer_for, take_cards
from engine.inventory.offers import offer_to_json
from engine.packs.installer import Installer
from engine.packs.offer import Consent
from engine.settings import Places

log = logging.getLogger(__name__)

Given = argparse.Namespace


class Channel:
    """Tells the window how far it is, a hundred times at most, and hears from it when to stop."""

    def __init__(self, out: TextIO) -> None:
        """Tell on ``out``."""
        self._out, self._told = out, -1
        self._stopped = threading.Event()

    def listen(self, heard: TextIO) -> None:
        """Take the end of ``heard`` as the wish to stop."""

        def wait() -> None:
            while heard.read(1024):
                pass
            self._stopped.set()

        threading.Thread(target=wait, name="stop", daemon=True).start()

    def stopped(self) -> bool:
        """Whether the window does not want it any more."""
        return self._stopped.is_set()

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Tell how far it is; raises CancelledError where that is not wanted any more."""
        if self.stopped():
            raise CancelledError("This was stopped.", which=label or None)
        part = 100 * done // total if total else 0
        if part != self._told:
            self._told = part
            self.say({"progress": {"done": done, "total": total}})

    def say(self, line: Mapping[str, Any]) -> None:
        """Print one line."""
        self._out.write(json.dumps(line, ensure_ascii=True) + "\n")
        self._out.flush()


def main(arguments: Sequence[str], *, heard: TextIO | None = None, out: TextIO | None = None) -> int:
    """Do one thing with the packs; return an exit code.

    Args:
        arguments: The verb and what it is about.
        heard: Where the wish to stop comes from; standard input by default.
        out: Where lines are told; standard output by default.
    """
    given = _parser().parse_args(arguments)
    channel = Channel(out or sys.stdout)
    channel.listen(heard or sys.stdin)
    try:
        result = _VERBS[given.verb](installer_for(Places.of_this_user()), given, channel)
    except SandukuError as error:
        channel.say({"error": error.to_json()})
        return error.exit_code
    except Exception as error:
        log.exception("this should not happen")
        channel.say({"error": {"code": "bug", "what": str(error), "which": None, "remedy": ""}})
        return ExitCode.BUG
    channel.say({"result": result})
    return ExitCode.OK


def _cards(installer: Installer, given: Given, channel: Channel) -> dict[str, Any]:
    return {
        "packs": [each.to_json() for each in take_cards(installer, verify=given.verify, progress=channel)],
        **_chosen(installer),
    }


def _chosen(installer: Installer) -> dict[str, Any]:
    manners = {
        task: {"precision": each.precision, "profile": each.profile, "length": each.length}
        for task, each in installer.shelf.chosen().items()
    }
    return {
        "chosen": dict(installer.shelf.choices()),
        "manners": {task: each for task, each in manners.items() if any(each.values())},
    }


def _examine(installer: Installer, given: Given, _channel: Channel) -> dict[str, Any]:
    return offer_to_json(installer.examine(given.path))


def _offers(installer: Installer, given: Given, _channel: Channel) -> dict[str, Any]:
    """Look at every pack that lies in a folder such as a stick, or at the one that is named."""
    told = []
    for path, found in installer.examine_all(given.path):
        if isinstance(found, SandukuError):
            told.append({"path": str(path), "offer": None, "error": found.to_json()})
        else:
            told.append({"path": str(path), "offer": offer_to_json(found), "error": None})
    return {"offers": told}


def _install(installer: Installer, given: Given, channel: Channel) -> dict[str, Any]:
    consent = Consent(
        licence=given.licence, unsigned=given.unsigned, expired=given.expired, folder=given.folder
    )
    done = installer.install(given.path, consent, progress=channel, cancelled=channel.stopped)
    manifest = done.pack.manifest
    return {
        "name": manifest.name,
        "title": manifest.title,
        "version": manifest.version,
        "replaced": done.replaced,
        "untried": list(done.notes),
    }


def _remove(installer: Installer, given: Given, _channel: Channel) -> dict[str, Any]:
    return {"removed": installer.remove(given.pack)}


def _roll_back(installer: Installer, given: Given, _channel: Channel) -> dict[str, Any]:
    return {"version": installer.rollback(given.pack).manifest.version}


def _choose(installer: Installer, given: Given, _channel: Channel) -> dict[str, Any]:
    refuse_length(given.task, given.length)
    installer.shelf.choose(
        given.task, given.pack, precision=given.precision, profile=given.profile, length=given.length
    )
    return _chosen(installer)


def refuse_length(task: str, length: str | None) -> None:
    """Raise SettingError for a length that a task does not have."""
    known = LENGTHS.get(AnswerTask(task), ()) if task in list(AnswerTask) else ()
    if length and length not in known:
        raise SettingError(
            f"The task '{task}' has no length '{length}'.",
            remedy=f"Choose one of: {', '.join(known)}." if known else "Leave it out.",
        )


_VERBS: Mapping[str, Callable[[Installer, Given, Channel], dict[str, Any]]] = {
    "cards": _cards,
    "examine": _examine,
    "offers": _offers,
    "install": _install,
    "remove": _remove,
    "roll-back": _roll_back,
    "choose": _choose,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="packs", description="Look at model packs and change them.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("cards").add_argument("--verify", action="store_true")
    for verb in ("examine", "offers"):
        verbs.add_parser(verb).add_argument("path", type=Path)
    install = verbs.add_parser("install")
    install.add_argument("path", type=Path)
    install.add_argument("--folder", default="", help="the version that the person was shown")
    for consent in ("licence", "unsigned", "expired"):
        install.add_argument(f"--{consent}", action="store_true", help="what the person agreed to")
    for verb in ("remove", "roll-back"):
        verbs.add_parser(verb).add_argument("pack")
    choose = verbs.add_parser("choose")
    choose.add_argument("task")
    choose.add_argument("pack", nargs="?", help="left out, Sanduku chooses; so with what follows")
    for manner in ("precision", "profile", "length"):
        choose.add_argument(f"--{manner}")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
