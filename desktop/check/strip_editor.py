"""The strip under a line on the page: the line's field, where the eye is."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from desktop.actions import ActionSet
from desktop.check.canvas import PageCanvas
from desktop.check.line_field import LineField
from desktop.check.page_in_hand import PageInHand
from desktop.style import Theme


class StripEditor(QFrame):
    """Lies over the page and moves with it; shown while a line is typed on the page."""

    menu_wanted = Signal(QToolButton)
    """All that can be done to the line is to be shown under a button."""

    def __init__(self, hand: PageInHand, canvas: PageCanvas, actions: ActionSet, theme: Theme) -> None:
        """Lie over the canvas.

        Args:
            hand: What is checked.
            canvas: The page.
            actions: Give what the buttons do.
            theme: Gives colours and sizes.
        """
        super().__init__(canvas.viewport())
        self._hand, self._canvas, self._theme = hand, canvas, theme
        self.setObjectName("strip")
        self._open = False
        self.field = LineField(hand, self, tab_steps=True)
        self._confirm, self._more = QToolButton(self), QToolButton(self)
        self._confirm.setDefaultAction(actions["line.confirm"])
        self._confirm.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._more.clicked.connect(lambda: self.menu_wanted.emit(self._more))
        for button in (self._confirm, self._more):
            button.setProperty("kind", "plain")
            # Tab goes to the next line here; both are to be had beside the page too.
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self._confirm)
        self._row.addWidget(self._more)
        canvas.place_changed.connect(self.place)
        canvas.viewport().installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def open(self) -> None:
        """Appear under the chosen line, with the keyboard in it."""
        if self._hand.row is None:
            return
        self._open = True
        self._hand.begin_typing()
        self._canvas.set_current(self._hand.current)
        self.place()
        self.field.show_text()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)  # noqa: FBT003 - Qt's: without marking

    def shut(self) -> None:
        """Disappear; what is typed is another's business."""
        self._open = False
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is shown, or would be if the line were in sight."""
        return self._open

    def place(self) -> None:
        """Stand where the page leaves room for it now."""
        rect = self._canvas.strip_place(self._hand.current) if self._open else None
        if rect is None:
            return
        self.setVisible(True)
        if rect.isEmpty():
            # Out of sight, but what is typed must not lose the keyboard.
            self.move(0, -10 * self._theme.line)
            return
        height = max(rect.height(), self.sizeHint().height())
        self.setGeometry(rect.left(), rect.top(), rect.width(), height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of the page's view."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.field.setAccessibleName(self.tr("Text of the line, on the page"))
        self.field.setPlaceholderText(self.tr("Type what stands here"))
        self._more.setAccessibleName(self.tr("More to do with this line"))
        self._more.setToolTip(self.tr("More to do with this line"))

    def _restyle(self) -> None:
        line, colours = self._theme.line, self._theme.colours
        self._row.setContentsMargins(line // 4, line // 4, line // 4, line // 4)
        self._row.setSpacing(line // 6)
        self._more.setIcon(self._theme.icons.icon("more"))
        for button in (self._confirm, self._more):
            button.setIconSize(QSize(line, line))
        self.setStyleSheet(
            f"#strip {{ background: {colours.raised}; border: 1px solid {colours.edge};"
            f" border-radius: {line // 3}px; }}"
        )
        self.place()
