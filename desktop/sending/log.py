"""The page "Connections": every use of the network, so that anybody can see that there was no other."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.access import LibraryAccess
from desktop.errors import told
from desktop.sending.wide_table import WideTable
from desktop.sending.words import moment_text, size_text
from desktop.style import Theme
from engine.language import isolate
from engine.library.network_log import LoggedConnection

MOST = 200


class LogPage(QWidget):
    """A table of connections, the latest first."""

    def __init__(self, access: LibraryAccess, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._access, self._theme = access, theme
        self._found: list[LoggedConnection] = []
        self.lead, self.table = QLabel(self), WideTable(5, theme, self)
        self.lead.setWordWrap(True)
        self.lead.setProperty("kind", "muted")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.lead)
        self._column.addWidget(self.table, 1)
        theme.changed.connect(self._restyle)
        self.setFocusProxy(self.table)
        self._restyle()
        self.retranslate()

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Connections")

    def shown(self) -> None:
        """Look what there was."""
        self._access.ask(
            lambda library: library.exchange.network_log.latest(limit=MOST),
            self._take,
            replaces="log",
            owner=self,
        )

    def retranslate(self) -> None:
        """Take the words anew."""
        self.table.setAccessibleName(self.title())
        self.table.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("With"), self.tr("What for"), self.tr("Data"), self.tr("Outcome")]
        )
        self._take(self._found)

    def _take(self, found: list[LoggedConnection]) -> None:
        self._found = found
        purposes = {
            "sync": self.tr("Sending"),
            "join": self.tr("Joining the team"),
            "fetch": self.tr("Fetching files"),
            "look": self.tr("Looking whether the network is there"),
        }
        self.lead.setText(
            self.tr("Every use of the network that Sanduku has made. There is no other.")
            if found
            else self.tr("Sanduku has not used the network. Every use of it will stand here.")
        )
        self.table.setRowCount(len(found))
        for row, each in enumerate(found):
            purpose = purposes.get(each.purpose, each.purpose)
            if each.asked_by == "program":
                purpose = self.tr("%1, by itself").replace("%1", purpose)
            cells = (
                moment_text(each.at),
                isolate(each.host),
                purpose,
                size_text(each.bytes_sent + each.bytes_received),
                self._outcome(each.outcome),
            )
            for column, text in enumerate(cells):
                self.table.put(row, column, text)
        self.table.resizeRowsToContents()

    def _outcome(self, code: str) -> str:
        match code:
            case "done":
                return self.tr("Done")
            case "begun":
                return self.tr("Under way")
            case "interrupted":
                return self.tr("Cut off")
            case "stopped" | "cancelled":
                return self.tr("Stopped")
            case _:
                return told(code, "").what or code

    def _restyle(self) -> None:
        line = self._theme.line
        self._column.setContentsMargins(line, line, line, line)
        self._column.setSpacing(line // 2)
