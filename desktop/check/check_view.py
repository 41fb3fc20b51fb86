"""The check view: a document's pages, the page with its boxes, its lines of text, and their history."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop.access import ImageStore, LibraryAccess
from desktop.actions import ActionSet, Need
from desktop.asking.models import KnownModels
from desktop.asking.panel import AskPanel
from desktop.check.canvas import PageCanvas
from desktop.check.canvas.filmstrip import Filmstrip
from desktop.check.card_area import CardArea
from desktop.check.check_desk import CheckDesk
from desktop.check.facts import document_after
from desktop.check.footer import Footer
from desktop.check.history_panel import HistoryPanel
from desktop.check.hq_notes import HqNotes
from desktop.check.line_card import LineCard
from desktop.check.line_list import LineList
from desktop.check.line_verbs import LineVerbs
from desktop.check.lines_model import LinesModel
from desktop.check.notices import Notices
from desktop.check.page_bar import PageBar
from desktop.check.page_in_hand import PageInHand
from desktop.check.page_verbs import PageVerbs
from desktop.check.region_verbs import WAYS, RegionVerbs, Way
from desktop.check.review_verbs import Outcome, ReviewVerbs
from desktop.check.strip_editor import StripEditor
from desktop.check.tidings import Tidings
from desktop.check.waiting import Waiting
from desktop.choices import Choices
from desktop.preferences.pack_process import PackProcess
from desktop.style import Theme
from desktop.window.toasts import Toasts
from desktop.window.view import View
from engine.geometry import Adjustment

SPLITTER = "check/splitter"
NARROW = 50
"""Below this many lines' heights of width there is no room for the strip of pages."""
TEXT_TAB, ASK_TAB, HISTORY_TAB = 0, 1, 2


class CheckView(View):
    """Checks one document after the other.

    Its argument is a document's id, or ``{"document": id, "page": index, "line": id or place}``; without one
    it takes the first document that is to be checked.
    """

    def __init__(
        self,
        access: LibraryAccess,
        images: ImageStore,
        actions: ActionSet,
        theme: Theme,
        choices: Choices,
        toasts: Toasts,
        *,
        threshold: float,
        leave: Callable[[], object],
        open_models: Callable[[], object],
        ways: Callable[[], Sequence[Way]] = lambda: WAYS,
        settle: Callable[[], object] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with nothing to check.

        Args:
            access: Asks the library.
            images: Gives page images.
            actions: What can be done.
            theme: The look.
            choices: Keeps how the parts are laid out.
            toasts: Tells what was done.
            threshold: Confidence below which a line is doubtful.
            leave: Opens the list of documents, when nothing is left to check.
            open_models: Shows where models are installed.
            ways: Returns how a box can be read again now; by default in every way that there may be.
            settle: Shows the lines of which headquarters says something else.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.access, self.theme, self._choices = access, theme, choices
        self.ways = ways
        self._laid_out = False
        self.hand = PageInHand(access, images, threshold, self)
        self.lines = LineVerbs(self.hand, self)
        self.regions = RegionVerbs(self.hand, self)
        self.page_verbs = PageVerbs(access, self.hand, self)
        self.review = ReviewVerbs(access, self.hand, self)
        self.canvas = PageCanvas(theme, self)
        self.filmstrip = Filmstrip(images, theme, self)
        self.bar = PageBar(self.hand, actions, theme, self)
        self.footer = Footer(self.hand, actions, theme, self)
        self.model = LinesModel(self.hand, self)
        self.list = LineList(self.model, theme, self)
        self.card = LineCard(self.hand, self.regions, actions, theme, self)
        self.history = HistoryPanel(access, self.hand, theme, self)
        self.models = KnownModels(PackProcess(self), self)
        self.ask = AskPanel(access, self.hand, theme, self.models, open_models, self)
        self.notices, self.hq_notices = Notices(theme, self), Notices(theme, self)
        self._hq_notes = HqNotes(access, self.hand, self.hq_notices, settle)
        self.waiting = Waiting(self.hand, theme, self)
        self.waiting.leave_wanted.connect(leave)
        self.strip = StripEditor(self.hand, self.canvas, actions, theme)
        self._build()
        self.desk = CheckDesk(self, actions, Tidings(toasts, self))
        self.review.said.connect(self._gone_on)
        self.hand.document_changed.connect(self._document_changed)
        for signal in (self.hand.page_opened, self.hand.lines_changed, self.hand.current_changed):
            signal.connect(self.context_changed)
        for signal in (self.hand.page_opened, self.hand.lines_changed, self.hand.document_changed):
            signal.connect(self._show_what_fits)
        self.ask.line_wanted.connect(self._show_line)
        self.card_area.fitted.connect(self._show_current, Qt.ConnectionType.QueuedConnection)
        for signal in (self.hand.settled, self.hand.current_changed, theme.changed):
            signal.connect(self.card_area.fit_later)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    # What the window asks

    def title(self) -> str:
        """Return the document's name."""
        return self.hand.facts.document.name if self.hand.facts else self.tr("Check")

    def context(self) -> frozenset[Need]:
        """Return what there is to work on."""
        page = self.hand.page
        there = {
            Need.PAGE: page is not None,
            Need.TO_HAND_ON: page is not None,
            Need.LINE: self.hand.row is not None,
            Need.TEXT: bool(self.hand.rows),
            Need.ADJUSTED: page is not None and page.adjustment != Adjustment(),
            Need.UNDO: page is not None and page.undo.undo is not None,
            Need.REDO: page is not None and page.undo.redo is not None,
        }
        return frozenset(need for need, is_there in there.items() if is_there)

    def opened(self, argument: object) -> None:
        """Show a document, or the first that is to be checked."""
        self.hand.typing.end()
        self.strip.shut()
        if isinstance(argument, str):
            self.hand.open(argument)
        elif isinstance(argument, Mapping):
            self.hand.open(str(argument["document"]), argument.get("page"), argument.get("line"))
            self.desk.reveal = argument.get("line") is not None
        else:
            self.access.ask(
                lambda library: document_after(library, "", frozenset()), self.desk.go_on_with, owner=self
            )

    def chosen_documents(self) -> Sequence[str]:
        """Return the document that is checked."""
        return (self.hand.facts.document.id,) if self.hand.facts else ()

    def left(self) -> None:
        """Keep what is half typed."""
        self.hand.typing.end()
        self.hand.remove_new_row()
        self.strip.shut()
        self.canvas.cancel_mode()
        self.models.close()
        self._choices.set_layout(SPLITTER, self.splitter.saveState())

    def first_focus(self) -> QWidget:
        """Return the list of lines."""
        return self.list

    def retranslate(self) -> None:
        """Take all words anew."""
        self.tabs.setTabText(TEXT_TAB, self.tr("Text"))
        self.tabs.setTabText(ASK_TAB, self.ask.title())
        self.tabs.setTabText(HISTORY_TAB, self.tr("History"))
        self.tabs.tabBar().setAccessibleName(self.tr("What is shown beside the page"))
        self.list.setAccessibleName(self.tr("Lines of the page, in reading order"))
        self.splitter.handle(1).setAccessibleName(self.tr("Width of the pages"))
        self.splitter.handle(2).setAccessibleName(self.tr("Width of the text"))
        parts = (
            self.bar,
            self.footer,
            self.card,
            self.strip,
            self.ask,
            self.history,
            self.waiting,
            self.canvas,
            self.filmstrip,
        )
        for part in parts:
            part.retranslate()
        self.model.retranslate()
        self._hq_notes.retranslate()
        self.desk.show_notices()

    # Making

    def _build(self) -> None:
        middle, side = QWidget(self), QWidget(self)
        self.stack = QStackedWidget(middle)
        self.stack.addWidget(self.canvas)
        self.stack.addWidget(self.waiting)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.hq_notices)
        column.addWidget(self.notices)
        column.addWidget(self.stack, 1)
        text = QVBoxLayout(side)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        text.addWidget(self.list, 1)
        self.card_area = CardArea(self.card, side)
        text.addWidget(self.card_area)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(side, "")
        self.tabs.addTab(self.ask, "")
        self.tabs.addTab(self.history, "")
        self.splitter = QSplitter(self)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.filmstrip, middle, self.tabs):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.footer)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the parts fit."""
        super().resizeEvent(event)
        self._show_what_fits()
        if not self._laid_out:
            self._lay_out()

    def _show_what_fits(self) -> None:
        had_keyboard = self._has_keyboard()
        several = len(self.hand.pages) > 1
        readable = self.hand.page is not None and self.hand.page.stored is not None
        self.filmstrip.setVisible(several and self.width() >= NARROW * self.theme.line)
        self.tabs.setVisible(readable)
        self.footer.setVisible(self.hand.facts is not None)
        self.bar.setVisible(self.hand.facts is not None)
        self.stack.setCurrentWidget(self.canvas if readable else self.waiting)
        # Qt gives the keyboard of a part that is hidden to whatever comes next in the window, such as "Add".
        if had_keyboard and not self._has_keyboard():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if readable and self.hasFocus():
            text = self.tabs.currentIndex() == TEXT_TAB
            (self.list if text else self.tabs.tabBar()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_keyboard(self) -> bool:
        """Whether the keyboard is in the page or in what stands beside it."""
        holder = QApplication.focusWidget()
        parts = (self.canvas, self.tabs)
        return holder is not None and any(part is holder or part.isAncestorOf(holder) for part in parts)

    def _gone_on(self, outcome: Outcome) -> None:
        """Keep the keyboard that was on a button which cannot be pressed until the next page is there."""
        if not outcome.refused and outcome.next_id is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        """Share the width out as it was left, or as it suits the window's size."""
        self._laid_out = True
        if not self.splitter.restoreState(self._choices.layout(SPLITTER)):
            line, room = self.theme.line, self.width()
            side = min(line * 25, round(room * 0.42))
            self.splitter.setSizes([line * 8, room - side - line * 8, side])

    def _show_current(self) -> None:
        self.list.show_current(self.hand.current)

    def _show_line(self, place: int) -> None:
        """Choose a line, and bring it into sight on the page."""
        if self.lines.go_to(place):
            self.canvas.set_current(self.hand.current, reveal=True)

    def _document_changed(self) -> None:
        self.title_changed.emit()

    def _restyle(self) -> None:
        line, colours = self.theme.line, self.theme.colours
        self.tabs.setMinimumWidth(line * 14)
        self.canvas.setMinimumWidth(line * 10)
        self.tabs.setStyleSheet(
            f"QTabWidget::pane {{ border: 0; background: {colours.surface}; }}"
            f"QTabBar {{ background: {colours.window}; }}"
            f"QTabBar::tab {{ background: {colours.window}; color: {colours.muted}; border: 0;"
            f" border-bottom: 3px solid transparent; padding: {line // 3}px {line}px; }}"
            f"QTabBar::tab:selected {{ color: {colours.text}; border-bottom: 3px solid {colours.accent};"
            " font-weight: 600; }"
            f"QTabBar::tab:focus {{ border: 2px solid {colours.focus}; }}"
        )
        self.list.setStyleSheet(f"QListView {{ background: {colours.surface}; }}")
        self._show_what_fits()
