"""The address at which a laptop takes the roots that sign its team's packs."""

from fastapi import APIRouter, Request, Response

from engine.sync.wire.packs import PackRoots
from headquarters.devices.access import ThisLaptop
from headquarters.parts import Looking
from headquarters.review.pack_roots import roots_of
from headquarters.wire import described, reply_to

router = APIRouter(prefix="/v1/sync", tags=["sync"])


@router.get("/pack-roots", **described())
def pack_roots(laptop: ThisLaptop, session: Looking, request: Request) -> Response:
    """Send the roots that sign the packs of the laptop's team; it believes them by their signatures."""
    roots = PackRoots(tuple(row.content for row in roots_of(session, laptop.team_id)))
    return reply_to(request, roots.encode())
