"""What a window runs beside itself to send work: neither a link that hangs nor a crash may take it down.

The first line of standard input is a wish as JSON: ``library`` (a folder), ``key`` (in hexadecimal, or
empty), ``settings`` (names and texts of those that are not the default), ``device_name``, ``verb``, and what
the verb needs. It never stands on the command line, where other people could read it. Each line that is
printed is JSON: ``{"progress": ...}`` now and then, and at the end ``{"result": ...}`` or ``{"error":
{"code", "what", "which", "remedy"}}``. When standard input ends, what is being done is stopped: within a
second where a link is waited for. It must never know a window.
"""

import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO, Any, TextIO

from engine.errors import BadInputError, CancelledError, ExitCode, SandukuError
from engine.library import Library, open_library
from engine.packs.installer import TRUST, Installer
from engine.packs.teams import withdraw_team
from engine.packs.trust import Anchors, shipped_root
from engine.settings import Places, Settings, with_setting
from engine.sync.bundles.laptop import StickPost
from engine.sync.errors import SendingAlreadyError
from engine.sync.fetching import fetch_documents
from engine.sync.joining import begin_to_join
from engine.sync.pack_fetching import fetch_packs, join_roots
from engine.sync.packs import OfferedPacks
from engine.sync.running import Stop, is_due, join_team, synchronise
from engine.sync.standing import Standing
from engine.sync.tiers import TIERS_OF
from engine.sync.wire.invitation import Invitation

GRACE_SECONDS = 0.8
"""After this long without an end, what waits for a link is cut: everything can be killed at any point."""
STICK_SECONDS = 10.0
"""The same for a stick, from which a half-written bundle is taken away first."""

log = logging.getLogger(__name__)


class WishError(BadInputError):
    """The first line of standard input is no wish."""

    code = "sync.wish"


class Desk:
    """Tells the window how far it is, and hears from it when to stop."""

    def __init__(self, out: TextIO, leave: Callable[[int], object] = os._exit) -> None:
        """Tell on ``out``; ``leave`` ends the process at once."""
        self.stop = Stop()
        self._out, self._leave = out, leave
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._part = -1

    def listen(self, heard: IO[bytes], grace: float) -> None:
        """Take the end of ``heard`` as the wish to stop, and leave where that is not heeded."""

        def wait() -> None:
            while heard.read(1024):
                pass
            self.stop.ask()
            if not self._ended.wait(grace):
                self.say({"error": CancelledError("This was stopped.").to_json()})
                self._leave(ExitCode.CANCELLED)

        threading.Thread(target=wait, name="stop", daemon=True).start()

    def end(self, line: dict[str, Any]) -> None:
        """Print the last line; nobody leaves in a hurry any more."""
        self._ended.set()
        self.say(line)

    def standing(self, standing: Standing) -> None:
        """Tell how far a session is."""
        self.say({"progress": {**asdict(standing), "state": standing.state.value}})

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        """Tell how far a stick is; raises CancelledError where that is not wanted any more."""
        if self.stop.asked:
            raise CancelledError("This was stopped.", which=label or None)
        part = 100 * done // total if total else 0
        if part != self._part:
            self._part = part
            self.say({"progress": {"done": done, "total": total}})

    def say(self, line: dict[str, Any]) -> None:
        """Print one line."""
        with self._lock:
            self._out.write(json.dumps(line, ensure_ascii=True) + "\n")
            self._out.flush()


Wish = dict[str, Any]
Verb = Callable[[Library, Settings, Wish, Desk], dict[str, Any]]


def main(
    *, heard: IO[bytes] | None = None, out: TextIO | None = None, verbs: Mapping[str, Verb] | None = None
) -> int:
    """Do what the first line wishes; return an exit code.

    Args:
        heard: Where the wish comes from, and then the end; standard input by default.
        out: Where lines are told; standard output by default.
        verbs: What can be wished; sending and what belongs to it by default.
    """
    known = _VERBS if verbs is None else verbs
    source = heard or open(sys.stdin.fileno(), "rb", buffering=0, closefd=False)  # noqa: SIM115 - never closed
    desk = Desk(out or sys.stdout)
    try:
        wish, settings = _wish(source.readline(), known)
        desk.listen(source, STICK_SECONDS if wish["verb"] in ("export", "take") else GRACE_SECONDS)
        key = bytes.fromhex(wish["key"]) if wish["key"] else None
        with open_library(Path(wish["library"]), data_key=key, settings=settings.library) as library:
            result = known[wish["verb"]](library, settings, wish, desk)
    except SandukuError as error:
        desk.end({"error": error.to_json()})
        return error.exit_code
    except Exception as error:
        log.exception("this should not happen")
        desk.end({"error": {"code": "bug", "what": type(error).__name__, "which": None, "remedy": ""}})
        return ExitCode.BUG
    desk.end({"result": result})
    return ExitCode.OK


def _wish(line: bytes, known: Mapping[str, Verb]) -> tuple[Wish, Settings]:
    try:
        wish = json.loads(line)
        settings = Settings()
        for name, text in wish["settings"].items():
            settings = with_setting(settings, name, text)
        if wish["verb"] not in known or not isinstance(wish["library"], str):
            raise ValueError("unknown verb")
        bytes.fromhex(wish["key"])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise WishError("The first line of standard input is no wish.", which=str(error)) from error
    return wish, settings


def _run(library: Library, settings: Settings, wish: Wish, desk: Desk) -> dict[str, Any]:
    """Send and take over the network; with ``by`` ``program`` only if it is time to."""
    by = wish.get("by", "person")
    if by == "program" and not is_due(library, settings):
        return {"due": False}
    try:
        report = synchronise(
            library,
            settings,
            asked_by=by,
            told=desk.standing,
            stop=desk.stop,
            device_name=wish.get("device_name", ""),
        )
    except SendingAlreadyError:
        if by == "program":  # What waits is being sent already.
            return {"due": False}
        raise
    done = report.outcomes
    return {
        "due": True,
        "changes": done.changes,
        "files": done.files,
        "down": done.down,
        "conflicts": done.conflicts,
        "not_applied": done.not_applied,
        "damaged_files": len(done.damaged_files),
        "refused_files": len(done.refused_files),
        "receipt": done.receipt,
        "branched": done.branched,
        "sent": report.sent,
        "received": report.received,
        "released_bytes": report.released_bytes,
    }


def _join(library: Library, settings: Settings, wish: Wish, _desk: Desk) -> dict[str, Any]:
    """Join a team; what a second try cannot mend leaves the library as it was."""
    before = library.exchange.team.get()
    begin_to_join(library, Invitation.decode(wish["invitation"]))
    if wish.get("offline"):
        return {"joined": False, "error": None}
    try:
        join_team(library, settings, device_name=wish.get("device_name", ""), before=before)
    except SandukuError as error:
        if before is None and not error.retryable and error.code != "network.forbidden":
            library.exchange.leave_team()
            raise
        return {"joined": False, "error": error.to_json()}
    return {"joined": True, "error": None, "packs_error": _trust_packs(library, settings)}


def _trust_packs(library: Library, settings: Settings) -> dict[str, Any] | None:
    """Trust the root that signs the team's packs; return why not, as where the link broke just now."""
    if not library.exchange.team.required().about.packs_root:
        return None
    try:
        join_roots(_offered(library), settings)
    except SandukuError as error:
        return error.to_json()
    return None


def _leave(library: Library, _settings: Settings, _wish: Wish, _desk: Desk) -> dict[str, Any]:
    """Leave the team, and trust no longer whoever signs its packs."""
    team = library.exchange.team.required().about.team
    library.exchange.leave_team()
    gone = withdraw_team(Places.of_this_user().packs, team)
    return {"no_longer_trusted": [each.name for each in gone]}


def _packs(library: Library, settings: Settings, wish: Wish, desk: Desk) -> dict[str, Any]:
    """Fetch the packs that headquarters offers, or the one that is named, or what tells of them alone."""
    offered = replace(_offered(library), progress=desk, cancelled=lambda: desk.stop.asked)
    found = fetch_packs(
        offered,
        settings,
        named=wish.get("named"),
        only_description=wish.get("only_description", False),
        asked_by=wish.get("by", "person"),
    )
    return {"fetched": [{"id": each.id, "folder": str(offered.place(each))} for each in found]}


def _offered(library: Library) -> OfferedPacks:
    """Return the offered packs, for fetching and trust; what installs them is put together elsewhere."""
    places = Places.of_this_user()
    anchors = Anchors(places.packs / TRUST, shipped=shipped_root())
    return OfferedPacks(library, Installer(places.packs, anchors, shipped=places.shipped_packs))


def _fetch(library: Library, settings: Settings, wish: Wish, _desk: Desk) -> dict[str, Any]:
    """Bring files back from headquarters."""
    return {"files": fetch_documents(library, settings, wish["documents"])}


def _export(library: Library, settings: Settings, wish: Wish, desk: Desk) -> dict[str, Any]:
    """Write a bundle to a stick."""
    written = _post(library, settings, wish).export(
        Path(wish["place"]), tiers=TIERS_OF[wish["files"]], everything=wish["everything"], progress=desk
    )
    return {
        "folder": str(written.folder),
        "changes": written.changes,
        "files": written.files,
        "bytes": written.byte_size,
        "left_out": len(written.left_out),
    }


def _take(library: Library, settings: Settings, wish: Wish, desk: Desk) -> dict[str, Any]:
    """Take the answer of headquarters from a stick."""
    post = _post(library, settings, wish)
    return asdict(post.take(Path(wish["folder"]), progress=desk, packs=_offered(library)))


def _post(library: Library, settings: Settings, wish: Wish) -> StickPost:
    return StickPost(
        library,
        doubt_threshold=settings.reading.doubt_threshold,
        device_name=wish.get("device_name") or "laptop",
    )


_VERBS: dict[str, Verb] = {
    "run": _run,
    "join": _join,
    "leave": _leave,
    "fetch": _fetch,
    "packs": _packs,
    "export": _export,
    "take": _take,
}
