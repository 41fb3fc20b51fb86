"""The real headquarters over a link that cuts, doubles and delays streams: all changes are there once."""

# ruff: noqa: F811 - fixtures

from dataclasses import replace

from benchmarks.link.faults import FaultyLink, Rates
from engine.library import open_library
from engine.settings import Settings
from engine.sync.pacing import Pace
from engine.sync.running import synchronise
from tests.headquarters.test_field_side import (  # noqa: F401 - fixtures
    AUTHOR,
    fill,
    invitation,
    library,
    log,
    there,
)

STREAM = "POST /v1/sync/stream"
BAD = Rates(cut=0.5, twice=0.2, late=0.2)


def test_streams_that_are_cut_doubled_and_late_bring_each_change_once(
    library,
    headquarters,
    server,
    monkeypatch,
):
    monkeypatch.setattr(Pace, "part", lambda _self, most: min(most, 400))
    monkeypatch.setattr("engine.sync.running.Stop.sleep", lambda _self, _seconds: None)
    with FaultyLink(server[1], seed="streams", kill=lambda _fault: None) as link:
        bad = [f"http://127.0.0.1:{link.port}"]
        library.connection.run("UPDATE team SET urls = json_array(?)", (bad[0],))
        for number in range(4):
            fill(library, *(f"{number}-{each}" for each in range(3)))
            link.rates = BAD
            synchronise(library, Settings(network=replace(Settings().network, files="text")))
        befallen = {
            fault for (message, fault, _where), count in link.seen.items() if message == STREAM and count
        }
    assert there(headquarters, library) == log(library)
    assert "cut" in befallen
    with open_library(library.folder, settings=AUTHOR) as again:
        assert again.check(quick=True).problems == ()
