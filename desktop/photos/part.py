"""What a list needs to find photos: a process for words, a bar over it, what stands where it is empty."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.access import LibraryAccess
from desktop.asking.models import KnownModels
from desktop.photos.bar import PhotoBar
from desktop.photos.comparing import Compared
from desktop.photos.nothing import NoPhotos
from desktop.photos.preparing import Preparing
from desktop.photos.sought import Sought
from desktop.photos.words_process import SeenWords, WordsProcess
from desktop.style import Theme
from engine.errors import SandukuError


class PhotoPart(QObject):
    """Settles what photos are compared with, and tells what came of it."""

    settled = Signal(object)
    """A :class:`Sought` of which it is known what the photos are compared with, or that they cannot be."""

    changed = Signal()
    """Photos are looked at now, or not any more."""

    def __init__(
        self,
        access: LibraryAccess,
        models: KnownModels,
        theme: Theme,
        open_models: Callable[[], object],
        parent: QWidget,
    ) -> None:
        """Begin with nothing sought.

        Args:
            access: Asks the library.
            models: Know which model looks at photos.
            theme: The look.
            open_models: Shows where models are installed.
            parent: The list.
        """
        super().__init__(parent)
        self._words, self._preparing = WordsProcess(self), Preparing(access, models, self)
        self._preparing.reckoned.connect(self._show)
        self._sought = Sought()
        self._pack_id = ""
        self._compared = Compared()
        self.error: SandukuError | None = None
        self.bar = PhotoBar(theme, parent)
        self.nothing = NoPhotos(theme, look=self.look, stop=self.stop, open_models=open_models, parent=parent)
        self.bar.look_wanted.connect(self.look)
        self.bar.stop_wanted.connect(self.stop)
        self.bar.hide()

    def seek(self, sought: Sought) -> None:
        """Find out what photos are to be compared with; :attr:`settled` tells."""
        self._sought, self.error = sought, None
        if sought.page_id:
            self.settled.emit(replace(sought, settled=True))
        else:
            self._words.ask(sought.words, self._seen, self._refused)

    def show_compared(self, sought: Sought | None, compared: Compared | None) -> None:
        """Tell of what was found; None hides all of it."""
        self._sought, self._compared = sought or Sought(), compared or Compared()
        self.bar.setVisible(sought is not None and bool(self._compared.sightings))
        unknown = self._compared.unseen and not self._sought.pack_id
        if unknown and self.error is None and not self._words.busy:
            # Which pack would look at it is not known from the library.
            self._words.ask("", self._known, self._refused)
        self._preparing.reckon(self._compared.unprepared)
        self._show()

    def look(self) -> None:
        """Have the model look at the photos that it has not seen."""
        self._preparing.begin(self._compared.pack_id or self._pack_id, self.changed.emit)

    def stop(self) -> None:
        """Have it look at no more."""
        self._preparing.stop(self.changed.emit)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.bar.retranslate()
        self.nothing.retranslate()

    def close(self) -> None:
        """End the process."""
        self._words.close()

    def _seen(self, seen: SeenWords) -> None:
        self._pack_id = seen.pack_id
        self.settled.emit(replace(self._sought, pack_id=seen.pack_id, vector=seen.vector, settled=True))

    def _known(self, seen: SeenWords) -> None:
        self._pack_id = seen.pack_id
        self.settled.emit(replace(self._sought, pack_id=seen.pack_id))

    def _refused(self, error: SandukuError) -> None:
        self.error = error
        self.settled.emit(replace(self._sought, settled=True))

    def _show(self) -> None:
        seconds = self._preparing.seconds
        self.bar.show_compared(self._sought, self._compared, seconds)
        self.nothing.show_compared(self._sought, self._compared, seconds, self.error)
