"""The view "Ready to send": what waits, what headquarters says, freed space, and the log of connections."""

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QMessageBox, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop.access import LibraryAccess
from desktop.actions import Need
from desktop.sending.changes_dialog import ChangesDialog
from desktop.sending.desk import SendingDesk
from desktop.sending.freed import FreedPage
from desktop.sending.from_hq import FromHeadquartersPage
from desktop.sending.log import LogPage
from desktop.sending.offer_notice import OfferNotice
from desktop.sending.offers import OffersDesk
from desktop.sending.standing import ChangedThings, changed_things
from desktop.sending.stick_dialog import SendByStickDialog
from desktop.sending.to_send import ToSendPage
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.empty_state import EmptyState
from desktop.window.toasts import Toasts
from desktop.window.view import View
from engine.errors import SandukuError
from engine.language import isolate
from engine.library import Library

FROM_HQ = 1


class SendingView(View):
    """Four pages under tabs; one sentence and a button while the library belongs to no team."""

    def __init__(
        self,
        desk: SendingDesk,
        offers: OffersDesk,
        access: LibraryAccess,
        theme: Theme,
        toasts: Toasts,
        open_view: Callable[[str, object], None],
        join: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make the pages.

        Args:
            desk: Sends.
            offers: The model packs that headquarters offers.
            access: Asks the library.
            theme: The look.
            toasts: Tell what was done.
            open_view: Opens a document, or the settings.
            join: Asks for an invitation to a team.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.desk, self._access, self._theme, self._toasts = desk, access, theme, toasts
        self.empty = EmptyState(theme, "send", self)
        self._join_button = self.empty.add_button(join, main=True)
        self.to_send = ToSendPage(desk, theme, lambda: open_view("preferences", "network"))
        self.from_hq = FromHeadquartersPage(desk, access, theme, toasts, open_view)
        self.freed = FreedPage(desk, access, theme, toasts)
        self.log = LogPage(access, theme)
        self.pages: tuple[ToSendPage | FromHeadquartersPage | FreedPage | LogPage, ...]
        self.pages = (self.to_send, self.from_hq, self.freed, self.log)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for page in self.pages:
            self.tabs.addTab(page, "")
        self.notice = OfferNotice(offers, theme, lambda: open_view("preferences", "models"), self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tabs)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(self._stack)
        self._column = column
        theme.changed.connect(self._restyle)
        self._restyle()
        self.tabs.currentChanged.connect(lambda _at: self._look())
        self.to_send.details_wanted.connect(self._show_changes)
        self.to_send.export_wanted.connect(lambda: self._open_stick(answer=False))
        self.to_send.answer_wanted.connect(lambda: self._open_stick(answer=True))
        self.to_send.leave_wanted.connect(self._ask_to_leave)
        desk.changed.connect(self._changed)
        self.retranslate()

    def title(self) -> str:
        """Return the title."""
        return self.tr("Ready to send")

    def context(self) -> frozenset[Need]:
        """Return that there is nothing for the actions of documents."""
        return frozenset()

    def opened(self, argument: object) -> None:
        """Show a page.

        Args:
            argument: ``from-hq`` for what headquarters says; None for what waits.
        """
        self.tabs.setCurrentIndex(FROM_HQ if argument == "from-hq" else 0)
        self._changed()
        self._look()

    def first_focus(self) -> QWidget:
        """Return the tabs, or the button that joins a team."""
        return self._join_button if self._stack.currentWidget() is self.empty else self.tabs.tabBar()

    def retranslate(self) -> None:
        """Take the words anew; the pages take theirs by themselves."""
        self.empty.set_words(
            self.tr("This library belongs to no team"),
            self.tr(
                "Join a team with the invitation of its headquarters, and your work can be sent there: over"
                " any network, or by a stick. Nothing leaves this computer before that."
            ),
        )
        self._join_button.setText(self.tr("Join a team…"))
        self.tabs.tabBar().setAccessibleName(self.title())
        for page in self.pages:
            page.retranslate()
        self._changed()

    def _changed(self) -> None:
        standing = self.desk.standing
        alone = self.desk.known and standing.team is None
        shown = self.empty if alone else self.tabs
        if self._stack.currentWidget() is not shown:
            has_focus = self.isAncestorOf(self.focusWidget() or self.window())
            self._stack.setCurrentWidget(shown)
            if has_focus:
                self.first_focus().setFocus()
        waiting = standing.to_settle + standing.news
        for at, page in enumerate(self.pages):
            title = page.title()
            number = f" ({QLocale().toString(waiting)})" if at == FROM_HQ and waiting else ""
            self.tabs.setTabText(at, f"{title}{number}")

    def _restyle(self) -> None:
        line, colours = self._theme.line, self._theme.colours
        self._column.setContentsMargins(0, line // 3, 0, 0)
        self.tabs.setStyleSheet(
            "QTabWidget::pane { border: 0; }"
            f"QTabBar::tab {{ background: {colours.window}; color: {colours.muted}; border: 0;"
            f" border-bottom: 3px solid transparent; padding: {line // 3}px {line}px; }}"
            f"QTabBar::tab:selected {{ color: {colours.text}; border-bottom: 3px solid {colours.accent};"
            " font-weight: 600; }"
            f"QTabBar::tab:focus {{ border: 2px solid {colours.focus}; }}"
        )

    def _look(self) -> None:
        self.pages[max(0, self.tabs.currentIndex())].shown()

    # Dialogs

    def _show_changes(self) -> None:
        self.desk.ask(changed_things, self._open_changes, replaces="changes", owner=self)

    def _open_changes(self, things: ChangedThings) -> None:
        dialog = ChangesDialog(things, self._theme, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_stick(self, *, answer: bool) -> None:
        dialog = SendByStickDialog(self.desk, self._theme, self, answer=answer)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_to_leave(self) -> None:
        def away(library: Library) -> int:
            return sum(not each.can_come_back for each in library.exchange.receipts.released())

        self._access.ask(away, self._confirm_leaving, owner=self)

    def _confirm_leaving(self, away: int) -> None:
        team = self.desk.standing.team
        if team is None:
            return
        name = isolate(team.about.name or team.about.team)
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Leave the team"))
        question.setText(self.tr("Leave the team %1?").replace("%1", name))
        words = [
            self.tr("Nothing is sent any more, and nothing is lost. To come back needs a new invitation.")
        ]
        if away:
            words.append(
                self.tr(
                    "The originals of %Ln document(s) are at headquarters alone. Fetch them first, under"
                    " “Freed space”: afterwards they cannot be fetched.",
                    "",
                    away,
                )
            )
        question.setInformativeText(" ".join(words))
        leave = question.addButton(self.tr("Leave"), QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        leave.clicked.connect(self._leave)
        question.finished.connect(question.deleteLater)
        question.open()

    def _leave(self) -> None:
        def done(_result: dict[str, object]) -> None:
            self._toasts.show(self.tr("This library belongs to no team now."), kind="done")

        def failed(error: SandukuError) -> None:
            self._toasts.show(error_text(error), kind="wrong")

        self.desk.start("leave", done, failed)
