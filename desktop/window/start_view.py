"""What is shown before there is anything to show."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.access import LibraryAccess
from desktop.style import Theme
from desktop.window.adding import Adding
from desktop.window.empty_state import EmptyState
from desktop.window.view import View


class StartView(View):
    """Invites to add the first documents, and tells how many there are by now."""

    def __init__(
        self, access: LibraryAccess, adding: Adding, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show the invitation.

        Args:
            access: Asked how many documents there are.
            adding: Adds files or the samples.
            theme: Gives icons and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access = access
        self._documents = 0
        self._empty = EmptyState(theme, "inbox", self)
        self._add = self._empty.add_button(adding.ask_files, main=True)
        self._try = self._empty.add_button(adding.try_samples)
        column = QVBoxLayout(self)
        column.addWidget(self._empty)
        access.changed.connect(lambda _change: self._ask())
        self.retranslate()

    def title(self) -> str:
        """Return the title."""
        return self.tr("Inbox")

    def opened(self, argument: object) -> None:
        """Count anew."""
        del argument
        self._ask()

    def first_focus(self) -> QWidget:
        """Return the button that adds."""
        return self._add

    def retranslate(self) -> None:
        """Take the words anew."""
        self._add.setText(self.tr("Add files"))
        self._try.setText(self.tr("Try 3 samples"))
        if self._documents:
            self._empty.set_words(
                self.tr("%n document(s) in the library", "", self._documents),
                self.tr("Drop photos, scans or PDFs to add more. Nothing leaves this computer."),
            )
        else:
            self._empty.set_words(
                self.tr("Drop photos, scans or PDFs"), self.tr("Nothing leaves this computer.")
            )
        self._try.setVisible(not self._documents)

    def _ask(self) -> None:
        self._access.ask(lambda library: library.documents.count(), self._count, replaces="start-count")

    def _count(self, documents: int) -> None:
        self._documents = documents
        self.retranslate()
