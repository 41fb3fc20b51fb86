"""What headquarters says comes down: what came back, remarks, and lines of which there are two versions."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop.access import LibraryDoor
from engine.library import ReviewState
from engine.settings import Places
from engine.sync.joining import begin_to_join
from engine.sync.running import join_team, synchronise
from tests.desktop.check.readings import add, form
from tests.desktop.elsewhere import elsewhere


@pytest.fixture
def spoken(door: LibraryDoor, places: Places, there, headquarters):
    """A library with a form that was sent; headquarters corrected a line that was then corrected here too."""

    def prepare() -> str:
        with door.open() as library:
            document = add(library, "form 12.png", form())
            begin_to_join(library, there.invitation)
            join_team(library, door.settings, device_name="Amina's laptop")
            synchronise(library, door.settings)
            [page] = library.documents.pages(document)
            stored = library.readings.required(page.id)
            line = stored.line_ids[1]
            headquarters.send_down(
                library.library_id, "correction", "text",
                {"page": page.id, "reading": stored.id, "line": line,
                 "previous": stored.reading.lines[1].text, "text": "Name: Amina Hassen", "reason": ""},
                document=document,
            )  # fmt: skip
            headquarters.send_down(
                library.library_id, "document", "review",
                {"state": "returned", "reason": "The back is missing."}, document=document,
            )  # fmt: skip
            headquarters.send_down(
                library.library_id,
                "comment",
                "added",
                {"text": "Ask for the phone number."},
                document=document,
            )
            library.readings.correct_line(page.id, line, "Name: Amina Hasan", author="Juma")
            return document

    document = elsewhere(prepare)
    return LibraryDoor(door.folder, door.data_key, door.settings, places.data / "settings.toml"), document


def texts(card) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def button(card, words: str) -> QPushButton:
    return next(each for each in card.findChildren(QPushButton) if each.text() == words)


def line_now(door, document) -> str:
    def look() -> str:
        with door.open() as library:
            [page] = library.documents.pages(document)
            return library.readings.required(page.id).reading.lines[1].text

    return elsewhere(look)


def hears(person):
    """Send, and go to what headquarters said."""
    person.presses("Ctrl+Shift+U")
    person.reads("3 messages came from headquarters")
    person.clicks(person.frame.toasts.current.button)
    view = person.view
    person.waits_until(lambda: len(view.from_hq.cards) == 3)
    return view


def test_both_versions_are_shown_with_who_said_so(spoken, sits_down):
    door, document = spoken
    person = sits_down(door)
    view = hears(person)
    conflict, returned, remark = (texts(card) for card in view.from_hq.cards)
    assert "Name: Amina <b><u>Hassen</u></b>" in conflict
    assert "Name: Amina <b><u>Hasan</u></b>" in conflict
    assert "Rita" in conflict
    assert "The back is missing." in returned
    assert "Ask for the phone number." in remark
    assert line_now(door, document) == "Name: Amina Hassen"
    assert view.tabs.tabText(1) == "From headquarters (2)"


def test_a_person_keeps_their_own_version(spoken, sits_down):
    door, document = spoken
    person = sits_down(door)
    view = hears(person)
    button(view.from_hq.cards[0], "Keep mine").click()
    person.reads("Settled")
    person.waits_until(lambda: len(view.from_hq.cards) == 2)
    assert line_now(door, document) == "Name: Amina Hasan"
    person.waits_until(lambda: person.frame.sending.desk.standing.changes > 0)


def test_a_person_types_another_version(spoken, sits_down):
    door, document = spoken
    person = sits_down(door)
    view = hears(person)
    [field] = view.from_hq.cards[0].findChildren(QLineEdit)
    field.setText("Name: Amina Hassan")
    button(view.from_hq.cards[0], "Keep this").click()
    person.reads("Settled")
    assert line_now(door, document) == "Name: Amina Hassan"


def test_what_came_back_is_to_be_checked_with_its_reason_and_its_remark_beside_it(spoken, sits_down):
    door, document = spoken
    person = sits_down(door)
    view = hears(person)
    button(view.from_hq.cards[1], "Open the document").click()
    check = person.view
    person.waits_until(lambda: len(check.hq_notices.texts) == 3)
    back, both, remark = check.hq_notices.texts
    assert "Rita" in back
    assert "The back is missing." in back
    assert "1 line" in both
    assert "Ask for the phone number." in remark
    *_, seen = check.hq_notices.buttons
    seen.click()
    person.waits_until(lambda: len(check.hq_notices.texts) == 2)

    def state() -> ReviewState:
        with door.open() as library:
            return library.documents.get(document).review.state

    assert elsewhere(state) is ReviewState.NONE
