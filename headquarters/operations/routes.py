"""Addresses for whoever watches over the server."""

import hmac
from dataclasses import asdict
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from engine.version import VERSION
from headquarters.database import Database
from headquarters.errors import NotAllowedError
from headquarters.operations.facts import amounts, health_of
from headquarters.operations.figures import Figures
from headquarters.parts import InTransaction, Parts
from headquarters.people.access import DeviceViewer, TeamManager

router = APIRouter(tags=["operations"])

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


@router.get("/health")
def health() -> dict[str, str]:
    """Tell that the process lives; asks nothing of the database."""
    return {"status": "ok", "version": VERSION}


@router.get("/ready")
def ready(parts: Parts) -> dict[str, str]:
    """Tell that requests can be answered: the database and the files can be reached."""
    parts.database.check()
    parts.blobs.check()
    return {"status": "ready"}


@router.get("/health/detailed")
def detailed(parts: Parts, _person: TeamManager) -> dict[str, Any]:
    """Tell an admin how the server is: memory, disk, database, backup."""
    facts = asdict(health_of(parts))
    return {
        "status": "ok" if facts["revision"] == Database.newest_revision() else "tables are not up to date",
        "version": VERSION,
        "epoch": parts.epoch,
        **facts,
    }


@router.get("/stats")
def stats(parts: Parts, session: InTransaction, person: DeviceViewer) -> dict[str, Any]:
    """Tell somebody of a team how much it has here, and how many of its laptops are silent."""
    silent = timedelta(hours=parts.settings.silent_hours)
    return asdict(amounts(session, parts.clock.now(), silent, person.team_id))


def watcher(request: Request, parts: Parts) -> None:
    """Let pass who shows the token, or, where none is set, who asks on this very computer."""
    token = parts.settings.metrics_token
    if token:
        shown = request.headers.get("authorization", "").removeprefix("Bearer ")
        if hmac.compare_digest(shown.encode(), token.encode()):
            return
    elif _is_here(request):
        return
    raise NotAllowedError(
        "The figures are for whoever watches over this server.",
        remedy="Show the token of SANDUKU_HQ_METRICS_TOKEN as 'Authorization: Bearer'.",
    )


def figures_of(request: Request) -> Figures:
    """Return what is counted."""
    figures = request.app.state.figures
    assert isinstance(figures, Figures)
    return figures


@router.get("/metrics", dependencies=[Depends(watcher)])
def metrics(figures: Annotated[Figures, Depends(figures_of)]) -> Response:
    """Give the figures to Prometheus."""
    return Response(figures.text(), media_type=METRICS_TYPE)


def _is_here(request: Request) -> bool:
    """Return whether a request comes from this computer and through no proxy."""
    host = request.client.host if request.client else ""
    return host in ("127.0.0.1", "::1") and not any(name in request.headers for name in _FORWARDED)
