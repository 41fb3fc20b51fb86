"""Documents are exported from the dialog: what will be written is told before, and nothing is lost."""

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QWidget

from desktop.export.dialog import ExportDialog
from desktop.export.exporting import Exporting
from desktop.export.formats import formats_in_order, words_of
from engine.export import FORMATS, ExportFormat
from tests.desktop.elsewhere import with_library


@pytest.fixture
def open_dialog(qtbot, door, images, theme, choices, translation, ids, tmp_path):
    """Opens the dialog over all documents, with an empty folder of its own."""
    opened = []

    def make(documents=None, folder: Path = tmp_path / "out") -> ExportDialog:
        dialog = ExportDialog(
            documents or ids, Exporting(door), images, theme, choices, None, doubt_threshold=0.9
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        opened.append(dialog)
        dialog.form.folder.setText(str(folder))
        dialog.show()
        return dialog

    yield make
    for dialog in opened:
        dialog.give_up()
        dialog.deleteLater()


def listed(dialog: ExportDialog) -> list[str]:
    files: QListWidget = dialog.form.files
    return [files.item(at).text().strip("\u2068\u2069") for at in range(files.count())]


def choose(qtbot, dialog: ExportDialog, name: str) -> None:
    dialog.form.formats.cards[name].click()
    qtbot.waitUntil(dialog.form.go.isEnabled)


def export(qtbot, dialog: ExportDialog) -> list[Path]:
    with qtbot.waitSignal(dialog.exported) as signal:
        dialog.form.go.click()
    return signal.args[0]


@pytest.mark.parametrize("name", [each.name for each in FORMATS])
def test_every_format_of_the_engine_can_be_exported(qtbot, open_dialog, tmp_path, name):
    dialog = open_dialog()
    choose(qtbot, dialog, name)
    promised = listed(dialog)
    written = export(qtbot, dialog)
    assert [path.name for path in written] == promised
    assert all(path.stat().st_size and path.parent == tmp_path / "out" for path in written)


def test_a_new_format_appears_with_the_engines_words(monkeypatch):
    new = ExportFormat("odt", ".odt", "For writers.", lambda _documents, _stream: None, True)
    monkeypatch.setattr("desktop.export.formats.FORMATS", (new, *FORMATS))
    assert formats_in_order()[-1] is new
    assert words_of(new).good_for == "For writers."


def test_names_that_come_out_the_same_are_numbered_and_reserved_ones_made_safe(qtbot, open_dialog):
    dialog = open_dialog()
    choose(qtbot, dialog, "txt")
    assert listed(dialog) == ["form.txt", "form (2).txt", "letter.txt"]
    dialog.form.names.field.setText("con")
    qtbot.waitUntil(lambda: listed(dialog) == ["_con.txt", "_con (2).txt", "_con (3).txt"])


def test_names_are_made_of_what_a_person_inserts(qtbot, open_dialog, ids):
    dialog = open_dialog(ids[:1])
    choose(qtbot, dialog, "txt")
    dialog.form.names.field.setText("{number} {language} {name}")
    qtbot.waitUntil(lambda: listed(dialog) == ["1 en form.txt"])
    dialog.form.names.field.setText("{nonsense}")
    qtbot.waitUntil(lambda: dialog.form.trouble.isVisible())
    assert not dialog.form.go.isEnabled()


def test_a_table_holds_all_documents_or_each_its_own(qtbot, open_dialog):
    dialog = open_dialog()
    choose(qtbot, dialog, "csv")
    assert len(listed(dialog)) == 1 and listed(dialog)[0].startswith("Sanduku 20")
    dialog.form.separate.click()
    qtbot.waitUntil(lambda: listed(dialog) == ["form.csv", "form (2).csv", "letter.csv"])


def test_files_that_are_there_are_told_and_kept_unless_a_person_says_otherwise(qtbot, open_dialog, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    dialog = open_dialog()
    choose(qtbot, dialog, "txt")
    qtbot.waitUntil(dialog.form.existing.isVisible)
    assert "letter (2).txt" in listed(dialog)
    export(qtbot, dialog)
    assert (folder / "letter.txt").read_text() == "mine"
    again = open_dialog()
    choose(qtbot, again, "txt")
    again.form.existing.replace.click()
    qtbot.waitUntil(lambda: any("replaces" in name for name in listed(again)))
    export(qtbot, again)
    assert "Text of letter.jpg" in (folder / "letter.txt").read_text()


def test_lines_that_nobody_checked_are_told_and_forbid_nothing(qtbot, open_dialog):
    dialog = open_dialog()
    qtbot.waitUntil(dialog.form.findings.isVisible)
    assert dialog.form.findings.words.text().startswith("3 doubtful lines were not checked.")
    choose(qtbot, dialog, "txt")
    assert len(export(qtbot, dialog)) == 3


def test_a_folder_that_cannot_be_written_to_is_told_and_another_can_be_chosen(qtbot, open_dialog, tmp_path):
    (tmp_path / "file").write_text("no folder")
    dialog = open_dialog(folder=tmp_path / "file" / "below")
    choose(qtbot, dialog, "txt")
    dialog.form.go.click()
    qtbot.waitUntil(dialog.form.trouble.isVisible)
    assert "Choose a folder" in dialog.form.trouble.words.text()
    dialog.form.folder.setText(str(tmp_path / "better"))
    qtbot.waitUntil(lambda: dialog.form.go.isEnabled() and not dialog.form.trouble.isVisible())
    assert len(export(qtbot, dialog)) == 3


def test_a_full_disk_is_told_and_leaves_no_half_file(qtbot, open_dialog, tmp_path, monkeypatch):
    def no_room(_descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    dialog = open_dialog()
    choose(qtbot, dialog, "txt")
    monkeypatch.setattr("engine.export.files.os.fsync", no_room)
    dialog.form.go.click()
    qtbot.waitUntil(dialog.form.trouble.isVisible)
    assert "Free some space" in dialog.form.trouble.words.text()
    assert list((tmp_path / "out").iterdir()) == []


def test_stopping_keeps_what_was_finished(qtbot, open_dialog, monkeypatch):
    dialog = open_dialog()
    choose(qtbot, dialog, "txt")
    monkeypatch.setattr(dialog._exporting._stop, "clear", dialog._exporting._stop.set)
    dialog.form.go.click()
    qtbot.waitUntil(dialog.form.trouble.isVisible)
    assert "stopped" in dialog.form.trouble.words.text()
    assert dialog.isVisible()


@pytest.mark.parametrize(("name", "shown"), [("txt", "text"), ("xlsx", "table"), ("pdf", "page")])
def test_the_beginning_of_a_file_is_shown(qtbot, open_dialog, name, shown):
    dialog = open_dialog()
    preview = dialog.form.preview
    choose(qtbot, dialog, name)
    dialog.form.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: preview.currentWidget() is getattr(preview, shown))
    if shown == "text":
        qtbot.waitUntil(lambda: "Text of form" in preview.text.toPlainText())
    elif shown == "table":
        assert preview.table.item(0, 2).text().startswith("Text of form")
    else:
        qtbot.waitUntil(lambda: not preview.page.pixmap().isNull())


def test_format_folder_and_names_are_remembered(qtbot, open_dialog, tmp_path):
    first = open_dialog()
    choose(qtbot, first, "md")
    first.form.names.field.setText("{name} {number}")
    qtbot.waitUntil(lambda: listed(first)[0] == "form 1.md")
    export(qtbot, first)
    second = open_dialog()
    assert second.form.formats.current == "md"
    assert second.form.names.template == "{name} {number}"


def test_documents_that_are_gone_are_told(qtbot, open_dialog, door, ids):
    dialog = open_dialog(ids[:1])
    choose(qtbot, dialog, "txt")
    with_library(door, lambda library: (library.trash.put(ids[0]), library.trash.purge(ids[0])))
    dialog.form.go.click()
    qtbot.waitUntil(dialog.form.trouble.isVisible)
    assert "not in the library any more" in dialog.form.trouble.words.text()


def test_arrow_keys_choose_the_format(qtbot, open_dialog):
    dialog = open_dialog()
    names = list(dialog.form.formats.cards)
    dialog.form.formats.cards[names[0]].click()
    qtbot.keyClick(dialog.form.formats.cards[names[0]], Qt.Key.Key_Down)
    assert dialog.form.formats.current == names[1]


@pytest.mark.parametrize("scale", [100, 200])
def test_every_control_has_a_name_and_the_dialog_fits(qtbot, open_dialog, theme, choices, scale):
    theme.apply(choices.theme, scale)
    dialog = open_dialog()
    nameless = [
        each
        for each in dialog.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QLineEdit)
        and each.isVisibleTo(dialog)
        and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ]
    assert [each for each in nameless if not isinstance(each.parent(), QLineEdit)] == []
    assert dialog.minimumSizeHint().width() <= 1024 and dialog.minimumSizeHint().height() <= 640
