"""What a session would send, and what it would take; asks nobody but the library."""

from dataclasses import dataclass

from engine.library import Library
from engine.library.outbox import OutgoingDocument
from engine.sync.tiers import TIERS_OF
from engine.sync.wire.blobs import BODIES, CROPS, IMAGES, THUMBNAILS

_NAMES = {
    BODIES: "boxes of readings",
    THUMBNAILS: "small images",
    CROPS: "parts of pages asked for",
    IMAGES: "page images and originals",
}


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One kind of what would be sent: how many, and about how many bytes."""

    name: str
    count: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be sent.

    Attributes:
        parts: By kind, in the order in which they go.
        documents: That changed, the latest first.
        bytes: In all, about.
        seconds: At the speed of last time; None if nothing was ever sent.
    """

    parts: tuple[PlanPart, ...]
    documents: tuple[OutgoingDocument, ...]
    bytes: int
    seconds: float | None


def make_plan(library: Library, files: str) -> Plan:
    """Return what would be sent now.

    Args:
        library: Open, and of a team.
        files: As the setting ``network.files``.

    Raises:
        NotFoundError: The library belongs to no team.
    """
    team, outbox = library.exchange.team.required(), library.exchange.outbox
    have = team.have.seq
    parts = [PlanPart("changes", outbox.changes_waiting(have), outbox.estimated_bytes(have))]
    for tier in (BODIES, THUMBNAILS, CROPS, IMAGES):
        waiting = outbox.waiting(tier, wanted=tier not in TIERS_OF[files])
        parts.append(PlanPart(_NAMES[tier], waiting.files, waiting.bytes))
    total = sum(part.bytes for part in parts)
    return Plan(
        tuple(parts),
        tuple(outbox.documents_waiting(have)),
        total,
        None if not team.rate else total / team.rate,
    )
