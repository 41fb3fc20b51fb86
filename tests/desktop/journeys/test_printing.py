"""What was chosen is printed, from the list and from the page; it is read back from what was printed."""

import pytest

from desktop.export.print_dialog import PrintDialog
from tests.desktop.elsewhere import elsewhere
from tests.desktop.journeys.test_checking import corrects, opens, texts, the
from tests.desktop.journeys.test_locking import prints_into, words_on


@pytest.fixture
def person(open_window, filled):
    """Somebody before the list of what is to be checked."""
    made = open_window(filled)
    made.goes_to("to-check")
    made.waits_until(lambda: made.view.model.rowCount() == 4)
    return made


def prints(person, what, file):
    """Choose what shall be printed, and print it into a file; return the words on each sheet."""
    person.presses("Ctrl+P")
    dialog = person.dialog(PrintDialog)
    person.clicks(dialog.cards.cards[what])
    person.waits_until(lambda: not dialog.sheet.pixmap().isNull())
    person.clicks(dialog.go)
    prints_into(person, file)
    person.reads("sent to the printer")
    return elsewhere(lambda: words_on(file))


def test_the_text_of_several_documents_is_printed_as_it_was_corrected(qtbot, person, filled, tmp_path):
    opens(person, the(filled, "receipt.jpg"))
    corrects(person, "Wafanyakazi 4711")
    person.presses("Return")
    person.waits_until(lambda: texts(person)[0] == "Wafanyakazi 4711")
    person.goes_to("to-check")
    person.waits_until(lambda: person.view.model.rowCount() == 4)
    person.view.table.setFocus()
    person.presses("Ctrl+A")
    printed = prints(person, "text", tmp_path / "text.pdf")
    assert len(printed) >= 4
    assert any("Wafanyakazi 4711" in words for words in printed)
    assert any("situation-report" in words for words in printed)


def test_the_page_that_is_checked_is_printed_as_it_looks(qtbot, person, filled, tmp_path):
    opens(person, the(filled, "receipt.jpg"))
    printed = prints(person, "pages", tmp_path / "page.pdf")
    assert len(printed) == 1
    assert (tmp_path / "page.pdf").stat().st_size > 20_000, "there is no picture on the sheet"
