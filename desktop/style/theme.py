"""Applies palette, font size and direction to the program, and follows the system where that is wanted."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.style.icons import Icons
from desktop.style.palettes import DARK, HIGH_CONTRAST, LIGHT, Colours, qt_palette
from desktop.style.sheet import style_sheet

LEAST_SCALE, MOST_SCALE = 80, 200


class ThemeChoice(StrEnum):
    """Which palette a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Theme(QObject):
    """The look that is in force."""

    changed = Signal()
    """Colours, sizes, direction or icons are not as they were: take icons anew."""

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        """Take the program over; nothing is applied yet."""
        super().__init__(parent)
        self._application = application
        self._points = application.font().pointSizeF()
        self._choice = ThemeChoice.SYSTEM
        self._scale = 100
        self.colours = LIGHT
        self.icons = Icons(LIGHT)
        application.setStyle(QStyleFactory.create("Fusion"))
        application.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def line(self) -> int:
        """Height of a line of text in pixels; what has a size takes it from this."""
        return QFontMetrics(self._application.font()).height()

    def apply(self, choice: ThemeChoice, scale: int) -> None:
        """Put a look in force.

        Args:
            choice: The palette.
            scale: Size of text in percent, 80 to 200.
        """
        self._choice, self._scale = choice, max(LEAST_SCALE, min(MOST_SCALE, scale))
        self.colours = self._chosen()
        font = self._application.font()
        font.setPointSizeF(self._points * self._scale / 100)
        # Each is taken by every widget there is, for a good part of a second: only what is not as it was.
        if font != self._application.font():
            self._application.setFont(font)
        palette, sheet = qt_palette(self.colours), style_sheet(self.colours, self.line)
        if palette != self._application.palette():
            self._application.setPalette(palette)
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet(sheet)
        mirrored = self._application.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.icons = Icons(self.colours, mirrored=mirrored)
        self.changed.emit()

    def again(self) -> None:
        """Apply the same look once more, after the direction of writing changed."""
        self.apply(self._choice, self._scale)

    def _system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self.again()

    def _chosen(self) -> Colours:
        if self._choice is ThemeChoice.SYSTEM:
            scheme = self._application.styleHints().colorScheme()
            return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        return {ThemeChoice.LIGHT: LIGHT, ThemeChoice.DARK: DARK}.get(self._choice, HIGH_CONTRAST)
