"""A headquarters on this computer with invitations for a whole fleet; one process."""

import json
import sys
from pathlib import Path

from headquarters.app import create_app
from headquarters.enrolment.invitations import invite
from headquarters.opening import opened_headquarters
from headquarters.serving import server_of
from headquarters.settings import HeadquartersSettings
from headquarters.teams import add_team

READY = "fleet.json"
_MANY = 10_000_000


def main(arguments: list[str]) -> None:
    """Serve from a folder on a port, after so many invitations were made."""
    folder, port, count = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    # All laptops share one address here, so what guards against strangers would guard against the fleet.
    settings = HeadquartersSettings(
        data=folder, port=port, requests_per_minute=_MANY, strangers_per_minute=_MANY
    )
    with opened_headquarters(settings) as headquarters:
        with headquarters.database.transaction() as session:
            team = add_team(session, "Fleet", headquarters.clock)
            codes = [
                invite(session, headquarters, team, label=str(number), actor="hq:benchmark")[1].code
                for number in range(count)
            ]
        told = {
            "hq": headquarters.identity.hq_id,
            "key": headquarters.identity.public_key.hex(),
            "codes": codes,
        }
        draft = folder / f"{READY}.new"
        draft.write_text(json.dumps(told))
        draft.replace(folder / READY)
        server_of(create_app(headquarters), settings).run()


if __name__ == "__main__":
    main(sys.argv[1:])
