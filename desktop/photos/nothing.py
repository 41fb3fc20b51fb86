"""What stands where no photo was found: why, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.asking.foretold import time_text
from desktop.photos.comparing import Compared
from desktop.photos.sought import Sought
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.empty_state import EmptyState
from engine.errors import SandukuError
from engine.language import isolate

NO_PACK = "vision.no-pack"


class NoPhotos(EmptyState):
    """Speaks where no photo is listed."""

    def __init__(
        self,
        theme: Theme,
        *,
        look: Callable[[], object],
        stop: Callable[[], object],
        open_models: Callable[[], object],
        parent: QWidget,
    ) -> None:
        """Know what can be done.

        Args:
            theme: Gives icons and sizes.
            look: Has the model look at the photos that it has not seen.
            stop: Stops that.
            open_models: Shows where models are installed.
            parent: Qt's owner.
        """
        super().__init__(theme, "photo", parent)
        self._sought, self._compared = Sought(), Compared()
        self._error: SandukuError | None = None
        self._seconds: float | None = None
        self.models = self.add_button(open_models, main=True)
        self.look = self.add_button(look, main=True)
        self.stop = self.add_button(stop)

    def show_compared(
        self, sought: Sought, compared: Compared, seconds: float | None, error: SandukuError | None
    ) -> None:
        """Say why nothing is listed.

        Args:
            sought: What was asked for.
            compared: What came of it.
            seconds: How long it takes to look at the other photos; None if that is not known.
            error: Why nothing can be compared; None if it can.
        """
        self._sought, self._compared, self._error = sought, compared, error
        self._seconds = seconds
        self.retranslate()

    def first_focus(self) -> QWidget | None:
        """Return the first button that is there."""
        buttons = [each for each in self.findChildren(QPushButton) if each.isVisibleTo(self)]
        return buttons[0] if buttons else None

    def retranslate(self) -> None:
        """Take the words anew."""
        found, error = self._compared, self._error
        self.models.setText(self.tr("Open the page “Models”"))
        self.look.setText(self.tr("Look at %Ln page(s)", "", found.unprepared))
        self.stop.setText(self.tr("Stop"))
        self.models.setVisible(error is not None and error.code == NO_PACK)
        self.look.setVisible(error is None and found.unprepared > 0 and not found.waiting)
        self.stop.setVisible(error is None and found.waiting > 0)
        self.set_words(*self._words())

    def _words(self) -> tuple[str, str]:
        sought, found, error = self._sought, self._compared, self._error
        if error is not None:
            return self._refused(error)
        if not sought.settled:
            return self.tr("Looking…"), ""
        if found.waiting:
            left = self.tr("%Ln page(s) are still to be looked at.", "", found.waiting)
            return self.tr("The model looks at the photos"), f"{left} {self._in_the_background()}"
        if found.unseen:
            name = isolate(sought.name)
            title = self.tr("No model has looked at %1 yet").replace("%1", name)
            return title, self._in_the_background()
        if not found.prepared and found.unprepared:
            once = self.tr("Before photos are found by words, the model must look at each of them once.")
            return self.tr("No photo was looked at yet"), f"{once} {self._in_the_background()}"
        if not found.prepared:
            return self.tr("There is nothing to look through yet"), self.tr("Add photos and have them read.")
        if sought.page_id:
            return self.tr("There is no other photo"), ""
        compared = self.tr(
            "A model compares your words with %Ln page(s). It can be wrong.", "", found.prepared
        )
        return self.tr("Which photos do you look for?"), self.tr(
            "Type above what they show, such as: people at a well. %1"
        ).replace("%1", compared)

    def _refused(self, error: SandukuError) -> tuple[str, str]:
        if error.code != NO_PACK:
            return self.tr("Photos cannot be searched now"), error_text(error)
        return self.tr("A pack for searching photos is not installed"), self.tr(
            "It compares photos with words. Whoever looks after your computers can bring one on a stick."
        )

    def _in_the_background(self) -> str:
        words = self.tr("That goes on in the background, after what is still to be read.")
        if self._seconds is None or self._compared.waiting:
            return words
        return f"{self.tr('It takes %1.').replace('%1', time_text(self._seconds))} {words}"
