"""Addresses for whoever watches over the server."""

from fastapi import APIRouter

from engine.version import VERSION
from headquarters.parts import Parts

router = APIRouter(tags=["operations"])


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
