"""One setting: what it is called, its field, a way back to its default, and a sentence of help."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.style import Theme

WORDS = 11
"""Room that the words of a row need beside the field, in lines' heights."""


class Row(QWidget):
    """A label, a field at the other end of the line, and help below."""

    def __init__(
        self, field: QWidget, theme: Theme, parent: QWidget, *, reset: Callable[[], object] | None = None
    ) -> None:
        """Put a field into a row.

        Args:
            field: By which the setting is changed.
            theme: Gives icons and sizes.
            parent: Qt's owner.
            reset: Puts the setting back to its default; None where there is none.
        """
        super().__init__(parent)
        self._theme, self.field = theme, field
        self.label, self.help, self.reset = QLabel(self), QLabel(self), QToolButton(self)
        self.label.setWordWrap(True)
        self.label.setBuddy(field)
        self.help.setWordWrap(True)
        self.help.setProperty("kind", "muted")
        self.reset.setProperty("kind", "plain")
        self.reset.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reset.hide()
        if reset is not None:
            self.reset.clicked.connect(lambda _checked=False: reset())
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout()
        self._column.addStretch(1)
        self._column.addWidget(self.label)
        self._column.addWidget(self.help)
        self._column.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addLayout(self._column, 1)
        self._line.addWidget(field)
        self._line.addWidget(self.reset)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_words(self, label: str, help_text: str) -> None:
        """Set what it says."""
        self.label.setText(label)
        self.help.setText(help_text)
        self.help.setVisible(bool(help_text))
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(help_text)
        back = self.tr("Reset “%1”").replace("%1", label)
        self.reset.setAccessibleName(back)
        self.reset.setToolTip(self.tr("Back to how it was at first"))

    def set_changed(self, *, changed: bool) -> None:
        """Offer the way back where the value is not the default."""
        if self.reset.hasFocus() and not changed:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reset.setVisible(changed)

    def matches(self, words: str) -> bool:
        """Return whether all of some words occur in what it says."""
        said = f"{self.label.text()} {self.help.text()}".casefold()
        return all(word in said for word in words.casefold().split())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the field below its words where there is no room beside them."""
        super().resizeEvent(event)
        self._place_field()

    def _place_field(self) -> None:
        beside = self.width() - self.field.sizeHint().width() >= WORDS * self._theme.line
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def _restyle(self) -> None:
        line = self._theme.line
        self.reset.setIcon(self._theme.icons.icon("undo", "muted"))
        self.reset.setIconSize(QSize(line, line))
        self._line.setSpacing(line // 2)
        self._column.setSpacing(line // 6)
        self._place_field()
