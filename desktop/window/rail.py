"""The places that a person can go to, at the side of the window, with how much waits in each."""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.style import Theme
from desktop.window.places import Place, place_text


class RailButton(QToolButton):
    """One place: icon, words, and how much waits there."""

    def __init__(self, place: Place, theme: Theme, parent: QWidget) -> None:
        """Stand for a place."""
        super().__init__(parent)
        self.place = place
        self._theme = theme
        self.count: int | None = None
        self._narrow = False
        self.setCheckable(True)
        self.setObjectName("rail-button")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.refresh()

    def set_count(self, count: int | None) -> None:
        """Show how much waits; None and 0 show nothing."""
        if count != self.count:
            self.count = count
            self.refresh()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone."""
        self._narrow = narrow
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon)
        self.refresh()

    def refresh(self) -> None:
        """Take words, icon and sizes anew."""
        name, line = place_text(self.place), self._theme.line
        number = QLocale().toString(self.count) if self.count else ""
        said = f"{name}, {number}" if number else name
        self.setText(f"  {name}   {number}" if number else f"  {name}")
        self.setAccessibleName(said)
        self.setToolTip(said)
        colour = self.place.colour if self.count and self.place.colour else "text"
        self.setIcon(self._theme.icons.icon(self.place.icon, colour))
        self.setIconSize(QSize(line + 2, line + 2))


class Rail(QFrame):
    """The list of places; arrow keys go up and down in it."""

    chosen = Signal(object)
    """A :class:`Place`."""

    def __init__(self, places: tuple[Place, ...], theme: Theme, parent: QWidget | None = None) -> None:
        """Show places.

        Args:
            places: In their order; those at the foot stand at the bottom.
            theme: Gives icons and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons = [RailButton(place, theme, self) for place in places]
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        for button in self.buttons:
            self._group.addButton(button)
            button.clicked.connect(lambda _checked=False, place=button.place: self.chosen.emit(place))
        for foot in (False, True):
            for button in self.buttons:
                if button.place.foot is foot:
                    if button.place.separated:
                        self._column.addSpacing(theme.line // 2)
                    self._column.addWidget(button)
            if not foot:
                self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def show_place(self, name: str | None) -> None:
        """Mark where the person is; None marks nothing."""
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(button.place.name == name)
        self._group.setExclusive(True)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show how much waits in each place.

        Args:
            counts: Name of the place -> number.
        """
        for button in self.buttons:
            button.set_count(counts.get(button.place.name))

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, where the window has no room for words."""
        if narrow != self._narrow:
            self._narrow = narrow
            for button in self.buttons:
                button.set_narrow(narrow=narrow)
            self._restyle()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self.tr("Places"))
        for button in self.buttons:
            button.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go up and down with the arrows."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        order = sorted(self.buttons, key=lambda button: button.place.foot)
        here = next((at for at, button in enumerate(order) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        else:
            order[(here + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _restyle(self) -> None:
        colours, line = self._theme.colours, self._theme.line
        self._column.setContentsMargins(line // 3, line // 2, line // 3, line // 2)
        self._column.setSpacing(2)
        self.setFixedWidth(line * 3 if self._narrow else line * 12)
        align = "center" if self._narrow else "left"
        self.setStyleSheet(
            f"#rail, #rail QWidget {{ background: {colours.window}; }}"
            f"#rail {{ border: 0; }}"
            f"#rail-button {{ border: 2px solid transparent; border-radius: {line // 3}px;"
            f" padding: {line // 3}px {line // 3}px; text-align: {align}; color: {colours.text}; }}"
            f"#rail-button:hover {{ background: {colours.hover}; }}"
            f"#rail-button:checked {{ background: {colours.selected}; font-weight: 600; }}"
            f"#rail-button:focus {{ border: 2px solid {colours.focus}; }}"
        )
        for button in self.buttons:
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
            button.refresh()
