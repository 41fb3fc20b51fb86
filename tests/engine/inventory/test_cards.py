"""Cards tell of each pack what it does, who vouches for it, whether it is whole and whether it fits."""

import json
import shutil
from pathlib import Path

from engine.inventory import PackState, Standing, installer_for, take_cards, take_inventory
from engine.packs.offer import Consent
from engine.settings import ReadingSettings
from tests.conftest import ROOT

SAMPLE = ROOT / "tests" / "samples" / "image_text" / "smolvlm"


def bring(folder, version=1):
    """Write the tiny SmolVLM as some version."""
    folder.mkdir(exist_ok=True)
    manifest = json.loads((SAMPLE / "pack.json").read_bytes()) | {"version": version}
    for name in manifest["files"]:
        shutil.copy(SAMPLE / name, folder / name)
    (folder / "pack.json").write_text(json.dumps(manifest))
    return folder


def test_a_card_tells_all_of_a_version(places, tmp_path):
    installer = installer_for(places)
    for version in (1, 2):
        installer.install(bring(tmp_path / "stick", version), Consent(licence=True, unsigned=True))
    new, old = (each for each in take_cards(installer, verify=True) if each.standing != Standing.OF_SET_UP)
    assert (new.version, new.standing, new.state) == (2, Standing.IN_USE, PackState.WHOLE)
    assert (old.version, old.standing, old.does) == (1, Standing.BEFORE, ())
    assert new.does == new.tasks != ()
    assert (new.signing, new.signed, new.brought) == ("unsigned", "unsigned, added by you", "stick")
    assert {each.name for each in new.precisions} >= {"fp32", "int8"}
    assert all(each.fit.fits and each.byte_size for each in new.precisions)
    assert json.dumps(new.to_json())


def test_too_little_memory_is_told_with_what_fits_instead(places, tmp_path):
    installer = installer_for(places)
    installer.install(bring(tmp_path / "stick"), Consent(licence=True, unsigned=True))
    needs = {each.name: each.fit.needed for each in next(iter(_installed(installer))).precisions}
    assert needs["int8"] < needs["fp32"]
    card = next(iter(_installed(installer, available=lambda: needs["int8"])))
    told = {each.name: each.fit for each in card.precisions}
    assert told["fp32"].smaller == "int8"
    assert told["int8"].fits


def _installed(installer, **more):
    return [each for each in take_cards(installer, **more) if each.standing is Standing.IN_USE]


def test_a_damaged_pack_has_a_card_too(places, tmp_path):
    installer = installer_for(places)
    done = installer.install(bring(tmp_path / "stick"), Consent(licence=True, unsigned=True))
    next(Path(done.pack.folder).glob("*.onnx")).write_bytes(b"")
    (card,) = [each for each in take_cards(installer, verify=True) if each.standing is Standing.IN_USE]
    assert (card.state, card.problem_code, card.remedy != "") == (PackState.DAMAGED, "pack.damaged", True)
    assert ".onnx: " in card.problem and card.remedy not in card.problem
    (done.pack.folder / "pack.json").write_text("{")
    (card,) = [each for each in take_cards(installer) if each.name == done.pack.manifest.name]
    assert (card.state, card.version, card.precisions) == (PackState.DAMAGED, 0, ())


def test_the_inventory_knows_installed_packs_as_well(places, tmp_path):
    done = installer_for(places).install(bring(tmp_path / "stick"), Consent(licence=True, unsigned=True))
    found = take_inventory(places, ReadingSettings(), verify=True)
    pack = next(each for each in found.packs if each.name == done.pack.manifest.name)
    assert (pack.id, pack.state) == (done.pack.id, PackState.WHOLE)
