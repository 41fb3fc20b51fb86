"""Runs the real program as a person does: a process of its own, real workers, real models."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from engine.settings import LibrarySettings, Places, Settings, WorkerSettings, save_settings


@dataclass(frozen=True)
class Told:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Person:
    """Somebody at a terminal, with a home of their own."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def start(self, *words: object) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "engine.cli", *map(str, words)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def types(self, *words: object, code: int | None = 0) -> Told:
        process = self.start(*words)
        out, err = process.communicate(timeout=280)
        told = Told(process.returncode, out.decode("utf-8"), err.decode("utf-8"))
        assert code is None or told.code == code, f"{words}: {told.code}\n{told.out}\n{told.err}"
        return told


@pytest.fixture
def person(ready_places: Places) -> Person:
    settings = Settings(
        library=LibrarySettings(ballast_megabytes=0), worker=WorkerSettings(processes=1, lease_seconds=5)
    )
    save_settings(settings, ready_places.settings)
    return Person(ready_places)


@pytest.fixture
def scans(samples: Path, tmp_path: Path) -> Callable[..., Path]:
    """Copy some of the samples into a folder, and return it."""

    def copy(*names: str) -> Path:
        folder = tmp_path / "scans"
        folder.mkdir(exist_ok=True)
        for name in names:
            shutil.copy(samples / name, folder)
        return folder

    return copy
