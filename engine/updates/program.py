"""``python -m engine.updates.program``: looks for updates and installs them, for a window.

The first line of standard input is a wish as JSON: ``verb`` and what it needs; keys of libraries stand there
and never on a command line. Each line that is printed is JSON: ``{"progress": {"stage", "done", "total"}}``
now and then, and at the end ``{"result": …}`` or ``{"error": {…}}``. When standard input ends, what is being
done is stopped, and taken back. It must never know a window.
"""

import json
import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TextIO

from engine.errors import BadInputError, ExitCode, SandukuError
from engine.inventory.changing import Channel
from engine.settings import Places
from engine.updates.errors import NotAnUpdateError, UpdateBusyError
from engine.updates.finding import plugged_in, update_in
from engine.updates.manifest import ENDING
from engine.updates.running import Kind, others_running
from engine.updates.saving import OwnLibrary, folders_of, of_invented, unlocked
from engine.updates.standard import offer_to_json, status_to_json, updater_for, ways_out
from engine.updates.updater import Updater

log = logging.getLogger(__name__)

Wish = Mapping[str, Any]


class Stages:
    """Tells the window how far each stage is, a hundred times at most."""

    def __init__(self, channel: Channel) -> None:
        """Tell on a channel."""
        self._channel = channel
        self._told: tuple[str, int] | None = None

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Tell how far a stage is."""
        part = 100 * done // total if total else 0
        if (label, part) != self._told:
            self._told = (label, part)
            self._channel.say({"progress": {"stage": label, "done": done, "total": total}})


def main(*, heard: TextIO | None = None, out: TextIO | None = None) -> int:
    """Do what the first line wishes; return an exit code.

    Args:
        heard: Where the wish comes from, and then the end; standard input by default.
        out: Where lines are told; standard output by default.
    """
    source = heard or sys.stdin
    channel = Channel(out or sys.stdout)
    try:
        wish = json.loads(source.readline())
        verb = _VERBS[wish["verb"]]
        channel.listen(source)
        places = Places.of_this_user()
        result = verb(updater_for(places), places, wish, channel)
    except SandukuError as error:
        channel.say({"error": error.to_json()})
        return error.exit_code
    except (ValueError, KeyError, TypeError) as error:
        channel.say({"error": BadInputError(f"This is no wish ({type(error).__name__}).").to_json()})
        return ExitCode.BAD_INPUT
    except Exception as error:
        log.exception("this should not happen")
        channel.say({"error": {"code": "bug", "what": str(error), "which": None, "remedy": ""}})
        return ExitCode.BUG
    channel.say({"result": result})
    return ExitCode.OK


def _status(updater: Updater, _places: Places, _wish: Wish, _channel: Channel) -> dict[str, Any]:
    return status_to_json(updater)


def _find(updater: Updater, _places: Places, wish: Wish, _channel: Channel) -> dict[str, Any]:
    """Look at the update that is named, or at the one for this computer on any stick."""
    if wish.get("path"):
        return offer_to_json(updater.examine(update_in(Path(wish["path"]), updater.host.platform)))
    last: SandukuError | None = None
    for folder in plugged_in():
        try:
            return offer_to_json(updater.examine(update_in(folder, updater.host.platform)))
        except SandukuError as error:
            if last is None or not isinstance(error, NotAnUpdateError):
                last = error
    raise last or NotAnUpdateError(
        "No stick is plugged in.", remedy=f"Plug it in, or choose the file with the ending {ENDING}."
    )


def _install(updater: Updater, places: Places, wish: Wish, channel: Channel) -> dict[str, Any]:
    _refuse_others(places)
    done = updater.install(
        Path(wish["path"]),
        _libraries(places, wish),
        expired=bool(wish.get("expired")),
        progress=Stages(channel),
        cancelled=channel.stopped,
    )
    return {
        "version": done.version,
        "before": done.before,
        "backups": [{"library": each.library, "backup": each.backup} for each in done.saved],
        "damaged": len(done.damaged),
    }


def _roll_back(updater: Updater, places: Places, wish: Wish, channel: Channel) -> dict[str, Any]:
    _refuse_others(places)
    keys = {str(each.folder): each.key for each in _libraries(places, wish)}
    done = updater.rollback(keys, with_backup=bool(wish.get("with_backup")), progress=Stages(channel))
    return {"version": done.version, "gave_up": done.gave_up, "kept": [str(each) for each in done.aside]}


def _use_again(updater: Updater, places: Places, _wish: Wish, _channel: Channel) -> dict[str, Any]:
    _refuse_others(places)
    return {"version": ways_out(updater).use_again()}


def _set_aside(updater: Updater, places: Places, _wish: Wish, _channel: Channel) -> dict[str, Any]:
    _refuse_others(places)
    return {"version": ways_out(updater).set_aside()}


def _libraries(places: Places, wish: Wish) -> list[OwnLibrary]:
    """Unlock all libraries of this user: those that the window has open by the keys that it gives."""
    given = {Path(each["folder"]).absolute(): each["key"] for each in wish["libraries"]}
    found = []
    for each in folders_of(places, list(given)):
        if each in given:
            found.append(OwnLibrary(each, bytes.fromhex(given[each]) if given[each] else None))
            continue
        try:
            found.append(unlocked(each))
        except SandukuError:
            if not of_invented(each, places):
                raise
    return found


def _refuse_others(places: Places) -> None:
    others = others_running(places.data)
    if others:
        what = (
            "Another window of Sanduku is open"
            if any(each.kind is Kind.WINDOW for each in others)
            else "Sanduku is at work in another place"
        )
        raise UpdateBusyError(f"{what}.", remedy="Wait until it is done, or close it, and do it again.")


_VERBS: Mapping[str, Callable[[Updater, Places, Wish, Channel], dict[str, Any]]] = {
    "status": _status,
    "find": _find,
    "install": _install,
    "roll-back": _roll_back,
    "use-again": _use_again,
    "set-aside": _set_aside,
}


if __name__ == "__main__":
    sys.exit(main())
