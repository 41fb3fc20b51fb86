"""Work goes to the real headquarters on a stick, and its answer comes back on it; no network is used."""

from pathlib import Path

import pytest

from desktop.sending.stick_dialog import SendByStickDialog
from engine.sync.joining import begin_to_join
from headquarters.bundles.taking import take_bundle
from headquarters.enrolment.invitations import invite
from headquarters.parts import Headquarters
from headquarters.teams import Team
from tests.desktop.elsewhere import elsewhere
from tests.desktop.sending.conftest import sending
from tests.headquarters.conftest import (  # noqa: F401 - fixtures
    clock,
    cluster,
    database,
    database_url,
    headquarters,
    identity,
    settings,
    team,
)


@pytest.fixture
def invited(filled, headquarters: Headquarters, team: Team):  # noqa: F811 - the real one
    """A library whose laptop never had a network."""

    def begin() -> None:
        with headquarters.database.transaction() as session:
            _, invitation = invite(session, headquarters, team, label="Asha", actor="hq:test")
        with filled.open() as library:
            begin_to_join(library, invitation)

    elsewhere(begin)
    return filled


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def opens(person, *, answer: bool = False) -> SendByStickDialog:
    view = sending(person)
    person.waits_until(lambda: view.to_send.isVisible())
    (view.to_send.answer if answer else view.to_send.export).click()
    dialog = person.dialog(SendByStickDialog)
    assert isinstance(dialog, SendByStickDialog)
    return dialog


def test_a_stick_goes_to_headquarters_and_its_answer_comes_back(invited, sits_down, stick, headquarters):  # noqa: F811
    person = sits_down(invited)
    dialog = opens(person)
    assert not dialog.go.isEnabled()
    dialog.use(stick)
    dialog.images.setChecked(True)
    person.clicks(dialog.go)
    person.waits_until(lambda: dialog.outcome.isVisible())
    assert dialog.outcome.text().startswith("Written: ")
    assert "Eject the stick" in dialog.outcome.text()
    person.clicks(dialog.go)
    view = sending(person)
    person.waits_until(lambda: person.frame.bar.sending.text().strip() == "Ready to send 2")
    [bundle] = stick.iterdir()
    taken = elsewhere(lambda: take_bundle(headquarters, bundle, stick))
    assert taken.joined
    dialog = opens(person, answer=True)
    dialog.use(taken.answer)
    person.clicks(dialog.go)
    person.waits_until(lambda: dialog.outcome.isVisible())
    assert "Headquarters has signed to have" in dialog.outcome.text()
    person.clicks(dialog.go)
    person.waits_until(lambda: view.to_send.summary.text() != "2 documents wait to be sent")
    person.waits_until(lambda: person.frame.sending.desk.standing.team.device == taken.device)


def test_a_folder_that_holds_no_answer_is_told_and_another_can_be_chosen(invited, sits_down, stick):
    person = sits_down(invited)
    dialog = opens(person, answer=True)
    dialog.use(stick)
    person.clicks(dialog.go)
    person.waits_until(lambda: dialog.outcome.isVisible())
    assert "no whole bundle in this folder" in dialog.outcome.text()
    assert dialog.choose.isVisible()
    dialog.reject()
