"""The bar at the top: add, search, how the reading goes, and the menu."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.access import WorkKind, WorkState
from desktop.actions import ActionSet
from desktop.errors import told
from desktop.style import Theme
from desktop.window.amounts import about
from engine.replaced import ProgramReplacedError

SEARCH_PAUSE = 150
"""Milliseconds without a key after which what was typed is searched for."""


class TopBar(QFrame):
    """The bar at the top of the window."""

    searched = Signal(str)
    """What is to be searched for, as it is typed; empty when the field was emptied."""

    photos_switched = Signal()
    """Photos are to be searched by what they show, or no longer."""

    search_ended = Signal()
    """Enter was pressed in the search field."""

    queue_wanted = Signal()

    sending_wanted = Signal()

    words_wanted = Signal()
    """The language was switched: whoever says how sending goes says it anew."""

    def __init__(self, actions: ActionSet, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the bar.

        Args:
            actions: Fill the menus.
            theme: Gives icons and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._actions, self._theme = actions, theme
        self.setProperty("kind", "bar")
        self._state = WorkState()
        self.add = QToolButton(self)
        self.add.setProperty("kind", "main")
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add_menu = QMenu(self.add)
        actions.fill(self._add_menu, ("add.files", "add.folder", "add.paste", "add.watch"))
        self.add.setMenu(self._add_menu)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Qt's own place for an icon in a field has one size, however large the text is.
        self._glass = QLabel(self.search)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = QHBoxLayout(self.search)
        self._inside.addWidget(self._glass)
        self._inside.addStretch(1)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE)
        self._pause.timeout.connect(self._search)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.textChanged.connect(lambda text: None if text else self._pause.start())
        self.search.returnPressed.connect(self._search)
        self.search.returnPressed.connect(self.search_ended)
        self.photos = QToolButton(self)
        self.photos.setProperty("kind", "plain")
        self.photos.setCheckable(True)
        self.photos.clicked.connect(self._switch)
        self.reading = QToolButton(self)
        self.reading.setProperty("kind", "button")
        self.reading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.reading.clicked.connect(self.queue_wanted)
        self.sending = QToolButton(self)
        self.sending.setProperty("kind", "button")
        self.sending.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sending.clicked.connect(self.sending_wanted)
        self.sending.hide()
        self._sending_icon = ("send", "link")
        self.menu_button = QToolButton(self)
        self.menu_button.setProperty("kind", "plain")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.menu_button)
        self._menu.aboutToShow.connect(lambda: actions.main_menu(self._menu))
        self.menu_button.setMenu(self._menu)
        for button in (self.add, self.photos, self.reading, self.sending, self.menu_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.add)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 6)
        self._row.addWidget(self.photos)
        self._row.addStretch(1)
        self._row.addWidget(self.reading)
        self._row.addWidget(self.sending)
        self._row.addWidget(self.menu_button)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def focus_search(self) -> None:
        """Give the keyboard to the search field, with what is in it chosen."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def by_sight(self) -> bool:
        """Whether photos are searched by what they show."""
        return self.photos.isChecked()

    def search_photos(self) -> None:
        """Search photos by what they show, with the keyboard in the field."""
        self.photos.setChecked(True)
        self._switch()

    def show_words(self, words: str, *, by_sight: bool = False) -> None:
        """Put words into the search field that are searched for already, or empty it.

        Args:
            words: What is searched for.
            by_sight: Whether photos are searched by what they show.
        """
        self._pause.stop()
        self.photos.setChecked(by_sight)
        self._say_what_for()
        if self.search.text().strip() != words:
            blocked = self.search.blockSignals(True)  # noqa: FBT003 - Qt's signature
            self.search.setText(words)
            self.search.blockSignals(blocked)

    def open_menu(self) -> None:
        """Open the main menu."""
        self.menu_button.showMenu()

    def set_work(self, state: WorkState) -> None:
        """Tell how the reading goes."""
        self._state = state
        icon, colour, words = self._told(state)
        self.reading.setVisible(bool(words))
        self.reading.setText(f" {words}")
        self.reading.setAccessibleName(words or self.tr("Nothing is being read"))
        self.reading.setToolTip(told(state.code, state.message).what or self.tr("Show what is being read"))
        self.reading.setIcon(self._theme.icons.icon(icon, colour))

    def set_sending(self, icon: str, colour: str, words: str, tip: str) -> None:
        """Tell how sending goes; no words for a library without a team."""
        self._sending_icon = (icon, colour)
        self.sending.setVisible(bool(words))
        self.sending.setText(f" {words}")
        self.sending.setAccessibleName(words or self.tr("Nothing is sent"))
        self.sending.setToolTip(tip)
        self.sending.setIcon(self._theme.icons.icon(icon, colour))

    def retranslate(self) -> None:
        """Take the words anew."""
        self.add.setText(" " + self.tr("Add"))
        self.add.setAccessibleName(self.tr("Add documents"))
        self.add.setToolTip(self.tr("Add photos, scans or PDFs"))
        self.photos.setAccessibleName(self.tr("Find photos by what they show"))
        self.photos.setToolTip(self.tr("Find photos by what they show, instead of what was read"))
        self._say_what_for()
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.menu_button.setToolTip(self.tr("Menu (F10)"))
        self.set_work(self._state)
        self.words_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _told(self, state: WorkState) -> tuple[str, str, str]:
        """Return icon, its colour and words for how the reading goes; no words for nothing."""
        match state.kind:
            case WorkKind.READING:
                words = self.tr("Reading, %Ln left", "", state.left)
                if state.seconds_left is not None:
                    words = self.tr("%1, %2").replace("%1", words).replace("%2", about(state.seconds_left))
                return "speed", "link", words
            case WorkKind.PAUSED if state.left:
                return "pause", "doubt", self.tr("Paused, %Ln left", "", state.left)
            case WorkKind.WAITING:
                return "warning", "doubt", self.tr("Waiting, %Ln left", "", state.left)
            case WorkKind.REFUSED if state.code == ProgramReplacedError.code:
                return "warning", "doubt", self.tr("Updated: close it and open it again")
            case WorkKind.REFUSED:
                return "problem", "wrong", self.tr("Reading is not possible")
            case _:
                return "speed", "text", ""

    def _say_what_for(self) -> None:
        """Say in the field what is searched."""
        words, said = self.tr("Search names and everything that was read"), self.tr("Search")
        if self.by_sight:
            words = self.tr("What the photos show, such as: people at a well")
            said = self.tr("Find photos by what they show")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(said)

    def _switch(self) -> None:
        self._pause.stop()
        self._say_what_for()
        self.photos_switched.emit()
        self.focus_search()

    def _search(self) -> None:
        self._pause.stop()
        self.searched.emit(self.search.text().strip())

    def _restyle(self) -> None:
        line = self._theme.line
        self._row.setContentsMargins(line // 2, line // 2, line // 2, line // 2)
        self._row.setSpacing(line // 2)
        size = QSize(line + 2, line + 2)
        icons = self._theme.icons
        self.add.setIcon(icons.icon("add-files", "on_accent"))
        self.menu_button.setIcon(icons.icon("menu"))
        self.photos.setIcon(icons.icon("photo"))
        self.photos.setStyleSheet(f"QToolButton:checked {{ background: {self._theme.colours.selected}; }}")
        self._glass.setPixmap(icons.pixmap("search", line, "muted"))
        self._inside.setContentsMargins(line // 2, 0, line // 2, 0)
        before, after = line + line // 2, 0
        mirrored = self.isRightToLeft()
        self.search.setTextMargins(after if mirrored else before, 0, before if mirrored else after, 0)
        self.sending.setIcon(icons.icon(*self._sending_icon))
        for button in (self.add, self.photos, self.reading, self.sending, self.menu_button):
            button.setIconSize(size)
        self.search.setMinimumWidth(line * 9)
        self.set_work(self._state)
