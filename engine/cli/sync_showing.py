"""Shows what sending does and has done: to a person in words and their own time, to a program as JSON."""

import json
import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from engine.cli.desk import Desk
from engine.cli.showing import counted

if TYPE_CHECKING:
    from engine.sync.planning import Plan
    from engine.sync.running import SyncReport
    from engine.sync.standing import Standing


_MOST_NAMED = 5


def local_moment(text: str | None) -> str:
    """Return a moment of the library (ISO 8601, UTC) to the minute, in the time of this computer.

    What is none, as after a damaged row, is returned as it is; None as an empty text.
    """
    try:
        return datetime.fromisoformat(text or "").astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return text or ""


def stopped_report(last: "Standing | None") -> "SyncReport":
    """Return what had arrived when somebody stopped it, as it was last told."""
    from engine.sync.running import SyncReport
    from engine.sync.standing import Outcomes

    if last is None:
        return SyncReport(Outcomes(), 0, 0)
    return SyncReport(Outcomes(last.changes, last.files, last.down), last.sent, last.received)


def tell_waiting(desk: Desk, standing: "Standing") -> None:
    """Tell that headquarters does not answer, where no line on a screen does so already.

    A timer or a script sees this in its log: else a link that is down would look like one that is slow.
    """
    if desk.as_json:
        progress = {
            "state": standing.state.value,
            "waiting": round(standing.waiting, 1),
            "bytes_sent": standing.sent,
            "bytes_received": standing.received,
            "changes": standing.changes,
            "files": standing.files,
        }
        desk.err.file.write(json.dumps({"progress": progress}) + "\n")
        desk.err.file.flush()
    elif not desk.err.is_terminal:
        desk.say(
            f"Headquarters does not answer. Trying again in {math.ceil(standing.waiting)} s; nothing is lost."
        )


def standing_text(standing: "Standing") -> str:
    """Return in one line how far sending is."""
    left = "" if standing.seconds_left is None else f", about {standing.seconds_left / 60:.0f} min left"
    if standing.waiting:
        return f"The connection is broken; trying again in {standing.waiting:.0f} s"
    return (
        f"{_STATES.get(standing.state.value, standing.state.value)}:"
        f" {standing.sent / 1e6:.2f} MB sent, {standing.left / 1e6:.2f} MB to go{left}"
    )


_STATES = {
    "hello": "Calling headquarters",
    "changes": "Sending text",
    "down": "Taking news",
    "crops": "Cutting parts of pages",
    "offer": "Asking what is needed",
    "files": "Sending files",
    "receipt": "Waiting for the receipt",
    "done": "Done",
}


def report_to_json(report: "SyncReport", names: Mapping[str, str] | None = None) -> dict[str, object]:
    """Return what sending did, as docs/json.md tells it; ``names`` are documents' by the hash of a file."""
    outcomes = report.outcomes
    return {
        "changes": outcomes.changes,
        "files": outcomes.files,
        "down": outcomes.down,
        "conflicts": outcomes.conflicts,
        "not_applied": outcomes.not_applied,
        "damaged_files": outcomes.damaged_files,
        "refused_files": [
            {"sha256": sha256, "code": code, "document": (names or {}).get(sha256)}
            for sha256, code in outcomes.refused_files
        ],
        "receipt": outcomes.receipt,
        "branched": outcomes.branched or None,
        "bytes_sent": report.sent,
        "bytes_received": report.received,
        "released_bytes": report.released_bytes,
    }


def show_report(desk: Desk, report: "SyncReport", names: Mapping[str, str]) -> None:
    """Tell a person what sending did, and what of it needs them."""
    outcomes = report.outcomes
    desk.print(
        f"{counted(outcomes.changes, 'change')} and {counted(outcomes.files, 'file')} sent,"
        f" {report.sent / 1e6:.2f} MB; {counted(outcomes.down, 'message')} from headquarters."
    )
    if outcomes.branched == "cloned":
        desk.warn("This library is a copy of another one that is in use; it goes on as a laptop of its own.")
    if outcomes.damaged_files:
        desk.warn(
            f"{counted(len(outcomes.damaged_files), 'file')} could not be sent: damaged or gone here."
            " 'sanduku check' names them."
        )
    if outcomes.refused_files:
        codes = ", ".join(sorted({code for _, code in outcomes.refused_files}))
        desk.warn(
            f"Headquarters did not take {counted(len(outcomes.refused_files), 'file')} ({codes}) of"
            f" {_named(desk, sorted(set(names.values())))}; they are kept here. Tell whoever runs it."
        )
    if outcomes.not_applied:
        desk.warn(
            f"{counted(outcomes.not_applied, 'message')} of headquarters could not be followed here;"
            " headquarters is told why."
        )


def _named(desk: Desk, names: Sequence[str]) -> str:
    """Return some names for a sentence."""
    if not names:
        return "documents that are gone here"
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(desk.name(name) for name in names[:_MOST_NAMED]) + more


def plan_to_json(made: "Plan") -> dict[str, object]:
    """Return what would be sent."""
    return {
        "parts": [{"name": part.name, "count": part.count, "bytes": part.bytes} for part in made.parts],
        "bytes": made.bytes,
        "seconds": made.seconds,
        "documents": [{"id": each.id, "name": each.name, "changes": each.changes} for each in made.documents],
    }
