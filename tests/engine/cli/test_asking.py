"""Whoever stops a question takes it out of the queue; what is answered already is kept."""

import io
import shutil

import pytest
from rich.console import Console

from engine.answer import Answer, AnswerTask, Provenance
from engine.cli import asking
from engine.cli.asking import PageAsked, ask_about
from engine.cli.desk import Desk
from engine.library import JobState, NewDocument
from engine.packs.shelf import Shelf

from .conftest import jpeg, reading_of


@pytest.fixture
def pages(library):
    new = NewDocument("three.tif", "image/tiff", 3, content=b"three pages")
    document = library.documents.get(library.documents.add(new).document_id)
    while (job := library.jobs.claim("a test", lease_seconds=60)) is not None:
        library.jobs.complete(job, reading_of(()), image=jpeg(), thumbnail=jpeg())
    return [PageAsked(document, page) for page in library.documents.pages(document.id)]


def test_a_stop_keeps_what_is_answered_and_leaves_nothing_waiting(library, pages, monkeypatch):
    def answer_one_and_stop(desk, opened, **_how):
        job = opened.jobs.claim("a test", lease_seconds=60)
        made = Answer(AnswerTask.DESCRIBE, "short", "en", "Two tents.")
        opened.answers.complete(job, made, reading_id=opened.documents.page(job.page_id).reading_id)
        raise KeyboardInterrupt

    monkeypatch.setattr(asking, "work_through", answer_one_and_stop)
    desk = Desk(err=Console(file=io.StringIO(), width=200))
    with pytest.raises(KeyboardInterrupt):
        ask_about(desk, library, pages, AnswerTask.DESCRIBE, {"style": "short"}, waiting=False, what="x")
    told = [answer.text for each in pages for answer in library.answers.of_page(each.page.id)]
    assert told == ["Two tents."]
    states = [job.state for job in library.jobs.find(tuple(JobState), limit=100) if job.task == "describe"]
    assert sorted(states) == [JobState.CANCELLED, JobState.CANCELLED, JobState.DONE]
    assert "What was answered is kept" in desk.err.file.getvalue()


def test_how_long_many_pages_will_take_is_told_before_they_are_asked(
    library, pages, places, samples, monkeypatch
):
    shutil.copytree(samples / "image_text" / "smolvlm", places.packs / "tiny-smolvlm")
    pack = Shelf(places.packs).find("tiny-smolvlm")
    told = []
    monkeypatch.setattr(asking, "work_through", lambda *_given, **_how: told.append("asked"))

    def ask_all():
        desk = Desk(err=Console(file=io.StringIO(), width=200), places=places)
        monkeypatch.setattr(Desk, "say", lambda _desk, text, **_how: told.append(text))
        ask_about(desk, library, pages, AnswerTask.DESCRIBE, {"style": "short"}, waiting=False, what="x")

    monkeypatch.setattr(asking, "MANY_PAGES", 3)
    library.questions.ask([pages[0].page.id], AnswerTask.DESCRIBE)
    job = library.jobs.claim("a test", lease_seconds=60)
    made = Provenance(
        pack.id, precision=pack.image_text.default_precision, settings={"profile": "balanced"}, seconds=40.0
    )
    answer = Answer(AnswerTask.DESCRIBE, "short", "en", "Tents.", provenance=made)
    library.answers.complete(job, answer, reading_id=pages[0].page.reading_id)
    ask_all()
    assert told == ["3 pages: about 2 min, as measured here. Ctrl+C stops it.", "asked"]
    monkeypatch.setattr(asking, "MANY_PAGES", 4)
    ask_all()
    assert told[2:] == ["asked"]


def test_a_stop_takes_nothing_from_a_window_that_asked_for_the_same(library, pages, monkeypatch):
    wishes = {"style": "short"}
    first = [each.page.id for each in pages[:2]]
    window = library.questions.ask(first, AnswerTask.DESCRIBE, wishes=wishes, batch="window")

    def stop(desk, opened, **_how):
        raise KeyboardInterrupt

    monkeypatch.setattr(asking, "work_through", stop)
    desk = Desk(err=Console(file=io.StringIO(), width=200))
    with pytest.raises(KeyboardInterrupt):
        ask_about(desk, library, pages, AnswerTask.DESCRIBE, wishes, waiting=False, what="x")
    assert [library.jobs.get(job).state for job in window.jobs] == [JobState.QUEUED] * 2
    assert library.jobs.progress("window", tasks=["describe"]).queued == 2
    states = [job.state for job in library.jobs.find(tuple(JobState), limit=100) if job.task == "describe"]
    assert sorted(states) == [JobState.CANCELLED, JobState.QUEUED, JobState.QUEUED]


def test_what_was_removed_while_it_was_asked_about_is_told(library, pages, monkeypatch):
    def remove(desk, opened, **_how):
        opened.trash.put(pages[0].document.id)
        opened.trash.purge(pages[0].document.id)

    monkeypatch.setattr(asking, "work_through", remove)
    desk = Desk(err=Console(file=io.StringIO(), width=200))
    outcome = ask_about(desk, library, pages, AnswerTask.DESCRIBE, {}, waiting=False, what="x")
    assert (outcome.asked, outcome.unread) == ((), 0)
    assert "3 pages removed meanwhile." in desk.err.file.getvalue()
