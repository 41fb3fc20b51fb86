"""Proxies that take no streams, hold messages back, or want a log-in: everything arrives, or a plain word."""

import pytest

from engine.library import Library
from engine.settings import NetworkSettings, Settings
from engine.sync.errors import LogInFirstError, UntrustedError
from engine.sync.joining import begin_to_join
from engine.sync.network import Network
from engine.sync.running import synchronise
from engine.sync.transport import LinkError, Request
from tests.engine.sync.proxies import proxy_that
from tests.engine.sync.served import served

STREAM, BATCH = "/v1/sync/stream*", "/v1/sync/changes"
HALF_A_DAY = 12 * 3600


@pytest.fixture
def there(headquarters):
    with served(headquarters) as made:
        yield made


@pytest.fixture
def filled(laptop, there, add, read_all) -> Library:
    begin_to_join(laptop, there.invitation)
    for number in range(6):
        add(laptop, f"form {number}.pdf")
        read_all(laptop, f"Amina {number}")
    return laptop


def send(library, proxy, *, patience=0.0):
    settings = Settings(network=NetworkSettings(use="manual", proxy=proxy.url, stall_seconds=20))
    return synchronise(library, settings, device_name="Amina's laptop", patience=patience)


def all_there(headquarters, library):
    there = [entry.hash for entry in headquarters.contents.libraries[library.library_id].streams[0].entries]
    return there == [change.hash for change in library.changes.since(0, 100_000)]


@pytest.mark.parametrize("manner", ["411", "501", "400"])
def test_where_a_proxy_refuses_streams_changes_go_batch_by_batch(filled, headquarters, manner):
    with proxy_that(manner) as proxy:
        report = send(filled, proxy)
    assert all_there(headquarters, filled)
    assert report.outcomes.receipt
    assert report.outcomes.changes == len(filled.changes.since(0, 1000))
    assert proxy.seen.count(STREAM) == 1
    assert BATCH in proxy.seen


def test_that_a_proxy_refuses_streams_is_remembered_for_half_a_day(filled, headquarters, add, clock):
    with proxy_that("411") as proxy:
        send(filled, proxy)
        add(filled, "another.pdf")
        send(filled, proxy)
        assert proxy.seen.count(STREAM) == 1
        clock.pass_time(HALF_A_DAY + 1)
        add(filled, "a third.pdf")
        send(filled, proxy)
    assert proxy.seen.count(STREAM) == 2
    assert all_there(headquarters, filled)


def test_what_is_remembered_of_a_time_that_lies_ahead_or_is_damaged_does_not_count(filled, clock):
    way = filled.exchange.way
    way.note_no_streams()
    assert way.takes_no_streams()
    clock.pass_time(-3600)
    assert not way.takes_no_streams()
    (filled.folder / "running" / "way.json").write_text("[half", "utf-8")
    assert not way.takes_no_streams()


def test_a_proxy_that_holds_messages_back_until_they_are_whole_lets_everything_through(filled, headquarters):
    with proxy_that("holds") as proxy:
        report = send(filled, proxy)
    assert all_there(headquarters, filled)
    assert report.outcomes.receipt
    assert BATCH not in proxy.seen


def test_where_a_proxy_cuts_every_stream_batches_go_after_a_few_tries(filled, headquarters, monkeypatch):
    monkeypatch.setattr("engine.sync.running.Stop.sleep", lambda _stop, _seconds: None)
    with proxy_that("cuts") as proxy:
        report = send(filled, proxy, patience=900.0)
    assert all_there(headquarters, filled)
    assert report.outcomes.changes == len(filled.changes.since(0, 1000))
    assert proxy.seen.count(STREAM) == 3


@pytest.mark.parametrize("status", [200, 302, 307, 511])
def test_a_log_in_page_is_told_as_that_and_loses_nothing(filled, headquarters, status):
    with proxy_that(f"log-in {status}") as proxy, pytest.raises(LogInFirstError) as told:
        send(filled, proxy)
    assert "log in" in told.value.what
    assert "browser" in told.value.remedy
    assert told.value.retryable
    assert filled.exchange.network_log.latest()[0].outcome == "network.log-in"
    with proxy_that("holds") as proxy:
        send(filled, proxy)
    assert all_there(headquarters, filled)


def test_a_log_in_page_in_the_middle_loses_nothing(filled, headquarters, monkeypatch):
    """A hotel lets one in for an hour, and then not any more."""
    with proxy_that("holds") as proxy:
        handle = headquarters.handle

        def answered(request, **more):
            if request.path == "/v1/sync/stream":
                proxy.manner = "log-in 302"
            return handle(request, **more)

        monkeypatch.setattr(headquarters, "handle", answered)
        with pytest.raises(LogInFirstError):
            send(filled, proxy)
        proxy.manner = "holds"
        send(filled, proxy)
    assert all_there(headquarters, filled)


def test_a_proxy_that_wants_a_name_says_how_to_give_one(filled):
    with (
        proxy_that("log-in 407") as proxy,
        pytest.raises(LogInFirstError, match="name and a password") as told,
    ):
        send(filled, proxy)
    assert "network.proxy" in told.value.remedy
    assert told.value.code == "network.proxy-log-in", "a browser would not help there"


@pytest.mark.parametrize(
    ("status", "words"), [(511, "log in"), (302, "log in"), (407, "name and a password")]
)
def test_a_proxy_that_gives_no_way_through_to_tls_is_told_as_that(status, words):
    with proxy_that(f"log-in {status}") as proxy:
        network = Network(NetworkSettings(proxy=proxy.url, stall_seconds=20))
        with (
            network.open(("https://hq.example.org",), tls_pin=None, asked_by="person") as transport,
            pytest.raises(LogInFirstError, match=words),
        ):
            transport.send(Request("POST", "/v1/sync/hello", b"{}"))


def test_a_proxy_that_is_at_its_end_is_a_link_that_broke():
    with proxy_that("log-in 502") as proxy:
        network = Network(NetworkSettings(proxy=proxy.url, stall_seconds=20))
        with (
            network.open(("https://hq.example.org",), tls_pin=None, asked_by="person") as transport,
            pytest.raises(LinkError),
        ):
            transport.send(Request("POST", "/v1/sync/hello", b"{}"))


def test_what_is_no_log_in_page_is_no_headquarters(filled):
    with proxy_that("log-in 404") as proxy, pytest.raises(UntrustedError, match="not headquarters"):
        send(filled, proxy)
