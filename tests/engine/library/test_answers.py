"""What a model says of a page is kept with its job and its change, never altered, and judged by people."""

from dataclasses import replace

import pytest

from engine.answer import (
    Answer,
    AnswerField,
    AnswerTask,
    Concern,
    Evidence,
    Finding,
    Provenance,
    SceneLabel,
)
from engine.errors import NotFoundError
from engine.geometry import Quad
from engine.library import AnswerError, AnswerState, JobState, LeaseLostError
from engine.library.work import BEHIND_READING, URGENT

BOX = Quad.from_box(50, 50, 900, 80)
ANSWER = Answer(
    AnswerTask.ASK,
    "How many blankets?",
    "en",
    "There are 42 blankets.",
    evidence=(Evidence("42", 0, "Blankets 42", BOX, start=10, stop=12),),
    findings=(Finding(Concern.DOUBTFUL_LINE, "42"),),
    fields=(AnswerField("blankets", 42, "42", Evidence("42", 0, "Blankets 42", BOX)),),
    labels=(SceneLabel("damage-severity", "severe", 0.75, False),),
    provenance=Provenance("smol-1-abc", "smol", 1, "int8", "1", "Q?", {"profile": "fast"}, 9, 1.5, 0.5, 0.8),
)


@pytest.fixture
def page(library, add, read_all):
    document = add(library)
    read_all(library, "Blankets 42", image=b"image")
    return library.documents.pages(document)[0].id


def test_what_two_asked_for_is_done_once_until_both_have_taken_it_back(library, page):
    window = library.questions.ask([page], AnswerTask.DESCRIBE, wishes={"style": "short"}, batch="window")
    other = library.questions.ask([page], AnswerTask.DESCRIBE, wishes={"style": "short"})
    assert window.jobs == other.jobs
    progress = [library.jobs.progress(each.asker, tasks=["describe"]).queued for each in (window, other)]
    assert progress == [1, 1]
    assert library.questions.withdraw(other.jobs, other.asker) == 0
    assert library.jobs.progress(other.asker, tasks=["describe"]).queued == 0
    assert library.jobs.get(window.jobs[0]).state is JobState.QUEUED
    assert library.questions.withdraw(window.jobs, "window") == 1
    assert library.jobs.get(window.jobs[0]).state is JobState.CANCELLED


def test_who_asks_twice_takes_it_back_once(library, page):
    for _ in range(2):
        number = library.questions.ask_one(page, AnswerTask.ASK, wishes={"question": "?"}, batch="window")
    assert library.questions.withdraw([number], "window") == 1


def asked(library, page, task=AnswerTask.ASK, **wishes):
    return library.questions.ask_one(page, task, wishes=wishes)


def complete(library, page, answer=ANSWER):
    number = asked(library, page, answer.task, question=answer.question)
    job = library.jobs.claim("worker", lease_seconds=60)
    assert job.id == number
    return library.answers.complete(job, answer, reading_id=library.documents.page(page).reading_id)


def test_an_answer_goes_through_json_unchanged():
    assert Answer.from_json(ANSWER.to_json()) == ANSWER


def test_answer_and_end_of_the_job_and_change_are_one(library, page):
    number = asked(library, page, question=ANSWER.question)
    job = library.jobs.claim("worker", lease_seconds=60)
    answer_id = library.answers.complete(job, ANSWER, reading_id="r")
    followed = library.questions.follow(number)
    assert (followed.job.state, followed.answer.id, followed.told) == (JobState.DONE, answer_id, "")
    assert followed.answer.answer == ANSWER
    change = library.changes.of_document(job.document_id)[0]
    assert (change.entity, change.entity_id, change.kind) == ("answer", answer_id, "added")
    assert change.payload["text"] == ANSWER.text
    assert library.check().sound


def test_a_late_worker_leaves_no_answer(library, page, clock):
    asked(library, page)
    late = library.jobs.claim("late", lease_seconds=60)
    library.jobs.cancel([late.id])
    library.jobs.release(late)
    with pytest.raises(LeaseLostError):
        library.answers.complete(late, ANSWER, reading_id="r")
    assert library.answers.of_page(page) == []


def test_a_stored_answer_is_never_altered(library, page):
    complete(library, page)
    with pytest.raises(Exception, match="never altered"):
        library.connection.run("UPDATE answers SET text = 'x'")


def test_what_a_person_waits_for_goes_first_even_while_paused_and_the_rest_behind_reading(library, page, add):
    add(library, "b")
    batch = library.questions.ask([page], AnswerTask.DESCRIBE, wishes={"style": "short"})
    library.jobs.pause()
    assert library.jobs.claim("worker", lease_seconds=60) is None
    number = asked(library, page, question="?")
    job = library.jobs.claim("worker", lease_seconds=60)
    assert (job.id, job.task, library.jobs.get(job.id).priority) == (number, "ask", URGENT)
    assert library.jobs.claim("worker", lease_seconds=60) is None
    library.jobs.resume()
    assert library.jobs.claim("worker", lease_seconds=60).task == "read"
    assert library.jobs.get(batch.jobs[0]).priority == BEHIND_READING
    assert library.jobs.claim("worker", lease_seconds=60).task == "describe"


def test_the_same_question_waits_once_and_can_be_asked_again_once_it_ended(library, page):
    first = asked(library, page, question="a")
    assert asked(library, page, question="a") == first
    assert asked(library, page, question="b") != first
    library.jobs.cancel([first])
    again = asked(library, page, question="a")
    assert again != first
    assert library.jobs.get(first).state is JobState.CANCELLED


def test_nothing_is_asked_about_a_page_that_is_not_read(library, add):
    document = add(library, pages=2)
    pages = [page.id for page in library.documents.pages(document)]
    with pytest.raises(AnswerError):
        asked(library, pages[0])
    assert library.questions.ask(pages, AnswerTask.DESCRIBE).unread == tuple(pages)
    with pytest.raises(NotFoundError):
        asked(library, "nowhere")


def test_what_is_asked_says_nothing_about_how_far_a_document_is(library, page):
    document = library.documents.page(page).document_id
    before = library.documents.get(document), library.jobs.progress()
    asked(library, page)
    job = library.jobs.claim("worker", lease_seconds=60)
    library.jobs.fail(job, "x", "It went wrong.", "Try again.", retryable=False)
    assert (library.documents.get(document), library.jobs.progress()) == before
    assert library.jobs.retry() == 0
    assert library.jobs.progress(tasks=["ask"]).failed == 1


def test_what_the_model_says_is_seen_while_it_speaks_and_gone_at_the_end(library, page, reopen):
    number = asked(library, page)
    job = library.jobs.claim("worker", lease_seconds=60)
    library.jobs.tell_progress(job, "There")
    library.jobs.tell_progress(job, "There are")
    assert reopen(library).questions.follow(number).told == "There are"
    library.jobs.crashed("worker", "signal 9")
    assert library.questions.follow(number).told == ""
    library.jobs.tell_progress(job, "too late")
    assert library.questions.follow(number).told == ""
    assert library.connection.value("SELECT count(*) FROM job_progress") == 0


def test_a_page_that_takes_its_workers_down_is_dead_after_three(library, page, clock):
    number = asked(library, page)
    for _ in range(3):
        clock.pass_time(4000)
        assert library.jobs.claim("worker", lease_seconds=60).id == number
        library.jobs.crashed("worker", "signal 9")
    record = library.jobs.get(number)
    assert record.state is JobState.DEAD
    assert record.error_message.startswith("Looking at this page ended its worker (time 3 of 3).")


def test_one_worker_at_a_time_has_a_model_in_memory(library, page, add, clock):
    library.questions.ask([page], AnswerTask.DESCRIBE, wishes={"style": "short"})
    library.questions.ask([page], AnswerTask.DESCRIBE, wishes={"style": "detailed"})
    first = library.jobs.claim("one", lease_seconds=60)
    assert library.jobs.claim("two", lease_seconds=60) is None
    library.answers.complete(first, replace(ANSWER, task=AnswerTask.DESCRIBE), reading_id="r")
    library.jobs.keep_model("one", seconds=120)
    assert library.jobs.claim("two", lease_seconds=60) is None
    add(library, "b")
    assert library.jobs.claim("two", lease_seconds=60).task == "read"
    clock.pass_time(121)
    assert library.jobs.claim("two", lease_seconds=60).task == "describe"


def test_a_worker_that_lets_its_model_go_or_dies_leaves_room_for_another(library, page):
    for number, leave in enumerate(
        (library.jobs.let_model_go, lambda owner: library.jobs.crashed(owner, "signal 9"))
    ):
        library.jobs.keep_model("one", seconds=600)
        asked(library, page, question=str(number))
        assert library.jobs.claim("two", lease_seconds=60) is None
        leave("one")
        job = library.jobs.claim("two", lease_seconds=60)
        library.jobs.release(job)
        library.jobs.cancel([job.id])
        library.jobs.let_model_go("two")


def test_a_person_accepts_rejects_corrects_and_takes_it_back(library, page):
    answer_id = complete(library, page)
    answers = library.answers
    answers.accept(answer_id)
    answers.accept(answer_id)
    answers.reject(answer_id, "They are tarpaulins.")
    assert answers.search("blankets").total == 0
    answers.correct(answer_id, "42 tarpaulins")
    stored = answers.get(answer_id)
    assert (stored.text, stored.answer.text) == ("42 tarpaulins", ANSWER.text)
    assert answers.search("tarpaulins").answers == (stored,)
    answers.withdraw(answer_id)
    assert answers.get(answer_id).text == ANSWER.text
    states = [review.state for review in answers.history(answer_id)]
    assert states == [
        AnswerState.ACCEPTED,
        AnswerState.REJECTED,
        AnswerState.CORRECTED,
        AnswerState.NONE,
    ]
    assert {review.author for review in answers.history(answer_id)} == {"Amina"}
    with pytest.raises(AnswerError):
        answers.correct(answer_id, " ")
    with pytest.raises(NotFoundError):
        answers.accept("nowhere")


def test_answers_are_found_by_their_words_question_and_values_as_pages_are(library, page):
    answer_id = complete(library, page)
    assert [hit.id for hit in library.answers.search("BLANK").answers] == [answer_id]
    assert library.answers.search("how many").total == 1
    assert library.answers.search("-42 blankets").total == 0
    assert library.answers.search('"; drop').total == 0
    library.repair()
    assert library.answers.search("blankets").total == 1


def test_an_answer_tells_when_its_page_was_read_anew(library, page, read_all):
    answer_id = complete(library, page)
    assert library.answers.get(answer_id).fits
    library.jobs.read_again(library.documents.page(page).document_id)
    read_all(library, "Blankets 43", pipeline="test-2", image=b"image")
    assert not library.answers.get(answer_id).fits


def test_answers_of_the_trash_are_not_found_and_go_with_their_document_for_good(library, page):
    document = library.documents.page(page).document_id
    answer_id = complete(library, page)
    library.answers.correct(answer_id, "42 tarpaulins")
    library.trash.put(document)
    assert library.answers.search("tarpaulins").total == 0
    assert library.answers.get(answer_id).text == "42 tarpaulins"
    library.trash.restore(document)
    assert library.answers.search("tarpaulins").total == 1
    library.trash.put(document)
    library.trash.purge(document)
    for table in ("answers", "answer_reviews", "answer_texts", "scenes", "job_progress", "embeddings"):
        assert library.connection.value(f"SELECT count(*) FROM {table}") == 0
    words = "SELECT count(*) FROM answer_words WHERE answer_words MATCH 'tarpaulins'"
    assert library.connection.value(words) == 0
    told = [change for change in library.changes.since(0) if change.entity == "answer"]
    assert [change.payload for change in told] == [None, None]
    assert library.check().sound


def test_answers_come_back_with_a_backup(library, page, tmp_path, clock):
    from engine.library import open_library

    answer_id = complete(library, page)
    library.answers.accept(answer_id)
    library.backup(tmp_path / "backup")
    with open_library(tmp_path / "backup", data_key=library.data_key, clock=clock) as copy:
        assert copy.answers.get(answer_id) == library.answers.get(answer_id)
        assert copy.answers.search("blankets").total == 1


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("DELETE FROM answer_texts", "answer.search"),
        ("UPDATE jobs SET result = '{\"answer\": \"gone\"}' WHERE task = 'ask'", "answer.missing"),
    ],
)
def test_a_check_finds_what_does_not_fit_together(library, page, damage, code):
    complete(library, page)
    library.connection.run(damage)
    assert code in {problem.code for problem in library.check().problems}
    library.repair()
    if code == "answer.search":
        assert library.check().sound


def test_old_jobs_of_answers_are_forgotten_and_the_answers_stay(library, page, clock):
    complete(library, page)
    clock.pass_time(8 * 86400)
    asked(library, page, question="another")
    assert [job.task for job in library.jobs.find(task="ask")] == ["ask"]
    assert len(library.answers.of_page(page)) == 1


def test_how_long_the_answers_of_a_pack_took_is_told(library, page):
    assert library.answers.paces() == {}
    complete(library, page)
    complete(
        library,
        page,
        replace(ANSWER, question="And now?", provenance=replace(ANSWER.provenance, seconds=2.5)),
    )
    complete(library, page, replace(ANSWER, question="Without a model?", provenance=Provenance()))
    assert library.answers.paces() == {"smol-1-abc": (2, 2.0)}
