"""Somebody without a plan: presses, clicks, drags and switches whatever there is, by a seeded chance.

``python -m tests.desktop.monkey --steps 5000 --seed 1`` lets it loose on a filled library in a folder of its
own. It ends with 1 if anything went wrong: an exception, a message of Qt, a fault in the log, a step that
took too long, or a library that is not sound. What it did before is told, so that the seed can be looked at
again; where a step hangs, the stacks of all threads are told, and the program ends with 3.
"""

import argparse
import logging
import os
import random
import sys
import tempfile
import time
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt looks

from PySide6.QtCore import (
    QEventLoop,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from desktop.choices import LANGUAGES, Choices
from desktop.sending.behind import BehindTheLock
from desktop.style import ThemeChoice
from desktop.texts import Translation
from desktop.window.frame import Frame
from desktop.window.shell import ShellWindow
from engine.library import Library
from engine.sync.joining import begin_to_join
from engine.sync.running import join_team
from engine.sync.wire.invitation import Invitation
from tests.desktop.check.readings import add, form, line
from tests.desktop.watch import Watch
from tests.engine.sync.reference import ReferenceHeadquarters
from tests.engine.sync.served import served

PAUSE_MILLISECONDS = 4
ENDS = "ends"
"""Property of a window that closes whatever is under way."""
SAY_EVERY = 150
SLOW_SECONDS, STUCK_SECONDS = 3, 180
TELL_EVERY = 250
KEYS = (
    "Tab", "Tab", "Backtab", "Return", "Esc", "Esc", "Space", "Up", "Down", "Left", "Right", "Home", "End",
    "PgUp", "PgDown", "Delete", "Backspace", "F2", "F3", "F4", "F5", "F6", "F10", "Menu",
)  # fmt: skip
WORDS = ("Amina", "5", "حسن", "x" * 60, "<b>%1 & {name}</b>", "‮abc", "é", "/", "12 March 1987", " ", "👩🏾‍⚕️")
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


def fill(library: Library, documents: int) -> None:
    """Put documents into a library that are read already, with doubts, in two scripts; the last one waits."""
    arabic = (line("الاسم: أمينة حسن", 0), line("تاريخ الميلاد ١٤ مارس", 1, 0.6, doubts=("low-confidence",)))
    for number in range(documents):
        pages = [form()] * (1 + number % 3) if number % 4 else [arabic]
        add(library, f"{number:03} form.png", *pages)
    library.bulk.trash(library.documents.ids()[:2])
    add(library, "waits.png", form(), read=False)


def say_something(headquarters: ReferenceHeadquarters, chance: random.Random) -> None:
    """Let headquarters say something by chance, such as that a document is sent back, or a pack offered."""
    for name, there in headquarters.contents.libraries.items():
        entries = there.streams[0].entries if there.streams else []
        known = sorted({each.document_id for each in entries if each.document_id})
        document = chance.choice(known) if known else None
        readings = [each for each in entries if (each.entity, each.kind) == ("reading", "added")]
        match chance.choice(("remark", "return", "setting", "pack", "correction")):
            case "remark" if document:
                headquarters.send_down(
                    name, "comment", "added", {"text": "<b>%1</b> اسأل"}, document=document
                )
            case "return" if document:
                payload = {"state": "returned", "reason": "The back is missing."}
                headquarters.send_down(name, "document", "review", payload, document=document)
            case "setting":
                payload = {"reading.doubt_threshold": chance.choice((0.6, 0.8))}
                headquarters.send_down(name, "settings", "set", payload)
            case "pack":
                file = {"name": "pack.json", "sha256": f"{chance.getrandbits(256):064x}", "size": 4000}
                payload = {"name": "tiny", "version": 1, "files": [file], "urgent": chance.random() < 0.3}
                headquarters.send_down(name, "pack", "offer", payload)
            case "correction" if readings:
                reading = chance.choice(readings)
                page = (reading.payload or {}).get("page", "")
                payload = {
                    "page": page, "reading": reading.entity_id, "line": "line1", "previous": "Amina",
                    "text": "Amina Hassen", "reason": "",
                }  # fmt: skip
                headquarters.send_down(name, "correction", "text", payload, document=reading.document_id)


class Monkey:
    """Does one thing after the other; also while a menu or a dialog has taken the window over."""

    def __init__(
        self,
        open_window: Callable[[], ShellWindow],
        choices: Choices,
        use_language: Callable[[str], None],
        files: Path,
        *,
        seed: int,
    ) -> None:
        self._stepped: Callable[[], object] = lambda: None
        self._open, self._choices, self._use_language = open_window, choices, use_language
        self._files = sorted(path for path in files.iterdir() if path.is_file())
        self._chance = random.Random(seed)
        self._loop = QEventLoop()
        self._left = 0
        self.done = 0
        self.trail: deque[str] = deque(maxlen=40)
        self.window = self._reopened()
        self._deeds: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self._act), (30, self._click), (22, self._press), (8, self._type), (4, self._wheel),
            (3, self._drag), (2, self._resize), (2, self._switch), (1, self._drop),
        )  # fmt: skip

    def tell_each(self, stepped: Callable[[], object]) -> None:
        """Have a function called at the beginning of each step."""
        self._stepped = stepped

    def run(self, steps: int) -> None:
        """Do so many things; everything is closed again at the end."""
        self._left = steps
        self._plan()
        self._loop.exec()
        self._close_popups()
        self.window.setProperty(ENDS, True)
        self.window.close()

    # One thing

    def _plan(self) -> None:
        # Each its own timer: one and the same does not fire while what it did waits for an answer.
        QTimer.singleShot(PAUSE_MILLISECONDS, self._step)

    def _step(self) -> None:
        self._stepped()
        if not self._loop.isRunning():
            return
        # First of all: whatever comes of this step, there is a next one, also while this one waits.
        self._plan()
        if self._left <= 0:
            # Menus wait within each other; each that is closed lets the one around it go on.
            self._close_popups()
            self._loop.quit()
            return
        self._left -= 1
        self.done += 1
        if not isValid(self.window) or not self.window.isVisible():
            if isValid(self.window):
                # The program ends with its window; one that is closed must not follow the look any more.
                self.window.deleteLater()
            self.window = self._reopened()
        elif self.done % 60 == 0:
            # Nobody stays in a dialog for ever.
            self._close_popups()
        file_dialog = next((each for each in _shown() if isinstance(each, QFileDialog)), None)
        if file_dialog is not None:
            # It can delete files and make folders: not with these hands.
            file_dialog.reject()
            return
        weights, deeds = zip(*self._deeds, strict=True)
        deed = self._chance.choices(deeds, weights)[0]
        self.trail.append(f"{self.done}: {deed.__name__[1:]} …")
        place = len(self.trail) - 1
        told = deed()
        if 0 <= place < len(self.trail) and self.trail[place].endswith("…"):
            self.trail[place] = f"{self.trail[place][:-1]}{told}"

    def _reopened(self) -> ShellWindow:
        window = self._open()
        window.activateWindow()
        return window

    @property
    def _top(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def _act(self) -> str:
        frame = self.window.centralWidget()
        if self._top is not self.window or not isinstance(frame, Frame):
            return self._click()
        actions = frame.actions_set
        names = [name for name in actions.specs if actions[name].isEnabled() and actions[name].isVisible()]
        # Leaving the program is one thing among many.
        names = [name for name in names if name not in ("window.quit", "window.lock")] * 3 + names
        name = self._chance.choice(names)
        actions[name].trigger()
        return name

    def _click(self) -> str:
        top = self._top
        if isinstance(top, QMenu):
            entries = [each for each in top.actions() if not each.isSeparator() and each.isEnabled()]
            if not entries or self._chance.random() < 0.3:
                top.close()
                return "a menu away"
            entry = self._chance.choice(entries)
            words = entry.text()
            QTest.mouseClick(top, Qt.MouseButton.LeftButton, pos=top.actionGeometry(entry).center())
            return f"menu {words}"
        widget = self._some_widget()
        button = self._chance.choice([Qt.MouseButton.LeftButton] * 5 + [Qt.MouseButton.RightButton])
        told = _named(widget)
        place, keys = self._some_place(widget), self._chance.choice(MODIFIERS)
        if self._chance.random() < 0.15:
            QTest.mouseDClick(widget, button, keys, place)
        else:
            QTest.mouseClick(widget, button, keys, place)
        return f"{told} {button.name} {keys}"

    def _press(self) -> str:
        widget = QApplication.focusWidget() or self._top
        name, keys = self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        told = _named(widget)
        QTest.keyClick(widget, getattr(Qt.Key, f"Key_{_KEY_NAMES.get(name, name)}"), keys)
        return f"{keys} {name} in {told}"

    def _type(self) -> str:
        widget, words = QApplication.focusWidget() or self._top, self._chance.choice(WORDS)
        told = _named(widget)
        for letter in words:
            if isValid(widget):
                QTest.sendKeyEvent(
                    QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier.NoModifier
                )
        return f"{words!r} in {told}"

    def _wheel(self) -> str:
        widget = self._some_widget()
        place = QPointF(self._some_place(widget))
        event = QWheelEvent(
            place, QPointF(widget.mapToGlobal(place.toPoint())), QPoint(),
            QPoint(0, self._chance.choice((-120, 120, -480, 480))), Qt.MouseButton.NoButton,
            self._chance.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)
        return _named(widget)

    def _drag(self) -> str:
        widget = self._some_widget()
        if isinstance(widget.parentWidget(), QAbstractItemView):
            return "nothing: a drag of rows waits for a real mouse"
        told, start, end = _named(widget), self._some_place(widget), self._some_place(widget)
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        for part in range(1, 5):
            if isValid(widget):
                QTest.mouseMove(widget, start + (end - start) * part / 4)
        if isValid(widget):
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)
        return told

    def _resize(self) -> str:
        size = self._chance.choice(((1024, 640), (1280, 760), (1920, 1080), (720, 480), (800, 1200)))
        self.window.resize(*size)
        return str(size)

    def _switch(self) -> str:
        what = self._chance.choice(("language", "theme", "size"))
        if what == "language":
            language = self._chance.choice(LANGUAGES)
            self._choices.language = language
            self._use_language(language)
            return language
        if what == "theme":
            self._choices.theme = self._chance.choice(list(ThemeChoice))
            return self._choices.theme
        self._choices.text_scale = self._chance.choice((80, 100, 150, 200))
        return str(self._choices.text_scale)

    def _drop(self) -> str:
        frame = self.window.centralWidget()
        if not isinstance(frame, Frame) or not self._files:
            return "nothing"
        data = QMimeData()
        chosen = self._chance.sample(self._files, min(2, len(self._files)))
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in chosen])
        QApplication.sendEvent(
            frame,
            QDropEvent(
                QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            ),
        )  # fmt: skip
        return ", ".join(path.name for path in chosen)

    # What there is

    def _some_widget(self) -> QWidget:
        top = self._top
        shown = [
            each
            for each in top.findChildren(QWidget)
            if each.isVisible() and not each.visibleRegion().isEmpty()
        ]
        return self._chance.choice(shown or [top])

    def _some_place(self, widget: QWidget) -> QPoint:
        rect = (
            widget.visibleRegion().boundingRect() if not widget.visibleRegion().isEmpty() else widget.rect()
        )
        return QPoint(
            self._chance.randint(rect.left(), max(rect.left(), rect.right())),
            self._chance.randint(rect.top(), max(rect.top(), rect.bottom())),
        )

    def _close_popups(self) -> None:
        for each in _shown():
            if each is not self.window and isValid(each):
                each.close()


_KEY_NAMES = {"Esc": "Escape", "PgUp": "PageUp", "PgDown": "PageDown"}


def _shown() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isWindow()]


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__}({widget.accessibleName() or widget.objectName()})"


def main(arguments: list[str]) -> int:
    """Let it loose; tell what went wrong."""
    from tests.desktop.elsewhere import elsewhere, with_library

    parser = argparse.ArgumentParser(prog="monkey", description="Do thousands of senseless things.")
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=24)
    given = parser.parse_args(arguments)
    wrong: list[str] = []
    headquarters, chance = ReferenceHeadquarters(), random.Random(given.seed)
    with tempfile.TemporaryDirectory() as scratch, served(headquarters) as there:
        home = Path(scratch)
        os.environ.update(HOME=scratch, SANDUKU_HOME=str(home / "sanduku"), XDG_CONFIG_HOME=scratch)
        os.environ.update(XDG_DOCUMENTS_DIR=scratch, PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
        application = QApplication([sys.argv[0]])
        door = elsewhere(lambda: _make(home / "sanduku" / "library", given.documents, there.invitation))
        monkey = _set_loose(application, door, home, given.seed, wrong)
        watch = Watch(
            lambda: "\n  ".join(monkey.trail), slow_seconds=SLOW_SECONDS, stuck_seconds=STUCK_SECONDS
        )
        tell = _teller(watch, monkey, time.monotonic())

        def stepped() -> None:
            tell()
            if monkey.done % SAY_EVERY == 0:
                say_something(headquarters, chance)

        monkey.tell_each(stepped)
        monkey.run(given.steps)
        QApplication.processEvents()
        watch.close()
        wrong += ["A step took too long."] * watch.slow_steps
        report = with_library(door, lambda library: library.check())
        wrong += [f"library: {problem}" for problem in report.problems]
    for each in wrong:
        print(each)
    heard = sum(
        len(each.entries) for there in headquarters.contents.libraries.values() for each in there.streams
    )
    print(f"headquarters heard of {heard} changes, and said {headquarters.counter} things")
    print(f"{monkey.done} things done with seed {given.seed}: {len(wrong)} went wrong")
    return 1 if wrong else 0


def _teller(watch: Watch, monkey: Monkey, began: float) -> Callable[[], None]:
    """Return what tells the watch of each step, and now and then a person how far it has got."""

    def stepped() -> None:
        watch.beat()
        if monkey.done % TELL_EVERY == 0:
            widgets = len(QApplication.allWidgets())
            seconds = time.monotonic() - began
            print(f"{monkey.done} things done in {seconds:.0f} s, {widgets} widgets", flush=True)

    return stepped


def _make(folder: Path, documents: int, invitation: Invitation):
    """Make a library of a team, whose headquarters is a pretended one on this computer."""
    from desktop.access import LibraryDoor
    from engine.library import Protection, create_library
    from engine.settings import LibrarySettings, Settings

    settings = Settings(library=LibrarySettings(ballast_megabytes=0))
    folder.parent.mkdir(parents=True)
    made = create_library(
        folder,
        protection=Protection(passphrase="a good passphrase", keyring=False),
        settings=settings.library,
    )
    with made.library as library:
        fill(library, documents)
        begin_to_join(library, invitation)
        join_team(library, settings, device_name="Monkey")
        return LibraryDoor(folder, library.data_key, settings)


def _set_loose(application: QApplication, door, home: Path, seed: int, wrong: list[str]) -> Monkey:
    from PySide6.QtGui import QDesktopServices

    from desktop.access import Collecting
    from desktop.style import Theme
    from desktop.views import HOME, VIEWS

    Collecting(application)
    application.setQuitOnLastWindowClosed(False)
    choices = Choices(home / "window.ini")
    choices.lock_after_minutes = 0
    theme, translation = Theme(application), Translation(application, home / "words")
    translation.use("en")

    def use_language(language: str) -> None:
        translation.use(language)
        theme.again()

    choices.look_changed.connect(lambda: theme.apply(choices.theme, choices.text_scale))
    theme.apply(ThemeChoice.LIGHT, 100)
    QDesktopServices.setUrlHandler("file", Opener(application), "opened")
    files = Path(__file__).parent.parent / "samples"
    monkey: Monkey

    def open_window() -> ShellWindow:
        return shell_over(door, VIEWS, HOME, theme, choices)

    def note(what: str) -> None:
        wrong.append("\n  ".join([what, *monkey.trail]))
        print(wrong[-1], flush=True)

    class Faults(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            note(f"fault: {record.getMessage()}")

    sys.excepthook = lambda *error: note("".join(traceback.format_exception(*error)))
    qInstallMessageHandler(lambda kind, _context, text: _take_message(note, kind.name, text))
    logging.getLogger("sanduku").addHandler(Faults(logging.ERROR))
    monkey = Monkey(open_window, choices, use_language, files, seed=seed)
    return monkey


def _take_message(note: Callable[[str], None], kind: str, text: str) -> None:
    if not text.startswith("This plugin does not support"):  # what Qt says of having no screen
        note(f"Qt, {kind}: {text}")


def shell_over(door, views, home: str, theme, choices: Choices) -> ShellWindow:
    """Open a window over a library in which nothing is read; locking closes and opens the library."""
    window = ShellWindow(choices, lambda: may_close())
    behind = BehindTheLock(window)
    locked = 0

    def may_close() -> bool:
        frame = window.centralWidget()
        return not isinstance(frame, Frame) or bool(window.property(ENDS)) or frame.may_close(window.close)

    def show() -> None:
        nonlocal locked
        former = window.centralWidget()
        if isinstance(former, Frame):
            locked += 1
            former.close_all(goes_on=bool(locked % 2))
        frame = Frame(door, views, home, theme=theme, choices=choices, reads=False, behind=behind)
        frame.lock_wanted.connect(show, Qt.ConnectionType.QueuedConnection)
        window.show_content(frame)

    def close() -> None:
        frame = window.centralWidget()
        if isinstance(frame, Frame):
            frame.close_all()
        behind.close()

    window.closing.connect(close)
    show()
    window.show()
    return window


class Opener(QObject):
    """Takes what would be opened in another program."""

    @Slot(QUrl)
    def opened(self, url: QUrl) -> None:
        """Open nothing."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
