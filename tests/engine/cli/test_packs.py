"""Model packs from the command line, with the tiny SmolVLM that is really asked its known question."""

import io
import json
import re
import shutil
from pathlib import Path

import pytest
from rich.console import Console

from engine.answer import LENGTHS
from engine.cli.commands.packs import packs
from engine.cli.desk import Desk
from engine.cli.pack_showing import show_facts, show_rows
from engine.errors import ExitCode
from tests.conftest import ROOT
from tests.engine.packs.conftest import Signer

SAMPLE = ROOT / "tests" / "samples" / "image_text" / "smolvlm"
INSTALL = ("--accept-licence", "--yes")


@pytest.fixture
def stick(tmp_path):
    """A stick with one unsigned pack."""
    folder = tmp_path / "stick" / "pack"
    folder.mkdir(parents=True)
    for name in (*json.loads((SAMPLE / "pack.json").read_bytes())["files"], "pack.json"):
        shutil.copy(SAMPLE / name, folder / name)
    return folder.parent


@pytest.fixture
def name():
    return json.loads((SAMPLE / "pack.json").read_bytes())["name"]


def bring_version(stick, version):
    path = stick / "pack" / "pack.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"version": version}))


def test_a_pack_is_looked_at_installed_listed_and_removed(run, stick, name, places):
    shown = run("packs", "examine", stick, "--json").json
    assert (shown["name"], shown["signing"], shown["installed_version"]) == (name, "unsigned", None)
    assert shown["licence_text"]
    done = run("packs", "install", stick, *INSTALL)
    assert done.code == 0, done.err
    assert done.out == f"{name} {shown['version']} is installed and in use.\n"
    card = next(each for each in run("packs", "list", "--json").json["packs"] if each["name"] == name)
    assert card["signed"] == "unsigned, added by you"
    assert card["does"] == card["tasks"]
    assert card["precisions"][0]["fit"]["verdict"] == "fits"
    assert name in run("packs").out
    assert run("packs", "remove", name, "--yes").out == f"{name} is removed.\n"
    assert name not in run("packs", "list").out


def test_all_packs_of_a_stick_are_looked_at(run, stick, name):
    (stick / "broken.zip").write_bytes(b"")
    found = run("packs", "examine", stick, "--all", "--json").json["offers"]
    assert [Path(each["path"]).name for each in found] == ["broken.zip", "pack"]
    assert found[0]["error"]["code"] == "pack.cut-off"
    assert found[1]["name"] == name
    told = run("packs", "examine", stick, "--all")
    assert "broken.zip" in told.out
    assert "broken off" in told.err


def test_nothing_is_installed_before_the_licence_is_accepted(run, stick, name):
    told = run("packs", "install", stick, "--yes", "--json")
    assert told.code == ExitCode.USAGE
    assert "--accept-licence" in told.error["remedy"]
    told = run("packs", "install", stick, "--accept-licence", "--json")
    assert told.code == ExitCode.USAGE
    assert "unsigned, added by you" in told.error["what"]
    assert name not in run("packs", "list").out


def test_a_pack_that_gives_another_answer_here_is_not_used(run, stick, name):
    path = stick / "pack" / "pack.json"
    manifest = json.loads(path.read_bytes())
    golden = manifest["image_text"]["precisions"]["fp32"]["golden"]
    golden["tokens"][0] += 1
    path.write_text(json.dumps(manifest))
    told = run("packs", "install", stick, *INSTALL, "--json")
    assert told.error["code"] == "pack.failed-trial"
    assert name not in run("packs", "list").out


def test_a_newer_version_is_used_and_can_be_gone_back_from(run, stick, name):
    run("packs", "install", stick, *INSTALL)
    before = run("packs", "show", name, "--json").json["version"]
    bring_version(stick, before + 1)
    told = run("packs", "install", stick, *INSTALL)
    assert f"Version {before} is kept" in told.err
    assert run("packs", "rollback", name).out == f"{name} {before} is in use.\n"
    assert run("packs", "show", f"{name}@{before + 1}", "--json").json["standing"] == "before"
    assert run("packs", "remove", f"{name}@{before + 1}", "--yes").code == 0
    assert run("packs", "rollback", name, "--json").error["code"] == "pack.missing"


def test_damage_is_found(run, stick, name):
    run("packs", "install", stick, *INSTALL)
    assert run("packs", "verify", name).code == 0
    card = run("packs", "verify", name, "--json").json["packs"][0]
    assert card["state"] == "whole"
    victim = next(Path(card["folder"]).glob("*.onnx"))
    victim.write_bytes(victim.read_bytes() + b"x")
    told = run("packs", "verify", name)
    assert told.code == ExitCode.MISSING_DEPENDENCY
    assert victim.name in told.out


def test_a_pack_is_chosen_for_a_task(run, stick, name):
    assert {row["pack"] for row in run("packs", "default", "--json").json["tasks"]} == {None}
    run("packs", "install", stick, *INSTALL)
    task = run("packs", "show", name, "--json").json["tasks"][0]
    assert run("packs", "default", task, name, "--json").json["tasks"][0]["chosen"] == name
    length = LENGTHS[task][-1]
    told = run("packs", "default", task, name, "--profile", "fast", "--length", length, "--json")
    assert told.json["tasks"][0]["manner"] == {"profile": "fast", "length": length}
    assert run("packs", "default", task, "--length", "endless").code == ExitCode.USAGE
    assert run("packs", "default", task, "--profile", "blurred").code == ExitCode.MISSING_DEPENDENCY
    assert "\tyou\tfast, " in run("packs", "default").out
    assert run("packs", "default", task, "--reset", "--json").json["tasks"][0]["chosen"] is None
    assert run("packs", "default", "dance", name).code == ExitCode.USAGE
    assert run("packs", "default", task).code == ExitCode.USAGE
    assert run("packs", "default", "embed", name).code == ExitCode.MISSING_DEPENDENCY


def test_a_signer_is_trusted_by_fingerprint_and_named_from_then_on(run, stick, name, tmp_path):
    signer = Signer(name="Headquarters")
    signer.sign(stick / "pack")
    unknown = run("packs", "install", stick, *INSTALL, "--json")
    assert unknown.error["code"] == "pack.signer-unknown"
    root = stick / "pack" / "metadata" / "1.root.json"
    asked = run("packs", "trust", "add", root, "--json")
    assert asked.code == ExitCode.USAGE
    wrong = run("packs", "trust", "add", root, "--fingerprint", "0" * 64, "--json")
    assert wrong.error["code"] == "trust.fingerprint"
    shown = run("packs", "trust", "add", root).err.splitlines()
    fingerprint = next(line for line in shown if line.startswith("    ")).replace(" ", "")
    added = run(
        "packs", "trust", "add", root, "--fingerprint", fingerprint, "--name", "Office Nairobi", "--json"
    )
    assert added.json == {"name": "Office Nairobi", "fingerprint": fingerprint, "programs": False}
    assert run("packs", "trust", "list", "--json").json["signers"][0]["name"] == "Office Nairobi"
    assert run("packs", "install", stick, *INSTALL).code == 0
    assert "signed by Office Nairobi" in run("packs", "list").out
    assert run("packs", "trust", "remove", "Office Nairobi", "--yes").code == 0
    card = next(each for each in run("packs", "list", "--json").json["packs"] if each["name"] == name)
    assert (card["signing"], card["signed"]) == ("untrusted", "signed by somebody who is not trusted here")
    told = next(each for each in run("doctor", "--quick", "--json").json["findings"] if name in each["name"])
    assert told["verdict"] == "problem"
    assert run("packs", "trust").out.startswith("signer\t")


def test_the_list_tells_who_was_agreed_to_for_programs_before_their_root_lists_keys(run, stick):
    Signer(name="Office Nairobi").sign(stick / "pack")
    root = stick / "pack" / "metadata" / "1.root.json"
    shown = run("packs", "trust", "add", root).err.splitlines()
    fingerprint = next(line for line in shown if line.startswith("    ")).replace(" ", "")
    run("packs", "trust", "add", root, "--fingerprint", fingerprint)

    def listed():
        told = next(each for each in run("packs", "trust").out.splitlines() if "Office Nairobi" in each)
        return told.split("\t")[1]

    assert listed() == "packs"
    assert run("packs", "trust", "programs", "Office Nairobi", "--yes").code == 0
    assert listed() == "packs, programs once their root lists keys for them"
    signer = next(
        each
        for each in run("packs", "trust", "list", "--json").json["signers"]
        if each["name"] == "Office Nairobi"
    )
    assert (signer["programs"], signer["programs_agreed"]) == (False, True)
    run("packs", "trust", "programs", "Office Nairobi", "--forbid")
    assert listed() == "packs"


@pytest.mark.parametrize("word", ["show", "rollback", "verify"])
def test_what_is_not_installed_is_told(run, word):
    told = run("packs", word, "nothing", "--json")
    assert told.error["code"] == "pack.missing"
    assert told.code == ExitCode.MISSING_DEPENDENCY


def test_the_catalogue_tells_licences_and_what_is_not_known(run):
    models = run("packs", "catalogue", "--json").json["models"]
    assert len(models) >= 10
    assert "not known" in run("packs", "catalogue").out
    one = run("packs", "catalogue", "smolvlm-256m").out
    assert "what it allows" in one
    assert run("packs", "catalogue", "no such thing").code == ExitCode.NOT_FOUND


def test_the_page_on_packs_names_commands_that_there_are():
    named = set(
        re.findall(r"`sanduku packs ([a-z]+)", (ROOT / "docs" / "packs.md").read_text(encoding="utf-8"))
    )
    there = {each.name for each in (*packs.registered_commands, *packs.registered_groups)}
    assert len(named) > 4
    assert named <= there


def test_on_a_terminal_nothing_that_is_told_of_a_pack_is_cut_off():
    stream = io.StringIO()
    desk = Desk(out=Console(file=stream, force_terminal=True, width=40, color_system=None))
    sentence = "reads printed lines and answers short questions about them, slowly"
    show_rows(desk, ("model", "good for", "limits"), [("owner/model", sentence, "")])
    show_facts(desk, [("good for", sentence)])
    told = " ".join(stream.getvalue().split())
    assert told.count(sentence) == 2
    assert "limits" not in told
