"""Rows for the engine's settings, kept in step with the keeper."""

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.access import SettingsKeeper
from desktop.preferences.fields import Field, field_for
from desktop.preferences.row import Row
from desktop.preferences.words import AT_NEXT_OPENING, words_of
from desktop.style import Theme
from engine.settings import Declaration, declarations


class SettingRows(QObject):
    """Makes rows, and shows in them what holds."""

    def __init__(self, keeper: SettingsKeeper, theme: Theme, parent: QWidget) -> None:
        """Make no row yet."""
        super().__init__(parent)
        self._keeper, self._theme, self._parent = keeper, theme, parent
        self.rows: dict[str, Row] = {}
        self._fields: dict[str, Field] = {}
        keeper.changed.connect(lambda _name: self.refresh())

    def make(self, names: Iterable[str]) -> list[Row]:
        """Return rows for settings, in this order."""
        found = {each.name: each for each in declarations(self._keeper.settings)}
        made = [self._make(found[name]) for name in names if name in found]
        self.retranslate()
        self.refresh()
        return made

    def refresh(self) -> None:
        """Show what holds."""
        for each in declarations(self._keeper.settings):
            if each.name in self.rows:
                self._fields[each.name].show_value(each.value)
                self.rows[each.name].set_changed(changed=each.value != each.default)

    def retranslate(self) -> None:
        """Take the words anew."""
        for each in declarations(self._keeper.settings):
            if each.name in self.rows:
                words = words_of(each)
                later = self.tr("Holds from the next time the library is opened.")
                more = f" {later}" if each.name in AT_NEXT_OPENING else ""
                self.rows[each.name].set_words(words.label, words.help + more)
                self._fields[each.name].set_words(words)

    def _make(self, declaration: Declaration) -> Row:
        name = declaration.name
        field = self._fields[name] = field_for(declaration, words_of(declaration), self._theme)
        # What a field offers always fits: its bounds and choices are the setting's own.
        field.edited.connect(lambda text: self._keeper.set(name, text))
        row = self.rows[name] = Row(field, self._theme, self._parent, reset=lambda: self._keeper.reset(name))
        return row
