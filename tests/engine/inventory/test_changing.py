"""A window changes packs by a program: lines of JSON, errors with their names, stopped by closing it."""

import io
import json
import shutil
import threading

import pytest

from engine.errors import CancelledError, ExitCode
from engine.inventory.changing import Channel, main


class Open(io.StringIO):
    """An input that stays open, as that of a window that still wants what it asked for."""

    def read(self, *_size):
        threading.Event().wait(30)
        return ""


def run(*words, heard=None):
    out = io.StringIO()
    code = main(words, heard=heard or Open(), out=out)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def stick(samples, tmp_path):
    return shutil.copytree(samples / "image_text" / "smolvlm", tmp_path / "tiny-smolvlm")


def test_a_pack_is_examined_installed_with_progress_chosen_and_removed(places, stick):
    code, (told,) = run("examine", str(stick))
    offer = told["result"]
    assert code == ExitCode.OK and offer["signing"] == "unsigned" and offer["licence_text"]
    consent = ("--folder", offer["folder"], "--licence", "--unsigned")
    code, lines = run("install", str(stick), *consent)
    assert code == ExitCode.OK and lines[-1]["result"]["name"] == offer["name"]
    assert [line["progress"]["done"] for line in lines[:-1]] == sorted(
        line["progress"]["done"] for line in lines[:-1]
    )
    code, lines = run("cards", "--verify")
    (card,) = lines[-1]["result"]["packs"]
    assert card["state"] == "whole" and card["signer"] == "" and "ask" in card["does"]
    assert run("choose", "ask", offer["name"])[1][-1]["result"]["chosen"] == {"ask": offer["name"]}
    assert run("choose", "ask")[1][-1]["result"]["chosen"] == {}
    assert run("remove", offer["name"])[0] == ExitCode.OK
    assert run("cards")[1][-1]["result"]["packs"] == []


def test_how_a_task_is_done_is_chosen_with_its_pack(places, stick):
    run("install", str(stick), "--licence", "--unsigned")
    chosen = ("ask", "tiny-smolvlm", "--precision", "int8", "--profile", "fast", "--length", "long")
    code, lines = run("choose", *chosen)
    manner = {"precision": "int8", "profile": "fast", "length": "long"}
    assert (code, lines[-1]["result"]["manners"]) == (ExitCode.OK, {"ask": manner})
    found = run("cards")[1][-1]["result"]
    assert (found["chosen"], found["manners"]) == ({"ask": "tiny-smolvlm"}, {"ask": manner})
    (card,) = found["packs"]
    assert card["profile"] in card["profiles"] and card["tile_tokens"] > 0
    code, lines = run("choose", "ask", "--length", "endless")
    assert code == ExitCode.USAGE and "long" in lines[-1]["error"]["remedy"]
    code, lines = run("choose", "ask", "--profile", "blurred")
    assert code != ExitCode.OK and "fast" in lines[-1]["error"]["remedy"]
    assert run("choose", "ask")[1][-1]["result"] == {"chosen": {}, "manners": {}}


def test_all_packs_of_a_stick_are_told_each_with_what_is_wrong_with_it(places, stick, tmp_path):
    usb = tmp_path / "usb"
    shutil.copytree(stick, usb / "models" / "good")
    (shutil.copytree(stick, usb / "torn") / "pack.json").write_text("{")
    (usb / "letters").mkdir()
    code, lines = run("offers", str(usb))
    offers = {each["path"]: each for each in lines[-1]["result"]["offers"]}
    assert code == ExitCode.OK and set(offers) == {str(usb / "models" / "good"), str(usb / "torn")}
    good = offers[str(usb / "models" / "good")]
    assert good["offer"]["name"] == "tiny-smolvlm" and good["error"] is None
    assert offers[str(usb / "torn")]["offer"] is None
    assert offers[str(usb / "torn")]["error"]["code"] == "pack.damaged"
    (one,) = run("offers", str(stick))[1][-1]["result"]["offers"]
    assert one["path"] == str(stick)
    code, lines = run("offers", str(tmp_path / "none"))
    assert code == ExitCode.BAD_INPUT and lines[-1]["error"]["code"] == "pack.none"


def test_nothing_is_installed_that_was_not_agreed_to(places, stick):
    code, lines = run("install", str(stick), "--licence")
    assert code != ExitCode.OK and lines[-1]["error"]["code"] == "pack.consent"
    code, lines = run("install", str(stick), "--licence", "--unsigned", "--folder", "another")
    assert code != ExitCode.OK and lines[-1]["error"]["code"] == "pack.consent"
    assert run("cards")[1][-1]["result"]["packs"] == []


def test_what_is_done_is_stopped_when_the_window_lets_go():
    channel = Channel(io.StringIO())
    channel.update(done=1, total=10)
    channel.listen(io.StringIO())  # its end is there at once
    assert channel._stopped.wait(30) and channel.stopped()
    with pytest.raises(CancelledError):
        channel.update(done=2, total=10)


def test_an_installation_that_is_stopped_installs_nothing(places, stick, monkeypatch):
    monkeypatch.setattr(Channel, "stopped", lambda _channel: True)
    code, lines = run("install", str(stick), "--licence", "--unsigned")
    assert code == ExitCode.CANCELLED and lines[-1]["error"]["code"] == "cancelled"
    assert run("cards")[1][-1]["result"]["packs"] == []


def test_an_error_has_its_name_and_a_remedy(places):
    code, (told,) = run("remove", "no-such-pack")
    assert code == ExitCode.MISSING_DEPENDENCY
    assert told["error"]["code"] == "pack.missing" and told["error"]["remedy"]
