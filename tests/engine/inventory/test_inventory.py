"""What is installed for reading is told with licence, size and whether it is whole."""

import json
import shutil
import subprocess
import sys

from engine.inventory import PackState, take_inventory
from engine.settings import Places, ReadingSettings


def test_installed_packs_are_told_with_licence_size_and_whether_they_are_whole(ready_places):
    found = take_inventory(ready_places, ReadingSettings(), verify=True)
    assert {pack.name for pack in found.packs} >= {"reading", "numerals"}
    for pack in found.packs:
        assert pack.state is PackState.WHOLE
        assert pack.licence and pack.version and pack.byte_size > 1000 and pack.problem == ""


def test_every_language_can_be_read_where_all_is_installed(ready_places):
    found = take_inventory(ready_places, ReadingSettings(), verify=False)
    assert [each.language for each in found.languages] == ["en", "fr", "es", "ar", "sw"]
    assert all(each.readers and each.byte_size for each in found.languages)
    assert {pack.state for pack in found.packs} == {PackState.UNCHECKED}


def test_where_nothing_is_installed_nothing_is_promised_and_remedies_are_told(places, monkeypatch):
    monkeypatch.setattr("engine.ocr.tessdata.system_folders", lambda _environ: ())
    found = take_inventory(places, ReadingSettings(), verify=True)
    assert found.packs == ()
    assert all(each.readers == () and each.remedy for each in found.languages)
    assert all(engine.remedy for engine in found.engines if not engine.ready and engine.name != "easyocr")


def test_a_changed_file_makes_a_pack_damaged(places: Places, ready_places):
    linked = places.packs
    real = linked.resolve()
    linked.unlink()
    shutil.copytree(real / "numerals", places.packs / "numerals")
    victim = max((places.packs / "numerals").iterdir(), key=lambda path: path.stat().st_size)
    victim.write_bytes(victim.read_bytes()[:-1] + b"x")
    (places.packs / "strange").mkdir()
    packs = {pack.name: pack for pack in take_inventory(places, ReadingSettings(), verify=True).packs}
    assert packs["numerals"].state is PackState.DAMAGED and packs["numerals"].remedy
    assert packs["strange"].state is PackState.DAMAGED and packs["strange"].problem


def test_programs_get_it_as_json(ready_places):
    run = subprocess.run(
        [sys.executable, "-m", "engine.inventory"], capture_output=True, text=True, check=True
    )
    found = json.loads(run.stdout)
    assert {"packs", "languages", "engines"} == set(found)
    assert found["languages"][0]["language"] == "en"


def test_a_wrong_settings_file_is_told(places):
    places.settings.write_text("[nonsense]\nx = 1\n")
    run = subprocess.run([sys.executable, "-m", "engine.inventory"], capture_output=True, text=True)
    assert run.returncode == 2
    assert "no such setting" in run.stderr
    assert json.loads(run.stdout)["error"]["code"] == "setting"
