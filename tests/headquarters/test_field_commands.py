"""A person joins a team and sends work by command, to the real headquarters."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.cli import main
from engine.library import open_library
from engine.settings import Places
from engine.sync.bundles.finding import bundle_in
from engine.sync.bundles.index import Kind
from engine.sync.wire.invitation import Invitation
from headquarters.bundles.taking import take_bundle
from tests.headquarters.test_field_side import AUTHOR, fill, invitation  # noqa: F401 - a fixture

SHOWN = (
    ("team",),
    ("sync",),
    ("sync", "plan"),
    ("sync", "run"),
    ("sync", "log"),
    ("sync", "conflicts"),
    ("sync", "quarantine"),
    ("sync", "purge", "--yes"),
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))

    def run(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return int(code), told.out, told.err

    return run


@pytest.fixture
def joined(run, invitation: Invitation, tmp_path: Path, places: Places):  # noqa: F811
    """A library of this person that has joined by a file."""
    file = tmp_path / "goma.sanduku-team"
    file.write_text(invitation.encode())
    assert run("library", "create", "--no-encryption")[0] == 0
    code, _, err = run("team", "join", file, "--yes", "--name", "Goma 2")
    assert code == 0, err
    assert invitation.fingerprint in err
    with open_library(places.library, settings=AUTHOR) as library:
        fill(library, "a", "b")
    return places.library


def test_work_is_planned_sent_and_told(joined, run):
    code, out, _ = run("sync", "plan", "--json")
    plan = json.loads(out)
    assert plan["parts"][0]["name"] == "changes"
    assert plan["parts"][0]["count"] > 4
    code, out, err = run("sync", "run", "--files", "originals", "--json")
    assert code == 0, err
    report = json.loads(out)
    assert report["receipt"]
    assert report["files"] == 7
    status = json.loads(run("sync", "status", "--json")[1])
    assert status["changes_waiting"] == 0
    assert status["last_done"] is not None
    log = json.loads(run("sync", "log", "--json")[1])["connections"]
    assert [each["purpose"] for each in log] == ["sync", "join"]
    assert {each["outcome"] for each in log} == {"done"}


def test_every_command_speaks_to_people_too(joined, run):
    for words in SHOWN:
        code, out, err = run(*words)
        assert code == 0, (words, err)
        assert out


def test_nothing_leaves_before_the_backup_of_headquarters_has_it(joined, run):
    run("sync", "run", "--files", "originals")
    assert json.loads(run("sync", "purge", "--yes", "--days", "0", "--json")[1])["bytes"] == 0


def test_the_switch_is_heeded(joined, run):
    run("settings", "set", "network.use", "never")
    code, _, err = run("sync", "run", "--json")
    assert code == 2
    assert json.loads(err.splitlines()[-1])["error"]["code"] == "network.forbidden"


def test_by_itself_nothing_is_sent_unless_that_is_allowed(joined, run):
    assert run("sync", "run", "--by-itself")[0] == 0
    log = json.loads(run("sync", "log", "--json")[1])["connections"]
    assert [each["purpose"] for each in log] == ["join"]
    run("settings", "set", "network.use", "automatic")
    assert run("sync", "run", "--by-itself")[0] == 0
    log = json.loads(run("sync", "log", "--json")[1])["connections"]
    assert [(each["purpose"], each["asked_by"]) for each in log] == [("sync", "program"), ("join", "person")]
    assert run("sync", "run", "--by-itself")[0] == 0  # Not yet time for another one.
    assert len(json.loads(run("sync", "log", "--json")[1])["connections"]) == 2


def test_a_timer_that_comes_too_early_gets_json_as_well(joined, run):
    code, out, _ = run("sync", "run", "--by-itself", "--json")
    assert code == 0
    assert json.loads(out)["changes"] == 0


def test_of_a_stick_the_answer_is_found(joined, run, headquarters, tmp_path):
    (tmp_path / "stick").mkdir()
    assert run("bundle", "export", tmp_path / "stick")[0] == 0
    code, _, err = run("bundle", "receipt", tmp_path / "stick")
    assert code == 3
    assert "no whole bundle" in err
    folder = bundle_in(tmp_path / "stick", Kind.UP)
    code, _, err = run("bundle", "receipt", folder)
    assert "on its way to headquarters" in err
    take_bundle(headquarters, folder, tmp_path / "stick")
    code, out, err = run("bundle", "receipt", tmp_path / "stick")
    assert code == 0, err
    assert "Headquarters has changes" in out


def test_whoever_leaves_sends_nothing_any_more(joined, run):
    assert run("team", "leave", "--yes")[0] == 0
    code, _, err = run("sync", "run")
    assert code == 9
    assert "belongs to no team" in err


def test_a_refused_invitation_leaves_the_library_without_a_team(run, invitation, places):  # noqa: F811
    assert run("library", "create", "--no-encryption")[0] == 0
    code, _, err = run("team", "join", replace(invitation, code="WRONG-CODE").encode(), "--yes")
    assert code == 4, err
    assert run("team", "show")[0] == 9
    assert run("team", "join", invitation.encode(), "--yes")[0] == 0


def test_what_headquarters_says_of_a_document_is_shown(joined, run):
    with open_library(joined, settings=AUTHOR) as library, library.connection.transaction():
        number, document = library.connection.row("SELECT number, id FROM documents ORDER BY number")
        library.exchange.words.review(number, "returned", "The date is missing.", "hq:rita", "2026")
        library.exchange.words.comment("c1", number, "See page two.", "rita", "2026")
    out = run("show", document)[1]
    assert "Headquarters (rita) returned it: The date is missing." in out
    assert "Headquarters (rita): See page two." in out
    said = json.loads(run("show", document, "--json")[1])["headquarters"]
    assert said["review"]["reason"] == "The date is missing."
    assert [each["text"] for each in said["comments"]] == ["See page two."]


@pytest.mark.parametrize("text", ["sanduku-team:1:nonsense", "/no/such/file", "hello"])
def test_what_is_no_invitation_is_told(run, text, places):
    code, _, err = run("team", "join", text, "--yes")
    assert code in (2, 9)
    assert "invitation" in err
    assert not places.library.exists()
