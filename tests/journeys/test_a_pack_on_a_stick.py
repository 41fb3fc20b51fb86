"""A pack is signed at headquarters, carried as one file on a stick, and used where it is trusted."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.cli import main
from engine.packs import load_pack
from engine.packs.shelf import Shelf
from engine.packs.trust import read_root

pytest.importorskip("torch", reason="packs are made and signed with the tools of the extra 'models'")

SAMPLE = Path(__file__).parents[1] / "samples" / "image_text" / "smolvlm"


def passphrase(_name: str) -> str:
    return "quite a long passphrase"


@pytest.fixture
def keys(tmp_path):
    """The keys of headquarters; they were made, and all is signed, two years ago."""
    from models.image_text import signing

    made = signing.Keys(tmp_path / "keys", now=lambda: datetime.now(UTC) - timedelta(days=730))
    made.create("Headquarters", people=3, threshold=2, ask=passphrase)
    return made


def carried(folder, keys, stick, version):
    """Sign a pack and write it onto the stick as one file."""
    from models.image_text.packing import zip_pack

    folder.mkdir()
    for name in (*json.loads((SAMPLE / "pack.json").read_bytes())["files"], "pack.json"):
        shutil.copy(SAMPLE / name, folder / name)
    path = folder / "pack.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"version": version}))
    keys.sign(folder, passphrase)
    stick.mkdir(exist_ok=True)
    return zip_pack(load_pack(folder), stick / "smolvlm.zip")


def test_a_pack_travels_from_headquarters_to_the_field_and_is_renewed(tmp_path, keys, places, capsys):
    stick = tmp_path / "stick"
    carried(tmp_path / "first", keys, stick, 1)
    install = ["packs", "install", str(stick), "--accept-licence", "--yes"]
    assert main(install) != 0
    assert "does not trust yet" in capsys.readouterr().err

    (stick / "root.json").write_bytes(keys.roots()[0])
    told_by_phone = read_root(keys.roots()[0], "root.json").fingerprint[:16]
    assert main(["packs", "trust", "add", str(stick / "root.json"), "--fingerprint", told_by_phone]) == 0
    assert main(install) == 0
    told = capsys.readouterr()
    assert "signed by Headquarters, expired on" in told.err  # and yet it installs, without any network

    keys.renew_root(passphrase, replace_release_key=True)  # a laptop with the key was lost
    carried(tmp_path / "second", keys, stick, 2)
    assert main(install) == 0
    pack = Shelf(places.packs).for_task("describe")
    assert (pack.manifest.version, pack.manifest.name) == (2, "tiny-smolvlm")
    pack.verify()
    assert main(["packs", "rollback", "tiny-smolvlm"]) == 0
    assert Shelf(places.packs).for_task("describe").manifest.version == 1
