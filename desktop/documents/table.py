"""The table of documents."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.choices import Choices
from desktop.documents.columns import COLUMNS, NAME, sorted_column
from desktop.documents.layout import TableLayout
from desktop.documents.model import DocumentModel
from desktop.documents.row_delegate import RowDelegate
from desktop.style import Theme
from engine.library import Order

KEPT_AS = "documents/columns"


class DocumentTable(QTableView):
    """Shows a list of documents in columns, of which there are as many as fit."""

    order_chosen = Signal(object)
    """An :class:`Order`: somebody clicked the head of a column."""

    columns_wanted = Signal(QPoint)
    """Somebody asks for the choice of columns, there on the screen."""

    def __init__(
        self,
        model: DocumentModel,
        theme: Theme,
        choices: Choices,
        doubt: float,
        parent: QWidget | None = None,
    ) -> None:
        """Show a model.

        Args:
            model: The documents.
            theme: Colours, icons and sizes.
            choices: Keep the columns.
            doubt: Less confidence than this is a doubt.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._theme, self._choices = theme, choices
        self._fitting = False
        self._order: Order | None = None
        self.columns = TableLayout.from_text(choices.remembered(KEPT_AS))
        self.rows = RowDelegate(self, model, theme, doubt)
        self.setItemDelegate(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(model)
        self._prepare_header()
        theme.changed.connect(self.restyle)
        self.restyle()

    def set_two_lines(self, *, wanted: bool) -> None:
        """Give each row room for a second line, or not."""
        if wanted != self.rows.two_lines:
            self.rows.two_lines = wanted
            self.restyle()

    def show_order(self, order: Order | None) -> None:
        """Mark the column that the list is sorted by; None marks none."""
        self._order = order
        header = self.horizontalHeader()
        if order is None:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        else:
            place, up = sorted_column(order)
            header.setSortIndicator(
                place, Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder
            )

    def show_column(self, name: str, *, wanted: bool) -> None:
        """Show a column, or do not, and remember it."""
        self.columns.show(name, wanted=wanted)
        self._keep()
        self._fit()

    def standard_columns(self) -> None:
        """Show the columns as they come."""
        self.columns = TableLayout()
        self._keep()
        self._fit()

    def restyle(self) -> None:
        """Take sizes anew."""
        header, line = self.horizontalHeader(), self._theme.line
        header.setMinimumSectionSize(self._theme.line * 3)
        # As far from the edge as what stands below it.
        header.setStyleSheet(f"QHeaderView::section {{ padding: {line // 4}px {line // 2}px; }}")
        self.verticalHeader().setMinimumSectionSize(self._theme.line)
        self.verticalHeader().setDefaultSectionSize(self.rows.row_height)
        self._fit()
        self.viewport().update()

    # Qt's

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the columns that fit."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave Enter to the actions, and Home and End to the rows."""
        last = self.model().rowCount() - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        if key in ends and last >= 0 and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.selectRow(ends[key])
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Look for no name: Qt would ask for each of all documents, known or not. The search is for that."""

    # Within

    def _prepare_header(self) -> None:
        header = self.horizontalHeader()
        # Qt would ask of each of 50,000 rows whether the whole column is chosen, to mark its head.
        header.setSelectionModel(QItemSelectionModel(self.model(), header))
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda place: self.columns_wanted.emit(header.mapToGlobal(place))
        )
        header.sectionClicked.connect(self._sort)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        for place in range(len(COLUMNS)):
            stretches = (
                QHeaderView.ResizeMode.Stretch if place == NAME else QHeaderView.ResizeMode.Interactive
            )
            header.setSectionResizeMode(place, stretches)

    def _fit(self) -> None:
        """Show the columns that there is room for."""
        header, line = self.horizontalHeader(), self._theme.line
        shown = self.columns.fitting(self.viewport().width() / line)
        self._fitting = True
        for at, place in enumerate(self.columns.order):
            if header.visualIndex(place) != at:
                header.moveSection(header.visualIndex(place), at)
            header.setSectionHidden(place, place not in shown)
            if place != NAME and place in shown:
                header.resizeSection(place, round(self.columns.width(place) * line))
        self._fitting = False

    def _sort(self, place: int) -> None:
        column, header = COLUMNS[place], self.horizontalHeader()
        if column.up is None or column.down is None:
            # Qt has moved its mark there already.
            self.show_order(self._order)
        else:
            # Qt has turned its mark already.
            up = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            self.order_chosen.emit(column.up if up else column.down)

    def _resized(self, place: int, _before: int, now: int) -> None:
        if not self._fitting and place != NAME and now:
            self.columns.widths[COLUMNS[place].name] = now / self._theme.line
            self._keep()

    def _moved(self, _place: int, _before: int, _now: int) -> None:
        if not self._fitting:
            header = self.horizontalHeader()
            self.columns.order = [header.logicalIndex(at) for at in range(header.count())]
            self._keep()

    def _keep(self) -> None:
        self._choices.remember(KEPT_AS, self.columns.to_text())
