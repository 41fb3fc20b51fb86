"""The history of the page or of the chosen line, and giving a line back what it read before."""

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.access import LibraryAccess
from desktop.check.history import Entry, line_history, page_history
from desktop.check.history_delegate import EntryRole, HistoryDelegate
from desktop.check.history_words import entry_sentence, entry_who
from desktop.check.page_in_hand import PageInHand
from desktop.style import Theme

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """The entries, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these."""
        if entries != self.entries:
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the sentence, who and when, or the entry."""
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        moment = QDateTime.fromMSecsSinceEpoch(round(entry.seconds * 1000))
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        who = f"{entry_who(entry)} · {when}"
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry_sentence(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{who}. {entry_sentence(entry)} {entry.after}"
            case EntryRole.ENTRY:
                return entry
            case EntryRole.WHO:
                return who
        return None


class HistoryPanel(QWidget):
    """Shows the history while it is in sight."""

    restore_wanted = Signal(object)
    """An :class:`Entry` whose version is wanted back."""

    def __init__(
        self, access: LibraryAccess, hand: PageInHand, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show the history of what is in hand.

        Args:
            access: Asked for it.
            hand: What is checked.
            theme: Gives colours and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._hand, self._theme = access, hand, theme
        self.model = HistoryModel(self)
        self.about = QComboBox(self)
        self.about.addItems(["", ""])
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HistoryDelegate(theme, self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restore = QPushButton(self)
        self.restore.clicked.connect(self._restore)
        self._nothing = QLabel(self)
        self._nothing.setProperty("kind", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.about)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._nothing, 1)
        self._column.addWidget(self.restore)
        self.about.currentIndexChanged.connect(lambda _index: self.follow())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.model.modelReset.connect(self._chosen)
        for signal in (hand.lines_changed, hand.page_opened, hand.document_changed):
            signal.connect(self.follow)
        hand.current_changed.connect(lambda: self.follow() if self.about.currentIndex() else None)
        theme.changed.connect(self._restyle)
        self._restyle()

    def follow(self) -> None:
        """Ask anew, if it is in sight."""
        if not self.isVisible():
            return
        page, row = self._hand.page, self._hand.row
        if page is None or (self.about.currentIndex() == 1 and (row is None or row.is_new)):
            self.model.show_entries(())
            return
        page_id, line_id = page.page.id, row.id if row and self.about.currentIndex() == 1 else None
        self._access.ask(
            lambda library: (
                page_history(library, page_id) if line_id is None else line_history(library, page_id, line_id)
            ),
            self.model.show_entries,
            lambda _error: self.model.show_entries(()),  # gone meanwhile, which the view itself tells
            replaces=f"check-history/{id(self)}",
            owner=self,
        )

    def showEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Catch up with what happened while it was out of sight."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.follow()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.about.setItemText(0, self.tr("The whole page"))
        self.about.setItemText(1, self.tr("The chosen line"))
        self.about.setAccessibleName(self.tr("Whose history"))
        self.list.setAccessibleName(self.tr("History, the latest first"))
        self._nothing.setText(self.tr("Nothing has happened here yet."))
        self._chosen()
        self.list.viewport().update()

    @property
    def chosen(self) -> Entry | None:
        """The entry that is chosen."""
        index = self.list.currentIndex()
        return self.model.entries[index.row()] if index.isValid() else None

    def _chosen(self) -> None:
        entry = self.chosen
        self.restore.setEnabled(entry is not None and bool(entry.restores))
        undo = entry is not None and entry.restores == "undo"
        self.restore.setText(self.tr("Bring the line back") if undo else self.tr("Restore this version"))
        self.list.setVisible(bool(self.model.entries))
        self._nothing.setVisible(not self.model.entries)

    def _restore(self) -> None:
        entry = self.chosen
        if entry is not None and entry.restores:
            self.restore_wanted.emit(entry)

    def _restyle(self) -> None:
        line = self._theme.line
        self._column.setContentsMargins(line // 2, line // 2, line // 2, line // 2)
        self._column.setSpacing(line // 3)
        self.list.scheduleDelayedItemsLayout()
