"""The page "To send": what waits, how long it takes, what headquarters has signed, and the button."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop.preferences.page import Page
from desktop.sending.desk import SendingDesk
from desktop.sending.standing import Outlook, look_closely
from desktop.sending.words import PARTS, STATES, Counts, at_side, moment_text, said, size_text
from desktop.style import Theme
from desktop.texts import error_text
from desktop.window.amounts import about
from engine.language import isolate
from engine.sync.joining import fingerprint_of

MOST_NAMES = 12
MEGABYTE = 1_000_000
JOINED = "\u2060"
"""Keeps what stands on its sides in one line."""


class ToSendPage(Page):
    """What waits to be sent."""

    icon = "send"

    details_wanted = Signal()
    export_wanted = Signal()
    answer_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, desk: SendingDesk, theme: Theme, open_settings: Callable[[], object]) -> None:
        """Show nothing yet.

        Args:
            desk: Knows how things stand, and sends.
            theme: The look.
            open_settings: Shows what may be sent, and when.
        """
        super().__init__(theme)
        self._desk = desk
        self.outlook = Outlook()
        self.summary, self.when = QLabel(self.inner), QLabel(self.inner)
        self.send, self.stop, self.details = (QPushButton(self.inner) for _ in range(3))
        self.send.setProperty("kind", "main")
        self.bar, self.step = QProgressBar(self.inner), QLabel(self.inner)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.problem, self.outcome = QLabel(self.inner), QLabel(self.inner)
        self.names = QLabel(self.inner)
        self.signed, self.last, self.used = (QLabel(self.inner) for _ in range(3))
        self.export, self.answer, self.settings, self.leave = (QPushButton(self.inner) for _ in range(4))
        self.stick_words, self.team_words = QLabel(self.inner), QLabel(self.inner)
        self.heading.hide()
        self._grid = QGridLayout()
        self._cells: list[list[QLabel]] = []
        self._build()
        for button, do in (
            (self.send, desk.send),
            (self.stop, desk.stop),
            (self.details, self.details_wanted.emit),
            (self.export, self.export_wanted.emit),
            (self.answer, self.answer_wanted.emit),
            (self.settings, open_settings),
            (self.leave, self.leave_wanted.emit),
        ):
            button.clicked.connect(lambda _checked=False, do=do: do())
        desk.changed.connect(self._changed)
        desk.progressed.connect(self._show_progress)
        desk.sent.connect(self._sent)
        self.retranslate()

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("To send")

    def shown(self) -> None:
        """Look what waits."""
        files = self._desk.keeper.settings.network.files
        self._desk.ask(lambda library: look_closely(library, files), self._take, replaces="plan", owner=self)

    def retranslate(self) -> None:
        """Take the words anew."""
        self._waits.set_heading(self.tr("What waits"))
        self._proof.set_heading(self.tr("What headquarters has"))
        self._stick.set_heading(self.tr("By a USB stick"))
        self._about.set_heading(self.tr("Team"))
        self.send.setText(self.tr("Send now"))
        self.stop.setText(self.tr("Stop"))
        self.details.setText(self.tr("What changed…"))
        self.export.setText(self.tr("Write to a stick…"))
        self.answer.setText(self.tr("Take the answer…"))
        self.settings.setText(self.tr("What is sent, and when…"))
        self.leave.setText(self.tr("Leave the team…"))
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.stick_words.setText(
            self.tr(
                "Encrypted for headquarters alone. Bring the stick there, and take the answer from it when it"
                " comes back. What also goes over the network is counted once."
            )
        )
        self._show()

    # Showing

    def _changed(self) -> None:
        if self.isVisible():
            self.shown()
        self._show()

    def _take(self, outlook: Outlook) -> None:
        self.outlook = outlook
        self._show()

    def _show(self) -> None:
        desk, standing = self._desk, self._desk.standing
        running = desk.doing == "run"
        counts = Counts()
        plan = self.outlook.plan
        waits = bool(standing.changes or (plan is not None and plan.bytes))
        if not waits:
            self.summary.setText(self.tr("Everything is sent."))
        elif standing.documents:
            self.summary.setText(
                self.tr("%1 wait to be sent").replace("%1", counts.documents(standing.documents))
            )
        else:
            self.summary.setText(self.tr("Something waits to be sent"))
        self._show_when()
        self.send.setVisible(not running)
        self.send.setEnabled(desk.allowed and not desk.busy)
        self.stop.setVisible(running)
        self.stop.setEnabled(not desk.stopping)
        self.details.setVisible(bool(standing.changes))
        for button in (self.export, self.answer, self.leave):
            button.setEnabled(not desk.busy)
        for widget in (self.bar, self.step):
            widget.setVisible(running)
        if running:
            self.outcome.hide()
        self._show_progress()
        self._show_problem()
        self._show_parts()
        self._show_proof()
        self._show_team()

    def _show_when(self) -> None:
        plan, desk = self.outlook.plan, self._desk
        self.when.setVisible(desk.doing != "run")
        if desk.doing == "run":
            return  # the bar below tells more, and of all that goes
        if not desk.allowed:
            self.when.setText(self.tr("The network is switched off in the settings. A stick can be used."))
            return
        if plan is None or not plan.bytes:
            self.when.setText("")
        elif plan.seconds is None:
            self.when.setText(
                self.tr("%1; how long it takes shows when it is sent for the first time.").replace(
                    "%1", size_text(plan.bytes)
                )
            )
        else:
            self.when.setText(
                self.tr("%1; %2 at the speed of last time.")
                .replace("%1", size_text(plan.bytes))
                .replace("%2", about(plan.seconds))
            )
        self.when.setVisible(bool(self.when.text()))

    def _show_progress(self) -> None:
        told = self._desk.progress
        if self._desk.doing != "run":
            return
        if self._desk.stopping:
            self.step.setText(self.tr("Stopping…"))
            return
        if not told:
            self.bar.setRange(0, 0)
            self.step.setText(said(STATES["hello"]))
            return
        whole = told["sent"] + told["left"]
        self.bar.setRange(0, 1000)
        self.bar.setValue(1000 * told["sent"] // whole if whole else 1000)
        if told["waiting"]:
            words = self.tr(
                "The connection is broken; trying again in %Ln second(s)", "", int(told["waiting"]) + 1
            )
        else:
            words = said(STATES.get(told["state"], STATES["files"]))
        parts = [
            words,
            self.tr("%1 of %2").replace("%1", size_text(told["sent"])).replace("%2", size_text(whole)),
        ]
        if told["seconds_left"] is not None and told["left"]:
            parts.append(about(told["seconds_left"]))
        self.step.setText(" · ".join(parts))

    def _show_problem(self) -> None:
        error = self._desk.error
        self.problem.setVisible(error is not None)
        if error is not None:
            kept = self.tr("Nothing is lost; the next time goes on from here.")
            self.problem.setText(f"{error_text(error)} {kept}")

    def _sent(self, result: dict[str, Any]) -> None:
        counts = Counts()
        words = [
            self.tr("Sent: %1 and %2.")
            .replace("%1", counts.changes(result["changes"]))
            .replace("%2", counts.files(result["files"]))
        ]
        if result["down"]:
            words.append(self.tr("%Ln message(s) came from headquarters.", "", result["down"]))
        if result["damaged_files"]:
            words.append(
                self.tr(
                    "%Ln file(s) could not be sent: they are damaged or gone."
                    " “Check now” in the settings names them.",
                    "",
                    result["damaged_files"],
                )
            )
        if result["refused_files"]:
            words.append(self.tr("Headquarters did not take %Ln file(s).", "", result["refused_files"]))
        if result["branched"] == "cloned":
            words.append(self.tr("This library is a copy of another one; it goes on as a laptop of its own."))
        self.outcome.setText(" ".join(words))
        self.outcome.show()

    def _show_parts(self) -> None:
        plan = self.outlook.plan
        parts = [part for part in plan.parts if part.count] if plan else []
        rows = [
            (said(PARTS[part.name]), QLocale().toString(part.count), size_text(part.bytes)) for part in parts
        ]
        if rows != [tuple(cell.text() for cell in row) for row in self._cells]:
            self._fill(rows)
        documents = [each for each in plan.documents if each.name][:MOST_NAMES] if plan else []
        # A name is not broken at its hyphens: in a text from right to left nobody could put it together.
        names = [isolate(each.name).replace("-", f"-{JOINED}") for each in documents]
        more = self._desk.standing.documents - len(names)
        if names and more > 0:
            names.append(self.tr("and %Ln more", "", more))
        self.names.setText(at_side(" · ".join(names), right_to_left=self.isRightToLeft()))
        self.names.setVisible(bool(names))
        self._waits.setVisible(bool(parts))

    def _fill(self, rows: list[tuple[str, str, str]]) -> None:
        """Put rows into the grid; only where they differ, or they would flicker with each change."""
        for cell in (cell for row in self._cells for cell in row):
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        for at, texts in enumerate(rows):
            cells = [QLabel(text, self.inner) for text in texts]
            for column, cell in enumerate(cells):
                if column:
                    cell.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                else:
                    cell.setWordWrap(True)
                self._grid.addWidget(cell, at, column)
                cell.show()
            self._cells.append(cells)

    def _show_proof(self) -> None:
        standing, signed = self._desk.standing, self.outlook.signed
        last = moment_text(standing.last_done) if standing.last_done else ""
        self.last.setText(
            self.tr("Last sent: %1").replace("%1", last) if last else self.tr("Nothing was sent yet.")
        )
        self.signed.setVisible(signed is not None)
        if signed is not None:
            missing = max(0, self.outlook.seq - signed.changes)
            not_safe = max(0, signed.changes - signed.backed_up)
            words = [self.tr("Signed by headquarters: %1.").replace("%1", moment_text(signed.at))]
            words.append(
                self.tr("It does not have %Ln change(s) yet.", "", missing)
                if missing
                else self.tr("It has every change of this library.")
            )
            words.append(
                self.tr("Its backup lacks %Ln of them so far.", "", not_safe)
                if not_safe
                else self.tr("Its backup has them too.")
            )
            self.signed.setText(" ".join(words))
        most = self._desk.keeper.settings.network.daily_megabytes
        used = size_text(standing.used_today)
        self.used.setText(
            self.tr("Data used today: %1 of %2").replace("%1", used).replace("%2", size_text(most * MEGABYTE))
            if most
            else self.tr("Data used today: %1").replace("%1", used)
        )

    def _show_team(self) -> None:
        team = self._desk.standing.team
        if team is None:
            return
        lines = [
            isolate(team.about.name or team.about.team),
            isolate(", ".join(team.about.urls)),
            self.tr("Fingerprint of headquarters: %1").replace("%1", isolate(fingerprint_of(team.about))),
        ]
        if team.device is None:
            lines.append(
                self.tr("Headquarters has not heard of this computer yet; it does with the first sending.")
            )
        self.team_words.setText("\n".join(lines))

    # Making

    def _build(self) -> None:
        for label in (
            self.summary, self.when, self.step, self.problem, self.outcome, self.names, self.signed,
            self.last, self.used, self.stick_words, self.team_words,
        ):  # fmt: skip
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.when, self.step, self.names, self.stick_words):
            label.setProperty("kind", "muted")
        self.outcome.hide()
        self.problem.hide()
        top = self.card()
        top.add(self.summary)
        top.add(self.when)
        top.column.addLayout(_row(self.send, self.stop, self.details))
        for widget in (self.bar, self.step, self.problem, self.outcome):
            top.add(widget)
        self._waits = self.card()
        self._waits.column.addLayout(self._grid)
        self._grid.setColumnStretch(0, 1)
        self._waits.add(self.names)
        self._proof = self.card()
        for widget in (self.last, self.signed, self.used):
            self._proof.add(widget)
        self._proof.column.addLayout(_row(self.settings))
        self._stick = self.card()
        self._stick.add(self.stick_words)
        self._stick.column.addLayout(_row(self.export, self.answer))
        self._about = self.card()
        self._about.add(self.team_words)
        self._about.column.addLayout(_row(self.leave))
        self.column.addStretch(1)

    def restyle(self) -> None:
        """Take sizes and colours anew."""
        super().restyle()
        if hasattr(self, "_grid"):
            line, colours = self.theme.line, self.theme.colours
            self.bar.setFixedHeight(max(6, line // 3))
            self._grid.setHorizontalSpacing(line * 2)
            self._grid.setVerticalSpacing(line // 3)
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * 1.3)
            font.setBold(True)
            self.summary.setFont(font)
            self.send.setIcon(self.theme.icons.icon("send", "on_accent"))
            self.send.setIconSize(QSize(line, line))
            for label, ground in ((self.problem, colours.wrong_ground), (self.outcome, colours.sure_ground)):
                label.setStyleSheet(f"background: {ground}; color: {colours.text}; padding: {line // 2}px;")


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
