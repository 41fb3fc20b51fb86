"""The bytes of a message count as they go, so that they are known of a program that is killed on its way."""

import pytest

from engine.library import Library
from engine.sync.postman import Postman
from engine.sync.transport import Reply, Request
from tests.engine.sync.channel import Channel
from tests.engine.sync.reference import ReferenceHeadquarters

BODY = bytes(50_000)


class Killed(BaseException):
    """Nobody handles it, as nobody handles the end of a process."""


class Slow(Channel):
    """Carries messages, but is killed within the one that is large; time passes as its bytes go."""

    def __init__(self, headquarters: ReferenceHeadquarters) -> None:
        super().__init__(headquarters, lambda: "none", lambda _: 0)
        self.now = 0.0

    def send(self, request: Request) -> Reply:
        if request.body != BODY:
            return super().send(request)
        for gone in range(10_000, 40_001, 10_000):
            self.now += 5.0
            request.told(gone)
        raise Killed


@pytest.fixture
def slow(headquarters) -> Slow:
    return Slow(headquarters)


@pytest.fixture
def postman(joined: Library, slow: Slow) -> Postman:
    return Postman(
        joined, slow, purpose="sync", asked_by="person", daily_bytes=None, monotonic=lambda: slow.now
    )


def test_what_has_gone_of_a_message_counts_though_it_never_ends(joined, postman):
    postman.show_who_we_are()
    before = joined.exchange.network_log.used_today()
    with pytest.raises(Killed):
        postman.post("/v1/sync/changes", BODY)
    assert joined.exchange.network_log.used_today() - before == 40_000


def test_a_message_that_ends_counts_once(joined, headquarters, slow):
    class Watched(Slow):
        def send(self, request: Request) -> Reply:
            request.told(len(request.body) // 2)
            self.now += 5.0
            request.told(len(request.body))
            return Channel.send(self, request)

    watched = Watched(headquarters)
    postman = Postman(
        joined, watched, purpose="sync", asked_by="person", daily_bytes=None, monotonic=lambda: watched.now
    )
    before = joined.exchange.network_log.used_today()
    postman.show_who_we_are()
    assert joined.exchange.network_log.used_today() - before == postman.sent + postman.received
