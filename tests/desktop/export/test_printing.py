"""Pages, pages with text, or text alone go to the printer; doubt is marked on paper too."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from desktop.export.print_dialog import PrintDialog
from desktop.export.printing import Printing, paper


@pytest.fixture
def dialog(qtbot, door, theme, choices, translation, ids):
    made = PrintDialog(ids, Printing(door), theme, choices, None, doubt_threshold=0.9)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    yield made
    made.give_up()
    made.deleteLater()


def printed(qtbot, dialog, target) -> tuple[int, list[str]]:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setPageLayout(paper())
    with qtbot.waitSignal(dialog.printed) as signal:
        dialog.print_on(printer)
    document = pypdfium2.PdfDocument(target)
    try:
        return signal.args[0], [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.mark.parametrize(("what", "sheets"), [("pages", 3), ("pages-and-text", 6), ("text", 3)])
def test_what_is_chosen_is_printed(qtbot, dialog, tmp_path, what, sheets):
    dialog.cards.cards[what].click()
    count, texts = printed(qtbot, dialog, tmp_path / "out.pdf")
    assert count == sheets == len(texts)
    assert any("Text of letter.jpg" in text for text in texts) is (what != "pages")


def test_doubtful_lines_are_marked_on_paper(qtbot, dialog, tmp_path):
    dialog.cards.cards["text"].click()
    _, texts = printed(qtbot, dialog, tmp_path / "out.pdf")
    assert all("a doubtful word [?]" in text and "not checked" in text for text in texts)


def test_the_sheets_are_shown_before(qtbot, dialog):
    qtbot.waitUntil(lambda: len(dialog._sheets) == 3)
    assert not dialog.back.isEnabled()
    dialog.forward.click()
    dialog.forward.click()
    assert not dialog.forward.isEnabled() and dialog.back.isEnabled()


def test_stopping_is_told(qtbot, dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(dialog._printing._stop, "clear", dialog._printing._stop.set)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    dialog.print_on(printer)
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "stopped" in dialog.trouble.words.text()
