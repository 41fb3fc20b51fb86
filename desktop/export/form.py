"""The fields of the export dialog and their places; it decides nothing."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.access import ImageStore
from desktop.export.formats import formats_in_order, words_of
from desktop.export.names_field import NamesField
from desktop.export.notes import ExistingNote, FindingsNote, Note
from desktop.export.preview import PreviewPane
from desktop.export.work import Step
from desktop.style import Theme
from desktop.window.choice_card import ChoiceCards
from engine.export import find_format
from engine.language import isolate


class ExportForm(QWidget):
    """Formats at one side; folder, names, notes, list and preview at the other; buttons below."""

    def __init__(self, images: ImageStore, theme: Theme, dialog: QDialog) -> None:
        """Fill a dialog with the fields."""
        super().__init__(dialog)
        self._theme = theme
        self.formats = ChoiceCards(
            theme,
            [(each.name, words_of(each).icon) for each in formats_in_order()],
            lambda name: (words_of(find_format(name)).title, words_of(find_format(name)).good_for),
            self,
        )
        self.folder, self.choose = QLineEdit(self), QPushButton(self)
        self.names = NamesField(theme, self)
        self.separate = QCheckBox(self)
        self.findings, self.existing = FindingsNote(theme, self), ExistingNote(theme, self)
        self.trouble = Note(theme, "problem", "wrong", self)
        self.files, self.preview, self.tabs = QListWidget(self), PreviewPane(images, theme), Tabs(self)
        self.files.setProperty("kind", "text")
        self.tabs.addTab(self.files, "")
        self.tabs.addTab(self.preview, "")
        self.progress, self.step = QProgressBar(self), QLabel(self)
        self.progress.setTextVisible(False)
        self.stop, self.go = QPushButton(self), QPushButton(self)
        self.go.setProperty("kind", "main")
        self.go.setDefault(True)
        for button in (self.choose, self.stop, self.names.insert):
            button.setAutoDefault(False)
        self._format_title, self._folder_title, self._names_title = QLabel(self), QLabel(self), QLabel(self)
        self._folder_title.setBuddy(self.folder)
        self._names_title.setBuddy(self.names.field)
        self._lay_out(dialog)
        self.set_busy(busy=False)
        self.retranslate()

    def set_busy(self, *, busy: bool) -> None:
        """Show progress in place of the fields' use while files are being written."""
        for widget in (self.formats, self.folder, self.choose, self.names, self.separate, self.existing):
            widget.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.step.setVisible(busy)
        self.stop.setEnabled(True)
        self.stop.setText(self.tr("Stop") if busy else self.tr("Cancel"))
        if busy:
            self.progress.setRange(0, 0)
            self.step.setText("")

    def show_step(self, step: Step) -> None:
        """Show how far the export is."""
        self.progress.setRange(0, max(1, step.total))
        self.progress.setValue(step.done)
        self.step.setText(isolate(step.document))

    def retranslate(self) -> None:
        """Take the words anew."""
        self._format_title.setText(self.tr("Format"))
        self._folder_title.setText(self.tr("Folder"))
        self._names_title.setText(self.tr("File names"))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.choose.setText(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the folder"))
        self.separate.setText(self.tr("A file for each document"))
        self.tabs.setTabText(0, self.tr("What will be written"))
        self.tabs.setTabText(1, self.tr("Preview"))
        self.files.setAccessibleName(self.tr("What will be written"))
        self.progress.setAccessibleName(self.tr("How far the export is"))
        for each in (self.formats, self.names, self.findings, self.existing, self.preview):
            each.retranslate()
        self.set_busy(busy=not self.formats.isEnabled())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Give the tabs what their pages need at least, which is known now."""
        super().showEvent(event)
        self.tabs.setMinimumHeight(max(self._theme.line * 9, self.tabs.minimumSizeHint().height()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self, dialog: QDialog) -> None:
        line = self._theme.line
        for title in (self._format_title, self._folder_title, self._names_title):
            font = title.font()
            font.setBold(True)
            title.setFont(font)
        left = QVBoxLayout()
        left.setSpacing(line // 3)
        left.addWidget(self._format_title)
        left.addWidget(scrolling(self.formats), 1)
        row = QHBoxLayout()
        row.setSpacing(line // 3)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        fields = QWidget(self)
        right = QVBoxLayout(fields)
        right.setContentsMargins(0, 0, line // 3, 0)
        right.setSpacing(line // 3)
        right.addWidget(self._folder_title)
        right.addLayout(row)
        right.addSpacing(line // 3)
        right.addWidget(self._names_title)
        right.addWidget(self.names)
        for widget in (self.separate, self.findings, self.existing):
            right.addWidget(widget)
        right.addSpacing(line // 3)
        self.tabs.setMinimumHeight(line * 9)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        right.addWidget(self.tabs, 1)
        middle = QHBoxLayout()
        middle.setSpacing(line)
        middle.addLayout(left, 4)
        middle.addWidget(scrolling(fields), 6)
        feet = QHBoxLayout()
        feet.setSpacing(line // 2)
        feet.addWidget(self.step)
        feet.addWidget(self.progress, 1)
        feet.addStretch(1)
        feet.addWidget(self.stop)
        feet.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(middle, 1)
        column.addWidget(self.trouble)
        column.addLayout(feet)
        whole = QVBoxLayout(dialog)
        whole.setContentsMargins(line, line, line, line)
        whole.addWidget(self)


class Tabs(QTabWidget):
    """Tabs that take what room there is, and want no more than they need at least."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least height: a preview would like to have room for a whole page."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


def scrolling(widget: QWidget) -> QScrollArea:
    """Return something that may be higher than there is room for."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
