"""Files that headquarters and its backup have signed for leave this computer, and come back."""

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.access import LibraryDoor
from engine.settings import Places, with_setting
from engine.sync.joining import begin_to_join
from engine.sync.running import join_team, synchronise
from tests.desktop.check.readings import add, form
from tests.desktop.elsewhere import elsewhere
from tests.desktop.sending.conftest import sending


@pytest.fixture
def backed_up(door: LibraryDoor, places: Places, there, headquarters) -> LibraryDoor:
    """A library whose originals are at headquarters and in its backup, with a receipt."""

    def prepare() -> None:
        settings = with_setting(door.settings, "network.files", "originals")
        with door.open() as library:
            library.bulk.approve([add(library, "form 12.png", form())])
            begin_to_join(library, there.invitation)
            join_team(library, settings, device_name="Amina's laptop")
            synchronise(library, settings)
            headquarters.back_up()
            synchronise(library, settings)

    elsewhere(prepare)
    return LibraryDoor(door.folder, door.data_key, door.settings, places.data / "settings.toml")


def freed(person):
    view = sending(person)
    person.waits_until(lambda: view.tabs.isVisible())
    view.tabs.setCurrentIndex(2)
    return view.freed


def test_before_a_receipt_nothing_can_leave(joined, sits_down):
    page = freed(sits_down(joined))
    assert page.amount.text().startswith("Nothing can be freed now.")
    assert "are not sent over the network" in page.amount.text()
    assert not page.free.isEnabled()


def test_space_is_freed_and_a_document_brought_back(backed_up, sits_down):
    person = sits_down(backed_up)
    page = freed(person)
    person.waits_until(lambda: "1 document" in page.amount.text())
    person.clicks(page.free)
    person.reads("30 days")
    person.waits_until(lambda: len(page.cards) == 1)
    [back] = page.cards[0].findChildren(QPushButton)
    assert back.text() == "Bring back"
    person.clicks(back)
    person.waits_until(lambda: not page.cards)

    def sound() -> bool:
        with backed_up.open() as library:
            return library.check().sound

    assert elsewhere(sound)


def test_freeing_can_be_undone_at_once(backed_up, sits_down):
    person = sits_down(backed_up)
    page = freed(person)
    person.waits_until(lambda: page.free.isEnabled())
    person.clicks(page.free)
    person.reads("30 days")
    person.waits_until(lambda: page.cards)
    person.clicks(person.frame.toasts.current.button)
    person.waits_until(lambda: not page.cards)
