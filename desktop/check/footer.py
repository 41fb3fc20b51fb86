"""The foot of the check view: how much is left, and the three words about a document."""

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.actions import ActionSet
from desktop.check.page_in_hand import PageInHand
from desktop.style import Theme
from engine.library import ReviewState


class Footer(QFrame):
    """Shows what is left to check here and elsewhere."""

    def __init__(
        self, hand: PageInHand, actions: ActionSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show what is in hand.

        Args:
            hand: What is checked.
            actions: Give the buttons.
            theme: Gives icons and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._hand, self._theme = hand, theme
        self.setObjectName("footer")
        self.progress, self.doubts = QLabel(self), QLabel(self)
        self.doubts.setProperty("kind", "muted")
        for label in (self.progress, self.doubts):
            label.setWordWrap(True)
        self.problem, self.skip, self.approve = QToolButton(self), QToolButton(self), QToolButton(self)
        for button, name, kind in (
            (self.problem, "check.problem", "button"),
            (self.skip, "check.skip", "button"),
            (self.approve, "check.approve", "main"),
        ):
            button.setDefaultAction(actions[name])
            button.setProperty("kind", kind)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The action's own icon is drawn for a light ground.
        self.approve.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.progress)
        words.addWidget(self.doubts)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        for button in (self.problem, self.skip, self.approve):
            self._row.addWidget(button)
        for signal in (hand.document_changed, hand.lines_changed, hand.page_opened, hand.counts.changed):
            signal.connect(self.follow)
        theme.changed.connect(self._restyle)
        self._restyle()

    def follow(self) -> None:
        """Show what is left."""
        facts = self._hand.facts
        if facts is None:
            self.progress.clear()
            self.doubts.clear()
            return
        locale = QLocale()
        state = facts.document.review.state
        if facts.place is not None:
            text = self.tr("%1 of %2 to check").replace("%1", locale.toString(facts.place + 1))
            self.progress.setText(text.replace("%2", locale.toString(facts.to_check)))
        elif state is ReviewState.APPROVED:
            self.progress.setText(self.tr("Approved"))
        elif state is ReviewState.PROBLEM:
            reason = facts.document.review.reason
            text = self.tr("Problem: %1").replace("%1", reason) if reason else self.tr("Marked as a problem")
            self.progress.setText(text)
        else:
            self.progress.setText(self.tr("Not wholly read yet"))
        self.doubts.setText(self._doubts())

    def retranslate(self) -> None:
        """Take the words anew."""
        self.follow()

    def _doubts(self) -> str:
        hand = self._hand
        if hand.page is None or hand.page.stored is None:
            return ""
        here, total = hand.doubts_here, hand.counts.total
        if len(hand.pages) < 2:
            return self.tr("%Ln doubtful line(s) left", "", here) if here else self.tr("No doubtful lines")
        if not total and hand.counts.whole:
            return self.tr("No doubtful lines")
        text = self.tr("%Ln doubtful line(s) on this page, %1 in all", "", here)
        return text.replace("%1", QLocale().toString(total))

    def _restyle(self) -> None:
        line, colours = self._theme.line, self._theme.colours
        self._row.setContentsMargins(line * 2 // 3, line // 3, line * 2 // 3, line // 3)
        self._row.setSpacing(line // 2)
        for button in (self.problem, self.skip, self.approve):
            button.setIconSize(QSize(line, line))
        self.setStyleSheet(
            f"#footer {{ background: {colours.window}; border: 0; border-top: 1px solid {colours.border}; }}"
        )
        font = self.font()
        font.setBold(True)
        self.progress.setFont(font)
