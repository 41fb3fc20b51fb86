"""``python -m tests.desktop.journeys.typist SETTINGS DOCUMENT WORDS``: types half a correction and waits.

It is the real program in a process of its own, to be killed. ``typed`` on its output says that the last key
was pressed; the passphrase comes over its input.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.application import Application, Start
from desktop.check.check_view import CheckView
from desktop.welcome.unlock import UnlockPage
from engine.settings import Places, load_settings


def main(settings_file: Path, document: str, words: str) -> int:
    passphrase = sys.stdin.readline().strip()
    application = QApplication([sys.argv[0]])
    places = Places.of_this_user()
    start = Start(places, places.library, load_settings(settings_file), settings_file, "en")
    program = Application(application, start)
    program.begin()

    def unlock() -> bool:
        page = program.window.centralWidget()
        if isinstance(page, UnlockPage):
            QTest.keyClicks(page.passphrase, passphrase)
            page.try_it()
            return True
        return False

    def open_document() -> bool:
        if program.frame is None:
            return False
        program.frame.open_view("check", document)
        return True

    def type_words() -> bool:
        view = program.frame.view
        if not (isinstance(view, CheckView) and view.hand.rows and view.hand.image is not None):
            return False
        view.hand.choose(0)
        view.strip.open()
        view.strip.field.selectAll()
        QTest.keyClicks(view.strip.field, words)
        print("typed", flush=True)
        return True

    steps = [unlock, open_document, type_words]

    def go_on() -> None:
        if steps and steps[0]():
            steps.pop(0)

    timer = QTimer(interval=20)
    timer.timeout.connect(go_on)
    timer.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
