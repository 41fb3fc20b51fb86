"""What a view is to the window: something with a title that can be opened, left and translated."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import Need


class View(QWidget):
    """A view of the window; one instance for each kind, opened with an argument each time it is shown."""

    title_changed = Signal()
    """:meth:`title` is not as it was."""

    context_changed = Signal()
    """:meth:`context` is not as it was: other actions are possible now."""

    def title(self) -> str:
        """Return what the view shows, in the language in force."""
        raise NotImplementedError

    def context(self) -> frozenset[Need]:
        """Return what is there for actions to work on."""
        return frozenset()

    def opened(self, argument: object) -> None:
        """Show something; called each time before the view comes to the front.

        Args:
            argument: What the place in the rail, or whoever opens the view, gives: see the view.
        """

    def chosen_documents(self) -> Sequence[str]:
        """Return the ids of the documents that are exported or printed when a person asks for it."""
        return ()

    def left(self) -> None:
        """Keep what a person has begun; called when another view comes to the front, and before the end."""

    def search_ended(self) -> None:
        """Take the keyboard: Enter was pressed in the search field."""
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def ended(self) -> None:
        """End what the view does in threads of its own, and wait for that: the library is about to close."""

    def retranslate(self) -> None:
        """Take all words anew; called when the language was switched, and by ``__init__`` at its end."""

    def first_focus(self) -> QWidget:
        """Return what has the keyboard when the view is opened."""
        return self

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.title_changed.emit()
        super().changeEvent(event)
