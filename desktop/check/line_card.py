"""The chosen line beside the page: its field, why it is doubted, what else was read, and what can be done."""

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import ActionSet
from desktop.check.doubts import sentence
from desktop.check.levels import LEVELS, level_text
from desktop.check.line_field import LineField
from desktop.check.page_in_hand import PageInHand
from desktop.check.proposal_note import ProposalNote
from desktop.check.region_verbs import RegionVerbs
from desktop.check.rows import MOST_ALTERNATIVES, LineRow, runs_right_to_left
from desktop.style import Theme
from engine.language import isolate

WIDE = 19
"""In lines' heights: below this width a button shows its drawing alone."""


class LineCard(QFrame):
    """Shows the chosen line; follows what is in hand."""

    alternative_chosen = Signal(int)
    """Another reading is to be taken, by its number from 0."""

    draft_dropped = Signal()
    """What was typed before is not wanted any more."""

    menu_wanted = Signal(QToolButton)
    """All that can be done to the line is to be shown under a button."""

    ways_wanted = Signal(QToolButton)
    """The ways of reading again are to be shown under a button."""

    def __init__(
        self,
        hand: PageInHand,
        regions: RegionVerbs,
        actions: ActionSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is in hand.

        Args:
            hand: What is checked.
            regions: Has the box read again.
            actions: Gives what its buttons do.
            theme: Gives icons and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._hand, self._theme, self._actions = hand, theme, actions
        self.setObjectName("card")
        self.field = LineField(hand, self, tab_steps=False)
        self._icon, self._title = QLabel(self), QLabel(self)
        self._why, self._model = QLabel(self), QLabel(self)
        self._typing_here = QPushButton(self)
        self._typing_here.setProperty("kind", "link")
        self._typing_here.clicked.connect(self.draft_dropped)
        self.alternatives = [QPushButton(self) for _ in range(MOST_ALTERNATIVES)]
        for number, button in enumerate(self.alternatives):
            button.setProperty("kind", "choice")
            button.clicked.connect(lambda _checked=False, number=number: self.alternative_chosen.emit(number))
        self._or = QLabel(self)
        self.proposal = ProposalNote(hand, regions, theme, self)
        self.confirm, self.ways, self.more = QToolButton(self), QToolButton(self), QToolButton(self)
        self._set_up()
        for signal in (hand.current_changed, hand.lines_changed, hand.page_opened, hand.typing.ended):
            signal.connect(self.follow)
        hand.typing.began.connect(self.follow)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _set_up(self) -> None:
        self.confirm.setDefaultAction(self._actions["line.confirm"])
        for button in (self.confirm, self.ways):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in (self.confirm, self.ways, self.more):
            button.setProperty("kind", "button")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ways.clicked.connect(lambda: self.ways_wanted.emit(self.ways))
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more))
        for label in (self._why, self._model, self._or):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._model, self._or):
            label.setProperty("kind", "muted")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        head.addWidget(self._typing_here)
        buttons = QHBoxLayout()
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.ways)
        buttons.addStretch(1)
        buttons.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.field)
        self._column.addWidget(self._why)
        self._column.addWidget(self._model)
        self._column.addWidget(self._or)
        for other in self.alternatives:
            self._column.addWidget(other)
            other.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._column.addWidget(self.proposal)
        self._column.addLayout(buttons)
        self._buttons, self._head = buttons, head

    def follow(self) -> None:
        """Show the chosen line as it is now."""
        row = self._hand.row
        self.setVisible(row is not None)
        if row is None:
            return
        words, line = LEVELS[row.level], self._theme.line
        self._icon.setPixmap(self._theme.icons.pixmap(words.icon, round(line * 1.05), words.colour))
        self._title.setText(self._heading(row))
        self.field.show_text()
        self._why.setText("\n".join(map(sentence, row.reasons)))
        self._why.setVisible(bool(row.reasons))
        self._why.setStyleSheet(
            f"color: {getattr(self._theme.colours, words.colour)};" if row.doubtful else ""
        )
        if row.model_text:
            self._model.setText(self.tr("The machine read: %1").replace("%1", isolate(row.model_text)))
        elif row.model_text is not None:
            self._model.setText(self.tr("The machine read nothing here."))
        self._model.setVisible(row.model_text is not None and not row.is_new)
        drafted = row.draft is not None and self._hand.typing.text == row.draft
        self._typing_here.setVisible(drafted or (row.draft is not None and not self._hand.typing.active))
        self._or.setVisible(bool(row.alternatives))
        for number, button in enumerate(self.alternatives):
            self._show_alternative(button, number, row)
        self.proposal.follow()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.field.setAccessibleName(self.tr("Text of the line"))
        self.field.setPlaceholderText(self.tr("Type what stands here"))
        self._or.setText(self.tr("Or was it this?"))
        self._typing_here.setText(self.tr("You were typing here: drop it"))
        self.ways.setText(self.tr("Read again"))
        self.ways.setToolTip(self.tr("Read this line again, also in another way"))
        self.ways.setAccessibleName(self.tr("Read this line again, also in another way"))
        self.more.setAccessibleName(self.tr("More to do with this line"))
        self.more.setToolTip(self.tr("More to do with this line"))
        self.proposal.retranslate()
        self.follow()

    def _heading(self, row: LineRow) -> str:
        if row.is_new:
            return self.tr("A new line")
        locale = QLocale()
        text = self.tr("Line %1 of %2 · %3").replace("%1", locale.toString(self._hand.current + 1))
        count = sum(not each.is_new for each in self._hand.rows)
        return text.replace("%2", locale.toString(count)).replace("%3", level_text(row.level))

    def _show_alternative(self, button: QPushButton, number: int, row: LineRow) -> None:
        button.setVisible(number < len(row.alternatives))
        if number < len(row.alternatives):
            text = row.alternatives[number]
            backwards = runs_right_to_left(text, row.line.script)
            button.setText(text.replace("&", "&&"))
            button.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft if backwards else Qt.LayoutDirection.LeftToRight
            )
            button.setAccessibleName(self.tr("Take this reading instead: %1").replace("%1", text))
            button.setToolTip(
                self.tr("Take this reading instead (%1)").replace(
                    "%1", self._actions[f"line.alternative-{number + 1}"].shortcut().toString()
                )
            )

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high it must be for all that it says."""
        return self._column.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave words out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= WIDE * self._theme.line
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.ways.setToolButtonStyle(style if wide else Qt.ToolButtonStyle.ToolButtonIconOnly)

    @staticmethod
    def _side() -> str:
        backwards = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return "right" if backwards else "left"

    def _restyle(self) -> None:
        line, colours = self._theme.line, self._theme.colours
        self._column.setContentsMargins(line * 2 // 3, line // 2, line * 2 // 3, line // 2)
        self._column.setSpacing(line // 3)
        self._buttons.setSpacing(line // 3)
        self._head.setSpacing(line // 3)
        self.more.setIcon(self._theme.icons.icon("more"))
        self.ways.setIcon(self._theme.icons.icon("read-again"))
        for button in (self.confirm, self.ways, self.more):
            button.setIconSize(QSize(line, line))
        self.setStyleSheet(
            f"#card {{ background: {colours.surface}; border: 0; border-top: 1px solid {colours.border}; }}"
            f"QPushButton[kind='choice'] {{ text-align: {self._side()}; background: {colours.doubt_ground};"
            f" color: {colours.text}; border: 1px solid {colours.edge}; border-radius: {line // 3}px;"
            f" padding: {line // 5}px {line // 2}px; min-height: {line}px; }}"
            f"QPushButton[kind='choice']:hover {{ background: {colours.hover}; }}"
            f"QPushButton[kind='choice']:focus {{ border: 2px solid {colours.focus}; }}"
        )
        font = self.font()
        font.setBold(True)
        self._title.setFont(font)
        self.follow()
