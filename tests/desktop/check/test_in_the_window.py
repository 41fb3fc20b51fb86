import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton

from desktop.check import region_verbs
from desktop.check.check_view import CheckView
from tests.desktop.check.readings import add, line
from tests.desktop.elsewhere import with_library


@pytest.fixture
def opened(qtbot, document, frame):
    frame.open_view("check", {"document": document})
    view = frame.view
    assert isinstance(view, CheckView)
    qtbot.waitUntil(lambda: bool(view.hand.rows) and view.hand.image is not None)
    return view


def test_the_window_is_titled_and_its_actions_are_possible_while_a_page_is_shown(frame, opened):
    assert frame.view.title() == "form.png"
    assert frame.actions_set["check.approve"].isEnabled()
    assert frame.actions_set["line.confirm"].isEnabled()
    frame.open_view("documents", "inbox")
    assert not frame.actions_set["check.approve"].isEnabled()
    assert not frame.actions_set["line.confirm"].isEnabled()


def test_closing_the_window_keeps_what_is_half_typed(qtbot, frame, opened, door):
    opened.canvas.line_activated.emit(1)
    opened.strip.field.selectAll()
    qtbot.keyClicks(opened.strip.field, "Name: half")
    frame.close_all()
    drafts = with_library(door, lambda library: [draft.text for draft in library.drafts.all()])
    assert drafts == ["Name: half"]


def test_going_elsewhere_in_the_window_keeps_it_too(qtbot, frame, opened, door, document):
    opened.canvas.line_activated.emit(1)
    opened.strip.field.selectAll()
    qtbot.keyClicks(opened.strip.field, "Name: half")
    frame.open_view("documents", "inbox")
    frame.open_view("check", {"document": document, "page": 0, "line": "1"})
    qtbot.waitUntil(lambda: opened.strip.field.text() == "Name: half")


def test_the_keyboard_stays_with_the_lines_from_document_to_document(qtbot, frame, opened, door):
    other = with_library(door, lambda library: add(library, "other.png", (line("Another document", 0),)))
    frame.activateWindow()
    opened.first_focus().setFocus()
    qtbot.waitUntil(opened.list.hasFocus)
    frame.open_view("check", {"document": other})
    qtbot.waitUntil(lambda: [row.text for row in opened.hand.rows] == ["Another document"])
    assert opened.list.hasFocus()
    assert [index.row() for index in opened.list.selectedIndexes()] == [0]


@pytest.mark.parametrize("by_mouse", [False, True])
def test_the_keyboard_is_with_the_lines_after_a_document_was_approved(qtbot, frame, opened, door, by_mouse):
    with_library(door, lambda library: add(library, "other.png", (line("Another document", 0),)))
    frame.activateWindow()
    opened.first_focus().setFocus()
    for place in (1, 3, 4):
        opened.canvas.line_activated.emit(place)
    opened.first_focus().setFocus()
    approve = next(b for b in opened.footer.findChildren(QAbstractButton) if "Approve" in b.text())
    if by_mouse:
        approve.setFocus()
        qtbot.mouseClick(approve, Qt.MouseButton.LeftButton)
    else:
        frame.actions_set["check.approve"].trigger()
    qtbot.waitUntil(lambda: [row.text for row in opened.hand.rows] == ["Another document"])
    assert opened.list.hasFocus()
    assert [index.row() for index in opened.list.selectedIndexes()] == [0]


def test_the_list_behind_leaves_the_keyboard_with_the_lines_when_its_last_document_was_approved(
    qtbot, frame, door
):
    for name in ("one.png", "two.png"):
        with_library(door, lambda library, name=name: add(library, name, (line(f"Line of {name}", 0),)))
    frame.activateWindow()
    frame.open_view("documents", "inbox")
    documents = frame.view
    qtbot.waitUntil(lambda: documents.model.known and documents.empty.isVisible())
    frame.open_view("check")
    checking = frame.view
    qtbot.waitUntil(lambda: bool(checking.hand.rows))
    first = checking.hand.rows[0].text
    spoken = []
    documents.empty.show_query = lambda *_: spoken.append(1)
    frame.actions_set["check.approve"].trigger()
    qtbot.waitUntil(lambda: bool(checking.hand.rows) and checking.hand.rows[0].text != first and bool(spoken))
    assert checking.list.hasFocus()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [(1280, 760), (1024, 640)])
def test_a_message_covers_no_button_of_the_line_nor_of_the_document(
    qtbot, frame, opened, translation, language, size
):
    translation.use(language)
    frame.resize(*size)
    at_left = language == "ar"
    qtbot.waitUntil(lambda: (opened.card.mapTo(frame, QPoint()).x() < size[0] // 2) is at_left)
    toast = frame.toasts.show(
        "7 doubtful lines were not looked at.", action="Show them", do=opened.list.setFocus
    )
    covered = QRect(toast.mapTo(frame, QPoint()), toast.size())
    for part in (opened.card, opened.footer):
        for button in part.findChildren(QAbstractButton):
            if button.isVisible():
                place = QRect(button.mapTo(frame, QPoint()), button.size())
                assert not place.intersects(covered), (button.accessibleName(), button.text())


def test_after_the_last_document_the_way_leads_back_to_the_list(qtbot, frame, opened):
    for place in (1, 3, 4):
        opened.canvas.line_activated.emit(place)
    qtbot.keyClick(opened.strip.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.waiting.leave.isVisible())
    opened.waiting.leave.click()
    assert frame.view is not opened


def test_an_engine_is_offered_only_where_it_is_switched_on_and_installed(qtbot, frame, opened, monkeypatch):
    def offered():
        opened.desk._ways_under(opened.card.findChild(QToolButton))
        menu = next(each for each in opened.findChildren(QMenu) if each.isVisible())
        words = [action.text() for action in menu.actions()]
        menu.close()
        return words

    installed = []
    monkeypatch.setattr(region_verbs, "find_spec", lambda name: name if name in installed else None)
    assert "With Tesseract" in offered() and "With EasyOCR" not in offered()
    frame.settings.set("reading.easyocr", "yes")
    assert "With EasyOCR" not in offered()
    installed.append("easyocr")
    assert "With EasyOCR" in offered()
    frame.settings.set("reading.easyocr", "no")
    assert "With EasyOCR" not in offered()
