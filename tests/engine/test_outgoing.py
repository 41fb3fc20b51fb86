"""Documents of a library go out with their corrections, page by page, and can be stopped."""

import pytest

from engine.answer import Answer, AnswerTask
from engine.errors import CancelledError
from engine.export import export_documents
from engine.geometry import Quad, Transform
from engine.intake import Intake
from engine.library import Protection, create_library
from engine.outgoing import doubtful_lines, to_export
from engine.reading import Line, Origin, Reading
from engine.settings import PageSettings


def reading(*confidences: float) -> Reading:
    lines = tuple(
        Line(
            f"line {place}", Quad.from_box(10, 10 + 50 * place, 300, 40 + 50 * place), value, "Latn", "ppocr"
        )
        for place, value in enumerate(confidences)
    )
    return Reading("test", 800, 1000, Transform.identity(), Origin.RECOGNISED, lines)


@pytest.fixture
def library(places, samples):
    made = create_library(places.library, protection=Protection(encrypted=False, keyring=False))
    with made.library as opened:
        list(Intake(opened, PageSettings()).take_all([samples / "receipt.jpg"]))
        yield opened


@pytest.fixture
def document(library):
    while job := library.jobs.claim("worker", lease_seconds=60):
        library.jobs.complete(job, reading(0.99, 0.5, 0.4), image=None, thumbnail=None)
    [found] = library.documents.find()
    return found


def test_a_document_goes_out_with_its_corrections(library, document, tmp_path):
    [page] = library.documents.pages(document.id)
    library.readings.correct_line(page.id, 1, "by hand", author="tester")
    [file] = export_documents([to_export(library, document)], "txt", tmp_path)
    assert file.read_text().split() == ["line", "0", "by", "hand", "line", "2"]


def test_doubtful_lines_are_counted_until_somebody_checks_them(library, document):
    assert list(doubtful_lines(library, [document.id], 0.9)) == [2]
    assert list(doubtful_lines(library, [document.id], 0.45)) == [1]
    [page] = library.documents.pages(document.id)
    library.readings.confirm_line(page.id, 1, author="tester")
    assert list(doubtful_lines(library, [document.id], 0.9)) == [1]


def test_stopping_leaves_no_half_file(library, document, tmp_path):
    with pytest.raises(CancelledError):
        export_documents([to_export(library, document, stopped=lambda: True)], "txt", tmp_path)
    assert list(tmp_path.glob("*.txt")) == []


def test_a_preview_takes_the_first_pages_alone(library, document):
    assert len(list(to_export(library, document, most_pages=1).pages)) == 1


def test_answers_go_out_as_a_person_left_them_and_rejected_ones_stay(library, document):
    [page] = library.documents.pages(document.id)
    library.jobs.read_again(document.id)
    job = library.jobs.claim("worker", lease_seconds=60)
    library.jobs.complete(job, reading(0.99), image=b"image", thumbnail=None)
    made = []
    for text in ("12 tents", "40 tents", "2 boats"):
        library.questions.ask([page.id], AnswerTask.ASK, wishes={"question": text})
        job = library.jobs.claim("worker", lease_seconds=60)
        answer = Answer(AnswerTask.ASK, "What?", "en", text)
        reading_id = library.documents.page(page.id).reading_id
        made.append(library.answers.complete(job, answer, reading_id=reading_id))
    library.answers.correct(made[1], "42 tents")
    library.answers.reject(made[2])
    [exported] = to_export(library, document).pages
    assert [(each.text, each.review) for each in exported.answers] == [
        ("42 tents", "corrected"),
        ("12 tents", "none"),
    ]
