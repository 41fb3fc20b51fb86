"""A real process that installs a pack is killed in the middle of copying; the next one goes on from there."""

import json
import os
import subprocess
import sys

from tests.engine.packs.conftest import network, write_pack

MEGABYTE = 1 << 20
FLAGS = ("--accept-licence", "--yes", "--tell-progress", "--json")


def begin(path, home):
    return subprocess.Popen(
        [sys.executable, "-m", "engine.cli", "packs", "install", str(path), *FLAGS],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SANDUKU_HOME": str(home)},
    )


def progress_in(lines):
    for line in lines:
        told = json.loads(line)
        if "progress" in told:
            yield told["progress"]["done"]


def test_a_killed_installation_goes_on_where_it_was(tmp_path, places, run):
    files = {
        "image.onnx": network(1),
        "text.onnx": network(2),
        "weights.data": os.urandom(80 * MEGABYTE),
        "LICENSE.txt": b"x",
    }
    brought = write_pack(tmp_path / "stick", files=files, image_text=None, tasks=[])
    killed = begin(brought, places.data)
    for done in progress_in(killed.stderr):
        if done > 20 * MEGABYTE:
            break
    killed.kill()
    killed.communicate()
    assert killed.returncode != 0
    left = run("packs", "examine", brought, "--json").json["bytes_left"]
    assert left < 65 * MEGABYTE
    assert run("packs", "install", brought, "--accept-licence", "--yes").code == 0
    card = run("packs", "verify", "finder", "--json").json["packs"][0]
    assert card["state"] == "whole"
