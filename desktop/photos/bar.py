"""What stands over photos that were found: that a model found them, how far it is, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.asking.foretold import time_text
from desktop.errors import told
from desktop.photos.comparing import Compared
from desktop.photos.sought import Sought
from desktop.style import Theme


class PhotoBar(QFrame):
    """Tells how far what was found can be believed."""

    look_wanted = Signal()
    """The pages that the model has not looked at are to be looked at."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._sought, self._compared = Sought(), Compared()
        self._seconds: float | None = None
        self.mark, self.text = QLabel(self), QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.look, self.stop = QPushButton(self), QPushButton(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self._row = QHBoxLayout()
        self._row.addWidget(self.mark)
        self._row.addWidget(self.text, 1)
        for button in (self.look, self.stop):
            self._row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.bar)
        self.look.clicked.connect(lambda _checked=False: self.look_wanted.emit())
        self.stop.clicked.connect(lambda _checked=False: self.stop_wanted.emit())
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_compared(self, sought: Sought, compared: Compared, seconds: float | None) -> None:
        """Tell of what was found.

        Args:
            sought: What was asked for.
            compared: What came of it.
            seconds: How long it takes to look at the other photos; None if that is not known.
        """
        self._sought, self._compared, self._seconds = sought, compared, seconds
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        found = self._compared
        self.look.setText(self.tr("Look at them"))
        self.look.setAccessibleDescription(self.tr("Have the model look at the photos that it has not seen"))
        self.stop.setText(self.tr("Stop"))
        self.bar.setAccessibleName(self.tr("How many photos were looked at"))
        self.text.setText(" ".join(self._sentences()))
        self.look.setVisible(bool(found.unprepared) and not found.waiting)
        self.stop.setVisible(bool(found.waiting))
        self.bar.setVisible(bool(found.waiting))
        self.bar.setRange(0, max(1, found.prepared + found.unprepared))
        self.bar.setValue(found.prepared)

    def _sentences(self) -> list[str]:
        found = self._compared
        said = [self.tr("A model compared %Ln page(s): the nearest come first.", "", found.prepared)]
        if self._sought.words and found.sightings and not found.standing_out:
            said.append(self.tr("None stands out, so perhaps none shows it."))
        else:
            said.append(self.tr("It can be wrong: look at each."))
        if found.waiting:
            said.append(self.tr("%Ln page(s) are still to be looked at.", "", found.waiting))
        elif found.unprepared:
            said.append(self.tr("%Ln page(s) were not looked at yet.", "", found.unprepared))
            if self._seconds is not None:
                said.append(self.tr("To look at them takes %1.").replace("%1", time_text(self._seconds)))
            if found.refused is not None:
                job = found.refused
                why = told(job.error_code or "error", job.error_message or "", job.error_remedy or "")
                said.append(f"{why.what} {why.remedy}".strip())
        return said

    def _restyle(self) -> None:
        line = self._theme.line
        self.mark.setPixmap(self._theme.icons.pixmap("warning", line, "doubt"))
        self.mark.setAccessibleName(self.tr("Doubtful"))
        self.mark.setToolTip(self.tr("Doubtful"))
        self._row.setSpacing(line // 2)
        self._column.setContentsMargins(line // 4, 0, 0, line // 4)
        self._column.setSpacing(line // 4)
        self.bar.setFixedHeight(max(4, line // 4))
