from desktop.errors import told
from engine.geometry import Quad
from engine.reading import Line
from tests.desktop.elsewhere import with_library


def answer(door, text):
    """Read the box that was asked for, as a worker would."""

    def read(library):
        job = library.jobs.claim("test", lease_seconds=60)
        assert job.task == "read-region"
        quad = Quad.from_box(1, 1, 90, 20)
        line = Line(text, quad, 0.8, "Latn", "tesseract") if text else None
        library.jobs.complete_region(job, line)
        return job.payload

    return with_library(door, read)


def asked(qtbot, view):
    view.canvas.line_activated.emit(3)
    view.window_actions["line.read-again"].trigger()
    qtbot.waitUntil(lambda: view.regions.proposal is not None)


def test_what_is_read_again_is_shown_beside_what_stands_and_taken(qtbot, view, door):
    asked(qtbot, view)
    assert view.card.proposal.words.text() == "This place is being read again…"
    answer(door, "Household: 6")
    qtbot.waitUntil(lambda: "Household: 6" in view.card.proposal.words.text())
    assert view.hand.rows[3].text == "Household: 5"
    view.card.proposal.take.click()
    qtbot.waitUntil(lambda: view.hand.rows[3].text == "Household: 6")
    assert not view.card.proposal.isVisible()


def test_what_is_read_again_can_be_dropped(qtbot, view, door):
    asked(qtbot, view)
    answer(door, "Household: 6")
    qtbot.waitUntil(lambda: "Household: 6" in view.card.proposal.words.text())
    view.card.proposal.drop.click()
    qtbot.waitUntil(lambda: view.regions.proposal is None)
    assert view.hand.rows[3].text == "Household: 5"


def test_a_box_without_text_says_so(qtbot, view, door):
    asked(qtbot, view)
    answer(door, None)
    qtbot.waitUntil(lambda: view.card.proposal.words.text() == "No text was found in this place.")
    assert not view.card.proposal.take.isVisible()


def test_why_a_box_could_not_be_read_is_told_in_the_language_in_force(qtbot, view, door, translation):
    translation.use("fr")
    asked(qtbot, view)

    def fail(library):
        job = library.jobs.claim("test", lease_seconds=60)
        library.jobs.fail(job, "page.damaged", "The file is damaged.", "Scan it again.", retryable=False)

    with_library(door, fail)
    why = told("page.damaged", "The file is damaged.", "Scan it again.")
    assert "damaged" not in why.what
    qtbot.waitUntil(lambda: view.card.proposal.words.text() == f"{why.what} {why.remedy}")


def test_a_box_is_read_in_another_language_or_with_another_engine(qtbot, view, door):
    from desktop.check.region_verbs import WAYS

    view.canvas.line_activated.emit(3)
    view.regions.ask(next(way for way in WAYS if way.languages == ("ar",)))
    qtbot.waitUntil(lambda: view.regions.proposal is not None)
    assert answer(door, "x")["languages"] == ["ar"]
    view.regions.ask(next(way for way in WAYS if way.engine == "tesseract"))
    qtbot.waitUntil(lambda: view.regions.proposal is not None and view.regions.proposal.engine == "tesseract")
    assert answer(door, "x")["engine"] == "tesseract"


def test_the_place_of_a_new_line_is_read_and_offered_in_its_field(qtbot, view, door):
    view.canvas.box_drawn.emit(Quad.from_box(80, 300, 500, 330))
    qtbot.waitUntil(lambda: view.regions.proposal is not None)
    answer(door, "Sex: F")
    qtbot.waitUntil(lambda: view.strip.field.text() == "Sex: F")
    assert len(view.hand.rows) == 7


def test_what_was_typed_for_a_new_line_is_not_overwritten(qtbot, view, door):
    view.canvas.box_drawn.emit(Quad.from_box(80, 300, 500, 330))
    qtbot.keyClicks(view.strip.field, "Sex: M")
    qtbot.waitUntil(lambda: view.regions.proposal is not None)
    answer(door, "Sex: F")
    qtbot.wait(300)
    assert view.strip.field.text() == "Sex: M"
