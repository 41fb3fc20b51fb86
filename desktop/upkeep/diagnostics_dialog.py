"""Diagnostics, shown in full before a person decides whether they are saved."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.style import Theme
from desktop.texts import error_text
from engine.diagnostics.writing import write_bundle
from engine.errors import SandukuError
from engine.language import isolate


class DiagnosticsDialog(QDialog):
    """Shows a bundle, and saves exactly that."""

    def __init__(self, bundle: dict[str, Any], text: str, theme: Theme, parent: QWidget) -> None:
        """Show a bundle.

        Args:
            bundle: What ``engine.diagnostics`` gathered.
            text: The same, as a person reads it.
            theme: The look.
            parent: Over which it opens.
        """
        super().__init__(parent)
        self._bundle = bundle
        self.setWindowTitle(self.tr("Diagnostics"))
        lead = QLabel(
            self.tr(
                "This is all that would be saved: versions, figures and kinds of errors. There is no text of"
                " a document in it, no name of a file, a person or a team."
            ),
            self,
        )
        self.text = QPlainTextEdit(text, self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(self.tr("All that would be saved"))
        # It is English and made of figures, whatever the language of the window is.
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        way = self.text.document().defaultTextOption()
        way.setTextDirection(Qt.LayoutDirection.LeftToRight)
        way.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.text.document().setDefaultTextOption(way)
        self.outcome = QLabel(self)
        for label in (lead, self.outcome):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.hide()
        self.cancel, self.save = QPushButton(self.tr("Close"), self), QPushButton(self.tr("Save…"), self)
        self.cancel.setAutoDefault(False)
        self.save.setProperty("kind", "main")
        self.save.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(lambda _checked=False: self._ask_file())
        line = theme.line
        column = QVBoxLayout(self)
        column.setContentsMargins(line, line, line, line)
        column.setSpacing(line // 2)
        column.addWidget(lead)
        column.addWidget(self.text, 1)
        column.addWidget(self.outcome)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(self.cancel)
        feet.addWidget(self.save)
        column.addLayout(feet)
        room = parent.window().size()
        self.resize(QSize(line * 34, line * 30).boundedTo(room - QSize(line * 2, line * 2)))
        self.text.setFocus()

    def save_as(self, path: Path) -> None:
        """Save what is shown."""
        try:
            write_bundle(self._bundle, path)
        except SandukuError as error:
            words = error_text(error)
        else:
            words = self.tr("Saved as %1.").replace("%1", isolate(str(path)))
        self.outcome.setText(words)
        self.outcome.show()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Where shall it be saved?"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile("sanduku-diagnostics.zip")
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
