"""Real workers with a tiny real model: killed in the midst of an answer, they lose and double none."""

import os
import shutil
import signal
import time

import pytest

from engine.answer import AnswerTask
from engine.library import JobState, NewDocument
from engine.settings import save_settings
from engine.worker import Supervisor, worker_command
from tests.engine.cli.conftest import jpeg, reading_of

from .conftest import SETTINGS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
PHOTOS = 24


@pytest.fixture
def shop(opened, library_folder, places, samples):
    """A library of read photos, and workers that can ask a tiny model."""
    shutil.copytree(samples / "image_text" / "smolvlm", places.packs / "tiny-smolvlm")
    save_settings(SETTINGS, places.settings)
    library, (folder, key) = opened(), library_folder
    document = library.documents.add(NewDocument("p.tif", "image/tiff", PHOTOS, b"photos")).document_id
    for _ in range(PHOTOS):
        job = library.jobs.claim("test", lease_seconds=60)
        library.jobs.complete(job, reading_of(()), image=jpeg(), thumbnail=None)
    pages = [page.id for page in library.documents.pages(document)]
    supervisor = Supervisor(
        worker_command(folder, places.settings), data_key=key, on_crash=library.jobs.crashed
    )
    with supervisor:
        yield library, pages, supervisor


def until(library, supervisor, done, seconds=120):
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, library.jobs.find(limit=3)
        library.connection.run("UPDATE jobs SET not_before = 0 WHERE not_before > 0")
        supervisor.poll(work_waiting=True)
        time.sleep(0.01)


def test_a_worker_killed_at_its_questions_loses_and_doubles_no_answer(shop):
    library, pages, supervisor = shop
    wishes = {"profile": "balanced", "style": "detailed"}
    library.questions.ask(pages, AnswerTask.DESCRIBE, wishes=wishes)
    (started,) = supervisor.start(1)
    until(library, supervisor, lambda: library.connection.value("SELECT count(*) FROM answers") > 0)
    os.kill(started.pid, signal.SIGKILL)
    seen = [answer.id for page in pages for answer in library.answers.of_page(page)]
    until(library, supervisor, lambda: library.jobs.crash_reports())
    until(library, supervisor, lambda: library.jobs.progress(tasks=["describe"]).done == PHOTOS)
    answers = [library.answers.of_page(page) for page in pages]
    assert all(len(each) == 1 for each in answers)
    assert set(seen) <= {each.id for (each,) in answers}
    assert {each.answer.provenance.pack_name for (each,) in answers} == {"tiny-smolvlm"}
    assert len({each.answer.text for (each,) in answers}) == 1  # The same photo, the same words.
    assert library.connection.value("SELECT count(*) FROM job_progress") == 0
    assert library.check().sound


def test_a_person_stops_a_model_in_a_real_worker(shop):
    library, pages, supervisor = shop
    first = library.questions.ask_one(pages[0], AnswerTask.DESCRIBE, wishes={"style": "blind"})
    rest = library.questions.ask(pages[1:], AnswerTask.DESCRIBE, wishes={"style": "blind"})
    supervisor.start(1)
    until(library, supervisor, lambda: library.jobs.get(first).state is not JobState.QUEUED)
    library.jobs.cancel()

    def ended():
        return library.jobs.progress(tasks=["describe"]).ended == PHOTOS

    until(library, supervisor, ended)
    progress = library.jobs.progress(tasks=["describe"])
    assert progress.cancelled >= len(rest.jobs) - 1
    assert progress.failed == progress.dead == 0
