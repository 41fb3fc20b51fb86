"""One day of somebody who has never seen it: from the first start to a spreadsheet."""

import openpyxl
from PySide6.QtWidgets import QLineEdit

from desktop.export.dialog import ExportDialog
from desktop.welcome.first_run import FirstRun
from desktop.window.frame import Frame
from engine.library import ReviewState
from tests.desktop.elsewhere import with_library
from tests.desktop.journeys.conftest import PASSPHRASE, sound
from tests.desktop.journeys.person import READING_PATIENCE


def opens_for_the_first_time(program, person) -> str:
    """Go through the first start by mouse and keyboard, and return the recovery key."""
    person.waits_until(lambda: isinstance(person.window.centralWidget(), FirstRun))
    first = person.window.centralWidget()
    person.clicks(first.language.buttons["en"])
    person.types(PASSPHRASE)
    person.presses("Return")
    person.types(PASSPHRASE)
    person.presses("Return")
    person.waits_until(lambda: first.recovery is not None)
    key = first.recovery.key.text().replace("\n", "")
    person.presses("Tab")
    person.presses("Space")
    person.clicks(first.recovery.go_on)
    # How fast the computer reads may be measured; nobody has to.
    person.waits_until(lambda: first.speed is not None)
    person.clicks(first.speed.skip)
    person.waits_until(lambda: first.team is not None)
    person.clicks(first.team.skip)
    person.waits_until(lambda: isinstance(person.window.centralWidget(), Frame))
    return key


def test_from_the_first_start_to_a_spreadsheet(qtbot, start_program, settled_places, samples, tmp_path):
    program, person = start_program(settled_places)
    opens_for_the_first_time(program, person)

    # Two scans are dropped, anywhere; reading begins by itself.
    person.drops([samples / "receipt.jpg", samples / "consent-form.png"], on=person.view)
    person.reads("2 documents added")
    person.waits_until(lambda: person.frame.bar.reading.isVisible())
    person.presses("Ctrl+J")
    person.waits_until(lambda: person.drawer.isVisible())
    person.waits_until(lambda: not person.frame.bar.reading.isVisible(), patience=READING_PATIENCE)
    person.presses("Ctrl+J")
    person.waits_until(lambda: not person.drawer.isVisible())

    # Both wait to be checked.
    person.goes_to("to-check")
    table = person.view.table
    person.waits_until(lambda: table.model().rowCount() == 2)
    person.clicks_row(table, 0)
    person.presses("Return")
    check = person.view
    person.waits_until(lambda: bool(check.hand.rows) and check.hand.image is not None)
    document = check.hand.facts.document.id

    # The first line is corrected in the strip on the page, and saved by going on.
    check.list.setFocus()
    person.presses("Home")
    person.presses("Ctrl+Shift+E")
    person.waits_until(lambda: check.strip.field.hasFocus())
    person.presses("Ctrl+A")
    person.types("Wafanyakazi 4711")
    person.presses("Return")
    person.waits_until(lambda: check.hand.rows[0].text == "Wafanyakazi 4711")

    # Approved: the first time it may warn of doubts that nobody looked at.
    person.presses("Ctrl+Return")
    person.waits_until(lambda: person.message != "")
    if check.hand.facts is not None and check.hand.facts.document.id == document:
        person.presses("Ctrl+Return")
    person.waits_until(lambda: check.hand.facts is not None and check.hand.facts.document.id != document)

    # What was typed is found, as it is typed.
    person.presses("Ctrl+F")
    assert isinstance(person.frame.bar.search, QLineEdit)
    person.types("4711")
    person.waits_until(lambda: person.view.title().startswith("Search"))
    documents = person.view
    person.waits_until(lambda: documents.model.known and documents.model.rowCount() == 1)
    assert documents.model.listing.ids == [document] or tuple(documents.model.listing.ids) == (document,)

    # And it leaves as a spreadsheet.
    person.clicks_row(documents.table, 0)
    person.presses("Ctrl+E")
    dialog = person.dialog(ExportDialog)
    person.clicks(dialog.form.formats.cards["xlsx"])
    dialog.form.folder.setFocus()
    person.presses("Ctrl+A")
    person.types(str(tmp_path))
    assert dialog.form.folder.text() == str(tmp_path)
    person.waits_until(lambda: dialog.form.go.isEnabled())
    person.clicks(dialog.form.go)
    person.reads("1 file written")
    book = openpyxl.load_workbook(next(tmp_path.glob("*.xlsx")), read_only=True)
    assert any("4711" in str(cell.value) for sheet in book for row in sheet.rows for cell in row)
    book.close()

    door = person.frame.tools.door
    program.end()
    review = with_library(door, lambda library: library.documents.get(document).review)
    assert review.state is ReviewState.APPROVED
    assert sound(settled_places.library)
