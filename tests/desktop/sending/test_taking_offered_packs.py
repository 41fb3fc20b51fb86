"""The real headquarters offers a pack; somebody sees what it is, fetches and installs it."""

import hashlib
from dataclasses import replace

import pytest

from desktop.access import LibraryDoor
from desktop.preferences.install_dialog import InstallDialog
from engine.settings import Places
from engine.sync.joining import begin_to_join
from engine.sync.running import join_team
from headquarters.enrolment.invitations import invite
from models.image_text.signing import Keys
from tests.desktop.elsewhere import elsewhere
from tests.desktop.journeys.person import READING_PATIENCE
from tests.desktop.sending.conftest import sending
from tests.headquarters.conftest import (  # noqa: F401 - fixtures
    app,
    clock,
    cluster,
    database,
    database_url,
    headquarters,
    identity,
    server,
    settings,
    team,
)
from tests.headquarters.offered_packs import NAME, Office, passphrase


@pytest.fixture
def office(headquarters, team, tmp_path) -> Office:  # noqa: F811 - the real one
    """An office whose root two of two people have signed, and which headquarters knows."""
    keys = Keys(tmp_path / "keys")
    keys.create("Office Nairobi", 2, 2, passphrase)
    made = Office(headquarters, team, keys, tmp_path / "made")
    made.give_roots()
    return made


@pytest.fixture
def member(door: LibraryDoor, places: Places, office, headquarters, team, server) -> LibraryDoor:  # noqa: F811
    """A library that has joined by an invitation that names the root."""

    def join() -> None:
        with headquarters.database.transaction() as session:
            _, invited = invite(session, headquarters, team, label="Goma", actor="test")
        with door.open() as library:
            begin_to_join(library, replace(invited, urls=(f"http://{server[0]}:{server[1]}",)))
            join_team(library, door.settings, device_name="Goma 2")

    elsewhere(join)
    return LibraryDoor(door.folder, door.data_key, door.settings, places.data / "settings.toml")


def waits(person, happened) -> None:
    """Wait for what programs beside the window do: on a busy machine each takes seconds to begin."""
    person.waits_until(happened, patience=READING_PATIENCE)


def hears(person):
    """Send, and wait until an offered pack is told of; return the page on which it is taken."""
    person.presses("Ctrl+Shift+U")
    view = sending(person)
    waits(person, lambda: view.notice.isVisible())
    desk = person.frame.sending.desk
    waits(person, lambda: not desk.busy and person.frame.sending.offers.offers[0]["told"])
    person.clicks(view.notice.show_them)
    page = person.view.pages["models"]
    waits(person, lambda: page.offered.boxes)
    return page


def box_of(page):
    [box] = page.offered.boxes.values()
    return box


def states(office: Office) -> list[tuple[str, str]]:
    return elsewhere(lambda: [(state, reason.split(":")[0]) for _, state, reason in office.progress()])


def test_a_pack_is_told_of_fetched_and_installed_and_headquarters_hears_of_it(member, sits_down, office):
    elsewhere(lambda: office.offer(office.pack()))
    person = sits_down(member)
    page = hears(person)
    box = box_of(page)
    assert "Tiny clip" in box.title.text()
    words = "\n".join(label.text() for label in box.findChildren(type(box.title)))
    assert "Find photos by words" in words
    assert "MIT" in words
    assert "Signed by" in words
    assert box.take.text() == "Fetch"
    person.clicks(box.take)
    waits(person, lambda: page.offered.boxes and box_of(page).take.text() == "Install…")
    person.clicks(box_of(page).take)
    dialog = person.dialog(InstallDialog)
    assert "MIT" in dialog.licence.toPlainText()
    assert not dialog.install.isEnabled()
    assert dialog.trust.isHidden()
    dialog.agree.click()
    person.clicks(dialog.install)
    waits(person, lambda: "is installed and in use." in page.shelf.state.text())
    waits(person, lambda: not page.offered.isVisible())
    waits(person, lambda: NAME in page.shelf.boxes)
    person.presses("Ctrl+Shift+U")
    waits(person, lambda: states(office) == [("installed", "")])


def test_whoever_says_no_is_not_asked_again_and_may_think_better_of_it(member, sits_down, office):
    elsewhere(lambda: office.offer(office.pack()))
    person = sits_down(member)
    page = hears(person)
    person.clicks(box_of(page).decline)
    waits(person, lambda: box_of(page).state.text() == "You said no to it.")
    view = sending(person)
    assert not view.notice.isVisible()
    person.presses("Ctrl+Shift+U")
    waits(person, lambda: states(office) == [("refused", "declined")])
    person.frame.open_view("preferences", "models")
    assert box_of(page).take.text() == "Fetch it after all"
    person.clicks(box_of(page).take)
    waits(person, lambda: box_of(page).take.text() == "Install…")


def test_a_pack_that_was_changed_at_headquarters_is_refused_with_the_reason(member, sits_down, office):
    def spoil() -> None:
        folder = office.pack()
        office.offer(folder)
        content = (folder / "pack.json").read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        office.headquarters.blobs.put(office.team.id, sha256, content[:-1] + b" ")

    elsewhere(spoil)
    person = sits_down(member)
    person.presses("Ctrl+Shift+U")
    waits(person, lambda: [each["state"] for each in person.frame.sending.offers.offers] == ["refused"])
    person.frame.open_view("preferences", "models")
    page = person.view.pages["models"]
    waits(person, lambda: page.offered.boxes)
    assert box_of(page).state.text().startswith("It cannot be used: ")
    assert box_of(page).take.text() == "Try again"
    assert not box_of(page).decline.isVisible()
    assert not sending(person).notice.isVisible()


def test_a_notice_can_be_put_off_and_comes_again_with_the_next_start(member, sits_down, office):
    elsewhere(lambda: office.offer(office.pack(), urgent=True))
    person = sits_down(member)
    hears(person)
    view = sending(person)
    assert "Tiny clip" in view.notice.words.text()
    assert "soon" in view.notice.words.text()
    person.clicks(view.notice.later)
    assert not view.notice.isVisible()
    person.window.close()
    again = sits_down(member)
    view = sending(again)
    waits(again, lambda: view.notice.isVisible())


def test_what_is_urgent_is_installed_by_itself_where_the_settings_allow_it(member, sits_down, office):
    elsewhere(lambda: office.offer(office.pack(), urgent=True))
    person = sits_down(member)
    person.frame.settings.set("network.urgent_packs", "true")
    person.presses("Ctrl+Shift+U")
    person.reads("urgent", "Tiny clip", patience=READING_PATIENCE)
    waits(person, lambda: not person.frame.sending.offers.waiting)
    person.presses("Ctrl+Shift+U")
    waits(person, lambda: states(office) == [("installed", "")])
