"""The field for a file name template, with a menu of what it can hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from desktop.style import Theme
from engine.export import PLACEHOLDERS


class NamesField(QWidget):
    """How the files are called; what stands in braces is filled in for each."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Begin with an empty template."""
        super().__init__(parent)
        self.field, self.insert = QLineEdit(self), QPushButton(self)
        self._menu = QMenu(self)
        self.insert.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.line // 3)
        row.addWidget(self.field, 1)
        row.addWidget(self.insert)
        self.field.textChanged.connect(lambda _text: self.changed.emit())
        self.setFocusProxy(self.field)
        self.retranslate()

    @property
    def template(self) -> str:
        """What is typed."""
        return self.field.text().strip()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.field.setAccessibleName(self.tr("File names"))
        self.insert.setText(self.tr("Insert"))
        self.insert.setToolTip(self.tr("Put something that differs from file to file into the name"))
        self._menu.clear()
        words = {
            "name": self.tr("Name of the document"),
            "number": self.tr("Number, counted from 1"),
            "date": self.tr("Date of today"),
            "added": self.tr("Date on which it was added"),
            "language": self.tr("Language"),
            "id": self.tr("Its identity in the library"),
        }
        for name in sorted(PLACEHOLDERS, key=list(words).index):
            action = self._menu.addAction(words[name])
            action.triggered.connect(lambda _checked=False, name=name: self._put(name))

    def _put(self, name: str) -> None:
        self.field.insert("{" + name + "}")
        self.field.setFocus()
