"""What is being read at this moment: a few rows, each with how long it has taken and a button to stop it."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.queue import telling
from desktop.queue.state import Running
from desktop.style import Theme
from desktop.texts import name_text

MOST = 6
SECOND = 1000
_MIDDLE = Qt.TextElideMode.ElideMiddle


class NowRow(QWidget):
    """One page that is being read."""

    stop = Signal(int)
    """Number of the job."""

    def __init__(self, row: Running, theme: Theme, parent: QWidget) -> None:
        """Show a page."""
        super().__init__(parent)
        self.row = row
        self._theme = theme
        self._mark, self.name, self.state, self.button = (
            QLabel(self),
            QLabel(self),
            QLabel(self),
            QToolButton(self),
        )
        self.state.setProperty("kind", "muted")
        self.button.setProperty("kind", "plain")
        for label in (self.name, self.state):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.name)
        lines.addWidget(self.state)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.line // 2, 0, 0, 0)
        whole.addWidget(self._mark)
        whole.addLayout(lines, 1)
        whole.addWidget(self.button)
        self.button.clicked.connect(lambda _checked=False: self.stop.emit(self.row.job))
        self.restyle()
        self.tell()

    def set_row(self, row: Running) -> None:
        """Show how the page stands now."""
        self.row = row
        self.tell()

    def tell(self) -> None:
        """Say how long it has taken by now."""
        name, state = telling.running(self.row, datetime.now(UTC))
        shown = self.name.fontMetrics().elidedText(name, _MIDDLE, max(1, self.name.width()))
        self.name.setText(name_text(shown, right_to_left=self.isRightToLeft()))
        self.name.setToolTip(name)
        self.state.setText(state)
        self.state.setToolTip(state)
        self.setAccessibleName(f"{name}, {state}")
        words = self.tr("Do not read this page")
        self.button.setToolTip(words)
        self.button.setAccessibleName(f"{words}: {name}")
        self.button.setEnabled(not self.row.stopping)

    def restyle(self) -> None:
        """Take icons and sizes anew."""
        line = self._theme.line
        self._mark.setPixmap(self._theme.icons.pixmap("speed", line, "link"))
        self.button.setIcon(self._theme.icons.icon("close", "muted"))
        self.button.setIconSize(QSize(line, line))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the name into the room."""
        super().resizeEvent(event)
        self.tell()


class Now(QWidget):
    """All pages that are being read."""

    stop = Signal(int)
    """Number of the job that a person does not want read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[int, NowRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._clock = QTimer(self, interval=SECOND)
        self._clock.timeout.connect(self.retranslate)
        theme.changed.connect(self._restyle)

    def set_rows(self, rows: Sequence[Running]) -> None:
        """Show what is being read."""
        wanted = {row.job: row for row in rows[:MOST]}
        for job in [job for job in self.rows if job not in wanted]:
            gone = self.rows.pop(job)
            gone.hide()
            self._column.removeWidget(gone)
            gone.deleteLater()
        for job, row in wanted.items():
            if job in self.rows:
                self.rows[job].set_row(row)
            else:
                self.rows[job] = NowRow(row, self._theme, self)
                self.rows[job].stop.connect(self.stop)
                self._column.addWidget(self.rows[job])
        self.setVisible(bool(wanted))
        if wanted:
            self._clock.start()
        else:
            self._clock.stop()

    def retranslate(self) -> None:
        """Take the words anew."""
        for row in self.rows.values():
            row.tell()

    def _restyle(self) -> None:
        for row in self.rows.values():
            row.restyle()
