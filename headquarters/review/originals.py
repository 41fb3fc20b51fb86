"""Gives out the file that was added at a laptop, as bytes that no browser opens by itself.

It can be anything that anybody found on a phone: it is never shown within a page, always saved.
"""

from urllib.parse import quote

from fastapi.responses import StreamingResponse

from engine.language import strip_direction_marks
from headquarters import audit
from headquarters.errors import NoSuchThingError
from headquarters.parts import Headquarters
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.records.view import document_of

_LONGEST_NAME = 120
_NO_NAMES = frozenset('<>:"/\\|?*')
"""What some system does not take in the name of a file."""


def original_file(parts: Headquarters, person: Person, document_id: str) -> StreamingResponse:
    """Answer with the original file of a record, and note who took it.

    Raises:
        NotAllowedError: The person may not read records.
        NoSuchThingError: There is no such record in the team, or its original is not here.
    """
    person.require(Right.READ_RECORDS)
    with parts.database.transaction() as session:
        document = document_of(session, person.team_id, document_id)
        sha256, name = document.sha256, document.name
        size = parts.blobs.size(person.team_id, sha256) if sha256 else None
        if sha256 is None or size is None:
            raise NoSuchThingError("The original file is not here.", remedy="Ask the laptop for it.")
        audit.record(
            session,
            team_id=person.team_id,
            actor=person.author,
            action="record.original-taken",
            subject=document_id,
        )
    return StreamingResponse(
        parts.blobs.read(person.team_id, sha256),
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file_name(name), safe='')}",
            "Content-Length": str(size),
            "Cache-Control": "no-store",
        },
    )


def file_name(name: str) -> str:
    """Return the name of a document as a file can be called: no folders, no marks of direction."""
    kept = (
        each if each.isprintable() and each not in _NO_NAMES else "_" for each in strip_direction_marks(name)
    )
    plain = "".join(kept).strip(" .")
    return plain[-_LONGEST_NAME:] or "original"
