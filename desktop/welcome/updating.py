"""Shown while a library of an earlier version is brought up to date, which takes minutes for a large one."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QWidget

from desktop.style import Theme
from desktop.welcome.page import CardPage


class UpdatingPage(CardPage):
    """Says that it goes on, and how far it is; how much there is to do is not known beforehand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin with nothing done."""
        super().__init__(theme, "retry", parent)
        self.count = QLabel(self)
        self._pages = 0
        self.column.addWidget(self.count)
        self.retranslate()

    def tell(self, pages: int) -> None:
        """Say how many pages are done."""
        self._pages = pages
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.tr("Your library is being brought up to date"))
        self.lead.setText(
            self.tr("This version keeps it in another way. It happens once, and a copy was kept before.")
        )
        self.count.setText(self.tr("Pages done: %1").replace("%1", QLocale().toString(self._pages)))
