"""The page "Advanced": all settings of the engine that no other page shows, by section, searchable."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton

from desktop.access import SettingsKeeper
from desktop.preferences.page import Card, Page
from desktop.preferences.setting_rows import SettingRows
from desktop.preferences.words import section_text
from desktop.style import Theme
from engine.settings import declarations


class AdvancedPage(Page):
    """For those who know why."""

    icon = "more"

    def __init__(
        self, keeper: SettingsKeeper, rows: SettingRows, theme: Theme, *, elsewhere: frozenset[str]
    ) -> None:
        """Show all settings but those that stand on other pages."""
        super().__init__(theme)
        self._keeper, self._rows = keeper, rows
        self._cards: dict[str, Card] = {}
        self.lead, self.search, self.none = QLabel(self.inner), QLineEdit(self.inner), QLabel(self.inner)
        self.lead.setWordWrap(True)
        for label in (self.lead, self.none):
            label.setProperty("kind", "muted")
        self.none.hide()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.reset_all = QPushButton(self.inner)
        self.reset_all.clicked.connect(self._reset_all)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.reset_all)
        self.column.addWidget(self.lead)
        self.column.addLayout(row)
        self.column.addWidget(self.none)
        self._names = [each.name for each in declarations(keeper.settings) if each.name not in elsewhere]
        for name, made in zip(self._names, rows.make(self._names), strict=True):
            section = name.partition(".")[0]
            if section not in self._cards:
                self._cards[section] = self.card()
            self._cards[section].add(made)
        self.column.addStretch(1)
        keeper.changed.connect(lambda _name: self._say_reset())
        self.setFocusProxy(self.search)
        self.retranslate()

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Advanced")

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.title())
        self.lead.setText(self.tr("You need none of this for daily work. Every change can be taken back."))
        self.search.setPlaceholderText(self.tr("Search these settings"))
        self.search.setAccessibleName(self.tr("Search these settings"))
        self.none.setText(self.tr("No setting has these words."))
        self.reset_all.setText(self.tr("Reset all"))
        self._rows.retranslate()
        for section, card in self._cards.items():
            card.set_heading(section_text(section))
        self._say_reset()

    def _narrow(self, words: str) -> None:
        """Show the rows that have the words."""
        any_found = False
        for section, card in self._cards.items():
            found = False
            for name in self._names:
                if name.startswith(f"{section}."):
                    fits = self._rows.rows[name].matches(words)
                    self._rows.rows[name].setVisible(fits)
                    found |= fits
            card.setVisible(found)
            any_found |= found
        self.none.setVisible(not any_found)

    def _reset_all(self) -> None:
        for name in self._names:
            self._keeper.reset(name)

    def _say_reset(self) -> None:
        values = {each.name: each for each in declarations(self._keeper.settings)}
        self.reset_all.setEnabled(any(values[name].value != values[name].default for name in self._names))
