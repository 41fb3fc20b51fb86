"""The page "Reading": languages, second opinion, doubt."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel

from desktop.access import SettingsKeeper
from desktop.preferences.page import Page
from desktop.preferences.setting_rows import SettingRows
from desktop.style import Theme

SHOWN = (
    "reading.languages",
    "reading.second_opinion",
    "reading.doubt_threshold",
    "pages.use_text_layer",
    "pages.orient",
    "pages.straighten",
)


class ReadingPage(Page):
    """How pages become text."""

    icon = "speed"

    def __init__(self, keeper: SettingsKeeper, rows: SettingRows, theme: Theme) -> None:
        """Show what holds."""
        super().__init__(theme)
        self._keeper, self._rows = keeper, rows
        card = self.card()
        self.example = QLabel(card)
        self.example.setWordWrap(True)
        for name, row in zip(SHOWN, rows.make(SHOWN), strict=True):
            card.add(row)
            if name == "reading.doubt_threshold":
                card.add(self.example)
        self.note = QLabel(self.inner)
        self.note.setWordWrap(True)
        self.note.setProperty("kind", "muted")
        self.column.addWidget(self.note)
        self.column.addStretch(1)
        keeper.changed.connect(lambda _name: self._say_example())
        self.retranslate()

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("Reading")

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.title())
        self._rows.retranslate()
        self.note.setText(
            self.tr(
                "Pages that come now are read so. What was read before stays as it is; to read a document "
                "anew, choose “Read again” in the list."
            )
        )
        self._say_example()

    def _say_example(self) -> None:
        threshold = round(self._keeper.settings.reading.doubt_threshold * 100)
        if threshold == 0:
            words = self.tr("Now only lines for which there is another reason are marked.")
        else:
            words = self.tr(
                "An example: a line that Sanduku is %1 % sure of is marked, one with %2 % is not."
            )
            words = words.replace("%1", QLocale().toString(threshold - 1))
            words = words.replace("%2", QLocale().toString(threshold))
        self.example.setText(words)
