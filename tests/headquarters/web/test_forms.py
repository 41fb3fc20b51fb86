"""Every form of the pages: who may send it, not without its token, and never at another team's things."""

import io

import pytest
from fastapi.routing import APIRoute
from sqlalchemy import func, select

from headquarters.audit.tables import AuditRow
from headquarters.down.tables import DownRow
from headquarters.enrolment.invitations import invite
from headquarters.people.roles import Role
from headquarters.people.tables import TeamInvitation, User
from headquarters.records.tables import Conflict
from headquarters.review.tables import PackOffer
from headquarters.teams import Team
from headquarters.web import conflicts, laptops, people, reading, records, signing, team
from tests.headquarters.persons import add_person

READ, ADMIN = {"reviewer", "admin"}, {"admin"}
ANYBODY = {"reviewer", "admin", "auditor"}
OPEN = {"/sign-in", "/language"}
"""Where nobody needs to be signed in; a browser says by itself that another page sent them."""

TABLE = {
    "/records/{record_id}/correct": (
        {"page_id": "PAGE", "line": "0", "text": "Name: Amina", "previous": "Nmae: Amina Hassan"},
        READ,
    ),
    "/records/{record_id}/crop": ({"page_id": "PAGE", "line": "1"}, READ),
    "/records/{record_id}/review": ({"state": "approved"}, READ),
    "/records/{record_id}/comment": ({"text": "Good"}, READ),
    "/records/{record_id}/files": ({"original": "yes"}, READ),
    "/conflicts/{conflict_id}": ({"choice": "kept"}, READ),
    "/laptops/invite": ({"label": "Desk 3"}, ADMIN),
    "/laptops/invitation-file": ({"text": "INVITATION"}, ADMIN),
    "/invitations/{invitation_id}/cancel": ({}, ADMIN),
    "/laptops/settings/{name}": ({"value": "yes", "library": "LIBRARY"}, ADMIN),
    "/laptops/{device_id}/revoke": ({"reason": "lost", "alone": "yes"}, ADMIN),
    "/packs": ({"urgent": "yes"}, ADMIN),
    "/packs/{offer_id}/withdraw": ({}, ADMIN),
    "/people": ({"login": "new@example.org", "name": "New", "role": "reviewer"}, ADMIN),
    "/people/{user_id}/role": ({"role": "auditor"}, ADMIN),
    "/people/{user_id}/password": ({}, ADMIN),
    "/people/{user_id}/remove": ({}, ADMIN),
    "/settings": ({"keep_removed_days": "7"}, ADMIN),
    "/records/{record_id}/erase": ({"reason": "asked", "sure": "yes"}, ADMIN),
    "/team/join": ({"team": "OTHER", "answer": "yes"}, ANYBODY),
    "/team": ({"team": "TEAM"}, ANYBODY),
    "/password": ({"old": "wrong", "new": "x", "again": "y"}, ANYBODY),
    "/sign-out": ({}, ANYBODY),
}
"""Address -> what is sent, and who may; what ends things comes last."""

REFUSED_FOR_OTHER_REASONS = {"/packs": 422, "/password": 422}
"""What is sent there is no pack, and no password."""


@pytest.fixture
def places(headquarters, world):
    """Things that are there, and what stands for them in the table."""
    document, now = world.documents["english"], headquarters.clock.now()
    with headquarters.database.transaction() as session:
        login = add_person(session, world.team, Role.AUDITOR, now, login="member@example.org")
        user = session.scalar(select(User.id).where(User.login == login))
        session.add(
            Conflict(
                team_id=world.team,
                id="conflict-1",
                document_id=document.id,
                page_id=document.pages[0],
                line_id="1",
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
        for each in session.scalars(select(User.id).where(User.login.in_(list(world.logins.values())[:3]))):
            session.add(
                TeamInvitation(
                    user_id=each,
                    team_id=world.other_team,
                    role="auditor",
                    name="x",
                    invited_by="hq:x",
                    invited_at=now,
                )
            )
        team = session.get_one(Team, world.team)
        invitation, made = invite(session, headquarters, team, label="desk 3", actor="hq:x")
    return {
        "record_id": document.id,
        "conflict_id": "conflict-1",
        "invitation_id": invitation,
        "device_id": world.laptop.stream.opened_by,
        "offer_id": "offer-1",
        "user_id": user,
        "name": "pages.orient",
        "PAGE": document.pages[0],
        "LIBRARY": world.laptop.stream.library_id,
        "INVITATION": made.encode(),
        "OTHER": world.other_team,
        "TEAM": world.team,
    }


def addresses(method):
    routes = [
        route
        for module in (conflicts, laptops, people, reading, records, signing, team)
        for route in module.router.routes
    ]
    return [route.path for route in routes if isinstance(route, APIRoute) and method in route.methods]


def filled(address, data, places):
    return address.format_map(places), {name: places.get(value, value) for name, value in data.items()}


def test_the_table_names_every_form():
    assert set(addresses("POST")) == set(TABLE) | OPEN


@pytest.mark.parametrize("role", ["reviewer", "admin", "auditor"])
def test_each_role_does_what_it_may_and_nothing_else(browser, world, places, role):
    browser.sign_in(world.logins[role])
    for address, (data, roles) in TABLE.items():
        path, sent = filled(address, data, places)
        answer = browser.post(path, **sent)
        if role not in roles:
            assert answer.status_code == 403, (address, answer.status_code)
        else:
            expected = {200, 303, REFUSED_FOR_OTHER_REASONS.get(address, 200)}
            assert answer.status_code in expected, (address, answer.status_code, answer.text[-900:])


def test_no_form_does_anything_without_its_token(browser, world, places, headquarters):
    browser.sign_in(world.logins["admin"])
    before = done(headquarters)
    good, browser.csrf = browser.csrf, "forged"
    for address, (data, _) in TABLE.items():
        path, sent = filled(address, data, places)
        assert browser.post(path, **sent).status_code == 403, address
        assert browser.client.post(path, data=sent, follow_redirects=False).status_code == 403, address
        for site in ("cross-site", "same-site"):
            answer = browser.client.post(
                path,
                data={"csrf": good, **sent},
                headers={"Sec-Fetch-Site": site},
                follow_redirects=False,
            )
            assert answer.status_code == 403, (address, site)
    assert done(headquarters) == before


def test_the_token_of_one_session_is_none_of_another(browser, world, places):
    browser.sign_in(world.logins["reviewer"])
    of_reviewer = browser.csrf
    browser.sign_in(world.logins["admin"])
    browser.csrf = of_reviewer
    for address, (data, _) in TABLE.items():
        path, sent = filled(address, data, places)
        assert browser.post(path, **sent).status_code == 403, address


def test_a_sign_in_from_another_page_is_refused(browser, world):
    answer = browser.client.post(
        "/sign-in",
        data={"login": world.logins["admin"], "password": "x"},
        headers={"Sec-Fetch-Site": "cross-site"},
        follow_redirects=False,
    )
    assert answer.status_code == 403


def test_nothing_of_another_team_is_touched(browser, world, places, headquarters):
    browser.sign_in(world.logins["stranger"])
    before = done(headquarters)
    for address, (data, _) in TABLE.items():
        if "{" in address or address == "/team/join":
            path, sent = filled(address, data, places)
            assert browser.post(path, **sent).status_code == 404, address
    assert browser.post("/team", team=world.team).status_code == 403
    assert done(headquarters) == before


def test_nothing_of_another_team_is_seen(browser, world):
    browser.sign_in(world.logins["stranger"])
    document = world.documents["english"]
    for path in ("", f"/pages/{document.pages[0]}/image", "/original", "/crops/any/image"):
        assert browser.get(f"/records/{document.id}{path}").status_code == 404
    assert "Amina" not in browser.get("/search?q=amina").text.replace('value="amina"', "")
    assert "registration-form" not in browser.get("/records?shelf=all").text
    assert "Registration desk" not in browser.get("/laptops").text


@pytest.mark.parametrize(
    "letter", ["%00", "%ff", "%ED%A0%80", "%E2%80%AE", "..%2F..%2Fetc%2Fpasswd", "%0d%0aX-Evil:%201"]
)
def test_no_letter_in_an_address_is_a_fault_of_the_server(browser, world, letter):
    browser.sign_in(world.logins["admin"])
    queries = (
        "shelf",
        "library",
        "tag",
        "case",
        "q",
        "page",
        "format",
        "language",
        "before",
        "quiet",
        "out",
        "next",
    )
    asked = addresses("GET")
    assert len(asked) > 15
    for address in asked:
        parts = [letter if part.startswith("{") else part for part in address.split("/")]
        for path in ("/".join(parts), *(f"{address}?{name}={letter}" for name in queries)):
            answer = browser.get(path)
            assert answer.status_code < 500, (path, answer.status_code)
            assert "x-evil" not in answer.headers


@pytest.mark.parametrize("text", ["\0", "\0a", "\ud800", "\u202e" * 50, "x" * 20_001, "A\r\nB: c"])
def test_no_text_in_a_form_is_a_fault_of_the_server(browser, world, places, text):
    browser.sign_in(world.logins["admin"])
    typed = text.encode("utf-8", "surrogatepass")
    for address, (data, _) in TABLE.items():
        if address in ("/sign-out", "/team"):
            continue
        path = address.format_map(places)
        for name in data or {"none": ""}:
            sent = {**filled(address, data, places)[1], "csrf": browser.csrf, name: typed}
            answer = browser.client.post(path, data=sent, follow_redirects=False)
            assert answer.status_code < 500, (address, name, answer.status_code)


@pytest.mark.parametrize(
    "name", ["../../pack.json", "\\\\evil\\pack.json", "/etc/passwd", "metadata/../../x", "\0"]
)
def test_no_name_of_a_file_leads_out_of_an_upload(browser, world, name, tmp_path, monkeypatch):
    folder = tmp_path / "uploads"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    browser.sign_in(world.logins["admin"])
    answer = browser.client.post(
        "/packs", data={"csrf": browser.csrf}, files=[("files", (name, io.BytesIO(b"{}")))]
    )
    assert answer.status_code in (400, 422)
    assert list(folder.rglob("*")) == []


def done(headquarters):
    """What was done and told so far, but signing in."""
    with headquarters.database.transaction() as session:
        noted = session.scalar(
            select(func.count()).select_from(AuditRow).where(AuditRow.action != "person.signed-in")
        )
        return noted, len(session.scalars(select(DownRow)).all())
