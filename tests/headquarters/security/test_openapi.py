"""Whatever fits the description of an address, and whatever does not, never makes headquarters fall over.

Schemathesis makes requests up from the OpenAPI description, right ones and wrong ones, and sends them over
real HTTP as a stranger, as a laptop, and as an admin. ``SANDUKU_EXAMPLES=200`` makes more of them.
"""

import os

import pytest
import requests
import schemathesis
import zstandard
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from sqlalchemy import select

from headquarters.blobs.tables import NamedBlob
from headquarters.people.tables import User
from headquarters.review.tables import CropRequest
from headquarters.teams import Team
from tests.headquarters.laptops import Laptop
from tests.headquarters.persons import QUICK, signed_in
from tests.headquarters.world import build_world

EXAMPLES = int(os.environ.get("SANDUKU_EXAMPLES", "2"))
"""Of each address, each person and each mode."""

OPEN = {
    "GET /health", "GET /ready", "POST /v1/enrol", "POST /v1/auth/challenge", "POST /v1/auth/token",
    "POST /v1/auth/refresh", "POST /v1/devices/rekey", "POST /v1/people/sign-in", "POST /v1/people/password",
}  # fmt: skip
"""Where nobody has to show anything before."""

ENDS_WHO_ASKS = {"POST /v1/people/sign-out"}
"""Whoever is let in there is signed out, and would be a stranger from then on."""


@schemathesis.serializer(
    "application/zstd", "application/vnd.sanduku.pack+zstd", "application/vnd.sanduku.changes+zstd"
)
def in_a_frame(_context, value):
    """What is described as bytes in a frame of zstd: some in one, some without."""
    plain = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
    return plain if len(plain) % 3 == 2 else zstandard.compress(plain)


@pytest.fixture
def world(headquarters):
    with headquarters.database.transaction() as session:
        return build_world(headquarters, session)


@pytest.fixture
def permissions(app, client, headquarters, world):
    """What each shows at the door."""
    app.state.passwords = QUICK
    with headquarters.database.transaction() as session:
        admin = signed_in(session, world.logins["admin"], headquarters.clock.now())[0]
    with headquarters.database.transaction() as session:
        team = session.get_one(Team, world.team)
        session.expunge(team)
    laptop = Laptop.enrolled(client, headquarters, team)
    return {"stranger": {}, "laptop": laptop.permission, "admin": {"Authorization": f"Bearer {admin}"}}


@pytest.fixture
def known(headquarters, world):
    """Things that are there, for the gaps of addresses: made-up ids would all be unknown."""
    document = world.documents["english"]
    with headquarters.database.transaction() as session:
        user = session.scalar(select(User.id).where(User.login == world.logins["reviewer"]))
        crop = CropRequest(
            team_id=world.team,
            id="crop-1",
            document_id=document.id,
            page_id=document.pages[0],
            line_id="0",
            quad=[],
            asked_by="hq:x",
            asked_at=headquarters.clock.now(),
        )
        session.add(crop)
        stored = session.scalar(select(NamedBlob.sha256).where(NamedBlob.team_id == world.team))
    return {
        "record_id": document.id,
        "page_id": document.pages[0],
        "device_id": world.laptop.stream.opened_by,
        "user_id": user,
        "sha256": stored,
        "crop_id": "crop-1",
        "name": "reading.languages",
    }


@pytest.mark.timeout(300 + 20 * EXAMPLES)
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize("who", ["stranger", "laptop", "admin"])
def test_no_request_that_can_be_made_up_is_a_fault_of_the_server(app, server, permissions, known, who, mode):
    schema = schemathesis.openapi.from_dict(app.openapi())
    schema.config.update(base_url="http://{}:{}".format(*server))
    faults, asked = [], 0
    with requests.Session() as session:
        session.headers.update(permissions[who])
        for found in schema.get_all_operations():
            operation = found.ok()
            name = f"{operation.method.upper()} {operation.path}"
            # What else a stranger asks for is refused at the door, which other tests look at.
            if (who == "stranger") != (name in OPEN) or (name in ENDS_WHO_ASKS and who == "admin"):
                continue

            def ask(case, name=name):
                nonlocal asked
                asked += 1
                if asked % 2:
                    there = {gap: known[gap] for gap in case.path_parameters or {} if gap in known}
                    case.path_parameters = {**(case.path_parameters or {}), **there}
                answer = case.call(
                    session=session, headers=permissions[who], allow_redirects=False, timeout=30
                )
                if answer.status_code >= 500:
                    faults.append((name, answer.status_code, answer.text[:300], case.as_curl_command()))

            _all_of(operation.as_strategy(generation_mode=mode), ask)
    assert faults == []
    assert asked > (10 if who == "stranger" else 40)


def _all_of(cases, ask) -> None:
    """Ask for some cases of an address, the same each time; there may be none that are wrong."""
    probe = settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )(given(case=cases)(lambda case: ask(case)))
    try:
        probe()
    except Unsatisfiable:
        return
