"""The sheet of keys (F1): every action that can be done in this window, with its keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import ActionSet, Menu
from desktop.actions.action_set import translated
from desktop.style import Theme


class KeysSheet(QDialog):
    """Shows the keys by the parts of the menu."""

    def __init__(self, actions: ActionSet, theme: Theme, parent: QWidget) -> None:
        """Show the keys as they are now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        line = theme.line
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(line * 2)
        grid.setColumnStretch(0, 1)
        for part in Menu:
            names = [name for name in actions.of_menu(part) if actions.handled(name) and actions.keys(name)]
            if names:
                heading = QLabel(f"<b>{translated(part)}</b>", inner)
                heading.setContentsMargins(0, line // 2, 0, 0)
                grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for name in names:
                row = grid.rowCount()
                shown = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in actions.keys(name)]
                grid.addWidget(QLabel(actions.text(name), inner), row, 0)
                keys = QLabel("\u2066" + ", ".join(shown) + "\u2069", inner)
                keys.setProperty("kind", "muted")
                grid.addWidget(keys, row, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setProperty("kind", "text")
        area.setWidget(inner)
        area.setAccessibleName(self.tr("Keys"))
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        box = QDialogButtonBox(self)
        box.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(box)
        room = parent.window().size()
        self.resize(min(line * 26, room.width()), min(line * 30, room.height()))
