"""Errors advise whoever reads them: who writes a program gets the description, a laptop a newer Sanduku."""

import pytest

UPDATE = "Install the latest Sanduku"


@pytest.mark.parametrize(
    ("method", "path", "words"),
    [
        ("POST", "/people/sign-in", {"content": b"{"}),
        ("POST", "/people/sign-in", {"json": {"login": 1}}),
        ("POST", "/people", {"json": {"login": "a@b.c", "role": "queen"}}),
        ("GET", "/records", {"params": {"limit": "many"}}),
        ("GET", "/records", {"params": {"library": "a\0b"}}),
        ("GET", "/records/a%00b", {}),
        ("PUT", "/laptop-settings/pages.orient", {"json": {"value": "yes", "more": 1}}),
        ("GET", "/nothing/like/it", {}),
        ("BREW", "/records", {}),
    ],
)
def test_a_program_is_told_where_to_look(api, method, path, words):
    answer = api("admin", method, path, **words)
    told = answer.json()
    assert 400 <= answer.status_code < 500
    assert "laptop" not in told["remedy"]
    assert "/openapi.json" in told["remedy"]


def test_what_does_not_fit_is_named_without_what_was_sent(api):
    answer = api("admin", "POST", "/people", json={"login": "a@b.c", "role": "SECRET", "SECRET-2": "SECRET"})
    assert answer.json()["fields"] == ["SECRET-2", "role"]  # A name that nobody knows is named.
    assert "SECRET" not in answer.json()["message"] + answer.json()["remedy"]


@pytest.mark.parametrize("path", ["/sync/down?after=x", "/sync/down?after=1&hash=Z"])
def test_a_laptop_is_told_to_become_newer(laptop, path):
    answer = laptop.client.get(f"/v1{path}", headers=laptop.permission)
    assert answer.status_code == 422
    assert UPDATE in answer.json()["remedy"]


@pytest.mark.parametrize(
    "body",
    [
        {"page": "PAGE"},
        {"page": "PAGE", "line": "0", "quad": [[0, 0], [1, 0], [1, 1], [0, 1]]},
        {"page": "PAGE", "quad": [[0, 0]] * 3},
        {"page": "PAGE", "quad": [[0, 0, 0]] * 4},
        {"page": "PAGE", "quad": [[-1, 0]] * 4},
        {"page": "PAGE", "line": "a\0b"},
    ],
)
def test_a_part_of_a_page_is_a_line_or_a_box(api, world, body):
    document = world.documents["english"]
    sent = {name: document.pages[0] if value == "PAGE" else value for name, value in body.items()}
    assert api("reviewer", "POST", f"/records/{document.id}/crops", json=sent).status_code == 422


def test_a_box_of_ones_own_can_be_asked_for(api, world):
    document = world.documents["english"]
    quad = [[10, 10], [200, 10], [200, 60], [10, 60]]
    answer = api(
        "reviewer", "POST", f"/records/{document.id}/crops", json={"page": document.pages[0], "quad": quad}
    )
    assert answer.status_code == 202
    (crop,) = api("reviewer", "GET", f"/records/{document.id}").json()["crops"]
    assert (crop["quad"], crop["line"], crop["state"]) == (quad, None, "asked")
