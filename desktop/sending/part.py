"""Puts the parts of sending together for one open library: desk, pill, number in the rail, joining."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.access import LibraryAccess, LibraryDoor, SettingsKeeper
from desktop.actions import ActionSet
from desktop.sending.behind import BehindTheLock
from desktop.sending.closing import Closing
from desktop.sending.desk import Kind, SendingDesk
from desktop.sending.join_dialog import JoinDialog
from desktop.sending.offers import OffersDesk
from desktop.sending.stick_words import taken_words, written_words
from desktop.sending.words import Counts, moment_text
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.amounts import about
from desktop.window.rail import Rail
from desktop.window.toasts import Toasts
from desktop.window.top_bar import TopBar
from engine.errors import SandukuError
from engine.language import isolate

PLACE = "sending"
"""Name of the view and of its place in the rail."""


class SendingPart(QObject):
    """Sending's part of the window."""

    def __init__(
        self,
        door: LibraryDoor,
        access: LibraryAccess,
        keeper: SettingsKeeper,
        actions: ActionSet,
        bar: TopBar,
        rail: Rail,
        toasts: Toasts,
        theme: Theme,
        open_view: Callable[[str, object], None],
        in_front: Callable[[], str],
        window: QWidget,
        behind: BehindTheLock | None = None,
    ) -> None:
        """Look how things stand.

        Args:
            door: The open library.
            access: Tells when it was changed.
            keeper: The settings in force.
            actions: What can be done.
            bar: Shows the pill.
            rail: Shows how much waits.
            toasts: Tell what came of a sending.
            theme: The look.
            open_view: Opens a view.
            in_front: Returns the name of the view in front.
            window: Over which questions are asked.
            behind: What was under way when the library was locked; None where it cannot be locked.
        """
        super().__init__(window)
        self._bar, self._rail, self._toasts, self._theme = bar, rail, toasts, theme
        self._open_view, self._in_front, self._window = open_view, in_front, window
        self.desk = SendingDesk(door, access, keeper, self)
        self.offers = OffersDesk(door, self.desk, self)
        self.offers.installed_unasked.connect(self._installed)
        self.closing = Closing(self.desk, window)
        self.desk.changed.connect(self.show)
        self.desk.progressed.connect(self.show)
        self.desk.sent.connect(self._sent)
        self.desk.failed.connect(self._failed)
        self.desk.wished.connect(self._wished)
        self.desk.ended_behind.connect(self._ended_behind)
        bar.sending_wanted.connect(lambda: open_view(PLACE, None))
        bar.words_wanted.connect(self.show)
        actions.handle("sending.send", self.send)
        actions.handle("sending.join", self.join)
        self._behind = behind
        if behind is not None:
            self.desk.go_on(behind)
        self.show()

    def send(self) -> None:
        """Send now, and show how far it is; without a team, ask for one."""
        self._open_view(PLACE, None)
        if self.desk.known and self.desk.standing.team is None:
            self.join()
        elif not self.desk.allowed:
            self._toasts.show(
                self.tr("The network is switched off in the settings."),
                kind="warning",
                action=self.tr("Settings"),
                do=lambda: self._open_view("preferences", "network"),
            )
        else:
            self.desk.send()

    def join(self, invitation: Path | None = None) -> None:
        """Ask for an invitation to a team, or look at the one in a file."""
        dialog = JoinDialog(self.desk, self._theme, self._window, self._joined)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        if invitation is not None:
            dialog.look_at(invitation)

    def show(self) -> None:
        """Show how things stand in bar and rail."""
        pill, standing = self.desk.pill, self.desk.standing
        counts = Counts()
        icon, colour, words = "send", "link", counts.waiting(pill.documents, standing.changes)
        match pill.kind:
            case Kind.NONE:
                words = ""
            case Kind.SENDING:
                left = pill.seconds_left
                words = self.tr("Sending")
                if left is not None:
                    words = self.tr("%1, %2").replace("%1", words).replace("%2", about(left))
            case Kind.OFFLINE:
                icon, colour, words = "close", "muted", self.tr("Offline")
                if pill.documents:
                    words = self.tr("Offline, %Ln to send", "", pill.documents)
            case Kind.FAILED:
                icon, colour = "warning", "doubt"
                words = self.tr("Not sent, %Ln waiting", "", pill.documents)
            case _ if not standing.changes:
                icon, colour = "done", "sure"
        if self.desk.error is not None:
            tip = error_text(self.desk.error)
        elif standing.last_done:
            tip = self.tr("Last sent: %1").replace("%1", moment_text(standing.last_done))
        else:
            tip = self.tr("Nothing was sent yet.")
        self._bar.set_sending(icon, colour, words, tip)
        self._rail.show_count(PLACE, pill.documents if standing.team is not None else None)

    def close(self, *, goes_on: bool | None = None) -> None:
        """Let go of the library.

        Args:
            goes_on: Whether what is being sent goes on behind the lock; None where the window closes, and
                what is being sent is stopped and waited for.
        """
        self.offers.close()
        self.desk.close(self._behind if goes_on is not None else None, goes_on=bool(goes_on))

    def _joined(self, team: str, answered: bool) -> None:  # noqa: FBT001 - a callback
        name = isolate(team)
        words = (
            self.tr("This library belongs to the team %1 now.")
            if answered
            else self.tr(
                "The team %1 is known here. Headquarters hears of this computer with the first sending."
            )
        )
        self._toasts.show(words.replace("%1", name), kind="done")
        self._open_view(PLACE, None)

    def _sent(self, result: dict[str, Any]) -> None:
        if result["conflicts"] or result["down"]:
            words = self.tr("Sent. %Ln message(s) came from headquarters.", "", result["down"])
            self._toasts.show(
                words, kind="done", action=self.tr("Show"), do=lambda: self._open_view(PLACE, "from-hq")
            )
        elif self._in_front() != PLACE:
            self._toasts.show(self.tr("Everything is sent."), kind="done")

    def _installed(self, names: list[str]) -> None:
        words = self.tr("Installed because headquarters calls it urgent: %1")
        self._toasts.show(
            words.replace("%1", ", ".join(isolate(each) for each in names)),
            kind="done",
            action=self.tr("Show"),
            do=lambda: self._open_view("preferences", "models"),
        )

    def _wished(self, count: int) -> None:
        self._toasts.show(
            self.tr("Headquarters has changed %Ln setting(s) of the reading.", "", count),
            action=self.tr("Settings"),
            do=lambda: self._open_view("preferences", "reading"),
        )

    def _ended_behind(self, verb: str, outcome: dict[str, Any] | SandukuError) -> None:
        """Tell of what came to its end, or was stopped, while the library was locked."""
        stopped = isinstance(outcome, SandukuError) and outcome.code == "cancelled"
        if verb == "run":
            self._toasts.show(self.tr("Sending goes on: it was stopped when the library was locked."))
        elif stopped and verb == "export":
            self._toasts.show(
                self.tr("The stick was not written, as the library was locked. Nothing is left on it."),
                kind="warning",
                action=self.tr("Show"),
                do=lambda: self._open_view(PLACE, None),
            )
        elif stopped:
            self._toasts.show(self.tr("It was stopped when the library was locked. What came is kept."))
        elif isinstance(outcome, SandukuError):
            self._toasts.show(error_text(outcome), kind="wrong")
        elif verb == "export":
            self._toasts.show(written_words(outcome), kind="done")
        elif verb == "take":
            self._toasts.show(taken_words(outcome), kind="done")

    def _failed(self, error: SandukuError) -> None:
        if error.code == "cancelled":
            self._toasts.show(self.tr("Stopped. What has arrived at headquarters counts."))
        elif self._in_front() != PLACE:
            self._toasts.show(
                error_text(error),
                kind="wrong",
                action=self.tr("Show"),
                do=lambda: self._open_view(PLACE, None),
            )
