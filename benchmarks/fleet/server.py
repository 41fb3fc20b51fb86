"""A headquarters on this computer with a whole fleet that has joined; one process, served as it always is."""

import json
import sys
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from benchmarks.fleet.laptop import APP
from engine.canonical import GENESIS
from engine.sync.wire.parsing import to_base64
from headquarters.app import create_app
from headquarters.devices.permissions import AccessTokens, Claims
from headquarters.devices.tables import Device, RefreshToken
from headquarters.ids import random_id
from headquarters.opening import opened_headquarters
from headquarters.operations.maintenance import maintained
from headquarters.parts import Headquarters
from headquarters.protection.logs import log_to_standard_error
from headquarters.serving import run_until_stopped, server_of
from headquarters.settings import HeadquartersSettings
from headquarters.sync.tables import Stream
from headquarters.teams import Library, add_team

ASKING = "laptops.json"
"""What the laptops are: id of library, id of device, public key."""
READY = "fleet.json"
_MANY = 10_000_000
_HOURS = 12
_AT_ONCE = 1000


def main(arguments: list[str]) -> None:
    """Serve from a folder on a port, after the laptops named there have joined."""
    folder, port = Path(arguments[0]), int(arguments[1])
    # Each laptop keeps to the usual bound of requests; that of strangers would be all of theirs together.
    settings = HeadquartersSettings(data=folder, port=port, strangers_per_minute=_MANY)
    asking = json.loads((folder / ASKING).read_text())
    with opened_headquarters(settings) as headquarters:
        told = {
            "hq": headquarters.identity.hq_id,
            "key": headquarters.identity.public_key.hex(),
            "laptops": _let_in(headquarters, asking),
        }
        draft = folder / f"{READY}.new"
        draft.write_text(json.dumps(told))
        draft.replace(folder / READY)
        log_to_standard_error()
        with maintained(headquarters):
            run_until_stopped(server_of(create_app(headquarters), settings))


def _let_in(headquarters: Headquarters, asking: list[list[str]]) -> list[list[str]]:
    """Write down laptops as if they had joined and said hello once; return stream and permission of each.

    Joining is no part of what is measured, and one after another they would take minutes.
    """
    tokens = AccessTokens(headquarters.identity.signing_key, headquarters.identity.hq_id, headquarters.clock)
    given: list[list[str]] = []
    with headquarters.database.transaction() as session:
        team = add_team(session, "Fleet", headquarters.clock).id
        for start in range(0, len(asking), _AT_ONCE):
            rows = [
                (random_id(), random_id(), random_id(), *laptop)
                for laptop in asking[start : start + _AT_ONCE]
            ]
            _write(session, headquarters, team, rows)
            for device, stream, family, *_laptop in rows:
                given.append([stream, tokens.issue(Claims(device, family), _HOURS * 3600)])
    return given


def _write(session: Session, headquarters: Headquarters, team: str, rows: list[tuple[str, ...]]) -> None:
    now = headquarters.clock.now()
    session.execute(
        insert(Library),
        [
            {
                "team_id": team, "library_id": library, "created_at": now, "down_seq": 0,
                "down_hash": GENESIS, "has_wishes": False,
            }
            for _device, _stream, _family, library, *_ in rows
        ],
    )  # fmt: skip
    session.execute(
        insert(Device),
        [
            {
                "id": device, "team_id": team, "library_id": library, "library_device": own, "epoch": 1,
                "name": "simulated", "app": APP, "public_key": to_base64(bytes.fromhex(key)),
                "enrolled_at": now, "former_id": None, "last_seen_at": now, "revoked_at": None,
                "revoked_reason": None, "stream_id": stream, "tip_seq": 0, "down_seq": 0,
            }
            for device, stream, _family, library, own, key in rows
        ],
    )  # fmt: skip
    session.execute(
        insert(RefreshToken),
        [
            {
                "token_hash": random_id(), "family": family, "device_id": device, "issued_at": now,
                "expires_at": now + timedelta(days=1), "used_at": None,
            }
            for device, _stream, family, *_ in rows
        ],
    )  # fmt: skip
    session.execute(
        insert(Stream),
        [
            {
                "id": stream, "team_id": team, "library_id": library, "branch": 0, "parent_id": None,
                "base_seq": 0, "base_hash": GENESIS, "head_seq": 0, "head_hash": GENESIS,
                "backed_up_seq": 0, "reason": "", "twin_device": None, "twin_epoch": None,
                "opened_at": now, "opened_by": device, "last_received_at": None,
            }
            for device, stream, _family, library, *_ in rows
        ],
    )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
