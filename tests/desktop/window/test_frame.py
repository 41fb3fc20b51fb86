import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from desktop.access import LibraryDoor
from desktop.views import HOME, VIEWS
from desktop.window.frame import Frame
from desktop.window.keys_sheet import KeysSheet
from engine.errors import DiskFullError
from engine.library import Protection, create_library
from engine.settings import Settings
from tests.desktop.elsewhere import elsewhere, with_library


def drop(frame, data):
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    frame.dropEvent(event)


def controls(widget):
    return [
        each
        for each in widget.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QLineEdit) and each.isVisibleTo(widget)
    ]


def test_files_that_are_dropped_are_added_and_told(qtbot, frame, small_samples, door):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in small_samples])
    with qtbot.waitSignal(frame.importing.finished):
        drop(frame, data)
    assert frame.toasts.current.words.text() == "2 documents added."
    assert with_library(door, lambda library: library.documents.count()) == 2


def test_what_is_dropped_twice_is_told_to_be_there(qtbot, frame, small_samples):
    for _ in range(2):
        with qtbot.waitSignal(frame.importing.finished):
            frame.adding.add(small_samples[:1])
    assert frame.toasts.current.words.text() == "1 file was here already."


def test_a_file_that_is_not_there_is_named(qtbot, frame, tmp_path):
    with qtbot.waitSignal(frame.importing.finished):
        frame.adding.add([tmp_path / "pulled out.jpg"])
    words = frame.toasts.current.words.text()
    assert "pulled out.jpg" in words
    assert "no such file" in words


def test_a_picture_without_a_file_is_added(qtbot, frame):
    picture = QImage(200, 100, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    data = QMimeData()
    data.setImageData(picture)
    with qtbot.waitSignal(frame.importing.finished) as end:
        drop(frame, data)
    assert end.args[0].added == 1


def test_pasting_nothing_says_so(frame):
    frame.adding.take(QMimeData())
    assert "no picture" in frame.toasts.current.words.text()


def test_the_numbers_in_the_rail_follow_the_library(qtbot, frame, small_samples):
    frame.adding.add(small_samples)
    inbox = next(button for button in frame.rail.buttons if button.place.name == "inbox")
    qtbot.waitUntil(lambda: inbox.count == 2)
    assert inbox.accessibleName() == "Inbox, 2"


def test_an_error_that_no_view_took_is_shown(frame):
    frame.tell(DiskFullError("The disk is full.", which="a/b/scan.jpg", remedy="Free some space."))
    text = frame.toasts.current.words.text()
    assert "scan.jpg" in text
    assert text.endswith("The disk is full. Free some space.")


def test_every_control_has_an_accessible_name(frame):
    def nameless(widget):
        return [
            each
            for each in controls(widget)
            if not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        ]

    assert nameless(frame) == []
    frame.toasts.show("Done", action="Undo", do=lambda: None)
    assert nameless(frame) == []


def test_tab_reaches_every_control(qtbot, frame):
    frame.activateWindow()
    frame.bar.add.setFocus()
    reached = set()
    for _ in range(60):
        reached.add(QApplication.focusWidget())
        frame.focusNextPrevChild(True)
    wanted = {
        each for each in controls(frame) if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert wanted <= reached
    assert len(wanted) > 4
    # The marks within a field do nothing that its keys do not.
    own = [each for each in controls(frame) if not isinstance(each.parent(), QLineEdit)]
    assert [each for each in own if each.focusPolicy() == Qt.FocusPolicy.NoFocus] == []


def test_f6_goes_around_the_parts_of_the_window(frame):
    frame.bar.add.setFocus()
    parts = []
    for _ in range(3):
        frame.actions_set["go.next-part"].trigger()
        focus = frame.focusWidget()
        parts.append(
            next(name for name in ("rail", "stack", "bar") if getattr(frame, name).isAncestorOf(focus))
        )
    assert parts == ["rail", "stack", "bar"]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scale", [100, 200])
def test_the_window_fits_into_1024_by_640(qtbot, frame, theme, translation, choices, language, scale):
    translation.use(language)
    theme.apply(choices.theme, scale)
    assert frame.minimumSizeHint().width() <= 1024
    assert frame.minimumSizeHint().height() <= 640


def test_the_drawer_is_as_wide_as_it_was_left(qtbot, frame, door, theme, choices):
    frame.show_drawer()
    qtbot.wait(1)
    room = sum(frame.middle.sizes())
    frame.middle.setSizes([room - 420, 420])
    frame.toggle_drawer()
    made = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False)
    made.resize(frame.size())
    made.show()
    made.show_drawer()
    qtbot.waitUntil(lambda: made.middle.sizes()[1] == 420)
    made.close_all()
    made.deleteLater()


def test_the_rail_keeps_to_icons_where_there_is_no_room(frame, theme):
    frame.resize(theme.line * 50, 600)
    assert all(b.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly for b in frame.rail.buttons)
    frame.resize(theme.line * 80, 600)
    assert frame.rail.buttons[0].toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_the_language_switches_while_the_window_is_open(qtbot, frame, translation):
    translation.use("fr")
    qtbot.wait(1)
    assert frame.bar.add.text().strip() == "Ajouter"
    assert frame.rail.buttons[0].accessibleName() == "Boîte de réception"
    assert frame.view.title() == "Boîte de réception"


def test_the_sheet_of_keys_names_what_can_be_done(qtbot, frame, theme):
    sheet = KeysSheet(frame.actions_set, theme, frame)
    texts = [label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")]
    assert any("Ctrl+O" in text for text in texts)
    unheard = [name for name in frame.actions_set.specs if not frame.actions_set.handled(name)]
    assert unheard and not {frame.actions_set.text(name) for name in unheard} & set(texts)
    sheet.close()


def test_a_closed_frame_holds_nothing_decrypted(qtbot, door, theme, choices, small_samples):
    made = Frame(door, VIEWS, HOME, theme=theme, choices=choices, reads=False)
    sha = with_library(door, lambda library: library.files.put(small_samples[0]))
    made.images.fetch(sha, lambda _image: None)
    qtbot.waitUntil(lambda: made.images.kept(sha) is not None)
    made.close_all()
    assert made.images.kept(sha) is None
    assert made.access.ask(lambda library: library.documents.count()).cancelled
    made.deleteLater()


def test_a_library_without_a_key_is_not_offered_to_be_locked(places, frame, theme, choices):
    def make():
        folder = places.library.parent / "in the clear"
        with create_library(folder, protection=Protection(encrypted=False, keyring=False)).library:
            return LibraryDoor(folder, None, Settings())

    made = Frame(elsewhere(make), VIEWS, HOME, theme=theme, choices=choices, reads=False)
    assert frame.actions_set["window.lock"].isVisible()
    assert not made.actions_set["window.lock"].isVisible()
    made.close_all()
    made.deleteLater()


def test_the_view_for_checking_is_made_before_somebody_opens_it(qtbot, frame):
    in_front = frame.stack.currentWidget()
    assert frame.stack.count() == 1
    qtbot.waitUntil(lambda: frame.stack.count() == 2)
    made = next(frame.stack.widget(at) for at in range(2) if frame.stack.widget(at) is not in_front)
    assert frame.stack.currentWidget() is in_front
    frame.open_view("check", None)
    assert frame.view is made


def test_a_closed_frame_makes_no_more_views(frame):
    assert frame._ahead.isActive()
    frame.close_all()
    assert not frame._ahead.isActive()
