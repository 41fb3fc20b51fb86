"""Fields by which the engine's settings are changed, made from their declarations."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.preferences.words import SettingWords, choice_text
from desktop.style import Theme
from desktop.texts import LANGUAGE_NAMES
from engine.settings import Declaration, Value


class CalmWheel(QObject):
    """Keeps the wheel for scrolling: a number must not change because the page was moved over it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hand the wheel on to the page unless the field has the keyboard."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class Field(QWidget):
    """A field for one setting; :attr:`edited` gives what a person chose, as the settings take it."""

    edited = Signal(str)

    def show_value(self, value: Value) -> None:
        """Show a value without telling."""
        raise NotImplementedError

    def set_words(self, words: SettingWords) -> None:
        """Take words anew."""

    def _hold(self, widget: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        self.setFocusProxy(widget)


class NumberField(Field):
    """A whole number, or a share in per cent."""

    def __init__(self, declaration: Declaration, theme: Theme, *, percent: bool) -> None:
        """Keep to the bounds."""
        super().__init__()
        self._factor = 100 if percent else 1
        self._share = percent
        self.spin = QSpinBox(self)
        self.spin.setRange(
            round((declaration.least or 0) * self._factor),
            round((declaration.most if declaration.most is not None else 1_000_000) * self._factor),
        )
        self.spin.setKeyboardTracking(False)
        self.spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.spin.setMinimumSize(theme.line * 8, theme.line * 3 // 2)
        self.spin.installEventFilter(CalmWheel(self.spin))
        self.spin.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.spin.valueChanged.connect(self._tell)
        self._hold(self.spin)

    def show_value(self, value: Value) -> None:
        """Show a value without telling."""
        assert isinstance(value, int | float)
        with QSignalBlocker(self.spin):
            self.spin.setValue(round(value * self._factor))

    def set_words(self, words: SettingWords) -> None:
        """Take words anew."""
        self.spin.setSuffix(f" {words.unit}" if words.unit else "")
        self.spin.setAccessibleName(words.label)

    def _tell(self, value: int) -> None:
        self.edited.emit(str(value / 100 if self._share else value))


class SwitchField(Field):
    """Yes or no."""

    def __init__(self) -> None:
        """Begin with no."""
        super().__init__()
        self.box = QCheckBox(self)
        self.box.clicked.connect(lambda on: self.edited.emit("yes" if on else "no"))
        self._hold(self.box)

    def show_value(self, value: Value) -> None:
        """Show a value without telling."""
        self.box.setChecked(bool(value))

    def set_words(self, words: SettingWords) -> None:
        """Take words anew."""
        self.box.setAccessibleName(words.label)


class ChoiceField(Field):
    """One of several."""

    def __init__(self, declaration: Declaration) -> None:
        """Offer the choices."""
        super().__init__()
        self._name = declaration.name
        self.combo = QComboBox(self)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.installEventFilter(CalmWheel(self.combo))
        for choice in declaration.choices:
            self.combo.addItem(choice_text(choice, declaration.name), choice)
        self.combo.activated.connect(lambda _at: self.edited.emit(str(self.combo.currentData())))
        self._hold(self.combo)

    def show_value(self, value: Value) -> None:
        """Show a value without telling."""
        self.combo.setCurrentIndex(self.combo.findData(value))

    def set_words(self, words: SettingWords) -> None:
        """Take words anew."""
        self.combo.setAccessibleName(words.label)
        for at in range(self.combo.count()):
            self.combo.setItemText(at, choice_text(str(self.combo.itemData(at)), self._name))


class SeveralField(Field):
    """Any of several, but not none."""

    def __init__(self, declaration: Declaration) -> None:
        """Offer the choices."""
        super().__init__()
        self.boxes = {
            choice: QCheckBox(LANGUAGE_NAMES.get(choice, choice), self) for choice in declaration.choices
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
            box.clicked.connect(lambda _on: self._tell())
        self.setFocusProxy(next(iter(self.boxes.values())))

    def show_value(self, value: Value) -> None:
        """Show a value without telling."""
        assert isinstance(value, tuple)
        for choice, box in self.boxes.items():
            box.setChecked(choice in value)
            box.setEnabled(value != (choice,))

    def _tell(self) -> None:
        self.edited.emit(",".join(choice for choice, box in self.boxes.items() if box.isChecked()))


class TextField(Field):
    """A short text."""

    def __init__(self, theme: Theme) -> None:
        """Begin empty."""
        super().__init__()
        self.line = QLineEdit(self)
        self.line.setMinimumWidth(theme.line * 10)
        self.line.editingFinished.connect(lambda: self.edited.emit(self.line.text().strip()))
        self._hold(self.line)

    def show_value(self, value: Value) -> None:
        """Show a value without telling."""
        if self.line.text() != value:
            self.line.setText(str(value))

    def set_words(self, words: SettingWords) -> None:
        """Take words anew."""
        self.line.setAccessibleName(words.label)


def field_for(declaration: Declaration, words: SettingWords, theme: Theme) -> Field:
    """Return a field that fits a setting."""
    makers: tuple[tuple[bool, Callable[[], Field]], ...] = (
        (isinstance(declaration.value, bool), SwitchField),
        (isinstance(declaration.value, tuple), lambda: SeveralField(declaration)),
        (bool(declaration.choices), lambda: ChoiceField(declaration)),
        (
            isinstance(declaration.value, int | float),
            lambda: NumberField(declaration, theme, percent=words.percent),
        ),
    )
    return next((make() for fits, make in makers if fits), None) or TextField(theme)
