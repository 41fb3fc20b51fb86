"""Frees what is no longer used in the window's thread alone.

Python frees objects that refer to each other in whichever thread happens to make the next object. An object
of Qt that is freed in another thread than its own leaves its timers behind, and the program ends when the
next one fires. It is also a pause that comes at any moment; here it is short, and comes between two events.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MILLISECONDS = 500


class Collecting(QObject):
    """Takes Python's collecting over while it lives; belongs to the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Take it over. What there is already, modules above all, is taken as there to stay."""
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MILLISECONDS)

    def look(self) -> None:
        """Free what is no longer used, as old as Python's own thresholds say that it is time for."""
        for generation, (count, threshold) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > threshold:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()
