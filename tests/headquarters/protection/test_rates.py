"""Who asks too often is told so: counted in memory, or in a Redis that several processes share."""

import importlib.util
import shutil
import socket
import subprocess
import time
from contextlib import ExitStack

import pytest

from engine.sync.wire.blobs import PLAIN_PACK
from engine.sync.wire.errors import WireError
from engine.sync.wire.streams import CHANGES
from headquarters.errors import ConfigurationError
from headquarters.protection import rates as counting
from headquarters.protection.rates import MOST_AT_ONCE, Rates
from headquarters.settings import HeadquartersSettings


def limited(tmp_path, store="memory://", *, device=3, stranger=2):
    return Rates(
        HeadquartersSettings(
            data=tmp_path, rate_store=store, requests_per_minute=device, strangers_per_minute=stranger
        )
    )


def refused(count, who, times):
    """Return at which of so many requests somebody was refused first; None if never."""
    for number in range(1, times + 1):
        try:
            count(who)
        except WireError as error:
            assert error.code == "rate.limited"
            return number
    return None


def test_devices_and_strangers_are_bounded_each_for_itself(tmp_path):
    rates = limited(tmp_path)
    assert refused(rates.count_device, "one", 5) == 4
    assert refused(rates.count_device, "another", 3) is None
    assert refused(rates.count_stranger, "one", 5) == 3


def test_the_next_minute_begins_anew(tmp_path, monkeypatch):
    moment = [120.0]
    monkeypatch.setattr(counting.time, "monotonic", lambda: moment[0])
    rates = limited(tmp_path)
    assert refused(rates.count_device, "one", 4) == 4
    moment[0] = 180.0
    assert refused(rates.count_device, "one", 3) is None


def test_a_place_that_cannot_be_counted_in_is_told_at_the_start(tmp_path):
    with pytest.raises(ConfigurationError, match="rates"):
        limited(tmp_path, "nowhere://")


@pytest.fixture
def redis(tmp_path):
    """The URL of a real Redis, and its process."""
    program = shutil.which("redis-server")
    if program is None or importlib.util.find_spec("redis") is None:
        pytest.skip("NO REDIS: redis-server or the package redis is not there, so rates were not shared")
    with socket.create_server(("127.0.0.1", 0)) as trying:
        port = trying.getsockname()[1]
    words = ("--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path))
    with subprocess.Popen([program, *words], stdout=subprocess.DEVNULL) as process:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"redis://127.0.0.1:{port}", process
        process.kill()


def test_processes_that_share_a_redis_count_together(tmp_path, redis):
    url, _process = redis
    one, other = limited(tmp_path, url, device=4), limited(tmp_path, url, device=4)
    assert refused(one.count_device, "laptop", 3) is None
    assert refused(other.count_device, "laptop", 3) == 2


def test_requests_pass_while_redis_is_away(tmp_path, redis, caplog):
    url, process = redis
    rates = limited(tmp_path, url, device=1)
    process.kill()
    process.wait()
    assert refused(rates.count_device, "laptop", 3) is None
    assert "rates cannot be counted" in caplog.text


def test_a_device_has_few_streams_open_at_once_and_keeps_nobody_else_from_theirs(tmp_path):
    rates = limited(tmp_path)
    with ExitStack() as open_ones:
        for _ in range(MOST_AT_ONCE):
            open_ones.enter_context(rates.few_at_once("greedy"))
        with pytest.raises(WireError) as caught, rates.few_at_once("greedy"):
            pass
        assert caught.value.code == "rate.limited"
        with rates.few_at_once("other"):
            pass
    with rates.few_at_once("greedy"):
        pass


def test_streams_of_changes_and_packs_of_files_are_what_is_counted_so(laptop, monkeypatch):
    monkeypatch.setattr("headquarters.protection.rates.MOST_AT_ONCE", 0)
    for path, kind in (("/v1/sync/stream", CHANGES), ("/v1/blobs/pack", PLAIN_PACK)):
        answer = laptop.post(path, b"x", {"Content-Type": kind})
        assert (answer.status_code, answer.json()["code"]) == (429, "rate.limited")
