"""The last page of the first start: whether this computer belongs to a team."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.style import Theme
from desktop.welcome.page import CardPage, row_of


class TeamPage(CardPage):
    """Offers to join a team; it can be done at any time later."""

    finished = Signal(bool)
    """The person goes on; True to join a team now."""

    def __init__(self, theme: Theme) -> None:
        """Offer it."""
        super().__init__(theme, "send")
        self.skip, self.join = QPushButton(self), QPushButton(self)
        self.skip.setProperty("kind", "link")
        self.join.setProperty("kind", "main")
        self.column.addLayout(row_of(self.skip, self.join))
        for button, joins in ((self.skip, False), (self.join, True)):
            button.clicked.connect(lambda _checked=False, joins=joins: self.finished.emit(joins))
        self.setFocusProxy(self.skip)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.tr("Do you work in a team?"))
        self.lead.setText(
            self.tr(
                "If a headquarters gave you an invitation, your work can be sent there later. Without a team"
                " everything stays on this computer. You can join at any time."
            )
        )
        self.skip.setText(self.tr("Not now"))
        self.join.setText(self.tr("I have an invitation"))
