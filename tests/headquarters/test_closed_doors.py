"""Every address but a few named ones is closed: to strangers, and to laptops where it is for people."""

import re

import pytest

from tests.headquarters.laptops import JSON

OPEN = {
    ("get", "/health"),
    ("get", "/ready"),
    ("post", "/v1/enrol"),
    ("post", "/v1/auth/challenge"),
    ("post", "/v1/auth/token"),
    ("post", "/v1/auth/refresh"),
    ("post", "/v1/devices/rekey"),
    ("post", "/v1/people/sign-in"),
    ("post", "/v1/people/password"),
}
"""Where nobody has to show anything before; what is shown there is checked by tests of its own."""

OF_LAPTOPS = re.compile(r"/v1/(sync|blobs)/.*")


def doors(app):
    """Yield method, address with something in every gap, and headers, for all that is described."""
    for path, methods in sorted(app.openapi()["paths"].items()):
        for method, described in sorted(methods.items()):
            address = re.sub(r"\{[^}]*sha256[^}]*\}", "a" * 64, path)
            address = re.sub(r"\{[^}]*\}", "1", address)
            taken = list(described.get("requestBody", {}).get("content", {"application/json": {}}))
            yield method, path, address, {"Content-Type": taken[0], "Upload-Offset": "0"}


def knock(client, method, address, headers):
    query = {"after": "0", "hash": "0" * 64} if address.endswith("/down") else None
    return client.request(method, address, params=query, headers=headers, follow_redirects=False)


def test_there_are_doors(app):
    assert len(list(doors(app))) > 30
    assert {(method, path) for method, path, *_ in doors(app)} >= OPEN


@pytest.mark.parametrize("shown", [None, "Bearer ", "Bearer x.y.z", "Basic YTpi", "Bearer " + "a" * 5000])
def test_strangers_come_in_nowhere(app, client, shown):
    let_in = []
    for method, path, address, headers in doors(app):
        if (method, path) in OPEN:
            continue
        permission = {} if shown is None else {"Authorization": shown}
        answer = knock(client, method, address, {**headers, **permission})
        if answer.status_code not in (401, 403):
            let_in.append((method, path, answer.status_code))
    assert let_in == []


def test_a_laptop_comes_in_at_none_of_the_peoples_doors(app, laptop):
    let_in = []
    for method, path, address, headers in doors(app):
        if (method, path) in OPEN or OF_LAPTOPS.fullmatch(path):
            continue
        answer = knock(laptop.client, method, address, {**headers, **laptop.permission})
        if answer.status_code not in (401, 403):
            let_in.append((method, path, answer.status_code))
    assert let_in == []


def test_a_laptop_that_was_shut_out_comes_in_nowhere(app, laptop, headquarters):
    from headquarters.devices.registry import revoke

    with headquarters.database.transaction() as session:
        revoke(session, laptop.team, laptop.device, reason="", actor="x", clock=headquarters.clock)
    answers = set()
    for method, path, address, headers in doors(app):
        if OF_LAPTOPS.fullmatch(path):
            answer = knock(laptop.client, method, address, {**headers, **laptop.permission})
            answers.add((answer.status_code, "" if method == "head" else answer.json()["code"]))
    assert answers <= {(403, "device.revoked"), (403, "")}


def test_whatever_is_sent_no_door_falls_off_its_hinges(app, laptop):
    for method, _path, address, headers in doors(app):
        for body in (b"", b"{", b"[]", b'{"a":"\\u0000"}', b"\x28\xb5\x2f\xfd", b"\xff" * 300):
            answer = laptop.client.request(
                method,
                address,
                content=body,
                headers={**headers, **laptop.permission},
                follow_redirects=False,
            )
            assert answer.status_code < 500, (method, address, body, answer.text)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_methods_that_are_none_are_refused(client, method):
    answer = client.request(method, "/v1/sync/hello", headers=JSON)
    assert answer.status_code in (405, 501)
