"""Shows which files could not be added, why, and what to do about each."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QPushButton, QVBoxLayout, QWidget

from desktop.access import BatchReport
from desktop.style import Theme
from desktop.texts import error_text
from engine.language import isolate


class Refusals(QDialog):
    """One line for each file that was refused."""

    def __init__(self, report: BatchReport, theme: Theme, parent: QWidget) -> None:
        """Show what a batch refused."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Files that could not be added"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setProperty("kind", "text")
        self.list.setWordWrap(True)
        self.list.setSpacing(theme.line // 4)
        for each in report.refused:
            text = error_text(each.error)
            self.list.addItem(text if each.name in text else f"{isolate(each.name)}: {text}")
        for name in report.left:
            self.list.addItem(self.tr("%1: did not get in.").replace("%1", isolate(name)))
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        box = QDialogButtonBox(self)
        box.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(box)
        self.resize(QSize(theme.line * 32, theme.line * 18).boundedTo(parent.window().size()))
