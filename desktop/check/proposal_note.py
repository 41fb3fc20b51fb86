"""What came of reading a box again, beside what stands there: to be taken or dropped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.check.page_in_hand import PageInHand
from desktop.check.region_verbs import RegionVerbs
from desktop.errors import told
from desktop.style import Theme
from engine.language import isolate
from engine.library import JobState, Proposal


class ProposalNote(QFrame):
    """Shows the proposal for the chosen line; hidden where there is none."""

    def __init__(
        self, hand: PageInHand, regions: RegionVerbs, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show what is in hand.

        Args:
            hand: What is checked.
            regions: Knows the proposal, and takes or drops it.
            theme: Gives colours and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._hand, self._regions, self._theme = hand, regions, theme
        self.setObjectName("proposal")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.take, self.drop = QPushButton(self), QPushButton(self)
        self.take.clicked.connect(regions.take)
        self.drop.clicked.connect(regions.drop)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.drop)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        self._column.addLayout(row)
        theme.changed.connect(self._restyle)
        self._restyle()

    def follow(self) -> None:
        """Show the proposal as it stands."""
        found, row = self._regions.proposal, self._hand.row
        shown = found is not None and row is not None and not (row.is_new and found.state is JobState.DONE)
        self.setVisible(shown)
        if found is not None and shown:
            self.words.setText(self._said(found))
            useful = found.state is JobState.DONE and found.line is not None and bool(found.line.text)
            self.take.setVisible(useful and row is not None and not row.is_new)
            self.drop.setText(self.tr("Keep what stands") if useful else self.tr("Close"))
            if found.state in (JobState.QUEUED, JobState.RUNNING):
                self.drop.setText(self.tr("Stop"))

    def retranslate(self) -> None:
        """Take the words anew."""
        self.take.setText(self.tr("Take this"))
        self.follow()

    def _said(self, found: Proposal) -> str:
        match found.state:
            case JobState.QUEUED | JobState.RUNNING:
                return self.tr("This place is being read again…")
            case JobState.DONE if found.line is not None and found.line.text:
                row = self._hand.row
                if row is not None and row.text == found.line.text:
                    return self.tr("It reads the same again: %1").replace("%1", isolate(found.line.text))
                return self.tr("Now it reads: %1").replace("%1", isolate(found.line.text))
            case JobState.DONE:
                return self.tr("No text was found in this place.")
        why = told(found.error_code, found.error_message, found.error_remedy)
        return f"{why.what} {why.remedy}".strip() or self.tr("It could not be read again.")

    def _restyle(self) -> None:
        line, colours = self._theme.line, self._theme.colours
        self._column.setContentsMargins(line // 2, line // 3, line // 2, line // 3)
        self._column.setSpacing(line // 3)
        self.setStyleSheet(
            f"#proposal {{ background: {colours.shade}; border: 1px solid {colours.edge};"
            f" border-radius: {line // 3}px; }}"
        )
