"""Somebody sends what waits: sees how much it is, how far it is, stops it, and is told what came of it."""

from PySide6.QtWidgets import QDialog

from desktop.sending.changes_dialog import ChangesDialog
from desktop.sending.desk import Kind
from tests.desktop.elsewhere import elsewhere
from tests.desktop.sending.conftest import sending


def pill(person) -> str:
    bar = person.frame.bar
    return bar.sending.text().strip() if bar.sending.isVisible() else ""


def number(person) -> int | None:
    return next(each.count for each in person.frame.rail.buttons if each.place.name == "sending")


def test_without_a_team_nothing_says_that_it_waits(filled, sits_down):
    person = sits_down(filled)
    assert pill(person) == ""
    assert number(person) is None
    view = sending(person)
    assert view.empty.isVisible()
    assert view.first_focus().text() == "Join a team…"


def test_bar_and_rail_tell_how_many_documents_wait(joined, sits_down):
    person = sits_down(joined)
    person.waits_until(lambda: pill(person) == "Ready to send 2")
    assert number(person) == 2
    person.clicks(person.frame.bar.sending)
    view = person.view
    person.waits_until(lambda: view.to_send.outlook.plan is not None)
    assert view.to_send.summary.text() == "2 documents wait to be sent"
    assert "receipt.jpg" in view.to_send.names.text()


def test_the_keys_send_everything_and_the_receipt_is_told(joined, sits_down, headquarters):
    person = sits_down(joined)
    person.presses("Ctrl+Shift+U")
    person.waits_until(lambda: pill(person) == "All sent")
    view = person.view
    person.waits_until(lambda: view.to_send.summary.text() == "Everything is sent.")
    person.waits_until(lambda: "It has every change of this library." in view.to_send.signed.text())
    assert view.to_send.outcome.text().startswith("Sent: ")
    assert "Last sent" in view.to_send.last.text()
    [there] = headquarters.contents.libraries.values()
    assert len({entry.document_id for entry in there.streams[0].entries if entry.document_id}) == 2


def test_stop_stops_it_while_headquarters_is_silent_and_nothing_is_lost(joined, sits_down, there):
    there.hold()
    person = sits_down(joined)
    view = sending(person)
    there.asked.clear()
    person.clicks(view.to_send.send)
    person.waits_until(lambda: there.asked.is_set())
    assert person.frame.sending.desk.pill.kind is Kind.SENDING
    person.clicks(view.to_send.stop)
    person.reads("Stopped")
    person.waits_until(lambda: pill(person) == "Ready to send 2")
    there.let_go()
    person.clicks(view.to_send.send)
    person.waits_until(lambda: pill(person) == "All sent")


def test_a_headquarters_that_is_not_there_is_told_in_plain_words(joined, sits_down):
    def move_away() -> None:
        with joined.open() as library, library.exchange.team._connection.transaction():
            library.exchange.team._connection.run("UPDATE team SET urls = '[\"http://127.0.0.1:9\"]'")

    elsewhere(move_away)
    person = sits_down(joined)
    view = sending(person)
    person.frame.settings.set("network.patience_minutes", "1")
    person.frame.sending.desk._process.progressed.connect(
        lambda told: person.frame.sending.desk.stop() if told["waiting"] else None
    )
    person.clicks(view.to_send.send)
    person.reads("Stopped")
    assert pill(person).endswith("2")


def test_a_laptop_that_was_shut_out_hears_what_to_do(joined, sits_down, headquarters):
    for device in headquarters.contents.devices.values():
        device.revoked = True
    person = sits_down(joined)
    view = sending(person)
    person.clicks(view.to_send.send)
    person.waits_until(lambda: view.to_send.problem.isVisible())
    assert "shut this" in view.to_send.problem.text()
    assert "Nothing is lost" in view.to_send.problem.text()
    assert pill(person) == "Not sent, 2 waiting"


def test_with_the_network_switched_off_nothing_is_sent_and_the_bar_says_so(joined, sits_down, there):
    person = sits_down(joined)
    view = sending(person)
    there.asked.clear()
    person.frame.settings.set("network.use", "never")
    person.waits_until(lambda: pill(person) == "Offline, 2 to send")
    assert not view.to_send.send.isEnabled()
    assert "switched off" in view.to_send.when.text()
    person.presses("Ctrl+Shift+U")
    person.reads("switched off")
    assert not there.asked.is_set()


def test_what_changed_is_shown_before_it_goes_with_signs_and_not_by_colour_alone(joined, sits_down):
    def rename() -> None:
        with joined.open() as library:
            [first, *_] = library.documents.find()
            library.documents.rename(first.id, "Well 4.jpg")

    elsewhere(rename)
    person = sits_down(joined)
    view = sending(person)
    person.waits_until(lambda: view.to_send.details.isVisible())
    person.clicks(view.to_send.details)
    dialog = person.dialog(QDialog)
    assert isinstance(dialog, ChangesDialog)
    assert dialog.table.item(0, 0).text() == "Renamed"
    before, now = (dialog.table.item(0, column).text() for column in (2, 3))
    assert before.startswith("− ")
    assert now.startswith("+ ")
    assert "Well 4.jpg" in now
    dialog.accept()


def test_a_process_that_dies_is_told_and_the_window_goes_on(joined, sits_down, there):
    there.hold()
    person = sits_down(joined)
    view = sending(person)
    there.asked.clear()
    person.clicks(view.to_send.send)
    person.waits_until(lambda: there.asked.is_set())
    person.frame.sending.desk._process._process.kill()
    person.waits_until(lambda: view.to_send.problem.isVisible())
    there.let_go()
    person.clicks(view.to_send.send)
    person.waits_until(lambda: pill(person) == "All sent")
