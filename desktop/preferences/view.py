"""The view "preferences": the pages at one side, the chosen one beside them."""

import sys

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from desktop.access import LibraryAccess, LibraryDoor, ReadingWork, SettingsKeeper
from desktop.actions import ActionSet
from desktop.choices import Choices
from desktop.preferences.advanced import AdvancedPage
from desktop.preferences.general import GeneralPage
from desktop.preferences.inventory import InventoryProcess
from desktop.preferences.models import ModelsPage
from desktop.preferences.network import SHOWN as NETWORK
from desktop.preferences.network import NetworkPage
from desktop.preferences.pack_process import PackProcess
from desktop.preferences.page import Page
from desktop.preferences.privacy import PrivacyPage
from desktop.preferences.reading import SHOWN as READING
from desktop.preferences.reading import ReadingPage
from desktop.preferences.setting_rows import SettingRows
from desktop.preferences.shortcuts import ShortcutsPage
from desktop.preferences.upkeep import Upkeep
from desktop.sending.offers import OffersDesk
from desktop.style import Theme
from desktop.upkeep.page import ProgramPage
from desktop.upkeep.process import UpkeepProcess
from desktop.upkeep.restarting import restart
from desktop.window.toasts import Toasts
from desktop.window.view import View

ELSEWHERE = frozenset({*READING, *(name for names in NETWORK for name in names), "library.author"})
"""Settings of the engine that stand on a page of their own subject."""


class PreferencesView(View):
    """The settings."""

    def __init__(
        self,
        door: LibraryDoor,
        access: LibraryAccess,
        keeper: SettingsKeeper,
        actions: ActionSet,
        choices: Choices,
        toasts: Toasts,
        theme: Theme,
        offers: OffersDesk | None = None,
        work: ReadingWork | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the pages.

        Args:
            door: The open library.
            access: Changes its keys.
            keeper: Keeps the engine's settings.
            actions: Whose keys are shown.
            choices: What the person chose about the window.
            toasts: Tell what is done.
            theme: The look.
            offers: The model packs that headquarters offers; None for none.
            work: Reads pages, and pauses while the program is renewed; None where nothing is read.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._upkeep = Upkeep(door, self)
        self._inventory = InventoryProcess(keeper.file, self)
        self._packs = PackProcess(self)
        self._program = UpkeepProcess(door, self)
        program = ProgramPage(self._program, work, theme)
        program.restart_wanted.connect(lambda: restart(self.window(), sys.argv[1:]))
        self.pages: dict[str, Page] = {
            "general": GeneralPage(choices, self._rows(keeper), actions, theme),
            "reading": ReadingPage(keeper, self._rows(keeper), theme),
            "models": ModelsPage(self._inventory, self._packs, access, keeper, offers, theme),
            "network": NetworkPage(self._rows(keeper), theme),
            "privacy": PrivacyPage(door, access, self._upkeep, choices, toasts, theme),
            "keys": ShortcutsPage(actions, theme),
            "advanced": AdvancedPage(keeper, self._rows(keeper), theme, elsewhere=ELSEWHERE),
            "program": program,
        }
        self.list, self.stack = QListWidget(self), QStackedWidget(self)
        self.list.setProperty("kind", "pages")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, page in self.pages.items():
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.stack.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.list.currentRowChanged.connect(self._turn)
        theme.changed.connect(self._restyle)
        self.retranslate()
        self._restyle()
        self.list.setCurrentRow(0)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Settings")

    def opened(self, argument: object) -> None:
        """Show a page.

        Args:
            argument: Its name, such as ``models``; None for the one that was shown last.
        """
        if argument in self.pages:
            self.list.setCurrentRow(list(self.pages).index(str(argument)))
        self.current.shown()

    def left(self) -> None:
        """End what only this view wants to know."""
        self._inventory.close()
        self._packs.close()

    def ended(self) -> None:
        """Stop a check or a backup: nothing may hold the library open once it is locked."""
        self._upkeep.close()
        self._program.close()

    def first_focus(self) -> QWidget:
        """Return the list of pages."""
        return self.list

    def retranslate(self) -> None:
        """Take the words anew; the pages take theirs by themselves."""
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        for at, page in enumerate(self.pages.values()):
            self.list.item(at).setText(page.title())
        self._restyle()

    @property
    def current(self) -> Page:
        """The page in front."""
        return list(self.pages.values())[max(0, self.list.currentRow())]

    @property
    def busy(self) -> bool:
        """Whether a page still waits for what it shows."""
        return self._inventory.busy or self._packs.busy or self._program.busy

    def _rows(self, keeper: SettingsKeeper) -> SettingRows:
        return SettingRows(keeper, self._theme, self)

    def _turn(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.current.shown()

    def _restyle(self) -> None:
        line = self._theme.line
        for at, page in enumerate(self.pages.values()):
            item = self.list.item(at)
            item.setIcon(self._theme.icons.icon(page.icon))
        palette = self.list.palette()
        palette.setColor(palette.ColorRole.Base, QColor(self._theme.colours.window))
        self.list.setPalette(palette)
        self.list.setIconSize(QSize(line, line))
        self.list.setSpacing(line // 8)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the pages the more of the width, the larger the text is."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        line, metrics = self._theme.line, self.list.fontMetrics()
        widths = [metrics.horizontalAdvance(page.title()) + line * 4 for page in self.pages.values()]
        width = min(max(widths), line * 14, max(line * 8, self.width() * 3 // 10))
        for at, wanted in enumerate(widths):
            self.list.item(at).setSizeHint(QSize(0, line * 2 if wanted <= width else line * 3))
        self.list.setFixedWidth(width)
