"""What tests of the JSON API stand on: a world, and a token for each role."""

import pytest
from fastapi.testclient import TestClient

from tests.headquarters.persons import QUICK, signed_in
from tests.headquarters.world import build_world


@pytest.fixture
def world(headquarters):
    with headquarters.database.transaction() as session:
        return build_world(headquarters, session)


@pytest.fixture
def tokens(headquarters, world):
    now = headquarters.clock.now()
    with headquarters.database.transaction() as session:
        return {role: signed_in(session, login, now)[0] for role, login in world.logins.items()}


@pytest.fixture
def api(app, tokens):
    """Asks as somebody: ``api(role, method, path, json=...)``."""
    app.state.passwords = QUICK
    with TestClient(app, base_url="https://hq.example", raise_server_exceptions=False) as client:

        def ask(role, method, path, **words):
            headers = {"Authorization": f"Bearer {tokens[role]}"} if role in tokens else {}
            return client.request(method, f"/v1{path}", headers=headers, **words)

        ask.client = client
        yield ask
