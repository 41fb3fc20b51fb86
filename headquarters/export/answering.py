"""Gives an export out: written to a file first, so that a half one is never taken for a whole one."""

import tempfile
from collections.abc import Iterator
from typing import IO

from fastapi.responses import StreamingResponse

from headquarters import audit
from headquarters.errors import MalformedRequestError
from headquarters.export.files import FORMATS
from headquarters.export.rows import records_to_export
from headquarters.parts import Headquarters
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.records.listing import RecordFilter

_IN_MEMORY = 4 << 20
_PIECE = 1 << 18


def exported(parts: Headquarters, person: Person, name: str, wanted: RecordFilter) -> StreamingResponse:
    """Return an answer with records of the person's team as a file.

    Args:
        parts: Of headquarters.
        person: Who asks.
        name: Of the format.
        wanted: Which records.

    Raises:
        NotAllowedError: The person may not export.
        MalformedRequestError: There is no such format.
    """
    person.require(Right.EXPORT_RECORDS)
    kind = FORMATS.get(name)
    if kind is None:
        raise MalformedRequestError("There is no such format.", remedy=f"Choose one of {', '.join(FORMATS)}.")
    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when it is sent
    try:
        with parts.database.snapshot() as session:
            kind.write(records_to_export(session, person.team_id, wanted), file)
        with parts.database.transaction() as session:
            audit.record(
                session,
                team_id=person.team_id,
                actor=person.author,
                action="records.exported",
                details={"format": kind.name, "shelf": wanted.shelf.value},
                at=parts.clock.now(),
            )
        size = file.tell()
        file.seek(0)
    except BaseException:
        file.close()
        raise
    moment = parts.clock.now().strftime("%Y-%m-%d")
    return StreamingResponse(
        _pieces(file),
        media_type=kind.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="records-{moment}.{kind.suffix}"',
            "Content-Length": str(size),
            "Cache-Control": "no-store",
        },
    )


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece
