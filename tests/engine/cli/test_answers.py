"""Describing, asking, extracting and sorting photos by commands, with a tiny real model in a real worker."""

import json
import os
import shutil

import pytest

from engine.answer import AnswerTask
from engine.cli.commands.review import _ask_model
from engine.cli.desk import Desk
from engine.library import JobState, NewDocument
from engine.packs import load_pack
from engine.settings import LibrarySettings, Settings, WorkerSettings, save_settings
from tests.engine.vision.handmade import write_pair

from .conftest import jpeg, reading_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="workers are started with the POSIX interpreter here")


@pytest.fixture(autouse=True)
def hasty(places, library):
    """Workers that end as soon as there is nothing to do."""
    settings = Settings(
        library=LibrarySettings(ballast_megabytes=0), worker=WorkerSettings(idle_seconds=1, processes=1)
    )
    save_settings(settings, places.settings)


@pytest.fixture
def speaking(places, samples):
    shutil.copytree(samples / "image_text" / "smolvlm", places.packs / "tiny-smolvlm")


@pytest.fixture
def comparing(places):
    file = write_pair(places.packs / "pair").folder / "pack.json"
    manifest = {**json.loads(file.read_text(encoding="utf-8")), "tasks": ["embed", "triage"]}
    file.write_text(json.dumps(manifest), encoding="utf-8")
    return load_pack(file.parent)


@pytest.fixture
def photo(library):
    """The id of a photo without text that is read."""
    new = NewDocument("flood.jpg", "image/jpeg", 1, content=b"a photo")
    document = library.documents.add(new).document_id
    job = library.jobs.claim("a test", lease_seconds=60)
    library.jobs.complete(job, reading_of(()), image=jpeg(), thumbnail=jpeg())
    return document


def test_without_a_pack_a_document_is_described_by_what_was_read(run, document):
    told = run("describe", document[:8], "--page", 1)
    assert told.code == 0
    assert "From what was read; no image model looked at this page." in told.out
    assert "No image model was asked." in told.out
    assert "registration.jpg" in told.out


def test_a_batch_is_described_and_what_is_not_read_is_told(run, library, document):
    library.documents.add(NewDocument("new.pdf", "application/pdf", 1, content=b"unread"))
    library.jobs.cancel()
    told = run("describe", "--json", "--in", "fr")
    assert (told.code, told.json["unread_pages"]) == (4, 1)
    answers = told.json["answers"]
    assert [each["page_index"] for each in answers] == [0, 1]
    assert all(each["grounded"] and each["language"] == "fr" for each in answers)


def test_a_model_that_describes_is_named_and_not_asked_twice(run, document, speaking):
    told = run("describe", document[:8], "--page", 1, "--json", "--profile", "fast")
    assert told.code == 0, told.err
    (answer,) = told.json["answers"]
    assert answer["provenance"]["pack_name"] == "tiny-smolvlm"
    assert answer["provenance"]["settings"]["profile"] == "fast"
    again = run("describe", "--status", "read", "--json", "--profile", "fast")
    assert (again.json["skipped"], len(again.json["answers"])) == (1, 1)


def test_a_question_needs_a_pack_and_is_answered_by_one(run, document, places, samples):
    told = run("ask", "What is it?", document[:8], "--page", 1)
    assert told.code == 5
    assert "No image model that can answer questions about a page is installed." in told.err
    shutil.copytree(samples / "image_text" / "smolvlm", places.packs / "tiny-smolvlm")
    told = run("ask", "What is it?", document[:8], "--page", 1)
    assert told.code == 0, told.err
    assert "By tiny-smolvlm 1 (fp32)" in told.out


def test_who_somebody_is_is_not_answered(run, photo):
    told = run("ask", "Who is the person in the photo?", photo[:8], "--json")
    assert told.code == 0
    (answer,) = told.json["answers"]
    assert answer["findings"] == [{"concern": "refused-identity", "about": ""}]
    assert not answer["answered"]
    assert answer["provenance"]["pack_id"] == ""


def test_an_empty_question_or_unknown_language_is_wrong_use(run, photo):
    assert run("ask", " ", photo[:8]).code == 3
    told = run("ask", "What?", photo[:8], "--in", "de")
    assert told.code == 2
    assert "en, fr, es, ar, sw" in told.err


def test_values_are_extracted_into_json(run, document, speaking, tmp_path):
    schema = tmp_path / "schema.json"
    schema.write_text('{"type": "object", "properties": {"kind": {"enum": ["a", "b"]}}}', encoding="utf-8")
    told = run("extract", document[:8], "--schema", schema, "--page", 1, "--profile", "fast", "--json")
    assert told.code == 0, told.err
    assert told.json["values"][0]["kind"] in ("a", "b", None)
    assert told.json["doubtful"] == [[]]  # with so few lines it is taken for a photo, of which no line tells
    table = run("extract", document[:8], "--schema", schema, "--page", 1, "--profile", "fast")
    assert table.out.splitlines()[0].split("\t")[:3] == ["document", "page", "value"]


def test_a_schema_that_cannot_be_used_is_told_before_anything_is_asked(run, library, document, tmp_path):
    schema = tmp_path / "schema.json"
    schema.write_text("{}", encoding="utf-8")
    assert run("extract", document[:8], "--schema", schema).code == 3
    assert run("extract", document[:8], "--schema", tmp_path / "gone.json").code == 9
    assert library.jobs.find([JobState.QUEUED]) == []


def test_photos_are_prepared_found_by_words_and_compared(run, library, comparing, photo):
    assert run("photos", "search", "a", "flood").code == 9
    prepared = run("photos", "prepare", "--json")
    assert (prepared.code, prepared.json["photos"], prepared.json["pack"]) == (0, 1, comparing.id)
    found = run("photos", "search", "a", "flooded", "road", "--json")
    assert [each["document_id"] for each in found.json["photos"]] == [photo]
    assert found.json["unprepared"] == 0
    assert run("photos", "duplicates", "--json").json["groups"] == []
    assert run("photos", "search", "x").out.splitlines()[0].split("\t") == [
        "id", "document", "page", "nearness",
    ]  # fmt: skip


def test_shots_of_one_scene_come_together_and_forms_only_where_that_is_wanted(
    run, library, comparing, photo, document
):
    again = library.documents.add(NewDocument("again.jpg", "image/jpeg", 1, content=b"again")).document_id
    job = library.jobs.claim("a test", lease_seconds=60)
    library.jobs.complete(job, reading_of(()), image=jpeg(), thumbnail=jpeg())
    assert run("photos", "prepare").code == 0
    told = run("photos", "duplicates", "--json").json
    assert {each["document_id"] for each in told["groups"][0]} >= {photo, again}
    assert all(each["score"] == pytest.approx(1, abs=2e-3) for each in told["groups"][0])
    assert told["unprepared"] == 0
    assert run("photos", "duplicates", "--least", "100%").out.startswith("Group 1: ")


def test_photos_are_sorted_filtered_and_put_right_by_a_person(run, library, comparing, photo):
    told = run("photos", "sort", "--json")
    assert told.code == 0, told.err
    before = {each["aspect"]: each["label"] for each in told.json["answers"][0]["labels"]}
    assert len(before) == 4
    assert run("photos", "sort", "--json").json["answers"] == []
    assert run("photos", "unset", photo[:8], "damage-severity").code == 9
    assert run("photos", "set", photo[:8], "damage-severity=severe").code == 0
    told = run("photos", "labels", photo, "--json").json["labels"]
    labels = {each["label"]["aspect"]: each for each in told}
    assert labels["damage-severity"]["label"]["label"] == "severe"
    assert labels["damage-severity"]["model"]["label"] == before["damage-severity"]
    assert labels["disaster-type"]["author"] is None
    found = run("photos", "scenes", "damage-severity=severe", "--least", "90%", "--json")
    assert [each["document_id"] for each in found.json["photos"]] == [photo]
    counts = run("photos", "scenes", "--json").json["labels"]
    assert {"question": "damage-severity", "label": "severe", "sure": 1, "unsure": 0} in counts
    assert run("photos", "set", photo[:8], "damage-severity=awful").code == 2
    assert run("photos", "scenes", "damage").code == 2
    assert run("photos", "unset", photo[:8], "damage-severity").code == 0
    (now,) = [
        each for each in run("photos", "labels", photo, "--json").json["labels"]
        if each["label"]["aspect"] == "damage-severity"
    ]  # fmt: skip
    assert (now["label"]["label"], now["author"]) == (before["damage-severity"], None)


def test_a_pack_is_calibrated_by_known_photos_or_it_is_said_why_not(run, comparing, tmp_path):
    home = tmp_path / "known" / "damage-severity" / "severe"
    home.mkdir(parents=True)
    (home / "one.jpg").write_bytes(jpeg())
    told = run("photos", "calibrate", tmp_path / "known", "--json")
    assert (told.code, told.error["code"]) == (3, "triage.few-photos")
    assert run("photos", "calibrate", tmp_path / "gone", "--json").error["code"] == "triage.unknown-label"
    assert "forgotten" in run("photos", "calibrate", "--forget").out
    assert run("photos", "calibrate").code == 2
    assert run("photos", "calibrate", tmp_path, "--forget").code == 2


def test_a_photo_is_labelled_by_a_person_before_any_model_saw_it(run, photo):
    assert run("photos", "labels", photo, "--json").json["labels"] == []
    assert run("photos", "set", photo[:8], "damage-severity=mild").code == 0
    (label,) = run("photos", "labels", photo, "--json").json["labels"]
    assert (label["label"]["label"], label["model"]) == ("mild", None)
    assert run("photos", "unset", photo[:8], "damage-severity").code == 0
    assert run("photos", "labels", photo, "--json").json["labels"] == []


def test_finding_photos_without_a_pack_says_what_to_do(run, photo):
    told = run("photos", "search", "a flood", "--json")
    assert (told.code, told.error["code"]) == (5, "vision.no-pack")
    assert "sanduku packs" in told.error["remedy"]


def test_what_was_asked_is_urgent_although_the_queue_is_paused(run, library, document):
    library.jobs.pause()
    told = run("describe", document[:8], "--page", 2)
    assert told.code == 0
    assert "Arabic, English" in told.out
    assert library.answers.search("read").total == 1


def test_what_was_asked_elsewhere_is_answered_by_work(run, library, photo):
    page = library.documents.pages(photo)[0]
    library.questions.ask([page.id], AnswerTask.DESCRIBE)
    assert run("work", "--json").json["answered"] == 1
    assert len(library.answers.of_page(page.id)) == 1


def test_doubtful_lines_are_read_by_a_model_before_a_review(library, document, places, speaking):
    _ask_model(Desk(places=places), library, library.documents.find())
    pages = library.documents.pages(document)
    proposals = [each for page in pages for each in library.regions.of_page(page.id)]
    assert [each.state for each in proposals] == [JobState.DONE, JobState.DONE]
    assert all(each.line is None or each.line.engine == "tiny-smolvlm" for each in proposals)


def test_a_review_without_such_a_model_says_so(library, document, places, capsys):
    _ask_model(Desk(places=places), library, library.documents.find())
    assert "No image model that can read a line of text is installed." in capsys.readouterr().err


def test_a_document_that_goes_while_the_model_reads_its_lines_ends_no_review(
    library, document, places, monkeypatch
):
    def remove(desk, opened, **_how):
        opened.trash.put(document)
        opened.trash.purge(document)

    monkeypatch.setitem(_ask_model.__globals__, "work_through", remove)
    _ask_model(Desk(places=places), library, library.documents.find())
    assert library.documents.find() == []


def test_answers_are_found_by_search_beside_pages(run, library, photo):
    run("describe", photo[:8])
    found = run("search", "pixels", "--json").json
    assert (found["total"], found["answers_total"]) == (0, 1)
    assert found["answers"][0]["document_id"] == photo
    told = run("search", "pixels").out
    assert "In answers and descriptions, which a model can have wrong:" in told
    library.answers.reject(found["answers"][0]["id"])
    assert run("search", "pixels", "--json").json["answers_total"] == 0


def test_a_person_judges_answers(run, library, photo):
    run("describe", photo[:8])
    (answer,) = run("answers", "list", photo[:8], "--json").json["answers"]
    short = answer["id"][:8]
    assert run("answers", "accept", short).code == 0
    assert run("answers", "reject", short, "--reason", "No.").code == 0
    assert run("answers", "correct", short, "A flooded road.").code == 0
    told = run("answers", "list", photo[:8]).out
    assert "A flooded road." in told
    assert f"[{short}], corrected by" in told
    assert run("answers", "undo", short).code == 0
    assert run("answers", "list", photo[:8], "--json").json["answers"][0]["review"]["state"] == "none"
    assert run("answers", "accept", "zz").code == 9
    assert run("answers", "correct", short, " ").code == 3


def test_jobs_tell_what_was_asked(run, library, photo):
    page = library.documents.pages(photo)[0]
    library.jobs.cancel([library.questions.ask_one(page.id, AnswerTask.DESCRIBE)])
    assert run("jobs", "list", "--json").json["jobs"][0]["task"] == "describe"
