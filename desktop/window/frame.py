"""What is in the window while a library is open: bar, rail, views, drawer, toasts; and what joins them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.access import (
    ImageStore,
    Import,
    LibraryAccess,
    LibraryChange,
    LibraryDoor,
    ReadingWork,
    SettingsKeeper,
    WorkKind,
    WorkState,
)
from desktop.actions import ACTIONS, ActionSet, Need
from desktop.choices import Choices
from desktop.errors import told
from desktop.export.handing_on import HandingOn
from desktop.queue.part import QueuePart
from desktop.sending.behind import BehindTheLock
from desktop.sending.part import SendingPart
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.adding import Adding
from desktop.window.dropping import DropOverlay, takes
from desktop.window.going_round import next_stop
from desktop.window.keys_sheet import KeysSheet
from desktop.window.left_over import LeftOver
from desktop.window.middle import Middle
from desktop.window.places import BEGIN_KEY, PLACES, Place, look_at_places
from desktop.window.rail import Rail
from desktop.window.refusals import Refusals
from desktop.window.toasts import Toasts
from desktop.window.tools import Tools, ViewSpec
from desktop.window.top_bar import TopBar
from desktop.window.view import View
from engine.errors import SandukuError
from engine.settings import Places
from engine.worker import EventKind, WorkerEvent

NARROW = 62
"""Below this many lines' heights of width the rail shows icons alone."""

AHEAD = 900
"""Milliseconds after the start before views are made that somebody will probably open."""


class Frame(QWidget):
    """The content of the window for one open library; closing it lets go of everything decrypted."""

    lock_wanted = Signal()
    title_changed = Signal(str)

    def __init__(
        self,
        door: LibraryDoor,
        views: Sequence[ViewSpec],
        home: str,
        *,
        theme: Theme,
        choices: Choices,
        parent: QWidget | None = None,
        reads: bool = True,
        goes_on: bool = False,
        behind: BehindTheLock | None = None,
    ) -> None:
        """Open the library's window.

        Args:
            door: Opens the library in every thread.
            views: What can be shown.
            home: The view to begin with.
            theme: The look.
            choices: What the person chose about the window.
            parent: Qt's owner.
            reads: Whether workers read what waits; pictures for a manual are taken without.
            goes_on: Whether what was being added when the library was locked goes on unasked.
            behind: Keeps what is being sent while the library is locked; None where it cannot be locked.
        """
        super().__init__(parent)
        self._specs = {spec.name: spec for spec in views}
        self._views: dict[str, View] = {}
        self._shown: list[tuple[str, object]] = []
        self._home, self._theme, self._choices = home, theme, choices
        self.access = LibraryAccess(door, self)
        self.images = ImageStore(door, self)
        self.importing = Import(door, self)
        self.work = ReadingWork(door, self) if reads else None
        self.actions_set = ActionSet(ACTIONS, theme, choices, self)
        self.toasts = Toasts(self, theme)
        self.adding = Adding(self.importing, choices, theme, self.toasts, self)
        settings_file = door.settings_file or Places.of_this_user().settings
        self.settings = SettingsKeeper(door.settings, settings_file, self)
        self.handing_on = HandingOn(
            door, self.images, theme, choices, self.toasts, self,
            doubt_threshold=lambda: self.settings.settings.reading.doubt_threshold,
        )  # fmt: skip
        self._build()
        self.sending = SendingPart(
            door, self.access, self.settings, self.actions_set, self.bar, self.rail, self.toasts, theme,
            self.open_view, lambda: self._shown[-1][0] if self._shown else "", self, behind,
        )  # fmt: skip
        self.tools = Tools(
            door=door, access=self.access, images=self.images, work=self.work, importing=self.importing,
            adding=self.adding, handing_on=self.handing_on, settings=self.settings, actions=self.actions_set,
            theme=theme, choices=choices, toasts=self.toasts, sending=self.sending,
            open_view=self.open_view,
        )  # fmt: skip
        self._handle_actions()
        self.queue = QueuePart(self.tools, frozenset(self._specs), self.show_drawer, self)
        self.middle.set_drawer(self.queue.drawer, least=theme.line * 14)
        self.actions_set.handle("queue.show", self.toggle_drawer)
        self.queue.drawer.closed.connect(self.toggle_drawer)
        self._listen()
        self._count()
        self.open_view(home, self._home_argument())
        self.left_over = LeftOver(self.access, self.importing, self.toasts, self, goes_on=goes_on)
        self._begun = [spec.begin(self.tools) for spec in views if spec.begin is not None]
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD)
        self._ahead.timeout.connect(self._make_ahead)
        self._ahead.start()

    # Views

    def open_view(self, name: str, argument: object = None, *, searching: bool = False) -> None:
        """Bring a view to the front.

        Args:
            name: Of the view; one that there is not is answered by the first one.
            argument: What it shows.
            searching: Whether somebody types a search: the keyboard stays in the field.
        """
        if name not in self._specs:
            name, argument = self._home, self._home_argument()
        if self._shown:
            self._views[self._shown[-1][0]].left()
        if self.middle.covered:
            self.toggle_drawer()
        view = self._view(name)
        view.opened(argument)
        self.stack.setCurrentWidget(view)
        if searching and self._shown and _is_search(self._shown[-1][1]):
            # Each letter is no place to go back to.
            self._shown.pop()
        self._shown = [*self._shown[-20:], (name, argument)]
        place = next(
            (each for each in self.rail.places if (each.view, each.argument) == (name, argument)), None
        )
        self.rail.show_place(place.name if place else None)
        self._take_context()
        if not searching:
            known = argument if isinstance(argument, dict) else {}
            words = known.get("search") or known.get("photos") or ""
            self.bar.show_words(str(words), by_sight="photos" in known)
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.title_changed.emit(view.title())

    @property
    def view(self) -> View | None:
        """The view in front."""
        return self._views.get(self._shown[-1][0]) if self._shown else None

    def toggle_drawer(self) -> None:
        """Open the drawer, or close it."""
        self.middle.toggle_drawer()
        opened = self.middle.drawer is not None
        self.actions_set["queue.show"].setChecked(opened)
        if not opened and self.view is not None:
            self.view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_drawer(self) -> None:
        """Open the drawer."""
        if self.middle.drawer is None:
            self.toggle_drawer()

    def show_overlay(self) -> None:
        """Cover the window with what happens when files are let go."""
        self._overlay.appear()

    def may_close(self, close: Callable[[], object]) -> bool:
        """Return whether nothing holds the window open; otherwise ask, and call ``close`` if that may be."""
        return self.left_over.may_close(close) and self.sending.closing.may_close(close)

    def close_all(self, *, goes_on: bool | None = None) -> None:
        """Let views keep what was begun, finish the writes, end the workers, drop what is decrypted.

        Args:
            goes_on: Where the library is only locked, whether what is being sent goes on; else None.
        """
        self._ahead.stop()
        for view in self._views.values():
            view.left()
            view.ended()
        self.handing_on.close()
        self.settings.close()
        self.middle.keep()
        self.queue.close()
        self.sending.close(goes_on=goes_on)
        self.importing.close()
        if self.work is not None:
            self.work.close()
        self.images.close()
        self.access.close()

    # Qt's

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the rail fit."""
        self.rail.set_narrow(narrow=event.size().width() < NARROW * self._theme.line)
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the keyboard on to the view: in the frame itself there is nothing to do with it."""
        super().focusInEvent(event)
        if self.view is not None:
            self.view.first_focus().setFocus(event.reason())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take what can be added."""
        if takes(event.mimeData()):
            event.acceptProposedAction()
            self.show_overlay()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing was dropped."""
        self._overlay.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Add what was dropped."""
        self._overlay.hide()
        event.acceptProposedAction()
        self.adding.take(event.mimeData())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_set.retranslate()
        super().changeEvent(event)

    # Making

    def _build(self) -> None:
        self.rail_places = tuple(self._led(place) for place in PLACES if self._leads(place))
        self.bar = TopBar(self.actions_set, self._theme, self)
        self.rail = Rail(self.rail_places, self._theme, self)
        self.toasts.stand_beside(self.rail)
        self.middle = Middle(self._choices, self)
        self.stack = self.middle.stack
        self._overlay = DropOverlay(self, self._theme)
        self.setAcceptDrops(True)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addWidget(self.middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(below, 1)

    def _leads(self, place: Place) -> bool:
        """Whether a place has somewhere to lead: until there are lists, the inbox leads home."""
        return place.view in self._specs or place.name == "inbox"

    def _led(self, place: Place) -> Place:
        if place.view in self._specs:
            return place
        return Place(place.name, place.text, place.icon, self._home)

    def _handle_actions(self) -> None:
        handlers = {
            "add.files": self.adding.ask_files,
            "add.folder": self.adding.ask_folder,
            "add.paste": self.adding.paste,
            "go.search": self.bar.focus_search,
            "go.photos": self.bar.search_photos,
            "go.back": self.go_back,
            "go.next-part": self._next_part,
            "window.menu": self.bar.open_menu,
            "window.keys": self._show_keys,
            "window.quit": self.window_close,
        }
        if "preferences" in self._specs:
            handlers["window.settings"] = self._open_settings
        if "documents" in self._specs:
            handlers |= {"document.export": self._export, "document.print": self._print}
        if self.tools.door.data_key is not None:
            handlers["window.lock"] = self.lock_wanted.emit
        if self.work is not None:
            handlers |= {"queue.pause": self.work.pause, "queue.resume": self.work.resume}
        for name, handler in handlers.items():
            self.actions_set.handle(name, handler)

    def _listen(self) -> None:
        self.rail.chosen.connect(lambda place: self.open_view(place.view, place.argument))
        self.bar.searched.connect(self._search)
        self.bar.photos_switched.connect(lambda: self._search(self.bar.search.text().strip()))
        self.bar.search_ended.connect(lambda: self.view.search_ended() if self.view else None)
        self.bar.queue_wanted.connect(self.toggle_drawer)
        self.access.changed.connect(self._library_changed)
        self.adding.details_wanted.connect(lambda report: Refusals(report, self._theme, self).open())
        for source in (self.access, self.images, self.importing, self.settings):
            source.failed.connect(self.tell)
        self.settings.settled.connect(self.importing.use_settings)
        if self.work is not None:
            self.settings.settled.connect(self.work.use_settings)
            self.work.failed.connect(self.tell)
            self.work.state_changed.connect(self._work_changed)
            self.work.happened.connect(self._tell_worker)

    # Doing

    def window_close(self) -> None:
        """Close the window."""
        self.window().close()

    def go_back(self) -> None:
        """Open what was open before."""
        if len(self._shown) > 1:
            name, argument = self._shown[-2]
            self._shown = self._shown[:-1]
            self._views[self._shown[-1][0]].left()
            self._shown = self._shown[:-1]
            self.open_view(name, argument)

    def tell(self, error: SandukuError) -> None:
        """Tell of an error that no view took."""
        self.toasts.show(error_text(error), kind="wrong")

    def _make_ahead(self) -> None:
        for name, spec in self._specs.items():
            if spec.ahead:
                self._view(name)

    def _view(self, name: str) -> View:
        if name not in self._views:
            view = self._views[name] = self._specs[name].make(self.tools)
            view.context_changed.connect(self._take_context)
            view.title_changed.connect(self._take_title)
            self.stack.addWidget(view)
        return self._views[name]

    def _search(self, words: str) -> None:
        if "documents" not in self._specs:
            return
        if self.bar.by_sight:
            self.open_view("documents", {"photos": words}, searching=True)
        elif words:
            self.open_view("documents", {"search": words}, searching=True)
        elif self._shown and _is_search(self._shown[-1][1]):
            before = self._shown[-2] if len(self._shown) > 1 else (self._home, self._home_argument())
            self.open_view(*before, searching=True)

    def _home_argument(self) -> object:
        """Return what the first view is opened with: the chosen place, or the first that leads there."""
        chosen = self._choices.remembered(BEGIN_KEY)
        places = [place for place in self.rail_places if place.view == self._home]
        return next((place.argument for place in sorted(places, key=lambda each: each.name != chosen)), None)

    def _open_settings(self) -> None:
        self.open_view("preferences", None)

    def _export(self) -> None:
        if self.view is not None:
            self.handing_on.export(self.view.chosen_documents())

    def _print(self) -> None:
        if self.view is not None:
            self.handing_on.print(self.view.chosen_documents())

    def _show_keys(self) -> None:
        KeysSheet(self.actions_set, self._theme, self).open()

    def _next_part(self) -> None:
        if self.view is not None:
            stop = next_stop(self.focusWidget(), self.bar, self.rail, self.middle, self.view.first_focus())
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    # Being told

    def _take_context(self) -> None:
        if self.view is not None:
            queue = {Need.WAITING, Need.PAUSED, Need.JOB, Need.PROBLEM} & {
                Need(each) for each in self.actions_set.context
            }
            self.actions_set.set_context({*self.view.context(), *queue})

    def _take_title(self) -> None:
        if self.view is not None:
            self.title_changed.emit(self.view.title())

    def _library_changed(self, _change: LibraryChange) -> None:
        self._count()

    def _count(self) -> None:
        """Ask how much waits in each place."""
        self.access.ask(look_at_places, self.rail.show_standing, replaces="rail-counts", owner=self.rail)

    def _work_changed(self, state: WorkState) -> None:
        self.bar.set_work(state)
        paused = state.kind is WorkKind.PAUSED
        waiting = bool(state.left) and not paused
        self.actions_set.add_context(
            add=[need for need, there in ((Need.PAUSED, paused), (Need.WAITING, waiting)) if there],
            remove=[Need.PAUSED, Need.WAITING],
        )

    def _tell_worker(self, event: WorkerEvent) -> None:
        said = told(event.code, event.message)
        match event.kind:
            case EventKind.CRASHED:
                self.toasts.show(
                    self.tr("The reader stopped and was started again. Nothing is lost."), kind="warning"
                )
            case EventKind.WAITING:
                self.toasts.show(
                    self.tr("Reading waits and is tried again: %1").replace("%1", said.what),
                    kind="warning",
                )
            case EventKind.REFUSED:
                self.toasts.show(
                    self.tr("Nothing can be read: %1").replace("%1", f"{said.what} {said.remedy}".strip()),
                    kind="wrong",
                    action=self.tr("Try again"),
                    do=self.work.try_again if self.work is not None else None,
                )


def _is_search(argument: object) -> bool:
    return isinstance(argument, dict) and (bool(argument.get("search")) or "photos" in argument)
