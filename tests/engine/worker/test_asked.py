"""A worker asks image models about pages: it tells what they say, can be stopped, and keeps to its memory."""

import pytest

from engine.answer import AnswerTask
from engine.errors import CancelledError, MissingDependencyError
from engine.geometry import Quad
from engine.library import MODEL_ENGINE, JobState
from engine.pipeline.answering import KEEP_SECONDS
from engine.runtime import ModelMemoryError
from engine.worker.asked import TELL_SECONDS
from engine.worker.events import WorkerExit
from engine.worker.worker import Outcome

BOX = Quad.from_box(1, 2, 30, 12)


@pytest.fixture
def page(bench):
    document = bench.add()
    bench.worker.step()
    return bench.library.documents.pages(document)[0].id


def asked(bench, page, task=AnswerTask.ASK, **wishes):
    return bench.library.questions.ask_one(page, task, wishes=wishes)


def test_an_answer_is_stored_with_the_reading_and_image_that_it_is_about(bench, page):
    number = asked(bench, page, question="Is it so?", language="en")
    assert bench.worker.step().outcome is Outcome.DONE
    followed = bench.library.questions.follow(number)
    assert (followed.answer.text, followed.answer.fits) == ("It is so.", True)
    task, wishes, given = bench.answering.asked[0]
    assert (task, wishes["question"]) == (AnswerTask.ASK, "Is it so?")
    assert (given.image, given.reading.text) == (b"image", "page 0")
    assert given.key == bench.library.documents.page(page).image_sha256


def test_a_vector_is_stored_and_a_box_is_proposed(bench, page):
    asked(bench, page, AnswerTask.EMBED)
    box = bench.library.regions.ask(page, BOX, engine=MODEL_ENGINE, languages=["sw"])
    assert [bench.worker.step().outcome for _ in range(2)] == [Outcome.DONE, Outcome.DONE]
    assert bench.library.photos.packs() == {"clip-1-abc": 1}
    proposal = bench.library.regions.get(box)
    assert (proposal.line.text, proposal.line.doubts) == ("read by a model", ("image-model",))
    assert ("read", {"language": "sw"}) in [(task, wishes) for task, wishes, _ in bench.answering.asked]
    assert bench.pipeline.regions == []


def test_what_is_said_is_told_at_most_four_times_a_second(bench, page):
    number = asked(bench, page)
    seen, writes = [], []

    def between():
        seen.append(bench.second.questions.follow(number).told)
        writes.append(bench.second.data_version())
        bench.clock.seconds += TELL_SECONDS / 2

    bench.answering.between = between
    bench.worker.step()
    assert seen == ["It", "It", "It is so."]
    assert len(set(writes)) == 2
    assert bench.second.questions.follow(number).told == ""


def test_progress_that_cannot_be_told_costs_no_answer(bench, page, monkeypatch):
    from engine.library import LibraryBusyError

    def busy(job, text):
        raise LibraryBusyError("Another program is using the library.")

    monkeypatch.setattr(bench.library.jobs, "tell_progress", busy)
    asked(bench, page)
    assert bench.worker.step().outcome is Outcome.DONE


def test_a_person_stops_the_model_at_the_next_token(bench, page):
    number = asked(bench, page)
    said = []

    def between():
        said.append(1)
        bench.second.jobs.cancel([number])
        bench.look()

    bench.answering.between = between
    assert bench.worker.step().outcome is Outcome.CANCELLED
    assert len(said) == 1
    followed = bench.library.questions.follow(number)
    assert (followed.job.state, followed.answer, followed.told) == (JobState.CANCELLED, None, "")


@pytest.mark.parametrize("error", [MissingDependencyError, ModelMemoryError])
def test_a_pack_that_cannot_be_used_is_the_questions_trouble_and_not_the_workers(bench, page, error):
    def refuse(_cancel):
        raise error("It cannot be used.", remedy="Install another one.")

    bench.answering.before = refuse
    number = asked(bench, page)
    assert bench.worker.step().outcome is Outcome.FAILED
    record = bench.library.jobs.get(number)
    assert (record.error_message, record.error_remedy) == ("It cannot be used.", "Install another one.")
    bench.add("b.png")
    assert bench.worker.step().outcome is Outcome.DONE


def test_text_engines_and_a_model_that_do_not_fit_together_follow_each_other(bench, page):
    bench.answering.needs = 3_950_000_000
    number = asked(bench, page)
    assert bench.worker.run() is WorkerExit.RECYCLE
    assert bench.library.jobs.get(number).attempts == 0
    bench.worker.close()
    fresh = bench.another_worker("fresh")
    bench.answering.opens = 3_950_000_000
    assert fresh.step().outcome is Outcome.DONE
    bench.add("b.png")
    bench.megabytes = 3900
    assert fresh.step().outcome is Outcome.FRESH_PROCESS
    fresh.close()
    third = bench.another_worker("third")
    assert third.step().outcome is Outcome.DONE
    third.close()


def test_what_fits_together_stays_together(bench, page):
    bench.answering.needs = bench.answering.opens = 900_000_000
    asked(bench, page)
    assert bench.worker.step().outcome is Outcome.DONE
    bench.add("b.png")
    assert bench.worker.step().outcome is Outcome.DONE
    assert bench.opened == 1


def test_a_model_may_take_more_than_the_budget_of_a_worker_that_reads(bench, page):
    bench.answering.opens = 6_000_000_000
    worker = bench.another_worker("fresh")

    def before(_cancel):
        bench.megabytes = 9000
        bench.look()

    bench.answering.needs, bench.answering.before = 6_000_000_000, before
    asked(bench, page)
    assert worker.step().outcome is Outcome.DONE
    assert bench.exits == []
    worker.close()


def test_a_model_stays_in_memory_for_the_next_question_and_is_let_go_after_a_while(bench, page):
    bench.answering.opens = 900_000_000
    other = bench.another_worker("other")
    asked(bench, page, question="1")
    assert bench.worker.step().outcome is Outcome.DONE
    asked(bench, page, question="2")
    assert other.step().outcome is Outcome.IDLE
    assert bench.worker.step().outcome is Outcome.DONE
    began = bench.clock.seconds

    def wait(seconds):
        bench.clock.seconds += max(seconds, 1)
        bench.answering.let_go = bench.clock.seconds - began >= KEEP_SECONDS
        return False

    bench.stop.wait = wait
    assert bench.worker.run() is WorkerExit.OK
    assert bench.clock.seconds - began >= KEEP_SECONDS
    asked(bench, page, question="3")
    assert other.step().outcome is Outcome.DONE


def test_a_crashed_workers_question_is_asked_again_by_the_next(bench, page):
    number = asked(bench, page)
    bench.library.jobs.claim("doomed", lease_seconds=60)
    bench.library.jobs.crashed("doomed", "signal 9")
    bench.library.connection.run("UPDATE jobs SET not_before = 0")
    assert bench.worker.step().outcome is Outcome.DONE
    assert bench.library.questions.follow(number).answer.text == "It is so."


def test_stopping_the_process_gives_the_question_back(bench, page):
    number = asked(bench, page)

    def stop(cancel):
        bench.stop.set()
        bench.look()
        assert cancel()
        raise CancelledError("stopped")

    bench.answering.before = stop
    assert bench.worker.step().outcome is Outcome.RELEASED
    assert bench.library.jobs.get(number).state is JobState.QUEUED
