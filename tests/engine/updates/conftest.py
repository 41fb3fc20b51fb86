"""Small programs that stand for new versions, signed by keys of their own, and a computer that takes them."""

import importlib.util
import json
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from engine.library import Protection, create_library, latest_schema, open_library
from engine.packs.trust import Anchors
from engine.settings import LibrarySettings, Places
from engine.updates.hosts import Host
from engine.updates.programs import Programs
from engine.updates.saving import OwnLibrary
from engine.updates.updater import Running, Updater
from models.image_text.signing import Keys

ROOT = Path(__file__).parents[3]
PLATFORM = "linux-x86_64"
PASSPHRASE = "seven clay pots"
TOLD = {"ok": True, "checks": [{"name": "reads", "ok": True, "seconds": 1.0, "detail": "as it should"}]}
SCRIPT = """#!{python} -P
import json, os, runpy, sys, time
sys.path.insert(0, {root!r})
if sys.argv[1:2] == ["--self-test"]:
    told = json.loads({told!r})
    time.sleep(told.pop("sleeps", 0))
    print(json.dumps(told))
    sys.exit(0 if told["ok"] else 1)
assert sys.argv[1] == "-m", sys.argv
assert os.environ["SANDUKU_NO_HANDOVER"] == "1"
{rehearsing}
sys.argv = sys.argv[2:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
"""


def load_making() -> ModuleType:
    """What makes update files: it stands among the programs that build, which are no package."""
    sys.path.append(str(ROOT / "packaging"))
    spec = importlib.util.spec_from_file_location(
        "sanduku_update_making", ROOT / "packaging/update/making.py"
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


making = load_making()


def write_program(
    folder: Path, version: str, *, rehearsing: str = "", says: str = "", **told: object
) -> Path:
    """Write a program that says of itself what a new version says, and tries itself on libraries."""
    told = {**TOLD, "version": says or version, **told}
    (folder / "_internal" / "lib").mkdir(parents=True)
    script = SCRIPT.format(
        python=sys.executable, root=str(ROOT), told=json.dumps(told), rehearsing=rehearsing
    )
    for name in ("sanduku", "sanduku-desktop"):
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    (folder / "_internal" / "lib" / "libsomething.so.1").write_bytes(b"library " * 40_000)
    (folder / "_internal" / "libsomething.so.1").symlink_to("lib/libsomething.so.1")
    (folder / "_internal" / "خط.txt").write_text("a name in Arabic")
    return folder


@pytest.fixture(scope="session")
def keys(tmp_path_factory) -> Keys:
    """Keys of whoever hands out updates."""
    made = Keys(tmp_path_factory.mktemp("signer") / "keys")
    made.create("Headquarters", 1, 1, lambda _name: PASSPHRASE, programs=1)
    return made


@pytest.fixture
def make(tmp_path, keys):
    """Makes update files."""

    def make(
        version: str = "0.2.0", *, signer: Keys = keys, platform: str = PLATFORM, needs=None, **told
    ) -> Path:
        program = write_program(tmp_path / f"frozen-{len(list(tmp_path.iterdir()))}", version, **told)
        made = making.Making(
            frozen=program,
            version=version,
            platform=platform,
            schema=latest_schema(),
            changes=f"What is new in {version}.",
            licence_text="You may use it.",
            level=1,
        )
        if needs is not None:
            object.__setattr__(made, "_needs", lambda _files: needs)
        return made.make(tmp_path / "stick", signer, lambda _name: PASSPHRASE)

    return make


@pytest.fixture
def updater(home, keys) -> Updater:
    """What changes the versions of a computer that trusts those keys."""
    anchors = Anchors(home / "packs" / ".trust", shipped=keys.roots()[0])
    return Updater(
        Programs(home), anchors, Host(PLATFORM, {"glibc": "2.36"}), Running("0.1.0", packaged=True)
    )


@pytest.fixture
def library(places: Places) -> OwnLibrary:
    """A library with a change in it, encrypted."""
    made = create_library(places.library, protection=Protection(passphrase=PASSPHRASE, keyring=False))
    with made.library as opened:
        return OwnLibrary(places.library, opened.data_key)


def after(updater: Updater, version: str) -> Updater:
    """The same computer when that version runs."""
    return replace(updater, running=Running(version, packaged=True))


def add_case(library: OwnLibrary, name: str) -> None:
    """Change something in a library."""
    with open_library(
        library.folder, data_key=library.key, settings=LibrarySettings(ballast_megabytes=0)
    ) as opened:
        opened.cases.create(name)
