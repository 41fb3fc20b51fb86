"""Gives the audit log out, a row at a time."""

import json
from collections.abc import Iterator

from fastapi.responses import StreamingResponse

from headquarters import audit
from headquarters.parts import Headquarters
from headquarters.people.sessions import Person


def exported_log(parts: Headquarters, person: Person) -> StreamingResponse:
    """Return an answer with the entries of the person's team, in order, one JSON object a row."""

    def rows() -> Iterator[bytes]:
        with parts.database.snapshot() as session:
            for entry in audit.every(session, team_id=person.team_id):
                yield json.dumps(entry.to_json(), ensure_ascii=False).encode() + b"\n"

    return StreamingResponse(
        rows(),
        media_type="application/x-ndjson",
        headers={"Content-Disposition": 'attachment; filename="audit.jsonl"'},
    )
