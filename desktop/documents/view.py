"""The view of documents: one list, as a table or as pictures, how it is narrowed and what is done with it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.access import ImageStore, LibraryAccess
from desktop.actions import ActionSet, Need
from desktop.asking.describing import Describing
from desktop.asking.models import KnownModels
from desktop.choices import Choices
from desktop.documents import narrowing
from desktop.documents.action_row import ActionRow
from desktop.documents.chip_bar import ChipBar
from desktop.documents.details import DetailsPane
from desktop.documents.dialogs import ask_days
from desktop.documents.emptiness import EmptyList
from desktop.documents.filter_menu import FilterMenu
from desktop.documents.head import ListHead
from desktop.documents.model import DocumentModel
from desktop.documents.pictures import DocumentPictures
from desktop.documents.query import ListQuery, PlaceName, query_of
from desktop.documents.stage import PICTURES, TABLE, ListStage
from desktop.documents.table import DocumentTable
from desktop.documents.verbs import DocumentVerbs
from desktop.photos.part import PhotoPart
from desktop.photos.sought import Sought
from desktop.preferences.pack_process import PackProcess
from desktop.style import Theme
from desktop.window.adding import Adding
from desktop.window.places import PLACES, place_text
from desktop.window.toasts import Toasts
from desktop.window.view import View
from engine.language import isolate
from engine.library import EVERYTHING, Order
from engine.settings import Settings

TRASH_VERBS = ("document.restore", "document.purge", "trash.empty")
LIST_VERBS = (
    "document.check", "document.approve", "document.problem", "document.case", "document.tag",
    "document.export", "document.trash", "document.read-again",
)  # fmt: skip
"""What stands in the row of buttons, the most important first; all the rest is in the menu."""

ORDER_KEPT, DETAILS_KEPT = "documents/order", "documents/details"


class DocumentsView(View):
    """Lists of documents; see :func:`desktop.documents.query.query_of` for what it is opened with."""

    def __init__(
        self,
        access: LibraryAccess,
        images: ImageStore,
        adding: Adding,
        actions: ActionSet,
        theme: Theme,
        choices: Choices,
        toasts: Toasts,
        settings: Settings,
        open_view: Callable[[str, object], None],
        parent: QWidget | None = None,
        *,
        can_check: bool = False,
    ) -> None:
        """Show a list.

        Args:
            access: Asks the library.
            images: Give pages.
            adding: Adds files from an empty list.
            actions: What can be done.
            theme: Colours, icons, sizes.
            choices: Keep how the list is shown.
            toasts: Tell what was done.
            settings: Those in force: what is a doubt, how long the trash keeps.
            open_view: Opens another view.
            parent: Qt's owner.
            can_check: Whether there is a view in which documents are checked.
        """
        super().__init__(parent)
        self._access, self._actions, self._choices, self._theme = access, actions, choices, theme
        self._open_view, self._toasts = open_view, toasts
        doubt = settings.reading.doubt_threshold
        self.model = DocumentModel(access, self)
        kept = choices.remembered(ORDER_KEPT)
        order = Order(kept) if kept in set(Order) else None
        self.query = ListQuery(order=order)
        self._kept_order = order
        self._new = True
        self._to_choose = False
        self.filters = FilterMenu(access, theme, doubt, lambda: self.query, self)
        self.table = DocumentTable(self.model, theme, choices, doubt, self)
        self.pictures = DocumentPictures(self.model, images, theme, self)
        self.head = ListHead(
            actions, theme, self.filters, lambda: self.query, lambda: self.table.columns, self
        )
        self.row = ActionRow(actions, (*TRASH_VERBS, *LIST_VERBS), theme, self)
        save = QToolButton(self)
        save.setProperty("kind", "plain")
        save.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        save.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        save.setDefaultAction(actions["list.save-search"])
        self._save = save
        self.chips = ChipBar(theme, save, self)
        self.empty = EmptyList(
            theme,
            add=adding.ask_files,
            samples=adding.try_samples,
            to_check=lambda: open_view("documents", PlaceName.TO_CHECK.value),
            clear=self.clear_filters,
            trash_days=settings.library.trash_days,
            parent=self,
        )
        self.details = DetailsPane(access, images, theme, doubt, self)
        self.models = KnownModels(PackProcess(self), self)
        self.photos = PhotoPart(access, self.models, theme, lambda: open_view("preferences", "models"), self)
        self.stage = ListStage(
            access, choices, self.table, self.pictures, self.model, self.empty, self.photos.nothing,
            self.head.filter, self,
        )  # fmt: skip
        self._build()
        self.verbs = DocumentVerbs(
            access, toasts, theme, self, chosen=self.chosen_documents, open_view=open_view,
            hit=self.model.listing_hit, sighting=lambda document: self.model.listing.sighting(document),
            can_check=can_check,
        )  # fmt: skip
        self.describing = Describing(access, toasts, theme, self.chosen_documents, self.models, self)
        self.details.setVisible(choices.remembered(DETAILS_KEPT) == "yes")
        self._handle()
        self._listen()
        self.stage.begin()
        self.retranslate()

    # View

    def title(self) -> str:
        """Return the name of the place, of the case, or what is searched for."""
        if self.query.words:
            return self.tr("Search: %1").replace("%1", isolate(self.query.words))
        if self.query.sought is not None:
            return self._sought_text(self.query.sought)
        if self.query.place is PlaceName.LIBRARY:
            case = self.query.narrowed.case_id
            return self.filters.case_names().get(case, "…") if case else self.tr("All documents")
        place = next(place for place in PLACES if place.argument == self.query.place.value)
        return place_text(place)

    def context(self) -> frozenset[Need]:
        """Return how many are chosen, and whether they lie in the trash."""
        number_chosen = len(self.stage.chosen.rows())
        needs = {Need.LIST, Need.TRASH if self.query.in_trash else Need.NOT_TRASH, *self.verbs.deeds.needs}
        if number_chosen:
            needs.add(Need.SELECTION)
        if number_chosen and not self.query.in_trash:
            needs.add(Need.TO_HAND_ON)
        if number_chosen == 1:
            needs.add(Need.ONE)
        return frozenset(needs)

    def use_doubt(self, doubt: float) -> None:
        """Show, from now on, less confidence than this as a doubt."""
        for part in (self.filters, self.table.rows, self.details):
            part.use_doubt(doubt)

    def opened(self, argument: object) -> None:
        """Show a list; see :func:`query_of`."""
        self.filters.look()
        query = query_of(argument, self.query)
        # A search begins with what fits best, however the lists are sorted.
        order = self.query.order if self.query.searches else None
        self.show_query(replace(query, order=order if query.searches else self._kept_order))

    def left(self) -> None:
        """Keep how the list is shown."""
        self._choices.set_layout("documents/details", self._splitter.saveState())

    def ended(self) -> None:
        """End what looks for photos, and for models."""
        self.photos.close()
        self.models.close()

    def first_focus(self) -> QWidget:
        """Return the list, or what can be done where it is empty."""
        return self.stage.first_focus()

    def search_ended(self) -> None:
        """Give the keyboard to what was found first, as soon as it is found."""
        self._to_choose = True
        super().search_ended()
        if self.model.known:
            self._choose_first()

    def retranslate(self) -> None:
        """Take all words anew."""
        self.table.setAccessibleName(self.tr("Documents"))
        self.pictures.setAccessibleName(self.tr("Documents"))
        self._save.setText(self._actions.text("list.save-search"))
        self._save.setAccessibleName(self._actions.text("list.save-search"))
        for part in (self.model, self.head, self.row, self.chips, self.empty, self.photos, self.details):
            part.retranslate()
        self._tell()
        self._show_chips()

    # What is shown

    def show_query(self, query: ListQuery) -> None:
        """Show another list, or the same in another order."""
        if replace(query, order=None) != replace(self.query, order=None):
            self._new = True
        self.stage.take_query(self.query, query)
        self.query = query
        self.row.offer(TRASH_VERBS if query.in_trash else LIST_VERBS)
        self.table.set_two_lines(wanted=query.searches or query.place is PlaceName.PROBLEMS)
        self.table.show_order(query.order or (None if query.searches else Order.NEWEST))
        self._show_chips()
        self.model.show_query(query)
        if query.sought is None:
            self.photos.show_compared(None, None)
        elif not query.sought.settled:
            self.photos.seek(query.sought)
            self._tell()
        self.title_changed.emit()
        self.context_changed.emit()

    def narrow(self, change: narrowing.Change) -> None:
        """Narrow the list to something, or widen it again."""
        self.show_query(replace(self.query, narrowed=narrowing.changed(self.query.narrowed, change)))

    def clear_filters(self) -> None:
        """Take away all that narrows the list."""
        self.show_query(replace(self.query, narrowed=EVERYTHING))

    def sort(self, order: Order | None) -> None:
        """Sort the list, and remember it, but for a search."""
        if not self.query.searches:
            self._kept_order = order
            self._choices.remember(ORDER_KEPT, order.value if order else "")
        self.show_query(replace(self.query, order=order))

    def chosen_documents(self) -> list[str]:
        """Return the ids of the chosen documents in order."""
        return self.stage.chosen.ids()

    def choose(self, ids: list[str]) -> None:
        """Choose documents."""
        self.stage.chosen.choose(ids)

    def show_as(self, way: str) -> None:
        """Show the list as ``table`` or as ``pictures``, and remember it."""
        self.stage.show_as(way)

    # Making

    def _build(self) -> None:
        self._splitter = QSplitter(self)
        self._splitter.addWidget(self.stage)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.restoreState(self._choices.layout("documents/details"))
        self._top = QVBoxLayout()
        for part in (self.head, self.row, self.chips, self.photos.bar):
            self._top.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._splitter, 1)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def _handle(self) -> None:
        for name, handler in (
            ("list.table", self._as_table),
            ("list.thumbnails", self._as_pictures),
            ("list.filters", self._open_filters),
            ("list.details", self._toggle_details),
            ("list.select-all", self._select_all),
            ("list.save-search", self._save_search),
        ):
            self._actions.handle(name, handler)
        self._actions.handle("document.describe", self.describing.describe)
        self._actions.handle("document.sort-photos", self.describing.sort)
        self.verbs.handle(self._actions)
        self.verbs.deeds.changed.connect(self.context_changed)

    def _listen(self) -> None:
        self.model.changed.connect(self._model_changed)
        self.stage.filled.connect(self.row.setVisible)
        self.photos.settled.connect(self._sought_settled)
        self.photos.changed.connect(self.model.refresh)
        self.stage.selection_changed.connect(self._selection_changed)
        self.stage.opened.connect(lambda: self._actions["document.check"].trigger())
        self.stage.menu_wanted.connect(lambda at: self._actions.context_menu("documents", self).popup(at))
        self.stage.way_changed.connect(self._way_changed)
        self.table.order_chosen.connect(self.sort)
        self.table.columns_wanted.connect(self._choose_columns)
        self.head.order_chosen.connect(self.sort)
        self.head.column_wanted.connect(lambda name, wanted: self.table.show_column(name, wanted=wanted))
        self.head.columns_reset.connect(self.table.standard_columns)
        self.filters.chosen.connect(self.narrow)
        self.filters.days_wanted.connect(self._choose_days)
        self.chips.removed.connect(
            lambda chip: self.show_query(
                replace(self.query, narrowed=narrowing.without(self.query.narrowed, chip))
            )
        )
        self.chips.cleared.connect(self.clear_filters)
        self.row.menu_wanted.connect(self._open_more)
        self.filters.known.connect(self._names_known)
        self._later = QTimer(self, singleShot=True, interval=120)
        self._later.timeout.connect(self._show_details)

    # Being told

    def _model_changed(self) -> None:
        if self._new:
            self._new = False
            self.stage.forget_chosen()
        self._choose_first()
        self.photos.show_compared(self.query.sought, self.model.listing.compared)
        self.stage.show_list()
        self._tell()
        self.context_changed.emit()

    def _choose_first(self) -> None:
        if self._to_choose and not self.stage.chosen.rows():
            self.stage.chosen.choose(self.model.listing.ids[:1])
        self._to_choose = False

    def _sought_settled(self, sought: Sought) -> None:
        """Compare the photos, now that it is known with what."""
        if self.query.sought is not None:
            self.show_query(replace(self.query, sought=sought))

    def _selection_changed(self) -> None:
        self._tell()
        self._later.start()
        self.context_changed.emit()

    def _way_changed(self, way: str) -> None:
        self._actions["list.table"].setChecked(way == TABLE)
        self._actions["list.thumbnails"].setChecked(way == PICTURES)

    def _tell(self) -> None:
        """Say what is shown, how many, and how many of them are chosen."""
        listing = self.model.listing if self.model.known else None
        self.head.tell(self.title(), self.query, listing, len(self.stage.chosen.rows()))

    def _show_chips(self) -> None:
        chips = narrowing.chips_of(self.query.narrowed, self.filters.case_names())
        self.chips.show_chips(chips)
        self._save.setVisible(self.query.sought is None)
        self.chips.setVisible(bool(chips or self.query.words))

    def _names_known(self) -> None:
        self._tell()
        self._show_chips()
        self.title_changed.emit()

    def _show_details(self) -> None:
        if self.details.isVisible():
            self.details.show_documents(self.chosen_documents())

    # Doing

    def _as_table(self) -> None:
        self.show_as(TABLE)

    def _as_pictures(self) -> None:
        self.show_as(PICTURES)

    def _toggle_details(self) -> None:
        wanted = not self.details.isVisible()
        self.details.setVisible(wanted)
        self._actions["list.details"].setChecked(wanted)
        self._choices.remember(DETAILS_KEPT, "yes" if wanted else "no")
        self._show_details()

    def _select_all(self) -> None:
        self.stage.view.selectAll()

    def _sought_text(self, sought: Sought) -> str:
        if sought.page_id:
            return self.tr("Photos that look like %1").replace("%1", isolate(sought.name))
        if sought.words:
            return self.tr("Photos that show: %1").replace("%1", isolate(sought.words))
        return self.tr("Find photos by what they show")

    def _save_search(self) -> None:
        if self.query.sought is not None:
            self._toasts.show(self.tr("A search for photos cannot be saved."), kind="warning")
            return
        self.verbs.save_search(self.query)

    def _open_filters(self) -> None:
        self.head.filter.showMenu()

    def _choose_days(self) -> None:
        ask_days(self, lambda first, last: self.narrow(narrowing.between(first, last)))

    def _choose_columns(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self.head.columns_menu(menu).popup(place)

    def _open_more(self) -> None:
        button = self.row.more
        menu = self._actions.context_menu("documents", self)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _restyle(self) -> None:
        line = self._theme.line
        self._top.setContentsMargins(line // 2, line // 2, line // 2, line // 4)
        self._top.setSpacing(line // 4)
        self.details.setMinimumWidth(line * 14)
