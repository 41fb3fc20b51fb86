"""The environment of optimum is made on request, by its pins."""

import os
import stat

import pytest

from models.image_text import optimum
from models.image_text.errors import EnvironmentMissingError
from models.image_text.optimum import make_environment, python_of


def fake_python(root, script):
    """Put a program in the place of the environment's interpreter."""
    python = python_of(root)
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    return python


def test_every_package_is_pinned():
    lines = optimum.PINS.read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    assert {"optimum-onnx", "transformers", "torch", "onnxruntime", "pillow"} <= set(pins)
    assert pins["transformers"] < "4.58"


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_package_that_cannot_be_installed_is_told(tmp_path):
    fake_python(tmp_path, "echo 'No matching distribution' >&2; exit 1")
    with pytest.raises(EnvironmentMissingError, match="No matching distribution") as caught:
        make_environment(tmp_path)
    assert caught.value.remedy


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_what_is_wanted_is_installed_by_the_pins(tmp_path):
    python = fake_python(tmp_path, 'echo "$@" > "$(dirname "$0")/asked"')
    assert make_environment(tmp_path) == python
    asked = (python.parent / "asked").read_text(encoding="utf-8")
    assert str(optimum.PINS) in asked
    assert "optimum-onnx" in asked
