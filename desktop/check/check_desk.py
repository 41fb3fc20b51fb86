"""Joins the parts of the check view: which action does what, and what follows from what a person does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from desktop.actions import ActionSet
from desktop.check.canvas import PageState
from desktop.check.doubt_walk import DoubtWalk
from desktop.check.draft_offers import DraftOffers
from desktop.check.history import Entry
from desktop.check.line_field import LineField
from desktop.check.page_notices import Answers, notices_of, why_not
from desktop.check.problem_dialog import ProblemDialog
from desktop.check.region_verbs import way_text
from desktop.check.review_verbs import Outcome
from desktop.check.tidings import Tidings
from engine.geometry import Quad
from engine.library import JobState

if TYPE_CHECKING:
    from desktop.check.check_view import CheckView


class CheckDesk(QObject):
    """Where the threads of the check view come together."""

    def __init__(self, view: "CheckView", actions: ActionSet, tidings: Tidings) -> None:
        """Join the parts of a view."""
        super().__init__(view)
        self._view, self._actions, self._tidings = view, actions, tidings
        self.hand, self.lines = view.hand, view.lines
        self.walk = DoubtWalk(view.access, view.hand, view.lines, self)
        self.offers = DraftOffers(view.hand, view.lines, self)
        self.reveal = False
        """Whether the line that is chosen next is brought near, and opened."""
        self._last_field: LineField = view.card.field
        self._to_place = ("", "")
        self._answers = Answers(
            go_on=self.offers.go_on,
            put_here=self.offers.put_here,
            draw=self.offers.draw,
            drop=self.offers.drop,
            read_again=view.page_verbs.read_again,
            add_line=self.add_line,
        )
        self._handle()
        self._listen_to_parts()
        self._listen_to_hand()

    # Joining

    def _handle(self) -> None:
        view, canvas = self._view, self._view.canvas
        handlers: dict[str, Callable[[], object]] = {
            "check.approve": self.approve,
            "check.skip": self.skip,
            "check.problem": self.ask_problem,
            "check.next-doubt": lambda: self.walk.go(forward=True),
            "check.previous-doubt": lambda: self.walk.go(forward=False),
            "edit.undo": self.lines.undo,
            "edit.redo": self.lines.redo,
            "check.ask": self.ask,
            "check.scenes": view.ask.say_what_it_shows,
            "check.history": self.show_history,
            "line.confirm": self.confirm,
            "line.edit": view.strip.open,
            "line.read-again": view.regions.ask,
            "line.add": self.add_line,
            "line.split": self.split,
            "line.merge": self.lines.merge,
            "line.delete": self.lines.delete,
            "text.copy": self.lines.copy,
            "page.previous": lambda: self.turn_over(-1),
            "page.next": lambda: self.turn_over(1),
            "page.zoom-in": canvas.zoom_in,
            "page.zoom-out": canvas.zoom_out,
            "page.fit": canvas.fit_page,
            "page.fit-width": canvas.fit_width,
            "page.actual-size": canvas.actual_size,
            "page.rotate-left": lambda: self.turn_page(-1),
            "page.rotate-right": lambda: self.turn_page(1),
            "page.straighten": self.straighten,
            "page.as-it-came": self.page_as_it_came,
            "page.read-again": self.read_page_again,
        }
        for number in range(3):
            handlers[f"line.alternative-{number + 1}"] = partial(self.lines.use, number)
        for name, handler in handlers.items():
            self._actions.handle(name, handler)

    def _listen_to_parts(self) -> None:
        view = self._view
        view.canvas.line_hovered.connect(view.list.set_hovered)
        view.list.hovered_changed.connect(view.canvas.set_hovered)
        view.canvas.line_activated.connect(self._box_clicked)
        view.canvas.box_drawn.connect(self._box_drawn)
        view.canvas.corners_chosen.connect(view.page_verbs.straighten)
        view.filmstrip.page_chosen.connect(self.open_page)
        view.list.chosen.connect(self._line_chosen)
        view.list.edit_wanted.connect(view.strip.open)
        view.list.marked_changed.connect(self._marked)
        view.list.menu_wanted.connect(self._show_menu)
        view.card.alternative_chosen.connect(self.lines.use)
        view.card.draft_dropped.connect(self.offers.drop_here)
        view.card.menu_wanted.connect(self._menu_under)
        view.strip.menu_wanted.connect(self._menu_under)
        view.card.ways_wanted.connect(self._ways_under)
        view.history.restore_wanted.connect(self._restore)
        view.ask.labelled.connect(lambda undo: self._tidings.labelled(lambda: view.ask.talk.take_back(undo)))
        view.waiting.read_wanted.connect(view.page_verbs.read_again)
        for field in (view.strip.field, view.card.field):
            field.save_wanted.connect(self.save_and_next)
            field.step_wanted.connect(self._step)
            field.drop_wanted.connect(self.drop_typing)
            field.cursorPositionChanged.connect(lambda *_, field=field: self._remember(field))

    def _listen_to_hand(self) -> None:
        hand, view, tidings = self.hand, self._view, self._tidings
        hand.page_opened.connect(self._page_opened)
        hand.lines_changed.connect(self._lines_changed)
        hand.image_changed.connect(self._show_image)
        for signal in (hand.lines_changed, hand.image_changed):
            signal.connect(self._show_turned)
        hand.current_changed.connect(self._current_changed)
        hand.document_changed.connect(self._show_pages)
        hand.counts.changed.connect(self._show_pages)
        hand.settled.connect(self._settled)
        hand.lost.connect(tidings.failed)
        self.lines.done.connect(lambda what, about: tidings.line_done(what, about, self.lines.undo))
        self.lines.refused.connect(lambda why: tidings.line_refused(why, self.lines.delete))
        self.offers.go_on_wanted.connect(self._bring_back)
        self.offers.open_wanted.connect(view.strip.open)
        self.offers.place_wanted.connect(self.add_line)
        self.walk.found.connect(view.strip.open)
        self.walk.elsewhere.connect(self._open_doubt)
        self.walk.nothing.connect(tidings.no_more_doubts)
        view.page_verbs.adjusted.connect(tidings.adjusted)
        view.page_verbs.asked.connect(tidings.read_again)
        view.review.said.connect(self._said)
        view.review.skipped.connect(self._skipped)
        view.review.refused.connect(tidings.approval_refused)
        view.review.warned.connect(lambda count: tidings.unseen(count, lambda: self.walk.go(forward=True)))

    # The document

    def go_on_with(self, document_id: str | None) -> None:
        """Show the next document, or that nothing is left."""
        self._shut_strip()
        self._view.waiting.nothing_left = document_id is None
        if document_id is None:
            self.hand.let_go()
        else:
            self.hand.open(document_id, 0)

    def approve(self) -> None:
        """Save what is typed, approve, and go on."""
        if self.lines.save():
            self._view.review.approve()

    def skip(self) -> None:
        """Save what is typed, and go on."""
        if self.lines.save():
            self._view.review.skip()

    def ask_problem(self) -> None:
        """Ask what is wrong; then mark the document and go on."""
        facts = self.hand.facts
        if facts is None or not self.lines.save():
            return
        dialog = ProblemDialog(facts.document.name, self._view.theme, self._view)
        dialog.accepted.connect(lambda: self._view.review.problem(dialog.reason.text()))
        dialog.open()

    def _said(self, outcome: Outcome) -> None:
        self._tidings.said(outcome)
        if not outcome.refused:
            self.go_on_with(outcome.next_id)

    def _skipped(self, document_id: str | None) -> None:
        if document_id is None:
            self._tidings.only_one()
        else:
            self.go_on_with(document_id)

    # The page

    def open_page(self, index: int) -> None:
        """Save what is typed, and show another page."""
        if index != self.hand.index and self.lines.save():
            self._shut_strip()
            self.hand.go_to(index)

    def turn_over(self, by: int) -> None:
        """Show the next page, or the one before."""
        if 0 <= self.hand.index + by < len(self.hand.pages):
            self.open_page(self.hand.index + by)

    def turn_page(self, quarters: int) -> None:
        """Save what is typed, and turn the page."""
        if self.lines.save():
            self._shut_strip()
            self._view.page_verbs.turn(quarters)

    def page_as_it_came(self) -> None:
        """Save what is typed, and take back how the page was turned and straightened."""
        if self.lines.save():
            self._shut_strip()
            self._view.page_verbs.as_it_came()

    def straighten(self) -> None:
        """Let the person drag the corners of the sheet."""
        page = self.hand.page
        if page is not None and page.stored is not None and self.lines.save():
            self._shut_strip()
            self._view.canvas.edit_corners(self._view.page_verbs.corners)

    def read_page_again(self) -> None:
        """Have the page read again."""
        if self.lines.save():
            self._view.page_verbs.read_again()

    def show_history(self) -> None:
        """Show the history, or the text again."""
        tabs, history = self._view.tabs, self._view.history
        shown = tabs.currentWidget() is history
        tabs.setCurrentIndex(0 if shown else tabs.indexOf(history))
        (self._view.list if shown else history.list).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self) -> None:
        """Show the questions, with the keyboard in the field."""
        self._view.tabs.setCurrentWidget(self._view.ask)
        self._view.ask.focus_question()

    # The lines

    def save_and_next(self) -> None:
        """Save what is typed, or confirm a doubtful line, and go on: to the next line, page, or the end.

        A line without text is passed by, and so is one that was read anew while it was open.
        """
        row, typing = self.hand.row, self.hand.typing
        is_seen = row is not None and typing.line_id == row.id and self.hand.held_back is None
        if row is not None and is_seen and not typing.dirty and row.doubtful and row.text.strip():
            self.lines.confirm()
        self._step(1, saving=True)

    def confirm(self) -> None:
        """Say that the line is right, and go to the next doubt."""
        self.lines.confirm()
        self.walk.go(forward=True)

    def drop_typing(self) -> None:
        """Close the line; what was typed can be brought back for a moment."""
        row = self.hand.row
        text = self.lines.drop()
        self._shut_strip()
        if text and row is not None and not row.is_new:
            self._tidings.dropped(lambda: self._bring_back(row.id, text))

    def add_line(self, text: str = "", name: str = "") -> None:
        """Let the person draw where a line stands.

        Args:
            text: What it reads, if that is known already.
            name: Under which that is kept, if it is.
        """
        page = self.hand.page
        self._to_place = (text, name)
        if page is not None and page.stored is not None and self.lines.save():
            self._shut_strip()
            self._view.canvas.draw_box()
            self._tidings.draw_a_box()

    def split(self) -> None:
        """Part the line where the cursor stood last in one of its fields."""
        text, units = self._last_field.text(), self._last_field.cursorPosition()
        # Qt counts in units of UTF-16.
        at = len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))
        self.lines.split(at)

    def _step(self, by: int, *, saving: bool = False) -> None:
        if self.lines.step(by) or not saving or self.hand.typing.active:
            return
        if self.hand.index + 1 < len(self.hand.pages):
            self.reveal = True
            self.hand.go_to(self.hand.index + 1, 0)
        else:
            self._shut_strip()
            self._view.footer.approve.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self, line_id: str, text: str) -> None:
        place = next((at for at, row in enumerate(self.hand.rows) if row.id == line_id), None)
        if place is not None and self.lines.go_to(place):
            self._view.strip.open()
            self.hand.begin_typing(text)

    def _restore(self, entry: Entry) -> None:
        if entry.restores == "version" and entry.line_id is not None:
            self.lines.restore(entry.line_id, entry.correction_id)
        elif entry.correction_id is not None:
            self.lines.take_back(entry.correction_id)

    def _shut_strip(self) -> None:
        """Close the strip; the keyboard goes to the list if it was in a field of the line."""
        fields = (self._view.strip.field, self._view.card.field)
        had = any(field.hasFocus() for field in fields)
        self._view.strip.shut()
        if had:
            self._view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self, field: LineField) -> None:
        if field.hasFocus():
            self._last_field = field

    # What parts tell

    def _box_clicked(self, place: int) -> None:
        if self.lines.go_to(place):
            self._view.strip.open()

    def _box_drawn(self, quad: Quad) -> None:
        text, name = self._to_place
        self.lines.begin_adding(quad, text, name)
        self._view.strip.open()
        if not text:
            self._view.regions.ask()
        self._to_place = ("", "")

    def _line_chosen(self, place: int) -> None:
        if not self.lines.go_to(place):
            self._view.list.show_current(self.hand.current)

    def _marked(self, places: tuple[int, ...]) -> None:
        self.lines.selected = places

    def _show_menu(self, point: QPoint) -> None:
        self._actions.context_menu("line", self._view).popup(point)

    def _menu_under(self, button: QToolButton) -> None:
        self._show_menu(button.mapToGlobal(QPoint(0, button.height())))

    def _ways_under(self, button: QToolButton) -> None:
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        for way in self._view.ways():
            entry = QAction(way_text(way), menu)
            entry.triggered.connect(lambda _checked=False, way=way: self._view.regions.ask(way))
            menu.addAction(entry)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    # What is in hand

    def show_notices(self) -> None:
        """Show what holds now over the page."""
        self._view.notices.show_all(notices_of(self.hand, self._answers))

    def _page_opened(self) -> None:
        self._view.canvas.set_page(None, [])
        if self.hand.facts is not None:
            self._view.canvas.show_state(PageState.OPENING)
        self._view.filmstrip.set_current(self.hand.index)
        self.show_notices()

    def _lines_changed(self) -> None:
        self._view.canvas.set_lines([row.look for row in self.hand.rows])
        self.show_notices()

    def _show_image(self) -> None:
        looks = [row.look for row in self.hand.rows]
        self._view.canvas.set_page(self.hand.image, looks)
        if self.hand.image is None:
            self._view.canvas.show_state(PageState.MISSING)
        self._view.canvas.set_current(self.hand.current, reveal=self._view.strip.is_open)

    def _show_turned(self) -> None:
        """Show the page as the person turned it, from the moment they did until it is there anew."""
        page, canvas, turns = self.hand.page, self._view.canvas, 0
        if page is not None and page.stored is not None and page.being_read:
            wanted = page.adjustment.quarter_turns
            turns = 0 if wanted is None else wanted - page.stored.as_read.rotation
        if turns % 4 != canvas.turned:
            canvas.turn(turns - canvas.turned)

    def _current_changed(self) -> None:
        view, strip = self._view, self._view.strip
        view.list.show_current(self.hand.current)
        row = self.hand.row
        if row is None:
            strip.shut()
            view.canvas.set_current(-1)
            return
        if strip.is_open:
            self.hand.begin_typing()
        view.canvas.set_current(self.hand.current, reveal=strip.is_open)
        strip.place()

    def _settled(self) -> None:
        """Open the line that was asked for together with the page."""
        if self.reveal:
            self.reveal = False
            self._view.strip.open()
        if self._proposal_ended():
            self._view.card.follow()

    def _proposal_ended(self) -> bool:
        found = self._view.regions.proposal
        return found is not None and found.state not in (JobState.QUEUED, JobState.RUNNING)

    def _open_doubt(self, index: int, line_id: str) -> None:
        self.reveal = True
        self.hand.go_to(index, line_id)

    def _show_pages(self) -> None:
        strip = self._view.filmstrip
        facts, counts = self.hand.facts, self.hand.counts
        strip.set_pages(self.hand.pages)
        strip.set_doubts({page.id: counts.of(page) for page in self.hand.pages})
        problems = () if facts is None else facts.problems
        strip.set_problems({page: why_not(job) for page, job in problems})
        strip.set_current(self.hand.index)
