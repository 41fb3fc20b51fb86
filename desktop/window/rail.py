"""The places that a person can go to, at the side of the window, with how much waits in each."""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.style import Theme
from desktop.window.places import Place, Standing, place_text


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
        line = self._theme.line
        name = said = place_text(self.place)
        number = QLocale().toString(self.count) if self.count else ""
        if self.place.own:
            room = line * 6 if number else line * 15 // 2
            name = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        said = f"{said}, {number}" if number else said
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
        self._here: str | None = None
        self._own: dict[str, tuple[Place, ...]] = {}
        self._holders: dict[RailButton, QWidget] = {}
        self._kept: dict[str, int | None] = {}
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons = [self._made(place) for place in places]
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
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
        self._here = name
        self._group.setExclusive(False)
        for button in self.buttons:
            button.setChecked(button.place.name == name)
        self._group.setExclusive(True)

    @property
    def places(self) -> tuple[Place, ...]:
        """All that it shows, in order."""
        return tuple(button.place for button in self.buttons)

    def show_standing(self, standing: Standing) -> None:
        """Show how much waits in each place, and what stands below some of them."""
        if standing.own != self._own:
            self._own = standing.own
            self._exchange()
        for button in self.buttons:
            name = button.place.name
            button.set_count(standing.counts.get(name, self._kept.get(name)))

    def show_count(self, name: str, count: int | None) -> None:
        """Show how much waits in a place of which :class:`Standing` tells nothing."""
        self._kept[name] = count
        for button in self.buttons:
            if button.place.name == name:
                button.set_count(count)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, where the window has no room for words."""
        if narrow != self._narrow:
            self._narrow = narrow
            for button in self.buttons:
                button.set_narrow(narrow=narrow)
            for holder in self._holders.values():
                holder.setVisible(not narrow)
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
        seen = [button for button in self.buttons if button.isVisible()]
        order = sorted(seen, key=lambda button: button.place.foot)
        here = next((at for at, button in enumerate(order) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        else:
            order[(here + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, place: Place) -> RailButton:
        button = RailButton(place, self._theme, self)
        self._group.addButton(button)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(place))
        return button

    def _exchange(self) -> None:
        """Take away what stood below the places, and show what stands there now."""
        focused = next((each.place.name for each in self.buttons if each.hasFocus()), None)
        for holder in self._holders.values():
            holder.hide()
            holder.deleteLater()
        always = [button for button in self.buttons if button not in self._holders]
        for button in self._holders:
            self._group.removeButton(button)
        self._holders.clear()
        self.buttons = []
        for button in always:
            self.buttons.append(button)
            at = self._column.indexOf(button)
            for place in self._own.get(button.place.name, ()):
                at += 1
                below = self._made(place)
                self.buttons.append(below)
                holder = self._holders[below] = QWidget(self)
                # A row, and no margin: it is mirrored where writing is.
                row = QHBoxLayout(holder)
                row.setContentsMargins(0, 0, 0, 0)
                row.addSpacing(self._theme.line)
                row.addWidget(below)
                holder.setVisible(not self._narrow)
                self._column.insertWidget(at, holder)
        self.show_place(self._here)
        self._restyle()
        if focused is not None:
            again = next((each for each in self.buttons if each.place.name == focused), self.buttons[0])
            again.setFocus(Qt.FocusReason.OtherFocusReason)

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
