"""Every address of the people's API, asked by every role and by another team: who may, and who may not.

The table must name every address that there is, so that a new one is not forgotten.
"""

import hashlib

import pytest
from sqlalchemy import select, update

from headquarters.enrolment.invitations import invite
from headquarters.people.tables import User
from headquarters.records.tables import Conflict, Document
from headquarters.review.tables import CropRequest, PackOffer
from headquarters.teams import Team
from tests.headquarters.world import picture

READ = {"reviewer", "admin"}
TEAM = {"reviewer", "admin", "auditor"}
ADMIN = {"admin"}
AUDIT = {"admin", "auditor"}
ANYBODY = {"reviewer", "admin", "auditor", "stranger"}
OPEN = "open"

TABLE = {
    ("GET", "/people/me"): (ANYBODY, None),
    ("GET", "/people/invitations"): (ANYBODY, None),
    ("POST", "/people/invitations/{team_id}/acceptance"): (ANYBODY, None),
    ("DELETE", "/people/invitations/{team_id}"): (ANYBODY, None),
    ("GET", "/people"): (ADMIN, None),
    ("POST", "/people"): (ADMIN, {"login": "new@example.org", "role": "reviewer"}),
    ("PUT", "/people/{user_id}/role"): (ADMIN, {"role": "auditor"}),
    ("POST", "/people/{user_id}/password"): (ADMIN, None),
    ("DELETE", "/people/{user_id}"): (ADMIN, None),
    ("POST", "/people/sign-in"): (OPEN, None),
    ("POST", "/people/password"): (OPEN, None),
    ("POST", "/people/sign-out"): (ANYBODY, None),
    ("GET", "/records"): (READ, None),
    ("GET", "/records/{record_id}"): (READ, None),
    ("GET", "/records/{record_id}/pages/{page_id}/image"): (READ, None),
    ("POST", "/records/{record_id}/corrections"): (READ, {"page": "PAGE", "line": "0", "text": "x"}),
    ("POST", "/records/{record_id}/review"): (READ, {"state": "approved"}),
    ("POST", "/records/{record_id}/comments"): (READ, {"text": "x"}),
    ("POST", "/records/{record_id}/files"): (READ, {}),
    ("POST", "/records/{record_id}/crops"): (READ, {"page": "PAGE", "line": "0"}),
    ("GET", "/records/{record_id}/crops/{crop_id}/image"): (READ, None),
    ("GET", "/records/{record_id}/original"): (READ, None),
    ("POST", "/records/{record_id}/erasure"): (ADMIN, {"reason": "asked"}),
    ("GET", "/search"): (READ, None),
    ("GET", "/conflicts"): (READ, None),
    ("POST", "/conflicts/{conflict_id}/resolution"): (READ, {"choice": "kept"}),
    ("GET", "/export"): (READ, None),
    ("GET", "/devices"): (TEAM, None),
    ("GET", "/devices/{device_id}"): (TEAM, None),
    ("POST", "/devices/{device_id}/revocation"): (ADMIN, {"alone": True}),
    ("GET", "/invitations"): (ADMIN, None),
    ("POST", "/invitations"): (ADMIN, {"label": "x"}),
    ("DELETE", "/invitations/{invitation_id}"): (ADMIN, None),
    ("GET", "/packs"): (TEAM, None),
    ("POST", "/packs"): (ADMIN, None),
    ("DELETE", "/packs/{offer_id}"): (ADMIN, None),
    ("GET", "/erasures"): (AUDIT, None),
    ("GET", "/settings"): (ADMIN, None),
    ("PUT", "/settings"): (ADMIN, {}),
    ("GET", "/laptop-settings"): (ADMIN, None),
    ("PUT", "/laptop-settings/{name}"): (ADMIN, {"value": "yes", "library": "LIBRARY"}),
    ("GET", "/audit"): (AUDIT, None),
    ("GET", "/audit/verification"): (AUDIT, None),
    ("GET", "/audit/export"): (AUDIT, None),
}
"""(method, address) -> who may, and what is sent."""

OWN = {
    "record_id", "page_id", "device_id", "user_id", "crop_id", "conflict_id", "invitation_id", "offer_id"
}  # fmt: skip
"""Things of the team that another team must not see."""


@pytest.fixture
def places(headquarters, world):
    """Things that are there, for the gaps of addresses: a made-up id would be 404 for everybody."""
    document, now = world.documents["english"], headquarters.clock.now()
    stored = picture(("a line",))
    sha256 = hashlib.sha256(stored).hexdigest()
    headquarters.blobs.put(world.team, sha256, stored)
    asked = {"team_id": world.team, "asked_by": "hq:x", "asked_at": now}
    with headquarters.database.transaction() as session:
        user = session.scalar(select(User.id).where(User.login == world.logins["reviewer"]))
        session.add(
            CropRequest(
                id="crop-1",
                document_id=document.id,
                page_id=document.pages[0],
                line_id="0",
                quad=[],
                sha256=sha256,
                **asked,
            )
        )
        session.add(
            Conflict(
                team_id=world.team,
                id="conflict-1",
                document_id=document.id,
                page_id=document.pages[0],
                line_id="0",
                kind="laptops",
                kept_id="",
                other_id="",
                kept_text="Amina",
                other_text="Aminah",
                found_at=now,
            )
        )
        session.add(
            PackOffer(
                team_id=world.team,
                id="offer-1",
                name="reading",
                version="1",
                files={"files": []},
                urgent=False,
                offered_by="hq:x",
                offered_at=now,
            )
        )
        team = session.get_one(Team, world.team)
        invitation, _ = invite(session, headquarters, team, label="desk 3", actor="hq:x")
        session.execute(
            update(Document).where(Document.id == document.id).values(sha256=sha256)
        )  # Its original is here.
    return {
        "record_id": document.id,
        "page_id": document.pages[0],
        "device_id": world.laptop.stream.opened_by,
        "library": world.laptop.stream.library_id,
        "user_id": user,
        "conflict_id": "conflict-1",
        "invitation_id": invitation,
        "offer_id": "offer-1",
        "crop_id": "crop-1",
        "team_id": world.other_team,
        "name": "pages.orient",
    }


def asked(api, role, method, path, body, places):
    filled = path.format_map(places)
    words = {}
    if body is not None:
        gaps = {"PAGE": places["page_id"], "LIBRARY": places["library"]}
        words["json"] = {name: gaps.get(value, value) for name, value in body.items()}
    elif path == "/packs" and method == "POST":
        words["files"] = {"files": ("pack.json", b"{}")}
    if path == "/search":
        words["params"] = {"q": "amina"}
    return api(role, method, filled, **words)


def test_the_table_names_every_address(app):
    there = {
        (method.upper(), path.removeprefix("/v1"))
        for path, methods in app.openapi()["paths"].items()
        for method, operation in methods.items()
        if set(operation.get("tags", ())) & {"people", "records", "team"}
    }
    assert there == set(TABLE)


@pytest.mark.parametrize("role", ["reviewer", "admin", "auditor", "nobody"])
def test_each_role_may_what_the_table_says(api, places, role):
    # What ends things comes last, so that the rest still has something to ask about.
    order = sorted(
        TABLE, key=lambda row: ("sign-out" in row[1], row[1].endswith("/erasure"), "DELETE" in row[0])
    )
    for method, path in order:
        roles, body = TABLE[method, path]
        if roles == OPEN:
            continue
        answer = asked(api, role, method, path, body, places)
        if role == "nobody":
            assert answer.status_code == 401, (method, path, answer.text)
        elif role not in roles:
            assert answer.status_code == 403, (method, path, answer.text)
        else:
            assert answer.status_code not in (401, 403), (method, path, answer.text)
            assert answer.status_code < 500, (method, path, answer.text)
            if method == "GET":
                assert answer.status_code == 200, (method, path, answer.text)
        if (method, path) == ("PUT", "/people/{user_id}/role") and role == "admin":
            asked(api, "admin", method, path, {"role": "reviewer"}, places)


def test_an_admin_of_another_team_finds_none_of_it(api, places, world):
    for (method, path), (roles, body) in TABLE.items():
        if roles == OPEN or "sign-out" in path:
            continue
        answer = asked(api, "stranger", method, path, body, places)
        named = {part for part in OWN if f"{{{part}}}" in path}
        if named or (body or {}).get("library"):
            assert answer.status_code == 404, (method, path, answer.status_code, answer.text)
        for secret in ("Amina", "registration-form", "Registration desk", world.logins["reviewer"]):
            assert secret not in answer.text, (method, path)


def test_the_cookie_of_a_browser_opens_nothing_here(api, headquarters, world):
    from tests.headquarters.persons import signed_in

    with headquarters.database.transaction() as session:
        token, _ = signed_in(session, world.logins["admin"], headquarters.clock.now(), kind="web")
    api.client.cookies.set("sanduku_session", token)
    assert api.client.get("/v1/records").status_code == 401
    answer = api.client.get("/v1/records", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


@pytest.mark.parametrize("token", ["", "x", "Bearer", "a" * 5000, "\u00e9", "eyJhbGciOiJub25lIn0.e30."])
def test_made_up_tokens_open_nothing(api, token):
    headers = {"Authorization": f"Bearer {token}".encode()}
    assert api.client.get("/v1/records", headers=headers).status_code == 401


def test_a_token_ends_with_its_time_its_role_and_its_session(api, clock, headquarters, world, places):
    assert api("reviewer", "GET", "/records").status_code == 200
    assert api("admin", "DELETE", f"/people/{places['user_id']}").status_code == 204
    assert api("reviewer", "GET", "/records").status_code == 401
    assert api("auditor", "POST", "/people/sign-out").status_code == 204
    assert api("auditor", "GET", "/audit").status_code == 401
    clock.forward(hours=13)
    assert api("admin", "GET", "/records").status_code == 401


def test_an_admin_of_one_team_does_not_get_into_others_by_a_reset(api, headquarters, world, places):
    from headquarters.people import users
    from headquarters.people.roles import Role

    with headquarters.database.transaction() as session:
        users.give_role(session, places["user_id"], world.other_team, Role.REVIEWER)
    assert api("admin", "POST", f"/people/{places['user_id']}/password").status_code == 409


def test_a_team_keeps_an_admin(api, headquarters, world):
    own = next(each for each in api("admin", "GET", "/people").json() if each["role"] == "admin")
    assert api("admin", "PUT", f"/people/{own['id']}/role", json={"role": "reviewer"}).status_code == 409
    assert api("admin", "DELETE", f"/people/{own['id']}").status_code == 409
