"""Sending by command, as a person sees it: when it is stopped, when another sends, and what time it tells."""

# ruff: noqa: F811 - fixtures

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from engine.cli.sync_showing import local_moment
from engine.library import open_library
from tests.engine.sync.conftest import (  # noqa: F401 - fixtures
    NO_BALLAST,
    add,
    clock,
    headquarters,
    joined,
    laptop,
    make_reading,
    read_all,
    session,
)
from tests.engine.sync.test_turn import WAIT, folder, sending, there  # noqa: F401 - fixtures

pytestmark = pytest.mark.usefixtures("small_ballast")


def command(*words: object) -> list[str]:
    return [sys.executable, "-P", "-m", "engine.cli", *(str(word) for word in words)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_says_that_what_arrived_counts_and_prints_json(folder: Path, there):
    there.hold()
    there.asked.clear()
    with subprocess.Popen(
        command("sync", "run", "--json", "--library", folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            assert there.asked.wait(WAIT)
            os.kill(process.pid, signal.SIGINT)
            out, err = process.communicate(timeout=WAIT)
        finally:
            process.kill()
    assert process.returncode == 130, err
    told = json.loads(out)
    assert told["stopped"] is True
    assert told["changes"] == 0


def test_a_second_command_says_who_sends(folder: Path, there, run):
    with sending(folder, there) as first:
        refused = run("sync", "run", "--json", "--library", folder)
        assert refused.error["code"] == "sync.running"
        assert str(first.pid) in refused.error["what"]
        assert run("settings", "set", "network.use", "automatic").code == 0
        timer = run("sync", "run", "--by-itself", "--json", "--library", folder)
        assert timer.code == 0
        assert timer.json["changes"] == 0
        assert "Another Sanduku" in run("sync", "run", "--by-itself", "--library", folder).err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot change the time zone of one process")
def test_moments_are_told_in_the_time_of_this_computer(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Africa/Nairobi")
    time.tzset()
    try:
        assert local_moment("2026-11-21T18:37:11.115Z") == "2026-11-21 21:37"
    finally:
        monkeypatch.undo()
        time.tzset()
    assert local_moment(None) == ""
    assert local_moment("damaged") == "damaged"


def test_the_same_invitation_with_other_addresses_is_called_there(library, run, tmp_path, headquarters):
    invited = headquarters.invitation()
    for urls in (("https://old.example.org",), ("https://new.example.org", "https://second.example.org")):
        file = tmp_path / "goma.sanduku-team"
        file.write_text(replace(invited, urls=urls).encode())
        assert run("team", "join", file, "--offline", "--yes").code == 0
    assert run("team", "show", "--json").json["urls"] == list(urls)


def test_a_team_that_cannot_be_told_now_is_remembered_and_that_is_said(library, run, tmp_path, headquarters):
    file = tmp_path / "goma.sanduku-team"
    file.write_text(headquarters.invitation().encode())
    assert run("settings", "set", "network.use", "never").code == 0
    refused = run("team", "join", file, "--yes", "--json")
    assert refused.error["code"] == "network.forbidden"
    assert "remembered" in refused.error["remedy"]
    assert run("team", "show", "--json").json["device"] is None


def test_a_second_invitation_that_may_not_be_used_now_leaves_the_membership(
    joined, run, tmp_path, headquarters
):
    before = joined.exchange.team.required()
    file = tmp_path / "second.sanduku-team"
    file.write_text(replace(headquarters.invitation(), code="OTHER-CODE").encode())
    joined.close()
    assert run("settings", "set", "network.use", "never").code == 0
    assert run("team", "join", file, "--yes", "--library", joined.folder).code != 0
    with open_library(joined.folder, settings=NO_BALLAST) as library:
        after = library.exchange.team.required()
    assert (after.device, after.about) == (before.device, before.about)


def test_leaving_is_told_to_programs_too(joined, run):
    joined.close()
    told = run("team", "leave", "--yes", "--json", "--library", joined.folder).json
    assert told == {"left": "team1", "originals_left_there": 0, "no_longer_trusted": []}


@pytest.fixture
def originals_away(joined, headquarters, session, add, read_all):
    """A library whose one original is at headquarters alone."""
    add(joined, content=b"an original")
    read_all(joined, "One")
    with joined.connection.transaction():
        joined.exchange.words.review(1, "approved", "", "Amina", "2026")
    session(joined, tiers=(2, 3, 4, 5)).run()
    headquarters.back_up()
    session(joined, tiers=(2, 3, 4, 5)).run()
    receipts = joined.exchange.receipts
    assert receipts.release(receipts.releasable())
    receipts.tidy(days=0)
    joined.close()
    return joined.folder


def test_whose_originals_are_at_headquarters_alone_does_not_leave_unasked(originals_away, run):
    refused = run("team", "leave", "--yes", "--json", "--library", originals_away)
    assert refused.error["code"] == "team"
    assert "sync fetch --all" in refused.error["remedy"]
    assert run("team", "show", "--library", originals_away).code == 0
    told = run("team", "leave", "--yes", "--without-originals", "--json", "--library", originals_away).json
    assert told["originals_left_there"] == 1


def test_a_bundle_with_nothing_new_says_so(folder: Path, there, run, tmp_path):
    for _ in range(2):
        assert run("sync", "run", "--library", folder).code == 0
    (tmp_path / "stick").mkdir()
    told = run("bundle", "export", tmp_path / "stick", "--without-images", "--library", folder)
    assert told.code == 0, told.err
    assert "0 changes and 0 files" in told.out
    assert "headquarters has signed for everything" in told.err


def test_the_outside_of_a_bundle_says_for_whom_it_is_and_what_to_do_with_it(
    folder: Path, there, run, tmp_path
):
    assert run("sync", "run", "--library", folder).code == 0
    (tmp_path / "stick").mkdir()
    assert run("bundle", "export", tmp_path / "stick", "--library", folder).code == 0
    [made] = (tmp_path / "stick").iterdir()
    told = run("bundle", "show", made).out
    assert "Work of a laptop for headquarters" in told
    assert f"'sanduku-hq bundle import {made.name}'" in told
    assert "1 file." in told


def test_a_team_whose_key_for_bundles_is_none_is_told_as_that(joined, run, tmp_path):
    joined.close()
    refused = run("bundle", "export", tmp_path, "--json", "--library", joined.folder)
    assert refused.error["code"] == "bundle.unusable"
    assert "new invitation" in refused.error["remedy"]


def test_refused_files_are_told_with_their_documents(library, run):
    from engine.cli.sync_showing import report_to_json
    from engine.sync.running import SyncReport
    from engine.sync.standing import Outcomes

    report = SyncReport(Outcomes(refused_files=[("a" * 64, "blob.too-large")]), 0, 0)
    [told] = report_to_json(report, {"a" * 64: "card.pdf"})["refused_files"]
    assert told == {"sha256": "a" * 64, "code": "blob.too-large", "document": "card.pdf"}


def test_a_library_in_no_team_says_what_to_do(laptop, run):
    laptop.close()
    refused = run("sync", "run", "--json", "--library", laptop.folder)
    assert "team join" in refused.error["remedy"]


@pytest.fixture
def away(folder: Path, run, monkeypatch):
    """Headquarters does not answer, and a person gives up at the third pause."""
    assert run("settings", "set", "network.proxy", "http://127.0.0.1:9").code == 0
    pauses: list[float] = []

    def pause(_stop, seconds):
        pauses.append(seconds)
        if len(pauses) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr("engine.sync.running.Stop.sleep", pause)
    return folder


def test_without_a_terminal_each_try_is_told_in_plain_words(away, run):
    told = run("sync", "run", "--library", away)
    assert told.code == 130
    assert told.err.startswith("Calling headquarters.\n")
    assert told.err.count("Headquarters does not answer. Trying again in ") == 3


def test_a_program_is_told_of_each_try_in_json_on_standard_error(away, run):
    told = run("sync", "run", "--json", "--library", away)
    lines = [json.loads(line)["progress"] for line in told.err.splitlines() if '"progress"' in line]
    assert [(line["state"], line["waiting"] > 0) for line in lines] == [("hello", True)] * 3
    assert told.json["stopped"]


def test_once_tries_once(away, run):
    told = run("sync", "run", "--once", "--json", "--library", away)
    assert told.error["code"] == "network.unreachable"
    assert "did not answer." in told.error["what"]
    assert told.code == 4


def test_the_help_says_how_long_sending_tries(run):
    help_text = " ".join(run("sync", "run", "--help").out.split())
    assert "network.patience_minutes (15)" in help_text
    assert "--once" in help_text
