"""Hostile files in the queue: each ends in a reading or in a reason, and the worker goes on."""

import importlib.util
import sys
import time
from pathlib import Path

import psutil
import pytest

from engine.library import JobState, NewDocument
from engine.settings import LibrarySettings, PageSettings, Settings, WorkerSettings, save_settings
from engine.worker import EventKind, Supervisor, worker_command

BUDGET_MEGABYTES = 1200
ROOT = Path(__file__).parents[3]


@pytest.fixture
def corpus(tmp_path):
    name = "sanduku_tests_hostile"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / "hostile.py")
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name].make_hostile_corpus(tmp_path / "hostile")


def test_every_hostile_file_ends_in_a_reading_or_a_reason(
    corpus, library_folder, opened, ready_places, tmp_path
):
    """As if each had slipped past the door: added as one page of unknown type."""
    settings = Settings(
        pages=PageSettings(pdf_dpi=72),
        worker=WorkerSettings(memory_megabytes=BUDGET_MEGABYTES),
        library=LibrarySettings(ballast_megabytes=0),
    )
    save_settings(settings, tmp_path / "settings.toml")
    folder, key = library_folder
    library = opened()
    for file in corpus:
        if file.path.is_file() and not file.path.is_symlink():
            library.documents.add(
                NewDocument(
                    file.path.name.encode("utf-8", "replace").decode(), "application/octet-stream", 1,
                    file.path.read_bytes(), password=file.password,
                )
            )  # fmt: skip
    events, peak = [], 0
    with Supervisor(
        worker_command(folder, tmp_path / "settings.toml"), data_key=key, on_crash=library.jobs.crashed
    ) as supervisor:
        events += supervisor.start(1)
        end = time.monotonic() + 280
        while (progress := library.jobs.progress()).ended < progress.total:
            assert time.monotonic() < end, library.jobs.find([JobState.RUNNING, JobState.QUEUED])
            events += supervisor.poll(work_waiting=True)
            peak = max(peak, *(memory_of(event.pid) for event in events))
            time.sleep(0.05)
    assert progress.total >= 50
    assert not [event for event in events if event.kind is EventKind.CRASHED]
    assert progress.done + progress.failed == progress.total
    for record in library.jobs.find([JobState.FAILED], limit=1000):
        assert record.error_code.startswith("page."), record
        assert record.error_message
        assert record.error_remedy
    assert peak < BUDGET_MEGABYTES * 1_000_000
    assert library.check().problems == ()


def memory_of(pid: int) -> int:
    try:
        return psutil.Process(pid).memory_info().rss
    except psutil.NoSuchProcess:
        return 0
