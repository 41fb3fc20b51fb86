"""The view of the cases: documents that belong together."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.access import LibraryAccess
from desktop.actions import ActionSet, Need
from desktop.documents import telling
from desktop.documents.deeds import turn_of
from desktop.documents.dialogs import TextQuestion
from desktop.documents.named_list import NamedListView, NamedThing
from desktop.style import Theme
from desktop.window.toasts import Toasts
from engine.language import isolate
from engine.library import Case, Library


class CasesView(NamedListView):
    """Lists the cases; they are made, renamed, opened and removed here."""

    ICON = "case"
    NEED = Need.CASE
    WHERE = "cases"
    VERBS = ("case.new", "case.open", "case.rename", "case.note", "case.remove")

    def __init__(
        self,
        access: LibraryAccess,
        actions: ActionSet,
        theme: Theme,
        toasts: Toasts,
        open_view: Callable[[str, object], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show the cases.

        Args:
            access: Asks the library.
            actions: What can be done.
            theme: Colours, icons, sizes.
            toasts: Tell what was done.
            open_view: Opens the documents of a case.
            parent: Qt's owner.
        """
        super().__init__(access, actions, theme, toasts, parent)
        self._open_view = open_view
        self._cases: dict[str, Case] = {}
        self._wanted = ""
        self._new = self.empty.add_button(self.new_case, main=True)
        for name, handler in (
            ("case.new", self.new_case),
            ("case.open", self.open_chosen),
            ("case.rename", self.rename),
            ("case.note", self.change_note),
            ("case.remove", self.remove),
        ):
            actions.handle(name, handler)
        self.retranslate()

    def title(self) -> str:
        """Return the title."""
        return self.tr("Cases")

    def retranslate(self) -> None:
        """Take the words anew."""
        super().retranslate()
        self._new.setText(self.tr("New case"))
        self.empty.set_words(
            self.tr("No cases yet"),
            self.tr("A case holds documents that belong together: a family, a visit, a distribution."),
        )
        self._show()

    def ask(self) -> None:
        """Ask for the cases."""
        self._access.ask(lambda library: library.cases.find(), self._take, replaces="cases", owner=self)

    def open_chosen(self) -> None:
        """Open the documents of the chosen case."""
        if self.chosen is not None:
            self._open_view("documents", {"case": self.chosen.key})

    def new_case(self) -> None:
        """Ask for a name, and make a case."""

        def make(name: str) -> None:
            self._access.do(lambda library: library.cases.create(name), made, owner=self)

        def made(case: Case) -> None:
            self._wanted = case.id
            self.ask()

        TextQuestion(
            self.window(),
            self._theme,
            self.tr("New case"),
            self.tr("Name of the case"),
            self.tr("Make"),
            make,
        )

    def rename(self) -> None:
        """Ask for another name for the chosen case."""
        case = self._chosen_case()
        if case is not None:
            TextQuestion(
                self, self._theme, self.tr("Rename"), self.tr("Name of the case"), self.tr("Rename"),
                lambda name: self._change(case, name=name), text=case.name,
            )  # fmt: skip

    def change_note(self) -> None:
        """Ask for a note about the chosen case."""
        case = self._chosen_case()
        if case is not None:
            TextQuestion(
                self, self._theme, self.tr("Note"), self.tr("What should others know about this case?"),
                self.tr("Save"), lambda note: self._change(case, note=note), text=case.note,
                may_be_empty=True,
            )  # fmt: skip

    def remove(self) -> None:
        """Remove the chosen case; its documents stay, and the case can be brought back."""
        case = self._chosen_case()
        if case is None:
            return

        def remove(library: Library) -> None:
            library.cases.remove(case.id)

        def done(_nothing: object) -> None:
            words = self.tr("The case %1 was removed. Its documents are still there.")
            words = words.replace("%1", isolate(case.name))
            self.deeds.told(words, turn_of(lambda library: library.cases.restore(case.id), remove))

        self._access.do(remove, done, owner=self)

    def _change(self, case: Case, *, name: str | None = None, note: str | None = None) -> None:
        def change(library: Library) -> None:
            library.cases.change(case.id, name=name, note=note)

        def back(library: Library) -> None:
            former_name = None if name is None else case.name
            library.cases.change(case.id, name=former_name, note=None if note is None else case.note)

        def done(_nothing: object) -> None:
            words = self.tr("The case %1 was changed.").replace("%1", isolate(name or case.name))
            self.deeds.told(words, turn_of(back, change))

        self._access.do(change, done, owner=self)

    def _chosen_case(self) -> Case | None:
        return self._cases.get(self.chosen.key) if self.chosen is not None else None

    def _take(self, cases: list[Case]) -> None:
        self._cases = {case.id: case for case in cases}
        self._show()
        if self._wanted:
            self.choose(self._wanted)
            self._wanted = ""

    def _show(self) -> None:
        self.take([NamedThing(case.id, case.name, self._facts(case)) for case in self._cases.values()])

    def _facts(self, case: Case) -> str:
        facts = [self.tr("%Ln document(s)", "", case.documents)]
        if case.to_check:
            facts.append(self.tr("%Ln to check", "", case.to_check))
        if case.note:
            facts.append(isolate(case.note))
        return telling.listed(facts)
