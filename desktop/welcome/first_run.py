"""The first start: language, passphrase, recovery key, speed, team; under two minutes."""

import itertools
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desktop.access.speed_test import SpeedTest
from desktop.choices import LANGUAGES, Choices
from desktop.style import Theme
from desktop.texts import LANGUAGE_NAMES, error_text
from desktop.welcome.opening import Made, Opening
from desktop.welcome.page import CardPage, row_of
from desktop.welcome.recovery_sheet import print_sheet
from desktop.welcome.secret_field import SecretField
from desktop.welcome.speed_page import SpeedPage
from desktop.welcome.strength import Strength, strength
from desktop.welcome.strength_words import strength_words
from desktop.welcome.team_page import TeamPage
from engine.errors import SandukuError


class LanguagePage(CardPage):
    """Asks for the language, in each language's own words."""

    chosen = Signal()

    def __init__(self, choices: Choices, theme: Theme) -> None:
        """Offer the languages."""
        super().__init__(theme, "language")
        self._choices = choices
        grid = QGridLayout()
        self.buttons = {}
        for place, code in enumerate(LANGUAGES):
            button = QPushButton(LANGUAGE_NAMES[code], self)
            button.setProperty("kind", "button")
            button.clicked.connect(lambda _checked=False, code=code: self._choose(code))
            grid.addWidget(button, place // 2, place % 2)
            self.buttons[code] = button
        self.column.addLayout(grid)
        self.setFocusProxy(self.buttons[choices.language])
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.tr("Welcome to Sanduku"))
        self.lead.setText(self.tr("Choose your language. You can change it later in the settings."))

    def _choose(self, code: str) -> None:
        self._choices.language = code
        self.setFocusProxy(self.buttons[code])
        self.chosen.emit()


class PassphrasePage(CardPage):
    """Asks for a passphrase twice, and says what it is worth."""

    made = Signal(object)
    """A :class:`Made`."""

    back_wanted = Signal()
    """To the page before, with what is typed kept."""

    def __init__(self, opening: Opening, theme: Theme) -> None:
        """Ask for a passphrase."""
        super().__init__(theme, "lock")
        self._opening = opening
        self._busy = False
        self._first_name, self.first = QLabel(self), SecretField(theme, self)
        self._second_name, self.second = QLabel(self), SecretField(theme, self)
        self.worth, self.words = QProgressBar(self), QLabel(self)
        self.worth.setRange(0, 3)
        self.worth.setTextVisible(False)
        self.worth.setFixedHeight(6)
        self.warning = QLabel(self)
        for label in (self.words, self.warning):
            label.setWordWrap(True)
        self.back, self.go_on = QPushButton(self), QPushButton(self)
        self.back.setProperty("kind", "link")
        self.go_on.setProperty("kind", "main")
        for widget in (
            self._first_name, self.first, self.worth, self.words,
            self._second_name, self.second, self.warning,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addLayout(row_of(self.back, self.go_on))
        # From field to field first: the eyes come after both.
        order = (self.first, self.second, self.first.eye, self.second.eye, self.back, self.go_on)
        for one, following in itertools.pairwise(order):
            QWidget.setTabOrder(one, following)
        self.back.clicked.connect(self.back_wanted)
        self.go_on.clicked.connect(self.make)
        self.second.returnPressed.connect(self.make)
        self.first.returnPressed.connect(self.second.setFocus)
        for field in (self.first, self.second):
            field.textEdited.connect(lambda _text: self._judge())
        self.setFocusProxy(self.first)
        self.retranslate()

    def make(self) -> None:
        """Make the library, if the passphrases agree."""
        if not self.go_on.isEnabled():
            return
        self._busy = True
        self._judge()
        self._opening.make(self.first.text(), self._done, self._refused)

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.tr("Protect your documents"))
        self.lead.setText(
            self.tr(
                "Everything is encrypted with your passphrase. Four or five ordinary words are easy to keep."
            )
        )
        self.back.setText(self.tr("Back to the language"))
        self._first_name.setText(self.tr("Passphrase"))
        self._second_name.setText(self.tr("The same once more"))
        self.first.setAccessibleName(self.tr("Passphrase"))
        self.second.setAccessibleName(self.tr("The same once more"))
        self.worth.setAccessibleName(self.tr("How well the passphrase protects"))
        self.warning.setText(
            self.tr("Nobody can open the library without the passphrase or the recovery key, not even we.")
        )
        self._judge()

    def _judge(self) -> None:
        """Say what the passphrase is worth, and whether both are the same."""
        typed, again = self.first.text(), self.second.text()
        worth = strength(typed)
        words = strength_words(worth)
        if typed and again and typed != again:
            words = self.tr("The two are not the same.")
        self.worth.setValue(int(worth))
        self.words.setText(words if typed else " ")
        ready = worth is not Strength.TOO_SHORT and typed == again and not self._busy
        self.back.setEnabled(not self._busy)
        self.go_on.setEnabled(ready)
        self.go_on.setText(self.tr("Making the library…") if self._busy else self.tr("Go on"))

    def _done(self, made: Made) -> None:
        self._busy = False
        self.first.clear()
        self.second.clear()
        self.made.emit(made)

    def _refused(self, error: SandukuError) -> None:
        self._busy = False
        self._judge()
        self.words.setText(error_text(error))


class RecoveryPage(CardPage):
    """Shows the recovery key once, to be printed or written down."""

    finished = Signal()

    def __init__(self, made: Made, theme: Theme) -> None:
        """Show the key of a new library."""
        super().__init__(theme, "key")
        self._made = made
        self.key = QLabel(self._shown(made.recovery_key or ""), self)
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.key.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._note = QLabel(" ".join(made.warnings), self)
        self._note.setWordWrap(True)
        self._note.setVisible(bool(made.warnings))
        self.print, self.kept, self.go_on = QPushButton(self), QCheckBox(self), QPushButton(self)
        self.go_on.setProperty("kind", "main")
        self.go_on.setEnabled(False)
        self.kept.toggled.connect(self.go_on.setEnabled)
        self.print.clicked.connect(lambda: print_sheet(self._made.recovery_key or "", self))
        self.go_on.clicked.connect(self.finished)
        for widget in (self.key, self.print, self._note, self.kept):
            self.column.addWidget(widget)
        self.column.addLayout(row_of(self.go_on))
        self.setFocusProxy(self.print)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.heading.setText(self.tr("Keep the recovery key"))
        self.lead.setText(
            self.tr("If you forget the passphrase, only this key opens the library. It is shown this once.")
        )
        self.key.setAccessibleName(self.tr("Recovery key"))
        self.print.setText(self.tr("Print the key…"))
        self.kept.setText(self.tr("I printed the key or wrote it down."))
        self.go_on.setText(self.tr("Go on"))

    def restyle(self) -> None:
        """Take sizes and icons anew."""
        super().restyle()
        if hasattr(self, "print"):
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPointSizeF(self.font().pointSizeF() * 1.25)
            self.key.setFont(font)
            self.print.setIcon(self.theme.icons.icon("print"))
            self.print.setIconSize(QSize(self.theme.line, self.theme.line))

    @staticmethod
    def _shown(key: str) -> str:
        """Break the key after four groups, so that it fits at every size of text."""
        groups = key.split("-")
        return "-".join(groups[:4]) + "-\n" + "-".join(groups[4:]) if len(groups) > 4 else key


class FirstRun(QWidget):
    """The pages of the first start, one after the other."""

    finished = Signal(object, bool)
    """A :class:`LibraryDoor`, and whether the person wants to join a team."""

    def __init__(
        self, opening: Opening, choices: Choices, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Begin with the language."""
        super().__init__(parent)
        self._theme, self._opening = theme, opening
        self.pages = QStackedWidget(self)
        self.language = LanguagePage(choices, theme)
        self.passphrase = PassphrasePage(opening, theme)
        self.recovery: RecoveryPage | None = None
        self.speed: SpeedPage | None = None
        self.team: TeamPage | None = None
        for page in (self.language, self.passphrase):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self.language.chosen.connect(lambda: self._show(self.passphrase))
        self.passphrase.back_wanted.connect(lambda: self._show(self.language))
        self.passphrase.made.connect(self._show_key)
        self.setFocusProxy(self.language)

    def _show_key(self, made: Made) -> None:
        self.recovery = RecoveryPage(made, self._theme)
        self.recovery.finished.connect(lambda: self._show_speed(made))
        self.pages.addWidget(self.recovery)
        self._show(self.recovery)

    def _show_speed(self, made: Made) -> None:
        test = SpeedTest(made.door.settings, self)
        self.speed = SpeedPage(test, self._theme)
        self.speed.processes_found.connect(self._take_processes)
        self.speed.finished.connect(lambda: self._show_team(made))
        self.pages.addWidget(self.speed)
        self._show(self.speed)

    def _take_processes(self, processes: int) -> None:
        if processes != self._opening.settings.worker.processes and self.speed is not None:
            self._opening.use_processes(processes, self.speed.tell)

    def _show_team(self, made: Made) -> None:
        self.team = TeamPage(self._theme)
        door = replace(made.door, settings=self._opening.settings)
        self.team.finished.connect(lambda joins: self.finished.emit(door, joins))
        self.pages.addWidget(self.team)
        self._show(self.team)

    def _show(self, page: CardPage) -> None:
        self.pages.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
