"""Processes killed at any moment lose and double nothing; ``benchmarks.torture`` is the long run."""

import pytest

from benchmarks.torture import Ledger, torture
from engine.answer import Answer, AnswerTask


@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "in-the-clear"])
def test_nothing_acknowledged_is_lost_or_doubled_by_kills(tmp_path, encrypted):
    outcome = torture(tmp_path / "library", kills=9, seed=11, tell=lambda _line: None, encrypted=encrypted)
    assert outcome.faults == ()
    assert outcome.kills == 9
    assert outcome.added > 0


@pytest.fixture
def ledger(library, add, read_all):
    """What was told of one document that was read and corrected, its reader killed before it could tell."""
    document = library.documents.get(add(library))
    read_all(library, image=b"image")
    (page,) = library.documents.pages(document.id)
    correction = library.readings.correct_line(page.id, 0, "Amina", author="torture")
    return Ledger(added={document.id: (document.sha256, 1)}, corrected={correction.id: page.id})


def test_what_nobody_was_told_of_is_no_fault(library, ledger):
    assert list(ledger.faults(library)) == []


@pytest.mark.parametrize("lost", ["document", "correction", "reading", "answer", "review", "purge"])
def test_whatever_is_lost_or_comes_back_is_a_fault(library, ledger, lost):
    (page,) = ledger.corrected.values()
    if lost == "document":
        ledger.added["gone"] = ("0" * 64, 1)
    elif lost == "correction":
        ledger.corrected["gone"] = page
    elif lost == "reading":
        ledger.read[page] = "another text"
    elif lost == "answer":
        ledger.answered["gone"] = page
    elif lost == "review":
        library.questions.ask_one(page, AnswerTask.ASK)
        job = library.jobs.claim("torture", lease_seconds=60)
        answer_id = library.answers.complete(job, Answer(AnswerTask.ASK, "?", "en", "x"), reading_id="r")
        ledger.reviewed[answer_id] = 1
    else:
        ledger.purged.update(ledger.added)
    assert len(list(ledger.faults(library))) == 1
