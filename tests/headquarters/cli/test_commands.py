"""The command line does what its help says, over a real database, and tells mistakes plainly."""

import json
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest

from engine.sync.wire.invitation import Invitation
from headquarters.cli import main
from headquarters.identity import RECOVERY_FILE
from headquarters.opening import make_database

ROOT = Path(__file__).parents[3]


@pytest.fixture
def run(capsys, monkeypatch, tmp_path, database_url):
    """Run a command; return exit code, standard output and standard error."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("SANDUKU_HQ_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("SANDUKU_HQ_URLS", "https://hq.example")

    def running(*words):
        code = 0
        try:
            main(list(words))
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return running


def test_a_team_gets_an_admin_and_an_invitation(run, tmp_path):
    assert run("team", "add", "Kigoma")[0] == 0
    code, out, _err = run("team", "list")
    assert (code, out.splitlines()[1].split("\t")[0]) == (0, "Kigoma")
    code, out, _err = run("person", "add", "Kigoma", "fatuma", "--name", "Fatuma A.")
    assert code == 0
    assert re.fullmatch(r"[0-9a-z-]{12,}", out.strip())
    assert run("team", "add", "Goma")[0] == 0
    code, out, err = run("person", "add", "Goma", "Fatuma", "--role", "reviewer")
    assert (code, out.strip()) == (0, "fatuma")  # She has a password of her own by now.
    assert "account here already" in err
    code, out, err = run("invite", "Kigoma", "--for", "Asha")
    assert Invitation.decode(out).team_name == "Kigoma"
    assert Invitation.decode(out).fingerprint in err
    for name in ("a.sanduku-team", "a.png", "a.svg"):
        assert run("invite", "Kigoma", "--out", str(tmp_path / name))[0] == 0
        assert (tmp_path / name).stat().st_mode & 0o077 == 0
    assert Invitation.decode((tmp_path / "a.sanduku-team").read_text()).team_name == "Kigoma"


def test_a_file_that_is_there_is_not_written_over(run, tmp_path):
    run("team", "add", "Kigoma")
    (tmp_path / "there").write_text("mine")
    code, _out, err = run("invite", "Kigoma", "--out", str(tmp_path / "there"))
    assert (code, (tmp_path / "there").read_text()) == (2, "mine")
    assert "What to do:" in err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("device", "list", "Nobody"), 9),
        (("team", "add", ""), 1),
        (("person", "add", "Nobody", "fatuma"), 9),
        (("restore", "nowhere"), 3),
        (("no-such-command",), 2),
        (("team", "add"), 2),
    ],
)
def test_mistakes_are_told_and_end_with_a_code(run, words, code):
    ended, out, err = run(*words)
    assert (ended != 0, out) == (True, "")
    assert "Traceback" not in err
    assert err


@pytest.mark.parametrize(
    "words",
    [("backup", "backups"), ("check",), ("team", "list"), ("bundle", "import", "stick"), ("maintain",)],
)
def test_a_command_without_its_settings_makes_no_new_headquarters(run, tmp_path, monkeypatch, words):
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "There is no headquarters in this folder" in err
    assert "SANDUKU_HQ_DATA" in err
    assert list(tmp_path.iterdir()) == []


def test_devices_are_listed_and_shut_out(run):
    run("team", "add", "Kigoma")
    code, out, _err = run("device", "list", "Kigoma", "--json")
    assert (code, json.loads(out)) == (0, [])
    code, _out, err = run("device", "revoke", "Kigoma", "nobody", "--yes")
    assert code == 9
    assert "no such device" in err


def test_a_backup_is_made_checked_and_brought_back(run, tmp_path, cluster, monkeypatch):
    run("team", "add", "Kigoma")
    code, out, err = run("backup", str(tmp_path / "backups"))
    assert code == 0, err
    assert Path(out.strip()).is_dir()
    assert run("check")[0] == 0
    key = tmp_path / "data" / RECOVERY_FILE
    name = f"restored_{tmp_path.name.lower().replace('-', '_')[:40]}"
    make_database(cluster, name)
    monkeypatch.setenv("DATABASE_URL", cluster.url(name))
    code, out, err = run(
        "restore", str(tmp_path / "backups"), "--data", str(tmp_path / "new"), "--recovery-key-file", str(key)
    )
    assert code == 0, err
    assert "This is epoch" in out
    assert "Kigoma" in run("team", "list", "--data", str(tmp_path / "new"))[1]


def test_maintenance_can_be_asked_for(run):
    code, out, _err = run("maintain")
    assert (code, out.strip()) == (0, "Removed: 0 records, 0 files, 0 tokens.")


def test_keys_are_their_owners_alone(run, tmp_path):
    run("team", "list")
    for name in ("identity.json", RECOVERY_FILE):
        assert (tmp_path / "data" / name).stat().st_mode & 0o077 == 0


def test_keys_of_another_headquarters_do_not_open_a_database(run, tmp_path):
    run("team", "list")
    code, _out, err = run("team", "list", "--data", str(tmp_path / "other"))
    assert code == 2
    assert "belongs to another headquarters" in err


def test_what_is_no_postgresql_is_refused(run, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///here.db")
    code, _out, err = run("team", "list")
    assert code == 2
    assert "PostgreSQL and in nothing else" in err


def test_a_setting_that_does_not_fit_is_told(run, monkeypatch):
    monkeypatch.setenv("SANDUKU_HQ_ACCESS_MINUTES", "soon")
    code, _out, err = run("team", "list")
    assert code == 2
    assert "SANDUKU_HQ_ACCESS_MINUTES" in err


def test_the_documentation_names_every_setting_and_command():
    from dataclasses import fields

    from headquarters.cli.app import app
    from headquarters.settings import HeadquartersSettings

    text = (ROOT / "docs" / "headquarters.md").read_text(encoding="utf-8")
    for each in fields(HeadquartersSettings):
        name = "DATABASE_URL" if each.name == "database_url" else f"SANDUKU_HQ_{each.name.upper()}"
        assert f"`{name}`" in text, name
    for name in (
        "serve",
        "team add",
        "person add",
        "invite",
        "backup",
        "restore",
        "check",
        "maintain",
        "erase",
    ):
        assert f"sanduku-hq {name}" in text, name
    assert app.registered_commands


class Trial:
    """A trial in a process of its own."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "headquarters", "trial", "--data", str(folder), "--port", "0"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            if line.startswith("Stop it"):
                break
        assert "Address:" in self.said, self.process.communicate(timeout=60)
        self.address = self.found(r"^Address: +(http://127\.0\.0\.1:\d+)/$")

    def found(self, pattern):
        return re.search(pattern, self.said, re.MULTILINE).group(1)

    def is_ready(self):
        until = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(f"{self.address}/ready", timeout=10) as answer:
                    return json.load(answer) == {"status": "ready"}
            except OSError:
                assert time.monotonic() < until
                time.sleep(0.1)

    def kill(self):
        self.process.kill()
        self.process.communicate(timeout=60)

    def end(self, by):
        self.process.send_signal(by)
        _out, err = self.process.communicate(timeout=60)
        assert "Traceback" not in err
        return self.process.returncode


@pytest.fixture
def folder():
    """A folder outside pytest's own, which it closes to the database's user whenever a run begins."""
    with tempfile.TemporaryDirectory() as made:
        yield Path(made, "trial")


def test_a_trial_starts_with_a_database_of_its_own_and_leaves_nothing_running(folder):
    trial = Trial(folder)
    try:
        assert trial.is_ready()
        assert Invitation.decode(trial.found(r"^(sanduku-team:\S+)$")).team_name == "Demo team"
        assert trial.found(r"^Passphrase: +(\S{12,})$")
    finally:
        code = trial.end(signal.SIGINT)
    assert code in (0, 130)
    assert not (folder / "postgres" / "postmaster.pid").exists()


def test_a_trial_that_was_killed_goes_on_with_the_next(folder):
    first = Trial(folder)
    known = Invitation.decode(first.found(r"^(sanduku-team:\S+)$"))
    assert first.found(r"^Fingerprint: +(.+)$") == known.fingerprint
    first.kill()
    second = Trial(folder)
    try:
        assert second.is_ready()
        again = Invitation.decode(second.found(r"^(sanduku-team:\S+)$"))
        assert (again.hq, again.signing_key) == (known.hq, known.signing_key)
    finally:
        second.end(signal.SIGTERM)
    assert not (folder / "postgres" / "postmaster.pid").exists()
