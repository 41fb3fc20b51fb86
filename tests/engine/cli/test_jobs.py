"""The queue from the command line."""

import pytest

from engine.errors import ExitCode
from engine.library import NewDocument


@pytest.fixture
def queued(library):
    """The id of a document of three pages that wait."""
    return library.documents.add(
        NewDocument("three.tif", "image/tiff", 3, content=b"three pages")
    ).document_id


def numbers(run, *options):
    return [job["id"] for job in run("jobs", "list", *options, "--json").json["jobs"]]


def test_the_queue_is_listed_in_its_order(run, queued):
    found = run("jobs", "list", "--json")
    assert [job["page_index"] for job in found.json["jobs"]] == [0, 1, 2]
    assert found.json["counts"]["queued"] == 3
    assert "three.tif" in run("jobs").out


def test_a_page_is_moved_before_another(run, queued):
    first, second, third = numbers(run)
    run("jobs", "move", third, "--before", first)
    assert numbers(run) == [third, first, second]


def test_priority_goes_first(run, queued):
    third = numbers(run)[2]
    run("jobs", "prioritise", 5, third)
    assert numbers(run)[0] == third
    run("jobs", "prioritise", 9, "--document", queued)
    assert {job["priority"] for job in run("jobs", "list", "--json").json["jobs"]} == {9}


def test_cancelled_pages_can_be_retried(run, queued):
    assert "3 pages cancelled" in run("jobs", "cancel", "--document", queued).out
    told = run("jobs", "retry", "--document", queued)
    assert "3 pages queued again" in told.out
    assert "Read them with 'sanduku work'." in told.err


def test_nothing_is_cancelled_unless_chosen(run, queued):
    assert run("jobs", "cancel").code == ExitCode.USAGE
    assert "3 pages cancelled" in run("jobs", "cancel", "--all").out


def test_pause_and_resume(run, queued, library):
    run("jobs", "pause")
    assert run("jobs", "list", "--json").json["paused"]
    told = run("work")
    assert told.code == 0
    assert "paused" in told.err
    run("jobs", "resume")
    assert not library.jobs.paused


def test_a_document_can_be_paused_alone(run, queued):
    run("jobs", "pause", "--document", queued[:6])
    assert all(job["held"] for job in run("jobs", "list", "--json").json["jobs"])


def test_read_pages_can_be_read_again(run, document):
    assert "2 pages queued again" in run("jobs", "retry", "--document", document, "--again").out
    assert run("jobs", "retry", "--again").code == ExitCode.USAGE


@pytest.mark.parametrize("words", [("cancel", 999), ("retry", 999), ("prioritise", 5, 999)])
def test_a_job_that_is_not_there_is_told(run, queued, words):
    told = run("jobs", *words)
    assert told.code == ExitCode.NOT_FOUND
    assert f"job {words[-1]}" in told.err
