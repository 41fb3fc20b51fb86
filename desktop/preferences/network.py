"""The page "Sending": whether the network may be used, what goes over it, and how much."""

from desktop.preferences.page import Page
from desktop.preferences.setting_rows import SettingRows
from desktop.style import Theme

SHOWN = (
    ("network.use", "network.files", "network.daily_megabytes"),
    ("network.every_minutes", "network.only_with", "network.urgent_packs"),
    ("network.release_after_days", "network.quarantine_days"),
)
"""Settings of the engine that stand here, card by card."""


class NetworkPage(Page):
    """What may go over the network, and when."""

    icon = "send"

    def __init__(self, rows: SettingRows, theme: Theme) -> None:
        """Show the settings."""
        super().__init__(theme)
        self._rows = rows
        self._cards = [self.card() for _ in SHOWN]
        for card, names in zip(self._cards, SHOWN, strict=True):
            for row in rows.make(names):
                card.add(row)
        self.column.addStretch(1)
        self.retranslate()

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Sending")

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.title())
        headings = (self.tr("Network"), self.tr("By itself"), self.tr("Freed space"))
        for card, heading in zip(self._cards, headings, strict=True):
            card.set_heading(heading)
        self._rows.retranslate()
