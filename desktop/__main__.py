"""``python -m desktop``: opens the window."""

import argparse
import logging
import logging.handlers
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.access import Collecting
from desktop.application import Application, Start
from desktop.choices import LANGUAGES
from desktop.sole_window import SoleWindow, Standing
from desktop.style.program_icon import program_icon
from engine.errors import ExitCode, SandukuError
from engine.settings import Places, load_settings
from engine.updates.handover import hold_version, stand_by

LOG_BYTES = 1 << 20

HAND_OVER_SECONDS = 0.001
"""So long a thread that computes keeps the interpreter while the window waits for it; 0.005 by default."""


def main(arguments: list[str]) -> int:
    """Open the window; return when it is closed."""
    parser = argparse.ArgumentParser(prog="sanduku-desktop", description="Open the window of Sanduku.")
    parser.add_argument("--library", type=Path, help="the library's folder; by default your own")
    parser.add_argument("--language", choices=LANGUAGES, help="instead of the one that was chosen")
    parser.add_argument("--settings", type=Path, help="the settings file; by default your own")
    parser.add_argument(
        "files", type=Path, nargs="*", metavar="FILE", help="documents to add, or an invitation"
    )
    given = parser.parse_args(arguments)
    places = Places.of_this_user()
    _log_to(places.logs)
    file = given.settings or places.settings
    try:
        settings = load_settings(file)
    except SandukuError as error:
        stand_by()  # a wrong word in a file of the person's is no fault of this version
        sys.stderr.write(f"{error}\n")
        return int(error.exit_code)
    sys.setswitchinterval(HAND_OVER_SECONDS)
    # The first argument is what a desktop knows the window by, and -m makes it "__main__.py".
    application = QApplication(["sanduku"])
    application.setDesktopFileName("sanduku")
    application.setWindowIcon(program_icon())
    library = (given.library or places.library).expanduser()
    files = tuple(each.expanduser().absolute() for each in given.files)
    sole = SoleWindow(places.data / "window", library, application)
    missing = [each for each in files if not os.access(each, os.F_OK)]
    for each in missing:
        sys.stderr.write(
            f"{each} is not there. Check its name, and whether its stick or card is plugged in.\n"
        )
    standing = sole.find(files)
    if standing is Standing.HANDED_OVER:
        stand_by()
        if missing:
            return int(ExitCode.BAD_INPUT)
        sys.stderr.write("Sanduku is open already: its window shows what you asked for.\n")
        return 0
    program = Application(
        application,
        Start(
            places,
            library,
            settings,
            file,
            given.language,
            files=files,
        ),
    )
    # Before it ends its work: whoever starts the program meanwhile gets a window of their own at once.
    program.ending.connect(sole.close)
    sole.asked.connect(program.come_to_front)
    if standing is Standing.SECOND:
        program.tell_second()
    program.begin()
    Collecting(application)
    held = hold_version() if getattr(sys, "frozen", False) else None
    try:
        return application.exec()
    finally:
        program.end()
        sole.close()
        if held is not None:
            held.close()


def _log_to(folder: Path) -> None:
    """Write faults to a file that does not grow without end."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(folder / "desktop.log", maxBytes=LOG_BYTES, backupCount=3)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("sanduku").addHandler(handler)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(ExitCode.CANCELLED)
