"""Notices over the queue: readers that stopped and were started again, and what keeps all pages waiting."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.access import WorkKind, WorkState
from desktop.errors import Fix, fix_of, told
from desktop.queue import telling
from desktop.queue.cards import Button, CardColumn, CardWords
from desktop.queue.problems import VIEW_OF
from desktop.style import Theme
from engine.library import WorkerCrash

BLOCKED, RESTARTED, WATCHED = "blocked", "restarted", "watched"


class Notices(CardColumn):
    """The notices of the drawer."""

    fix_wanted = Signal(str)
    """A :class:`Fix`; ``try-again`` starts the readers."""

    def __init__(self, views: frozenset[str], theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with none.

        Args:
            views: Names of the views that can be opened.
            theme: The look.
            parent: Qt's owner.
        """
        super().__init__(theme, parent)
        self._views = views
        self._work = WorkState()
        self._crashes: tuple[WorkerCrash, ...] = ()
        self._watched = ""
        self._seen = ""
        self.pressed.connect(self._press)
        self.retranslate()

    def show_work(self, work: WorkState) -> None:
        """Tell what stands in the way of reading."""
        if (work.kind, work.code, work.message) != (self._work.kind, self._work.code, self._work.message):
            self._work = work
            self.retranslate()

    def show_crashes(self, crashes: Sequence[WorkerCrash]) -> None:
        """Tell of readers that stopped, the latest first."""
        if tuple(crashes) != self._crashes:
            self._crashes = tuple(crashes)
            self.retranslate()

    def show_watched(self, trouble: str) -> None:
        """Tell that the watched folder cannot be reached; empty if it can."""
        self._watched = trouble
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.set_cards([*self._blocked(), *self._restarted(), *self._folder()])

    def _blocked(self) -> Iterable[CardWords]:
        if self._work.kind not in (WorkKind.WAITING, WorkKind.REFUSED):
            return
        refused = self._work.kind is WorkKind.REFUSED
        fix = fix_of(self._work.code)
        # Of a full disk the worker names a file of the library, which helps nobody.
        said = told(self._work.code, "" if fix is Fix.FREE_SPACE else self._work.message)
        buttons = [Button(Fix.TRY_AGAIN, self.tr("Try again"))]
        if fix in (Fix.FREE_SPACE, Fix.SETTINGS) and VIEW_OF[fix] in self._views:
            words = {
                Fix.FREE_SPACE: self.tr("Look into the trash"),
                Fix.SETTINGS: self.tr("Open the settings"),
            }
            buttons.insert(0, Button(fix, words[fix]))
        yield CardWords(
            BLOCKED,
            self.tr("Nothing can be read now") if refused else self.tr("Reading waits"),
            said.what,
            said.remedy
            if refused
            else self.tr("It goes on by itself once that is mended.") + " " + said.remedy,
            tuple(buttons),
            "wrong" if refused else "doubt",
        )

    def _restarted(self) -> Iterable[CardWords]:
        new = [crash for crash in self._crashes if crash.at > self._seen]
        if not new:
            return
        text = self.tr("The reader stopped by itself %Ln time(s), last at %1.", "", len(new))
        pages = sum(crash.jobs for crash in new)
        yield CardWords(
            RESTARTED,
            self.tr("Restarted"),
            text.replace("%1", telling.clock(new[0].at)),
            self.tr("Nothing is lost: %Ln page(s) it had in hand are read again.", "", pages)
            if pages
            else self.tr("Nothing is lost."),
            (Button("let-go", self.tr("I have seen it")),),
            "doubt",
        )

    def _folder(self) -> Iterable[CardWords]:
        if self._watched:
            yield CardWords(
                WATCHED,
                self.tr("The watched folder cannot be reached"),
                self._watched,
                self.tr("Connect its disk, or choose another folder. Until then nothing is taken from it."),
                (Button("watch", self.tr("Choose a folder…")),),
                "doubt",
            )

    def _press(self, key: str, button: str) -> None:
        if key == RESTARTED:
            self._seen = self._crashes[0].at
            self.retranslate()
        else:
            self.fix_wanted.emit(button)
