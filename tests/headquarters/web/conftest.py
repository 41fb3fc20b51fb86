"""What tests of pages stand on: an application whose passwords are hashed cheaply, and a world in it."""

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from headquarters.parts import Headquarters
from tests.headquarters.persons import PASSWORD, QUICK
from tests.headquarters.world import World, build_world


class Browser:
    """Goes from page to page as a browser does, without scripts."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.csrf = ""

    def sign_in(self, login: str) -> None:
        answer = self.client.post(
            "/sign-in", data={"login": login, "password": PASSWORD}, follow_redirects=False
        )
        assert answer.status_code == 303, answer.text
        self.csrf = re.findall(r'name="csrf" value="([^"]+)"', self.client.get("/").text)[0]

    def get(self, address: str, **words: object):
        return self.client.get(address, follow_redirects=False, **words)

    def post(self, address: str, /, **data: object):
        return self.client.post(address, data={"csrf": self.csrf, **data}, follow_redirects=False)


@pytest.fixture
def app(app: FastAPI) -> FastAPI:
    app.state.passwords = QUICK
    return app


@pytest.fixture
def world(headquarters: Headquarters) -> World:
    with headquarters.database.transaction() as session:
        return build_world(headquarters, session)


@pytest.fixture
def browser(app: FastAPI, world: World) -> Iterator[Browser]:
    with TestClient(app, base_url="https://hq.example", raise_server_exceptions=False) as client:
        yield Browser(client)
