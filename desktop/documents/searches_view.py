"""The view of the saved searches."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.access import LibraryAccess
from desktop.actions import ActionSet, Need
from desktop.documents import narrowing, telling
from desktop.documents.deeds import turn_of
from desktop.documents.dialogs import TextQuestion
from desktop.documents.named_list import NamedListView, NamedThing
from desktop.style import Theme
from desktop.window.toasts import Toasts
from engine.language import isolate
from engine.library import Case, Library, SavedSearch


class SearchesView(NamedListView):
    """Lists the saved searches; they are opened, renamed and removed here."""

    ICON = "saved-search"
    NEED = Need.SEARCH
    WHERE = "searches"
    VERBS = ("search.open", "search.rename", "search.remove")

    def __init__(
        self,
        access: LibraryAccess,
        actions: ActionSet,
        theme: Theme,
        toasts: Toasts,
        open_view: Callable[[str, object], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show the searches; see :class:`desktop.documents.cases_view.CasesView` for the arguments."""
        super().__init__(access, actions, theme, toasts, parent)
        self._open_view = open_view
        self._searches: dict[str, SavedSearch] = {}
        self._case_names: dict[str, str] = {}
        for name, handler in (
            ("search.open", self.open_chosen),
            ("search.rename", self.rename),
            ("search.remove", self.remove),
        ):
            actions.handle(name, handler)
        self.retranslate()

    def title(self) -> str:
        """Return the title."""
        return self.tr("Saved searches")

    def retranslate(self) -> None:
        """Take the words anew."""
        super().retranslate()
        self.empty.set_words(
            self.tr("No saved searches yet"),
            self.tr("Search or filter any list, then choose “Save this search”: it is kept here."),
        )
        self._show()

    def ask(self) -> None:
        """Ask for the searches."""

        def look(library: Library) -> tuple[list[SavedSearch], list[Case]]:
            return library.saved_searches.all(), library.cases.find()

        self._access.ask(look, self._take, replaces="searches", owner=self)

    def open_chosen(self) -> None:
        """Search again."""
        search = self._chosen_search()
        if search is not None:
            argument = {"search": search.query, "filter": search.filter.to_json()}
            self._open_view("documents", argument)

    def rename(self) -> None:
        """Ask for another name for the chosen search."""
        search = self._chosen_search()
        if search is None:
            return

        def change(name: str) -> None:
            def rename(library: Library) -> None:
                library.saved_searches.change(search.id, name=name)

            def back(library: Library) -> None:
                library.saved_searches.change(search.id, name=search.name)

            def done(_nothing: object) -> None:
                words = self.tr("Renamed to %1.").replace("%1", isolate(name))
                self.deeds.told(words, turn_of(back, rename))

            self._access.do(rename, done, owner=self)

        TextQuestion(
            self, self._theme, self.tr("Rename"), self.tr("Name of the search"), self.tr("Rename"), change,
            text=search.name,
        )  # fmt: skip

    def remove(self) -> None:
        """Remove the chosen search; it can be put back."""
        search = self._chosen_search()
        if search is None:
            return

        def remove(library: Library) -> SavedSearch:
            return library.saved_searches.remove(search.id)

        def done(_removed: SavedSearch) -> None:
            words = self.tr("The search %1 was removed.").replace("%1", isolate(search.name))
            self.deeds.told(words, turn_of(lambda library: library.saved_searches.put_back(search), remove))

        self._access.do(remove, done, owner=self)

    def _chosen_search(self) -> SavedSearch | None:
        return self._searches.get(self.chosen.key) if self.chosen is not None else None

    def _take(self, found: tuple[list[SavedSearch], list[Case]]) -> None:
        searches, cases = found
        self._searches = {search.id: search for search in searches}
        self._case_names = {case.id: case.name for case in cases}
        self._show()

    def _show(self) -> None:
        self.take([NamedThing(each.id, each.name, self._facts(each)) for each in self._searches.values()])

    def _facts(self, search: SavedSearch) -> str:
        words = [self.tr("“%1”").replace("%1", isolate(search.query))] if search.query else []
        return telling.listed(
            words + [chip.text for chip in narrowing.chips_of(search.filter, self._case_names)]
        )
