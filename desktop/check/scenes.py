"""Brings the check view into the states of which pictures are taken."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.check.check_view import CheckView
from desktop.preferences.pictures import FOUND
from desktop.window.frame import Frame
from engine.answer import Answer, AnswerTask, Concern, Evidence, Finding, Provenance
from engine.library import Library

if TYPE_CHECKING:
    from desktop.studio import Studio

QUESTION = "Quel abri, et combien d’enfants ?"
FORM, ARABIC, REPORT = "registration-form.jpg", "distribution-list.jpg", "situation-report.pdf"


def doubts(studio: "Studio", frame: QWidget) -> None:
    """Show a form with doubtful lines, as it opens."""
    _opened(studio, frame, FORM)


def editing(studio: "Studio", frame: QWidget) -> None:
    """Show a doubtful line that is open on the page."""
    view = _opened(studio, frame, FORM)
    _choose(view, "Tente")
    view.strip.open()


def arabic(studio: "Studio", frame: QWidget) -> None:
    """Show an Arabic list with a line open."""
    view = _opened(studio, frame, ARABIC)
    view.desk.walk.go(forward=True)


def pages(studio: "Studio", frame: QWidget) -> None:
    """Show the second of two pages, beside the strip of pages."""
    _opened(studio, frame, REPORT, page=1)


def history(studio: "Studio", frame: QWidget) -> None:
    """Show who changed what."""
    assert isinstance(frame, Frame)
    frame.access.do(_correct)
    view = _opened(studio, frame, FORM)
    view.desk.show_history()
    studio.settle()
    view.history.list.setCurrentIndex(view.history.model.index(1))


def asking(studio: "Studio", frame: QWidget) -> None:
    """Show an answer of a model, with its doubts and where it stands on the page."""
    assert isinstance(frame, Frame)
    frame.access.do(_answer)
    view = _opened(studio, frame, FORM)
    view.desk.ask()
    studio.wait_while(lambda: not view.models.known)
    view.models.take(FOUND)
    studio.settle()


def corners(studio: "Studio", frame: QWidget) -> None:
    """Show a photo whose corners are dragged."""
    view = _opened(studio, frame, "phone-photo.jpg")
    view.desk.straighten()


def corrected(studio: "Studio", frame: QWidget) -> None:
    """Show a correction with what the machine read beside it."""
    assert isinstance(frame, Frame)
    frame.access.do(_correct)
    view = _opened(studio, frame, FORM)
    _choose(view, "Abri")
    view.strip.open()


def _opened(studio: "Studio", frame: QWidget, name: str, page: int = 0) -> CheckView:
    assert isinstance(frame, Frame)
    found: list[str] = []
    frame.access.ask(lambda library: _id_of(library, name), found.append, owner=frame)
    studio.settle()
    frame.open_view("check", {"document": found[0], "page": page})
    studio.settle()
    view = frame.view
    assert isinstance(view, CheckView)
    return view


def _id_of(library: Library, name: str) -> str:
    return next(document.id for document in library.documents.find() if document.name == name)


def _choose(view: CheckView, beginning: str) -> None:
    rows = view.hand.rows
    place = next((at for at, row in enumerate(rows) if row.text.startswith(beginning)), view.hand.current)
    view.hand.choose(place)


def _correct(library: Library) -> None:
    """Correct a few lines, once."""
    page = library.documents.pages(_id_of(library, FORM))[0].id
    if library.readings.history(page):
        return
    lines = library.readings.required(page).reading.lines
    for place, line in enumerate(lines):
        if line.text.startswith("Abri"):
            library.readings.correct_line(page, place, "Abri n° : 114", author="Amina")
            library.readings.correct_line(page, place, "Abri n° : 144", author="Amina")
            library.readings.correct_line(page, place, "Abri n° : 114", author="Joseph")
    doubtful = [place for place, line in enumerate(lines) if line.doubts and not line.text.startswith("Abri")]
    library.readings.confirm_line(page, doubtful[0], author="Joseph")
    library.readings.delete_line(page, doubtful[-1], author="Joseph")


def _answer(library: Library) -> None:
    """Have a question answered, once."""
    page = library.documents.pages(_id_of(library, FORM))[0].id
    if library.answers.of_page(page):
        return
    stored = library.readings.required(page)
    place = next(at for at, line in enumerate(stored.reading.lines) if line.text.startswith("Abri"))
    line = stored.reading.lines[place]
    library.questions.ask_one(page, AnswerTask.ASK, wishes={"question": QUESTION})
    job = library.jobs.claim("pictures", lease_seconds=60)
    assert job is not None
    answer = Answer(
        AnswerTask.ASK,
        QUESTION,
        "fr",
        "Abri 114, trois enfants.",
        evidence=(Evidence("114", place, line.text, line.quad, doubtful=True, start=5, stop=8),),
        findings=(Finding(Concern.DOUBTFUL_LINE, "114"), Finding(Concern.NOT_ON_PAGE, "trois")),
        provenance=Provenance("model@1", "SmolVLM 256M", 1, "int8", seconds=6.2),
    )
    library.answers.complete(job, answer, reading_id=stored.id)
