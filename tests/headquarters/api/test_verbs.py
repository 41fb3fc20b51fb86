"""A program does what a person does on the pages, and gets the same told."""

import pytest

from tests.headquarters.persons import PASSWORD
from tests.headquarters.world import add_copy


def test_signing_in_gives_a_token_and_a_wrong_password_none(api, world):
    login = {"login": world.logins["reviewer"], "password": PASSWORD}
    token = api.client.post("/v1/people/sign-in", json=login).json()["token"]
    answer = api.client.get("/v1/people/me", headers={"Authorization": f"Bearer {token}"})
    assert answer.json()["role"] == "reviewer"
    answer = api.client.post("/v1/people/sign-in", json={**login, "password": "x"})
    assert (answer.status_code, answer.json()["code"]) == (401, "people.sign-in")


def test_a_record_comes_with_lines_places_and_doubt(api, world):
    document = world.documents["english"]
    record = api("reviewer", "GET", f"/records/{document.id}").json()
    (page,) = record["pages"]
    assert (page["width"], page["height"], page["image"]) == (800, 1000, True)
    line = page["lines"][0]
    assert (line["text"], line["doubtful"], line["confidence"]) == ("Nmae: Amina Hassan", True, 0.55)
    assert line["quad"][0] == [60.0, 80.0]


def test_a_correction_shows_what_was_read_and_who_changed_it(api, world):
    document = world.documents["english"]
    body = {"page": document.pages[0], "line": "0", "text": "Name: Amina", "previous": "Nmae: Amina Hassan"}
    assert api("reviewer", "POST", f"/records/{document.id}/corrections", json=body).status_code == 201
    line = api("reviewer", "GET", f"/records/{document.id}").json()["pages"][0]["lines"][0]
    assert (line["text"], line["as_read"]) == ("Name: Amina", "Nmae: Amina Hassan")
    assert (line["corrected_by"], line["pending"]) == ("hq:reviewer@example.org", True)
    again = api("reviewer", "POST", f"/records/{document.id}/corrections", json=body)
    assert (again.status_code, again.json()["code"]) == (409, "review.changed")


def test_records_are_found_in_their_language(api):
    for query, count in (("amina", 1), ("امنه حسن", 1), ("6", 2), ('"two wells"', 1), ("wells -closed", 0)):
        found = api("reviewer", "GET", "/search", params={"q": query}).json()
        assert found["total"] == count, query


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/records/{id}/review", {"state": "burned"}),
        ("/records/{id}/review", {"state": "returned"}),
        ("/records/{id}/review", {"state": "approved", "more": 1}),
        ("/records/{id}/comments", {"text": ""}),
        ("/records/{id}/comments", {}),
        ("/records/{id}/corrections", {"page": "p", "line": "0", "text": ["x"]}),
    ],
)
def test_what_does_not_fit_is_refused_with_a_code(api, world, path, body):
    answer = api("reviewer", "POST", path.format(id=world.documents["english"].id), json=body)
    assert answer.status_code == 422
    assert answer.json()["code"]
    assert answer.json()["message"]


def test_settings_are_kept(api):
    kept = {"keep_removed_days": 7, "keep_records_days": 365}
    assert api("admin", "PUT", "/settings", json=kept).status_code == 200
    assert api("admin", "GET", "/settings").json() == kept
    assert api("admin", "PUT", "/settings", json={"keep_removed_days": -1}).status_code == 422


def test_an_invitation_is_told_once(api):
    made = api("admin", "POST", "/invitations", json={"label": "Desk 3"}).json()
    assert made["invitation"].startswith("sanduku-team:1:")
    (listed,) = api("admin", "GET", "/invitations").json()["invitations"]
    assert (listed["id"], listed["state"]) == (made["id"], "open")
    assert api("admin", "DELETE", f"/invitations/{made['id']}").status_code == 204


def test_a_laptop_that_is_shut_out_is_told_so(api, world):
    device = world.laptop.stream.opened_by
    answer = api("admin", "POST", f"/devices/{device}/revocation", json={"reason": "lost"})
    assert answer.json() == {
        "shut_out": [{"id": device, "name": "Registration desk 2"}],
        "left_in": [],
    }
    assert api("auditor", "GET", f"/devices/{device}").json()["revoked_at"] is not None
    again = api("admin", "POST", f"/devices/{device}/revocation", json={})
    assert (again.status_code, again.json()["shut_out"]) == (200, [])


@pytest.fixture
def copies(headquarters, world):
    """A laptop, one that joined by its key, and one that joined by the key of that."""
    first = world.laptop.stream.opened_by
    with headquarters.database.transaction() as session:
        second = add_copy(session, first, "second", headquarters.clock.now())
        return [first, second, add_copy(session, second, "third", headquarters.clock.now())]


def shut_out_now(api):
    return {each["id"] for each in api("admin", "GET", "/devices").json()["devices"] if each["revoked_at"]}


def test_a_laptop_tells_by_whose_key_it_joined(api, copies):
    formers = [api("auditor", "GET", f"/devices/{each}").json()["former"] for each in copies]
    assert formers == [None, *copies[:2]]


def test_whoever_joined_by_its_key_is_shut_out_with_a_laptop_and_named(api, copies):
    answer = api("admin", "POST", f"/devices/{copies[0]}/revocation", json={"reason": "stolen"}).json()
    assert [each["id"] for each in answer["shut_out"]] == copies
    assert [each["name"] for each in answer["shut_out"]][1:] == ["Called second", "Called third"]
    assert answer["left_in"] == []
    assert shut_out_now(api) == set(copies)


def test_whoever_joined_by_its_key_is_left_in_where_that_is_asked_for(api, copies):
    answer = api("admin", "POST", f"/devices/{copies[0]}/revocation", json={"alone": True}).json()
    assert [each["id"] for each in answer["shut_out"]] == copies[:1]
    assert [each["id"] for each in answer["left_in"]] == copies[1:]
    assert shut_out_now(api) == set(copies[:1])


@pytest.mark.parametrize("alone", [None, "maybe", [], 2])
def test_nobody_is_shut_out_while_it_is_unclear_who_is_meant(api, copies, alone):
    assert api("admin", "POST", f"/devices/{copies[0]}/revocation", json={"alone": alone}).status_code == 422
    assert shut_out_now(api) == set()


def test_everything_is_told_by_openapi(api):
    schema = api.client.get("/openapi.json").json()
    described = [
        operation
        for path, methods in schema["paths"].items()
        for operation in methods.values()
        if path.startswith("/v1/records")
    ]
    assert len(described) >= 8
    assert all(operation["description"] for operation in described)
