"""What a person is told before an export: it warns and never forbids."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop.export.work import Findings
from desktop.style import Theme
from engine.export import Existing


class Note(QFrame):
    """A sentence with a mark before it."""

    def __init__(self, theme: Theme, icon: str, colour: str, parent: QWidget) -> None:
        """Be hidden until there is something to say."""
        super().__init__(parent)
        self._theme, self._icon, self._colour = theme, icon, colour
        self._mark, self.words = QLabel(self), QLabel(self)
        self.words.setWordWrap(True)
        self.column = QVBoxLayout()
        self.column.addWidget(self.words)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addLayout(self.column, 1)
        self.hide()
        theme.changed.connect(self._restyle)
        self._restyle()

    def tell(self, words: str) -> None:
        """Say something; nothing hides it."""
        self.words.setText(words)
        self.setVisible(bool(words))

    def _restyle(self) -> None:
        line, colours = self._theme.line, self._theme.colours
        size = QSize(line, line)
        self._mark.setPixmap(self._theme.icons.pixmap(self._icon, size.width(), self._colour))
        self._row.setContentsMargins(line // 2, line // 3, line // 2, line // 3)
        self.setObjectName("note")
        self.setStyleSheet(
            f"#note {{ background: {getattr(colours, self._colour + '_ground')}; border: 0;"
            f" border-radius: {max(4, line // 3)}px; }}"
        )


class FindingsNote(Note):
    """Tells of lines that nobody checked, and of pages that are not read."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(theme, "warning", "doubt", parent)
        self._found = Findings()

    def show_findings(self, found: Findings) -> None:
        """Say what was found."""
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        found, sentences = self._found, []
        if found.doubtful:
            lines = self.tr("%Ln doubtful line(s) were not checked.", "", found.doubtful)
            as_read = self.tr("They are exported as they were read.")
            sentences.append(f"{lines} {as_read}")
        if found.unread:
            sentences.append(self.tr("%Ln page(s) are not read yet and are left out.", "", found.unread))
        self.tell("\n".join(sentences))


class ExistingNote(Note):
    """Tells of files that are there already, and asks what to do about them."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Say nothing yet; keeping both is chosen."""
        super().__init__(theme, "info", "doubt", parent)
        self._count = 0
        self.keep, self.replace = QRadioButton(self), QRadioButton(self)
        self._group = QButtonGroup(self)
        for button in (self.keep, self.replace):
            self._group.addButton(button)
            self.column.addWidget(button)
            button.clicked.connect(lambda _checked=False: self.chosen.emit())
        self.keep.setChecked(True)
        self.retranslate()

    @property
    def existing(self) -> Existing:
        """What shall be done about files that are there."""
        return Existing.REPLACE if self.replace.isChecked() else Existing.NUMBER

    def show_count(self, count: int) -> None:
        """Say how many are there."""
        self._count = count
        if not count:
            self.keep.setChecked(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.keep.setText(self.tr("Keep both: give the new file a number"))
        self.replace.setText(self.tr("Replace what is there"))
        there = self.tr("%Ln file(s) of these names are there already.", "", self._count)
        self.tell(there if self._count else "")
