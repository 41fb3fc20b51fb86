"""Whoever watches over the server hears whether it lives and can work."""


def test_a_running_headquarters_is_alive_and_ready(client):
    assert client.get("/health").json()["status"] == "ok"
    assert client.get("/ready").json() == {"status": "ready"}


def test_each_answer_bears_an_id_and_the_headers_that_protect_browsers(client):
    answer = client.get("/health")
    assert len(answer.headers["x-request-id"]) == 16
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["strict-transport-security"].startswith("max-age=")


def test_an_unknown_address_is_told_as_json(client):
    answer = client.get("/v1/nothing")
    assert answer.status_code == 404
    assert answer.json()["code"] == "not-found"
