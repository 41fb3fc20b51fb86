"""The page "General": language, look, size of text, where the window begins, which folder is watched."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSlider, QSpinBox, QWidget

from desktop.actions import ActionSet
from desktop.choices import LANGUAGES, Choices
from desktop.preferences.fields import CalmWheel
from desktop.preferences.page import Page
from desktop.preferences.row import Row
from desktop.preferences.setting_rows import SettingRows
from desktop.style import Theme, ThemeChoice
from desktop.texts import LANGUAGE_NAMES
from desktop.watched.watching import FOLDER, ON
from desktop.window.places import BEGIN_KEY
from engine.language import isolate

PLAIN_SCALE, LEAST_SCALE, MOST_SCALE, STEP = 100, 80, 200, 10
BEGINS = ("inbox", "to-check")


class GeneralPage(Page):
    """What a person sees first."""

    icon = "settings"

    def __init__(self, choices: Choices, rows: SettingRows, actions: ActionSet, theme: Theme) -> None:
        """Show what is chosen.

        Args:
            choices: What the person chose about the window.
            rows: Make the rows of the engine's settings.
            actions: Ask for the watched folder.
            theme: The look.
        """
        super().__init__(theme)
        self._choices, self._rows, self._actions = choices, rows, actions
        self.language = self._combo(LANGUAGES, self._choose_language)
        self.look = self._combo([str(each) for each in ThemeChoice], self._choose_look)
        self.begins = self._combo(BEGINS, self._choose_begin)
        self.scale, size = self._size_field()
        card = self.card()
        self._language_row = Row(self.language, theme, card)
        self._look_row = Row(self.look, theme, card, reset=lambda: self._choose_look(str(ThemeChoice.SYSTEM)))
        self._size_row = Row(size, theme, card, reset=lambda: self._choose_size(PLAIN_SCALE))
        self._begins_row = Row(self.begins, theme, card, reset=lambda: self._choose_begin(BEGINS[0]))
        self._own = (self._language_row, self._look_row, self._size_row, self._begins_row)
        self.watched = QPushButton(card)
        self.watched.clicked.connect(lambda _checked=False: actions["add.watch"].trigger())
        self._watched_row = Row(self.watched, theme, card)
        for row in (*self._own, self._watched_row, *rows.make(["library.author"])):
            card.add(row)
        self.column.addStretch(1)
        choices.language_changed.connect(self._language_changed)
        choices.look_changed.connect(self.shown)
        choices.remembered_changed.connect(self._remembered_changed)
        self.retranslate()
        self.shown()

    def title(self) -> str:
        """Return what the page is called."""
        return self.tr("General")

    def shown(self) -> None:
        """Show what is chosen."""
        choices = self._choices
        self.language.setCurrentIndex(self.language.findData(choices.language))
        self.look.setCurrentIndex(self.look.findData(str(choices.theme)))
        self.begins.setCurrentIndex(self.begins.findData(choices.remembered(BEGIN_KEY, BEGINS[0])))
        for field in (self.scale, self.slider):
            with QSignalBlocker(field):
                field.setValue(choices.text_scale)
        self._look_row.set_changed(changed=choices.theme is not ThemeChoice.SYSTEM)
        self._size_row.set_changed(changed=choices.text_scale != PLAIN_SCALE)
        self._begins_row.set_changed(changed=self.begins.currentData() != BEGINS[0])
        self._show_watched()

    def _show_watched(self) -> None:
        folder = self._choices.remembered(FOLDER) if self._choices.remembered(ON) == "yes" else ""
        # The mark keeps the path at the side where the page is read from.
        mark = "\u200f" if self.isRightToLeft() else ""
        help_text = self.tr("What is put into it is added by itself, for example by a scanner.")
        self._watched_row.set_words(
            self.tr("Watched folder"), f"{mark}{isolate(folder)}\n{help_text}" if folder else help_text
        )
        self.watched.setText(self.tr("Change…") if folder else self.tr("Choose…"))
        self.watched.setAccessibleName(f"{self._watched_row.label.text()}: {self.watched.text()}")
        self._watched_row.setVisible(self._actions.handled("add.watch"))

    def _remembered_changed(self, name: str) -> None:
        if name in (FOLDER, ON):
            self._show_watched()

    def _language_changed(self, _code: str) -> None:
        # A method, not a lambda: it goes with the page, while the choices stay when the library is locked.
        self.shown()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.title())
        self._language_row.set_words(self.tr("Language"), self.tr("Of the window. It changes at once."))
        self._look_row.set_words(
            self.tr("Look"), self.tr("Dark rests the eyes in the evening; high contrast helps in bright sun.")
        )
        self._size_row.set_words(self.tr("Size of text"), self.tr("Everything grows with it."))
        self._begins_row.set_words(self.tr("Begin with"), self.tr("What you see when the library opens."))
        self.slider.setAccessibleName(self.tr("Size of text"))
        self.scale.setAccessibleName(self.tr("Size of text"))
        # In the digits of the language in force; a field keeps those with which it was made.
        self.scale.setLocale(QLocale())
        self.scale.setSuffix(f" {QLocale().percent()}")
        for code in LANGUAGES:
            self.language.setItemText(self.language.findData(code), LANGUAGE_NAMES[code])
        looks = {
            ThemeChoice.SYSTEM: self.tr("As the computer has it"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
            ThemeChoice.HIGH_CONTRAST: self.tr("High contrast"),
        }
        for look, words in looks.items():
            self.look.setItemText(self.look.findData(str(look)), words)
        for name, words in zip(BEGINS, (self.tr("Inbox"), self.tr("To check")), strict=True):
            self.begins.setItemText(self.begins.findData(name), words)
        self._rows.retranslate()
        self._show_watched()

    def _combo(self, names: "tuple[str, ...] | list[str]", choose: Callable[[str], object]) -> QComboBox:
        combo = QComboBox(self)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.installEventFilter(CalmWheel(combo))
        for name in names:
            combo.addItem(name, name)
        combo.activated.connect(lambda _at: choose(str(combo.currentData())))
        return combo

    def _size_field(self) -> tuple[QSpinBox, QWidget]:
        field = QWidget(self)
        self.slider, spin = QSlider(Qt.Orientation.Horizontal, field), QSpinBox(field)
        row = QHBoxLayout(field)
        row.setContentsMargins(0, 0, 0, 0)
        for each in (self.slider, spin):
            each.setRange(LEAST_SCALE, MOST_SCALE)
            each.setSingleStep(STEP)
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            each.installEventFilter(CalmWheel(each))
            each.setMinimumHeight(self.theme.line * 3 // 2)
            row.addWidget(each)
        self.slider.setPageStep(STEP * 2)
        self.slider.setTracking(False)
        self.slider.setMinimumWidth(self.theme.line * 6)
        spin.setKeyboardTracking(False)
        self.slider.valueChanged.connect(lambda value: self._choose_size(round(value / STEP) * STEP))
        spin.valueChanged.connect(self._choose_size)
        field.setFocusProxy(self.slider)
        return spin, field

    def _choose_language(self, code: str) -> None:
        self._choices.language = code

    def _choose_look(self, look: str) -> None:
        self._choices.theme = ThemeChoice(look)

    def _choose_size(self, percent: int) -> None:
        self._choices.text_scale = percent

    def _choose_begin(self, place: str) -> None:
        self._choices.remember(BEGIN_KEY, place)
        self.shown()
