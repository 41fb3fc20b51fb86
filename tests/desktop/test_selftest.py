"""The self-test of the whole program tells of each part, also of one that ends without a word."""

import json

import pytest

from desktop import selftest
from engine.version import VERSION

WELL = {"name": "one", "ok": True, "seconds": 0.1, "detail": "Fine."}
BAD = {"name": "two", "ok": False, "seconds": 0.2, "detail": "Torn."}


@pytest.mark.parametrize(("checks", "well"), [([WELL], True), ([WELL, BAD], False)])
def test_programs_are_told_in_json_and_by_the_exit_code(monkeypatch, capsys, checks, well):
    monkeypatch.setattr(selftest, "_all_checks", lambda: iter(checks))
    assert selftest.main(["--json"]) == (0 if well else 1)
    assert json.loads(capsys.readouterr().out) == {"ok": well, "version": VERSION, "checks": checks}


def test_people_are_told_line_by_line(monkeypatch, capsys):
    monkeypatch.setattr(selftest, "_all_checks", lambda: iter([WELL, BAD]))
    assert selftest.main([]) == 1
    first, second, last = capsys.readouterr().out.splitlines()
    assert first.startswith("ok ")
    assert second.startswith("BAD ")
    assert "Torn." in second
    assert "Something is wrong" in last


def test_a_part_that_ends_without_a_word_is_told_with_its_last_lines():
    (told,) = selftest._checks_of("engine", ["engine.no_such_module"], {})
    assert not told["ok"]
    assert told["name"] == "engine"
    assert "code 1 after 0 checks" in told["detail"]
    assert "No module named engine.no_such_module" in told["detail"]


def test_a_part_that_hangs_is_ended(monkeypatch, tmp_path):
    (tmp_path / "hanging.py").write_text("import time; time.sleep(60)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(selftest, "MOST_SECONDS", 0.5)
    (told,) = selftest._checks_of("window", ["hanging"], {})
    assert not told["ok"]


def test_the_window_opens_without_a_screen_in_every_language():
    (told,) = selftest._checks_of(
        "window", ["desktop.selftest", "--window"], {"QT_QPA_PLATFORM": "offscreen"}
    )
    assert told["ok"], told
    assert "en, fr, es, ar, sw" in told["detail"]


def test_a_window_without_its_platform_is_told():
    (told,) = selftest._checks_of("window", ["desktop.selftest", "--window"], {"QT_QPA_PLATFORM": "nowhere"})
    assert not told["ok"]
    assert "nowhere" in told["detail"]


def test_the_command_line_looks_this_computer_over():
    assert selftest._tried_commands()["ok"]
