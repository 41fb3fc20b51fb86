"""The drawer at the side of the window: how the reading goes, and all that can be done about it."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.access import LibraryAccess, ReadingWork, WorkState
from desktop.actions import ActionSet
from desktop.queue import telling
from desktop.queue.desk import QueueDesk
from desktop.queue.lists import FinishedPage, WaitingPage
from desktop.queue.notices import Notices
from desktop.queue.now import Now
from desktop.queue.problems import ProblemsPage
from desktop.queue.refused import RefusedFiles
from desktop.queue.state import Problem, QueueLooker, QueueState
from desktop.style import Theme
from desktop.window.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop.window.adding import Adding

FIRST_LOOK = 300
MORE = 600
"""Waiting pages that are looked at in the beginning, and how many more at the end of the list."""

PAUSE = 250
"""Milliseconds between two looks at the most."""

WAITING, PROBLEMS, FINISHED = range(3)


class QueueDrawer(QWidget):
    """The drawer."""

    closed = Signal()
    """A person closed it."""

    def __init__(
        self,
        access: LibraryAccess,
        work: ReadingWork | None,
        refused: RefusedFiles,
        adding: "Adding",
        actions: ActionSet,
        theme: Theme,
        desk: QueueDesk,
        views: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        """Show the queue.

        Args:
            access: Asked how it stands.
            work: The readers; None where nothing is read.
            refused: Files that could not be added.
            adding: Adds files, for where nothing waits.
            actions: What can be done.
            theme: The look.
            desk: Does it.
            views: Names of the views that can be opened.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._access, self._work, self._refused, self._theme, self._desk = access, work, refused, theme, desk
        self._looker = QueueLooker(datetime.now(UTC).isoformat())
        self._jobs = FIRST_LOOK
        self.state = QueueState()
        self._told = work.state if work is not None else WorkState()
        self.heading, self.summary, self.bar = QLabel(self), QLabel(self), QProgressBar(self)
        self.close_button, self.pause = QToolButton(self), QToolButton(self)
        self._actions = actions
        self.notices, self.now = Notices(views, theme, self), Now(theme, self)
        self.tabs, self.pages = QTabBar(self), QStackedWidget(self)
        self.waiting = WaitingPage(actions, theme, self)
        self.problems = ProblemsPage(views, theme, self)
        self.finished = FinishedPage(theme, self)
        self.empty = EmptyState(theme, "queue", self)
        self._add = self.empty.add_button(adding.ask_files, main=True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self._listen()
        self.retranslate()
        self._restyle()
        self._look()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that it begins with."""
        return QSize(self._theme.line * 22, self._theme.line * 30)

    def show_work(self, work: WorkState) -> None:
        """Show how the readers are."""
        self._told = work
        self.notices.show_work(work)
        self._retell()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at once."""
        super().showEvent(event)
        self._look()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the keyboard on to the tabs: were they its proxy, Tab would leave out what is above."""
        super().focusInEvent(event)
        self.tabs.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Take all words anew."""
        self.setAccessibleName(self.tr("The queue"))
        self.heading.setText(self.tr("Reading"))
        self.close_button.setAccessibleName(self.tr("Close the queue"))
        self.close_button.setToolTip(self.tr("Close the queue"))
        self.tabs.setAccessibleName(self.tr("Parts of the queue"))
        self.bar.setAccessibleName(self.tr("How far the reading is"))
        self._add.setText(self.tr("Add files"))
        for part in (self.notices, self.now, self.waiting, self.problems, self.finished):
            part.retranslate()
        self._retell()

    # Making

    def _build(self) -> None:
        self.summary.setWordWrap(True)
        self.summary.setProperty("kind", "muted")
        self.bar.setTextVisible(False)
        for button in (self.close_button, self.pause):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.setProperty("kind", "plain")
        self.pause.setProperty("kind", "button")
        self.pause.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for _ in range(3):
            self.tabs.addTab("")
        for page in (self.waiting, self.problems, self.finished, self.empty):
            self.pages.addWidget(page)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        # Where the window is low or the text large, the drawer scrolls as a whole.
        area, inner = QScrollArea(self), QWidget(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        whole.addWidget(area, 1)
        self._head = head
        self._column = QVBoxLayout(inner)
        self._column.addWidget(self.summary)
        self._column.addWidget(self.bar)
        row = QHBoxLayout()
        row.addWidget(self.pause)
        row.addStretch(1)
        self._column.addLayout(row)
        for widget in (self.notices, self.now, self.tabs):
            self._column.addWidget(widget)
        self._column.addWidget(self.pages, 1)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _listen(self) -> None:
        self._pause.timeout.connect(self._look)
        self._access.changed.connect(lambda _change: self._later())
        self._refused.changed.connect(self._show_problems)
        self._theme.changed.connect(self._restyle)
        self.close_button.clicked.connect(lambda _checked=False: self.closed.emit())
        self.tabs.currentChanged.connect(lambda _place: self._show_page())
        self.now.stop.connect(self._desk.stop)
        self.waiting.more_wanted.connect(self._look_further)
        self.waiting.dropped.connect(self._desk.move)
        self.waiting.selection_changed.connect(self._take_selection)
        self.problems.fix_wanted.connect(lambda key, fix: self._desk.fix(self._problem(key), key, fix))
        self.problems.retry_all_wanted.connect(self._desk.retry_all)
        self.finished.again.connect(self._desk.read_again)
        self.finished.opened.connect(self._desk.open_document)
        self.notices.fix_wanted.connect(self._desk.fix_reading)
        self._desk.use(self.waiting)
        if self._work is not None:
            self._work.state_changed.connect(self.show_work)

    def _restyle(self) -> None:
        line, colours = self._theme.line, self._theme.colours
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self.heading.setFont(font)
        self._head.setContentsMargins(line * 2 // 3, line // 2, line // 3, 0)
        self._column.setContentsMargins(line * 2 // 3, line // 4, line * 2 // 3, line // 2)
        self.pages.setMinimumHeight(line * 9)
        self.tabs.setIconSize(QSize(line, line))
        self._column.setSpacing(line // 2)
        self.bar.setFixedHeight(max(4, line // 3))
        self.close_button.setIcon(self._theme.icons.icon("close", "muted"))
        for button in (self.close_button, self.pause):
            button.setIconSize(QSize(line, line))
        self.tabs.setStyleSheet(
            f"QTabBar {{ background: transparent; }}"
            f"QTabBar::tab {{ padding: {line // 3}px {line // 2}px; border: 2px solid transparent;"
            f" border-bottom: 3px solid {colours.border}; color: {colours.muted}; }}"
            f"QTabBar::tab:selected {{ color: {colours.text}; border-bottom: 3px solid {colours.accent};"
            f" font-weight: 600; }}"
            f"QTabBar::tab:hover {{ background: {colours.hover}; }}"
            f"QTabBar::tab:selected:focus {{ border: 2px solid {colours.focus}; }}"
        )
        self._retell()

    # Looking

    def _later(self) -> None:
        if self.isVisible() and not self._pause.isActive():
            self._pause.start()

    def _look(self) -> None:
        looker, jobs = self._looker, self._jobs
        self._access.ask(
            lambda library: looker.look(library, jobs), self.show_state, replaces="queue", owner=self
        )

    def _look_further(self) -> None:
        self._jobs += MORE
        self._look()

    def show_state(self, state: QueueState) -> None:
        """Show how the queue stands."""
        first = self.state == QueueState()
        self.state = state
        self.now.set_rows(state.running)
        self.waiting.set_rows(state.waiting, more=state.more)
        self.finished.set_rows(state.finished)
        self.notices.show_crashes(state.crashes)
        self._desk.set_queue(left=state.progress.queued + state.progress.running, paused=state.outlook.paused)
        self._show_problems()
        if first and not state.waiting and self.problems.count:
            self.tabs.setCurrentIndex(PROBLEMS)
        self._take_selection()

    def _show_problems(self) -> None:
        self.problems.show_problems(self.state.problems, self._refused.files)
        self._desk.set_problems(there=bool(self.state.problems))
        self._retell()

    def _retell(self) -> None:
        """Say how far it is."""
        progress = self.state.progress
        left = progress.queued + progress.running
        self.summary.setText(telling.summary(self.state, self._told if self._told.left else None))
        done = self._told.done or sum(row.pages for row in self.state.finished)
        self.bar.setRange(0, max(1, left + done))
        self.bar.setValue(done)
        self.bar.setVisible(left > 0)
        paused = self.state.outlook.paused
        self.pause.setDefaultAction(self._actions["queue.resume" if paused else "queue.pause"])
        self.pause.setVisible((left > 0 or paused) and self.pause.defaultAction().isVisible())
        self._restyle_pause(waits=paused)
        counts = (len(self.state.waiting), self.problems.count, len(self.state.finished))
        words = (self.tr("Waiting"), self.tr("Problems"), self.tr("Done"))
        for place, (name, count) in enumerate(zip(words, counts, strict=True)):
            more = "+" if place == WAITING and self.state.more else ""
            number = telling.number(count) + more if count else ""
            self.tabs.setTabText(place, f"{name}  {number}" if number else name)
        icon = self._theme.icons.icon("problem", "wrong")
        self.tabs.setTabIcon(PROBLEMS, icon if self.problems.count else type(icon)())
        self._show_page()

    def _restyle_pause(self, *, waits: bool) -> None:
        self.pause.setProperty("kind", "main" if waits else "button")
        self.pause.style().unpolish(self.pause)
        self.pause.style().polish(self.pause)
        if waits:
            self.pause.setIcon(self._theme.icons.icon("play", "on_accent"))

    def _show_page(self) -> None:
        place = self.tabs.currentIndex()
        there = (bool(self.state.waiting), self.problems.count > 0, bool(self.state.finished))[place]
        self.pages.setCurrentIndex(place if there else 3)
        title, text = (
            (self.tr("Nothing waits"), self.tr("What you add is read at once, one page after the other.")),
            (self.tr("No problems"), self.tr("If a page cannot be read, it is told here with what helps.")),
            (self.tr("Nothing yet"), self.tr("What is read while the window is open is listed here.")),
        )[place]
        self.empty.set_words(title, text)
        self._add.setVisible(place == WAITING)

    def _problem(self, key: str) -> Problem | None:
        return next((each for each in self.state.problems if each.key == key), None)

    def _take_selection(self) -> None:
        self._desk.set_chosen(self.waiting.chosen_rows() if self.isVisible() else [])
