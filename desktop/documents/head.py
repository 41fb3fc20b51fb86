"""The head of a list: what it shows, how many there are, and how it is narrowed, sorted and shown."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.actions import ActionSet
from desktop.documents.columns import COLUMNS, NAME, heading, number
from desktop.documents.layout import TableLayout
from desktop.documents.listing import Listing
from desktop.documents.query import ListQuery
from desktop.style import Theme
from engine.library import Order


class ListHead(QWidget):
    """Title and numbers on one side, the buttons on the other."""

    order_chosen = Signal(object)
    """An :class:`Order`, or None for what fits best."""

    column_wanted = Signal(str, bool)
    columns_reset = Signal()

    def __init__(
        self,
        actions: ActionSet,
        theme: Theme,
        filters: QMenu,
        query: Callable[[], ListQuery],
        columns: Callable[[], TableLayout],
        parent: QWidget,
    ) -> None:
        """Show the head.

        Args:
            actions: The two ways to show a list, and its details, are actions.
            theme: Gives icons and sizes.
            filters: The menu that narrows.
            query: Returns what the list shows.
            columns: Returns which columns there are.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._actions, self._theme, self._query, self._columns = actions, theme, query, columns
        self.title, self.count = QLabel(self), QLabel(self)
        for label in (self.title, self.count):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count.setProperty("kind", "muted")
        self.filter = self._button(words=True)
        self.filter.setMenu(filters)
        self.sort = self._button(words=True)
        self._sorting = QMenu(self.sort)
        self._sorting.aboutToShow.connect(self._fill_sorting)
        self.sort.setMenu(self._sorting)
        for button in (self.filter, self.sort):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.switches = [
            self._button(action=name) for name in ("list.table", "list.thumbnails", "list.details")
        ]
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.count)
        self._row.addLayout(words, 1)
        for button in (self.filter, self.sort, *self.switches):
            self._row.addWidget(button)
        theme.changed.connect(self._restyle)
        self._restyle()

    def tell(self, title: str, query: ListQuery, listing: Listing | None, chosen: int) -> None:
        """Say what is shown, and how much.

        Args:
            title: What is shown.
            query: What was asked for.
            listing: What was found; None while it is looked for.
            chosen: How many rows are chosen.
        """
        count = self.tr("Looking…") if listing is None else self._counted(query, listing, chosen)
        for label, words in ((self.title, title), (self.count, count)):
            label.setText(words)
            label.setToolTip(words)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.filter.setText(" " + self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setToolTip(self.tr("Show only some of these documents"))
        self.sort.setText(" " + self.tr("Sort"))
        self.sort.setAccessibleName(self.tr("Sort, and choose columns"))
        self.sort.setToolTip(self.tr("Sort, and choose columns"))
        for button in self.switches:
            button.setAccessibleName(self._actions.text(button.defaultAction().objectName()))

    def columns_menu(self, menu: QMenu) -> QMenu:
        """Put the choice of columns into a menu."""
        shown = self._columns().shown
        for place, column in enumerate(COLUMNS):
            if place == NAME:
                continue
            action = menu.addAction(heading(column))
            action.setCheckable(True)
            action.setChecked(column.name in shown)
            action.triggered.connect(
                lambda checked=False, name=column.name: self.column_wanted.emit(name, checked)
            )
        menu.addSeparator()
        reset = menu.addAction(self.tr("The columns as they come"))
        reset.triggered.connect(lambda _checked=False: self.columns_reset.emit())
        return menu

    def _counted(self, query: ListQuery, listing: Listing, chosen: int) -> str:
        if not listing.total:
            return ""
        if chosen > 1:
            words = self.tr("%1 of %2 chosen").replace("%1", number(chosen))
            return words.replace("%2", number(listing.total))
        if query.sought is not None:
            return self.tr("%Ln document(s), the nearest first", "", listing.total)
        if not query.words:
            return self.tr("%Ln document(s)", "", listing.total)
        words = self.tr("%Ln document(s) found", "", listing.total)
        if listing.within_words:
            words = self.tr("%1, within longer words").replace("%1", words)
        if listing.whole and listing.total > len(listing.ids):
            best = self.tr("%1; these are the best %2").replace("%1", words)
            words = best.replace("%2", number(len(listing.ids)))
        return words

    def _fill_sorting(self) -> None:
        menu, query = self._sorting, self._query()
        menu.clear()
        group = QActionGroup(menu)
        now = query.order or (None if query.searches else Order.NEWEST)
        if query.searches:
            self._add_order(menu, group, self.tr("Best match first"), None, now)
        words = self._order_words()
        for column in COLUMNS:
            for order in (column.up, column.down):
                if order is not None:
                    self._add_order(menu, group, words[order], order, now)
        menu.addSeparator()
        self.columns_menu(menu.addMenu(self.tr("Columns")))

    def _add_order(
        self, menu: QMenu, group: QActionGroup, text: str, order: Order | None, now: Order | None
    ) -> None:
        action = QAction(text, group)
        action.setCheckable(True)
        action.setChecked(order == now)
        action.triggered.connect(lambda _checked=False: self.order_chosen.emit(order))
        menu.addAction(action)

    def _order_words(self) -> dict[Order, str]:
        return {
            Order.NAME: self.tr("Name, A to Z"),
            Order.NAME_DESCENDING: self.tr("Name, Z to A"),
            Order.STATUS: self.tr("What needs you first"),
            Order.STATUS_DESCENDING: self.tr("What is done first"),
            Order.LEAST_CONFIDENT: self.tr("Most doubtful first"),
            Order.MOST_CONFIDENT: self.tr("Surest first"),
            Order.FEWEST_PAGES: self.tr("Fewest pages first"),
            Order.MOST_PAGES: self.tr("Most pages first"),
            Order.LANGUAGE: self.tr("Language"),
            Order.LANGUAGE_DESCENDING: self.tr("Language, backwards"),
            Order.TYPE: self.tr("Type"),
            Order.TYPE_DESCENDING: self.tr("Type, backwards"),
            Order.OLDEST: self.tr("Added first"),
            Order.NEWEST: self.tr("Added last"),
            Order.EARLIEST_REVIEW: self.tr("Checked first"),
            Order.LATEST_REVIEW: self.tr("Checked last"),
        }

    def _button(self, *, words: bool = False, action: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "plain")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if action:
            button.setDefaultAction(self._actions[action])
        return button

    def _restyle(self) -> None:
        line, icons, colours = self._theme.line, self._theme.icons, self._theme.colours
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setBold(True)
        self.title.setFont(font)
        self._row.setSpacing(line // 4)
        self._row.setContentsMargins(line // 4, 0, 0, 0)
        self.filter.setIcon(icons.icon("filter"))
        self.sort.setIcon(icons.icon("sort"))
        for button in (self.filter, self.sort, *self.switches):
            button.setIconSize(QSize(line + 2, line + 2))
        self.setStyleSheet(f"QToolButton:checked {{ background: {colours.selected}; }}")
