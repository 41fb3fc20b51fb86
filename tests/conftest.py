"""What every test stands on: a home of its own, one thread, and the reading models that set-up prepared.

Warnings, unclosed resources and exceptions in threads or destructors fail a test (``filterwarnings`` in
pyproject.toml). No test sees the data folder of the person who runs it, except that prepared model packs and
Tesseract languages are linked from there, read-only in spirit, to spare every run their preparation.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock

from engine.settings import Places

ROOT = Path(__file__).parent.parent
ONE_THREAD = ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "OPENCV_FOR_THREADS_NUM")
PREPARATIONS = {"packs": "prepare-reading", "tessdata": "fetch-tessdata"}
"""Folder of ``Places`` -> the command of ``python -m models`` that fills it."""
PACKS = ("reading", "numerals")
"""What that command puts into the folder of packs."""

own_places = pytest.StashKey[Places]()


def pytest_configure(config: pytest.Config) -> None:
    """Pin threads before numpy loads, and remember the real data folder before tests hide it."""
    for name in ONE_THREAD:
        os.environ[name] = "1"
    # Hundreds of tests start programs, each of which would compile all of its modules again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell's background jobs ignore Ctrl+C, and so would every process that a test starts and stops so.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    config.stash[own_places] = Places.of_this_user()
    hypothesis.settings.register_profile(
        "sanduku",
        deadline=None,
        derandomize=True,
        print_blob=True,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],  # by a clock, which a busy machine sets
    )
    hypothesis.settings.load_profile("sanduku")


@pytest.fixture(scope="session")
def prepared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Places whose ``packs`` and ``tessdata`` hold what set-up prepares, made here if it did not run."""
    places = request.config.stash[own_places]
    missing = [name for name in PREPARATIONS if not _filled(places.data / name)]
    if not missing:
        return places
    # All xdist workers of one run share the parent of their base temporary folders.
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    made = Places(shared / "prepared")
    with FileLock(shared / "prepared.lock"):
        for name, command in PREPARATIONS.items():
            if name not in missing:
                _link(places.data / name, made.data / name)
            elif not _filled(made.data / name):
                subprocess.run(
                    [sys.executable, "-m", "models", command],
                    check=True,
                    cwd=ROOT,
                    env={**os.environ, "SANDUKU_HOME": str(made.data)},
                )
    return made


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty data folder that ``Places.of_this_user()`` names in this test and in its child processes."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SANDUKU_HOME", str(folder))
    for name in [name for name in os.environ if name.startswith("SANDUKU_") and name != "SANDUKU_HOME"]:
        monkeypatch.delenv(name)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def places(home: Path) -> Places:
    """The empty places of this test: no models, no languages."""
    return Places(home)


@pytest.fixture
def ready_places(places: Places, prepared: Places) -> Places:
    """The places of this test with the reading models and Tesseract languages in them."""
    for name in PREPARATIONS:
        _link(prepared.data / name, places.data / name)
    return places


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the bundled samples."""
    return ROOT / "tests" / "samples"


def _filled(folder: Path) -> bool:
    if folder.name == "packs":
        return all((folder / pack / "pack.json").exists() for pack in PACKS)
    return folder.is_dir() and any(folder.iterdir())


def _link(source: Path, target: Path) -> None:
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.symlink_to(source.resolve(), target_is_directory=True)
    except OSError:  # Windows allows links only to some
        shutil.copytree(source, target)
