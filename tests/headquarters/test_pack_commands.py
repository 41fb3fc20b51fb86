"""Whoever runs headquarters offers a pack by command, and whoever works at a laptop takes it by command."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from engine.library import open_library
from engine.packs.installer import TRUST
from engine.packs.trust import Anchors
from headquarters.cli import main as headquarters_main
from headquarters.enrolment.invitations import invite
from models.image_text.signing import Keys
from tests.headquarters.offered_packs import NAME, Office, passphrase
from tests.headquarters.test_field_commands import run  # noqa: F401 - a fixture
from tests.headquarters.test_field_side import AUTHOR


@pytest.fixture
def office(headquarters, team, tmp_path) -> Office:
    keys = Keys(tmp_path / "keys")
    keys.create("Office Nairobi", 1, 1, passphrase)
    return Office(headquarters, team, keys, tmp_path / "made")


@pytest.fixture
def hq(headquarters, database_url, identity, monkeypatch, capsys):
    """Runs a command at headquarters; returns exit code, standard output and standard error."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("SANDUKU_HQ_DATA", str(headquarters.settings.data))
    monkeypatch.setenv("SANDUKU_HQ_IDENTITY", identity.to_text())

    def running(*words: object) -> tuple[int, str, str]:
        code = 0
        try:
            headquarters_main([str(word) for word in words])
        except SystemExit as ended:
            code = int(ended.code or 0)
        told = capsys.readouterr()
        return code, told.out, told.err

    return running


@pytest.fixture
def joined(office, hq, headquarters, team, server, run, tmp_path, places):  # noqa: F811
    """A laptop that has joined by a file, after headquarters was told who signs."""
    code, out, err = hq("packs", "root", team.name, office.keys.folder / "roots", "--yes")
    assert code == 0, err
    assert "Office Nairobi" in out
    with headquarters.database.transaction() as session:
        _, invited = invite(session, headquarters, team, label="Goma", actor="test")
    file = tmp_path / "goma.sanduku-team"
    file.write_text(replace(invited, urls=(f"http://{server[0]}:{server[1]}",)).encode())
    assert run("library", "create", "--no-encryption")[0] == 0
    code, _, err = run("team", "join", file, "--yes")
    assert code == 0, err
    return places


def signers(places) -> list[str]:
    return [each.name for each in Anchors(places.packs / TRUST).all()]


def test_a_pack_is_offered_taken_and_left(office, hq, run, joined, team):  # noqa: F811
    assert signers(joined) == [team.name]
    code, out, err = hq("packs", "offer", team.name, office.pack())
    assert code == 0, err
    offer_id = out.strip()
    code, _, err = run("sync", "run")
    assert code == 0, err
    assert f"sanduku packs take {NAME}" in err
    assert f"Offered by headquarters: {NAME} 1" in run("packs", "list")[2]
    (told,) = json.loads(run("packs", "offered", "--json")[1])["offers"]
    assert (told["id"], told["state"], told["arrived_bytes"]) == (offer_id, "offered", 0)
    code, _, err = run("packs", "take", NAME)
    assert (code, "licence" in err) == (2, True)
    code, out, err = run("packs", "take", NAME, "--accept-licence", "--yes")
    assert code == 0, err
    assert f"signed by {team.name}" in err
    assert f"{NAME} 1 is installed" in out
    assert run("packs", "take", NAME, "--accept-licence", "--yes")[0] == 2  # It is installed already.
    (card,) = json.loads(run("packs", "list", "--json")[1])["packs"]
    assert (card["name"], card["signed"]) == (NAME, f"signed by {team.name}")
    run("sync", "run")
    assert "installed" in hq("packs", "list", team.name)[1]
    assert hq("packs", "withdraw", team.name, offer_id)[0] == 0
    assert run("sync", "run")[0] == 0
    assert "installed" in run("packs", "offered")[1]  # What is installed stays.
    assert run("team", "leave", "--yes")[0] == 0
    assert signers(joined) == []


def test_packs_are_fetched_declined_and_told(office, hq, run, joined, team):  # noqa: F811
    hq("packs", "offer", team.name, office.pack())
    run("sync", "run")
    code, _, err = run("sync", "fetch", "--packs")
    assert code == 0, err
    assert f"{NAME} 1 is here." in err
    assert run("packs", "decline", NAME)[0] == 0
    assert "No offered pack is left" in run("sync", "fetch", "--packs")[2]
    run("sync", "run")
    assert "declined" in hq("packs", "list", team.name)[1]
    assert run("packs", "decline", "nothing")[0] == 9


def test_what_is_urgent_comes_by_itself_where_that_is_allowed(office, hq, run, joined, team):  # noqa: F811
    hq("packs", "offer", team.name, office.pack(), "--urgent")
    run("settings", "set", "network.urgent_packs", "yes")
    code, _, err = run("sync", "run")
    assert code == 0, err
    assert f"The urgent pack {NAME} 1 is installed" in err


def test_an_invitation_taken_again_names_who_signs(
    office,
    headquarters,
    team,
    run,  # noqa: F811
    server,
    tmp_path,
    places,
):
    def invitation(name: str) -> Path:
        with headquarters.database.transaction() as session:
            _, invited = invite(session, headquarters, team, label=name, actor="test")
        (tmp_path / name).write_text(replace(invited, urls=(f"http://{server[0]}:{server[1]}",)).encode())
        return tmp_path / name

    run("library", "create", "--no-encryption")
    assert run("team", "join", invitation("before.sanduku-team"), "--yes")[0] == 0
    assert signers(places) == []
    office.give_roots()
    with open_library(places.library, settings=AUTHOR) as library:
        assert library.exchange.team.required().about.packs_root is None
    code, _, err = run("team", "join", invitation("after.sanduku-team"), "--yes")
    assert (code, signers(places)) == (0, [team.name]), err


def test_mistakes_at_headquarters_are_told(office, hq, team, tmp_path):
    assert hq("packs", "root", team.name, tmp_path)[0] == 9
    (tmp_path / "1.root.json").write_text("{}")
    code, _, err = hq("packs", "root", team.name, tmp_path / "1.root.json", "--yes")
    assert code != 0
    assert "Traceback" not in err
    code, _, err = hq("packs", "offer", team.name, office.pack())
    assert code != 0
    assert "has no root yet" in err
    assert hq("packs", "offer", team.name, tmp_path / "nowhere")[0] == 9
    assert "Nobody signs" in hq("packs", "root", team.name)[2]
