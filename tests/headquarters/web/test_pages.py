"""Pages show what there is, do what their buttons say, and let nobody in who should not be."""

import html
import json
import re

import pytest
from sqlalchemy import select

from headquarters.down.tables import DownRow
from headquarters.people import users
from headquarters.people.roles import Role
from headquarters.people.tables import User
from headquarters.records.tables import Document
from headquarters.teams import add_team
from tests.headquarters.persons import PASSWORD

ADDRESSES = {
    "/": {"reviewer", "admin", "auditor"},
    "/records": {"reviewer", "admin"},
    "/search?q=amina": {"reviewer", "admin"},
    "/conflicts": {"reviewer", "admin"},
    "/laptops": {"reviewer", "admin", "auditor"},
    "/packs": {"reviewer", "admin", "auditor"},
    "/export": {"reviewer", "admin"},
    "/export/file?format=csv": {"reviewer", "admin"},
    "/erasures": {"admin", "auditor"},
    "/audit": {"admin", "auditor"},
    "/audit?verify=yes": {"admin", "auditor"},
    "/audit/file": {"admin", "auditor"},
    "/people": {"admin"},
    "/settings": {"admin"},
    "/laptops?quiet=7": {"reviewer", "admin", "auditor"},
    "/laptops/settings": {"admin"},
    "/password": {"reviewer", "admin", "auditor"},
}


def text_of(answer) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", answer.text))


@pytest.mark.parametrize("role", ["reviewer", "admin", "auditor"])
def test_each_role_sees_its_pages_and_no_other(browser, world, role):
    browser.sign_in(world.logins[role])
    seen = {address: browser.get(address).status_code for address in ADDRESSES}
    assert seen == {address: 200 if role in roles else 403 for address, roles in ADDRESSES.items()}


@pytest.mark.parametrize("address", ADDRESSES)
def test_nobody_sees_anything_without_signing_in(browser, address):
    answer = browser.get(address)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "sw"])
def test_every_page_is_there_in_every_language(browser, world, headquarters, language):
    browser.sign_in(world.logins["admin"])
    browser.post("/language", language=language, back="/")
    document = world.documents["english"]
    addresses = [*ADDRESSES, f"/records/{document.id}", f"/records/{world.documents['two'].id}?page=2"]
    for address in addresses:
        answer = browser.get(address)
        assert answer.status_code == 200, (address, answer.text[:500])
        if "html" in answer.headers["content-type"]:
            direction = "rtl" if language == "ar" else "ltr"
            assert f'<html lang="{language}" dir="{direction}">' in answer.text


def test_after_signing_in_one_is_where_one_wanted_to_go(browser, world):
    address = f"/records/{world.documents['english'].id}"
    assert (
        browser.get(address).headers["location"]
        == f"/sign-in?next=%2Frecords%2F{world.documents['english'].id}"
    )
    answer = browser.client.post(
        "/sign-in",
        data={"login": world.logins["reviewer"], "password": PASSWORD, "next": address},
        follow_redirects=False,
    )
    assert answer.headers["location"] == address


@pytest.mark.parametrize(
    "there", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x"]
)
def test_signing_in_leads_to_no_page_of_others(browser, world, there):
    data = {"login": world.logins["reviewer"], "password": PASSWORD, "next": there}
    answer = browser.client.post("/sign-in", data=data, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_cookie_is_out_of_reach_of_scripts(browser, world):
    data = {"login": world.logins["reviewer"], "password": PASSWORD}
    cookie = browser.client.post("/sign-in", data=data, follow_redirects=False).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_a_wrong_password_says_nothing_about_who_there_is(browser, world):
    known = browser.client.post("/sign-in", data={"login": world.logins["admin"], "password": "x"})
    unknown = browser.client.post("/sign-in", data={"login": "nobody@example.org", "password": "x"})
    assert known.status_code == unknown.status_code == 401
    message = re.findall(r'role="alert">([^<]*)', known.text)
    assert message == re.findall(r'role="alert">([^<]*)', unknown.text)


def test_who_guesses_has_to_wait(browser, world, clock):
    for _ in range(5):
        browser.client.post("/sign-in", data={"login": world.logins["admin"], "password": "x"})
    right = {"login": world.logins["admin"], "password": PASSWORD}
    assert browser.client.post("/sign-in", data=right, follow_redirects=False).status_code == 401
    clock.forward(minutes=2)
    assert browser.client.post("/sign-in", data=right, follow_redirects=False).status_code == 303


def test_a_session_ends_when_it_is_not_used(browser, world, clock):
    browser.sign_in(world.logins["reviewer"])
    clock.forward(minutes=30)
    assert browser.get("/records").status_code == 200
    clock.forward(minutes=30)
    assert browser.get("/records").status_code == 200
    clock.forward(minutes=50)
    assert browser.get("/records").status_code == 303


def test_signing_out_ends_the_session_at_the_server(browser, world):
    browser.sign_in(world.logins["reviewer"])
    cookie = browser.client.cookies["sanduku_session"]
    assert browser.post("/sign-out").status_code == 303
    browser.client.cookies.set("sanduku_session", cookie)
    assert browser.get("/records").status_code == 303


def test_what_records_say_never_runs(browser, world):
    browser.sign_in(world.logins["reviewer"])
    hostile = world.documents["hostile"]
    for address in (
        "/records?shelf=all",
        f"/records/{hostile.id}",
        "/search?q=script",
        "/search?q=%3Cscript%3Ealert(3)%3C/script%3E",
        "/records?shelf=all&tag=%22%3E%3Cscript%3E",
    ):
        page = browser.get(address).text
        scripts = re.findall(r"<script[^>]*>", page)
        assert all(each.startswith('<script src="/static/page.js') for each in scripts), address
        assert "<img src=x" not in page
        # A hidden field carries a line as it is; nobody sees it.
        assert "\u202e" not in re.sub(r'<input type="hidden"[^>]*>', "", page)
    assert "{{ 7 * 7 }}" in browser.get(f"/records/{hostile.id}").text


def test_pages_come_with_a_strict_policy_and_are_not_stored(browser, world):
    browser.sign_in(world.logins["reviewer"])
    answer = browser.get("/records")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    for address in ("/records", "/sign-in", "/nothing/like/it", "/static/page.js", "/v1/records", "/health"):
        headers = browser.get(address).headers
        parts = headers["content-security-policy"].split(";")
        told = dict(part.strip().partition(" ")[::2] for part in parts)
        assert told["script-src"] == told["form-action"] == "'self'", address
        assert told["base-uri"] == told["frame-ancestors"] == "'none'", address
        assert headers["x-frame-options"] == "DENY", address  # For browsers that do not know the policy.
        assert headers["x-content-type-options"] == "nosniff", address
        assert headers["referrer-policy"] == "same-origin", address
        assert headers["cross-origin-opener-policy"] == "same-origin", address
    page = browser.get(f"/records/{world.documents['english'].id}").text
    assert not re.search(r"\son\w+=|style=|javascript:", page)


def test_a_correction_is_made_and_shown_as_not_yet_at_the_laptop(browser, world):
    browser.sign_in(world.logins["reviewer"])
    document = world.documents["english"]
    data = {"page_id": document.pages[0], "line": "0", "previous": "Nmae: Amina Hassan"}
    answer = browser.post(f"/records/{document.id}/correct", **data, text="Name: Amina Hassan", reason="typo")
    assert answer.status_code == 303
    page = text_of(browser.client.get(answer.headers["location"]))
    assert "Name: Amina Hassan" in page
    assert "Not at the laptop yet" in page
    assert "Saved." in page


def test_what_was_typed_is_not_lost_when_the_line_changed_meanwhile(browser, world):
    browser.sign_in(world.logins["reviewer"])
    document = world.documents["english"]
    data = {"page_id": document.pages[0], "line": "0", "previous": "something else"}
    answer = browser.post(f"/records/{document.id}/correct", **data, text="My typing")
    assert answer.status_code == 409
    assert 'value="My typing"' in answer.text
    assert "was not saved" in text_of(answer)


def test_a_record_is_returned_with_a_reason(browser, world, headquarters):
    browser.sign_in(world.logins["reviewer"])
    record = f"/records/{world.documents['english'].id}"
    assert browser.post(f"{record}/review", state="returned").status_code == 422
    assert browser.post(f"{record}/review", state="returned", reason="Page 2 is missing").status_code == 303
    with headquarters.database.transaction() as session:
        (row,) = session.scalars(select(DownRow))
        assert json.loads(row.payload) == {"state": "returned", "reason": "Page 2 is missing"}
    assert "registration-form.jpg" in browser.get("/records?shelf=returned").text


def test_one_goes_from_record_to_record_until_everything_is_reviewed(browser, world):
    browser.sign_in(world.logins["reviewer"])
    address, seen = f"/records/{world.documents['arabic'].id}", []
    while address:
        seen.append(address)
        assert browser.post(f"{address}/review", state="approved").status_code == 303
        further = re.findall(r'class="following" href="([^"]+)"', browser.get(address).text)
        address = further[0] if further else ""
    assert sorted(seen) == sorted(f"/records/{each.id}" for each in world.documents.values())


def test_one_goes_from_doubt_to_doubt(browser, world, headquarters):
    with headquarters.database.transaction() as session:
        world.laptop.session = session
        world.laptop.stream = session.merge(world.laptop.stream)
        document = world.laptop.add("blurred.jpg")
        document.read("one", "two", "three", confidence=0.3)
        world.laptop.send()
    browser.sign_in(world.logins["reviewer"])
    page = browser.get(f"/records/{document.id}").text
    assert re.findall(r'<a href="#(line-\d)">', page) == ["line-0", "line-1", "line-2"]


def test_page_images_are_shown_where_they_are_and_asked_for_where_not(browser, world):
    browser.sign_in(world.logins["reviewer"])
    english, two = world.documents["english"], world.documents["two"]
    page = browser.get(f"/records/{english.id}").text
    (address,) = re.findall(r'<img src="([^"]+)"', page)
    answer = browser.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert page.count("<polygon") == 3
    assert "Ask for the page image" in browser.get(f"/records/{two.id}").text
    assert browser.post(f"/records/{two.id}/files").status_code == 303
    assert "It was asked for" in browser.get(f"/records/{two.id}").text


def test_a_first_password_opens_nothing_but_the_way_to_change_it(browser, world, headquarters):
    browser.sign_in(world.logins["admin"])
    answer = browser.post("/people", login="new@example.org", name="New", role="reviewer")
    (first,) = re.findall(r'class="fingerprint" dir="ltr">([^<]+)', answer.text)
    browser.client.cookies.clear()
    data = {"login": "new@example.org", "password": first}
    assert browser.client.post("/sign-in", data=data, follow_redirects=False).status_code == 303
    assert browser.get("/records").headers["location"] == "/password"
    browser.csrf = re.findall(r'name="csrf" value="([^"]+)"', browser.get("/password").text)[0]
    new = "lantern over the river"
    assert browser.post("/password", old=first, new="short", again="short").status_code == 422
    assert browser.post("/password", old=first, new=new, again=new).status_code == 303
    data["password"] = new
    assert browser.client.post("/sign-in", data=data, follow_redirects=False).status_code == 303
    assert browser.get("/records").status_code == 200


def test_an_invitation_is_shown_once_and_can_be_saved(browser, world):
    browser.sign_in(world.logins["admin"])
    answer = browser.post("/laptops/invite", label="Desk 3")
    (text,) = re.findall(r'name="text" value="([^"]+)"', answer.text)
    assert text.startswith("sanduku-team:1:")
    assert "<svg" in answer.text
    file = browser.post("/laptops/invitation-file", text=text)
    assert file.text == text
    assert "attachment" in file.headers["content-disposition"]
    assert text not in browser.get("/laptops").text
    assert "Desk 3" in browser.get("/laptops").text
    assert browser.post("/laptops/invitation-file", text="<script>").status_code >= 400


def test_somebody_of_two_teams_goes_from_one_to_the_other_and_to_no_third(browser, world, headquarters):
    with headquarters.database.transaction() as session:
        user = session.scalar(select(User).where(User.login == world.logins["reviewer"]))
        users.give_role(session, user.id, world.other_team, Role.AUDITOR)
        third = add_team(session, "Third", headquarters.clock).id
    browser.sign_in(world.logins["reviewer"])
    assert browser.post("/team", team=world.other_team).status_code == 303
    assert "Dadaab" in browser.get("/").text
    assert browser.get("/records").status_code == 403  # an auditor there
    assert browser.post("/team", team=third).status_code == 403
    assert browser.post("/team", team=world.team).status_code == 303
    assert "registration-form.jpg" in browser.get("/records").text


def test_a_page_that_the_laptop_could_not_read_is_told_in_the_list_and_on_the_record(
    browser, world, headquarters
):
    with headquarters.database.transaction() as session:
        laptop = world.laptop
        laptop.session, laptop.stream = session, session.merge(laptop.stream)
        form = laptop.add("three pages.pdf", pages=3)
        form.read("Name: Amina")
        form.fail(page=1, code="page.damaged")
        laptop.send()
    browser.sign_in(world.logins["reviewer"])
    assert "Pages that could not be read: 1" in browser.get("/records?shelf=problem").text
    record = browser.get(f"/records/{form.id}").text
    assert "This document is not whole here" in record
    assert f"/records/{form.id}?page=2" in record
    failed, unread = (browser.get(f"/records/{form.id}?page={page}").text for page in (2, 3))
    assert "could not read this page" in failed
    assert "page.damaged" in failed
    assert "has not read it yet" in unread


@pytest.mark.parametrize("address", ["/recrods", "/record/1/2", "/sign-out"])
def test_a_wrong_address_is_a_page_in_a_browser_and_json_for_a_program(browser, address):
    page = browser.client.get(address, headers={"accept": "text/html,*/*;q=0.8", "accept-language": "fr"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "Il n’y a pas de page à cette adresse" in page.text
    program = browser.client.get(address, headers={"accept": "*/*"})
    assert program.json()["code"] in ("not-found", "request.malformed")
    assert browser.client.get("/v1/nothing", headers={"accept": "text/html"}).json()["code"] == "not-found"


@pytest.mark.parametrize("box", ["1,2,3", "nan,1,2,3", "Amina"])
def test_a_box_that_is_none_is_told_as_that(browser, world, box):
    browser.sign_in(world.logins["reviewer"])
    english = world.documents["english"]
    answer = browser.post(f"/records/{english.id}/crop", page_id=english.pages[0], number="1", box=box)
    assert answer.status_code == 422
    assert "it is no box on the page" in answer.text


def test_the_language_of_a_person_is_remembered(browser, world, headquarters):
    browser.sign_in(world.logins["reviewer"])
    browser.post("/language", language="sw", back="/records")
    with headquarters.database.transaction() as session:
        user = session.scalar(select(User).where(User.login == world.logins["reviewer"]))
        assert user.language == "sw"
    assert "Kumbukumbu" in browser.get("/records").text


def test_ten_thousand_records_are_paged_through_without_losing_or_doubling_any(browser, world, headquarters):
    with headquarters.database.transaction() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO documents (team_id, id, library_id, name, media_type, byte_size, page_count,"
            " added_at, added_by, received_at, changed_at, trashed, pages_read, pages_failed, doubtful_lines,"
            " open_conflicts, languages, field_state, field_reason, field_by, hq_state, hq_reason, hq_by,"
            " changed_since) SELECT %s, 'many' || n, %s, 'record ' || n, '', 0, 1, '', 'Juma', now(), now(),"
            " false, 0, 0, 0, 0, '', 'none', '', '', 'none', '', '', false"
            " FROM generate_series(1, 10000) AS n",
            (world.team, world.laptop.stream.library_id),
        )
    browser.sign_in(world.logins["reviewer"])
    address, seen = "/records?shelf=all&limit=200", []
    while address:
        page = browser.get(address).text
        seen += re.findall(r'class="name" href="/records/([^"]+)"', page)
        further = re.findall(r'rel="next" href="([^"]+)"', page)
        address = html.unescape(further[0]) + "&limit=200" if further else ""
    with headquarters.database.transaction() as session:
        there = set(session.scalars(select(Document.id).where(Document.team_id == world.team)))
    assert len(seen) == len(set(seen)) == 10_000 + len(world.documents)
    assert set(seen) == there
