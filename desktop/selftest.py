"""``--self-test``: whether the program is whole and works here, engine and window; touches nobody's data.

Each part is tried in a process of its own: a damaged library ends a process without a word, and that too is
to be told. With ``--window`` this module is such a process, and opens the window where no screen is needed.
"""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.errors import ExitCode
from engine.version import VERSION
from engine.worker import worker_environment

MOST_SECONDS = 600
OPENED_WITHIN = 60
LAST_LINES = 8
"""Of what a process wrote to standard error before it ended badly."""


def main(arguments: list[str]) -> int:
    """Run all checks; print a table, or JSON for programs; return 0 where all is well."""
    parser = argparse.ArgumentParser(
        prog="sanduku --self-test",
        description="Find out whether this program is whole and works on this computer.",
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    parser.add_argument("--window", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.window:
        return _try_window()
    checks = []
    for check in _all_checks():
        checks.append(check)
        if not given.json:
            mark = "ok  " if check["ok"] else "BAD "
            sys.stdout.write(f"{mark} {check['name']:<10} {check['seconds']:6.1f} s  {check['detail']}\n")
            sys.stdout.flush()
    well = all(check["ok"] for check in checks)
    if given.json:
        told = {"ok": well, "version": VERSION, "checks": checks}
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(
            "All is well.\n" if well else "Something is wrong: see the lines that begin with BAD.\n"
        )
    return ExitCode.OK if well else ExitCode.BUG


def _all_checks() -> Iterator[dict[str, Any]]:
    yield from _checks_of("engine", ["engine.selftest"], {})
    yield _tried_commands()
    # Without a screen there is a window all the same: nothing of it is shown.
    yield from _checks_of("window", ["desktop.selftest", "--window"], {"QT_QPA_PLATFORM": "offscreen"})


def _checks_of(name: str, words: Sequence[str], environment: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Run a process that tells of one check in each line, and tell where it ended badly."""
    python = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P"]
    began, count, bad = time.monotonic(), 0, False
    with (
        TemporaryDirectory(prefix="sanduku-self-test-", ignore_cleanup_errors=True) as home,
        (Path(home) / "errors").open("w+b") as errors,
        subprocess.Popen(
            [*python, "-m", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**worker_environment(), **environment, "SANDUKU_HOME": home},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as process,
    ):
        assert process.stdout is not None
        # What hangs is ended, and told by the signal that ended it.
        watch = threading.Timer(MOST_SECONDS, process.kill)
        watch.start()
        try:
            for line in process.stdout:
                check = json.loads(line)
                count, bad = count + 1, bad or not check["ok"]
                yield check
            code = process.wait()
        finally:
            watch.cancel()
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace").strip().splitlines()[-LAST_LINES:]
    if not count or (code and not bad):
        detail = f"It ended with code {code} after {count} checks. {' '.join(said)}".strip()
        yield {"name": name, "ok": False, "seconds": round(time.monotonic() - began, 3), "detail": detail}


def _tried_commands() -> dict[str, Any]:
    """Have the command line look this computer over, and tell whether it could."""
    python = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P"]
    began = time.monotonic()
    with TemporaryDirectory(prefix="sanduku-self-test-", ignore_cleanup_errors=True) as home:
        done = subprocess.run(
            [*python, "-m", "engine.cli", "doctor", "--quick", "--json"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**worker_environment(), "SANDUKU_HOME": home},
            timeout=MOST_SECONDS,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    seconds = round(time.monotonic() - began, 3)
    try:
        count = len(json.loads(done.stdout)["findings"])
    except (ValueError, KeyError):
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-LAST_LINES:]
        detail = f"'sanduku doctor' ended with code {done.returncode}. {' '.join(said)}".strip()
        return {"name": "commands", "ok": False, "seconds": seconds, "detail": detail}
    detail = f"'sanduku doctor' looked at {count} things."
    return {"name": "commands", "ok": True, "seconds": seconds, "detail": detail}


def _try_window() -> int:
    """Open the window with a library, draw it in each language; print what was found as a line of JSON."""
    began = time.monotonic()
    with TemporaryDirectory(prefix="sanduku-self-test-", ignore_cleanup_errors=True) as home:
        os.environ["SANDUKU_HOME"] = home
        try:
            ok, detail = True, _opened_window(Path(home))
        except Exception as error:  # noqa: BLE001 - whatever a damaged program raises is what is to be told
            ok, detail = False, f"{type(error).__name__}: {error}"
    seconds = round(time.monotonic() - began, 3)
    sys.stdout.write(json.dumps({"name": "window", "ok": ok, "seconds": seconds, "detail": detail}) + "\n")
    sys.stdout.flush()
    return ExitCode.OK if ok else ExitCode.BUG


def _opened_window(home: Path) -> str:
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QImageReader
    from PySide6.QtWidgets import QApplication

    from desktop.application import Application, Start
    from desktop.choices import LANGUAGES
    from desktop.style.program_icon import program_icon
    from engine.library import Protection, create_library
    from engine.settings import Places, Settings

    application = QApplication(["sanduku"])
    places = Places.of_this_user()
    create_library(home / "library", protection=Protection(keyring=False)).library.close()
    program = Application(application, Start(places, home / "library", Settings(), places.settings))
    try:
        program.begin()
        deadline = time.monotonic() + OPENED_WITHIN
        while program.frame is None:
            application.processEvents()
            if time.monotonic() > deadline:
                raise RuntimeError(f"The library is not open in the window after {OPENED_WITHIN} s.")
        seen: dict[str, frozenset[str]] = {}
        for language in LANGUAGES:
            program.translation.use(language)
            application.processEvents()
            words = _words(program.window)
            if not words or words in seen.values():
                raise RuntimeError(f"The window has no words in the language {language}.")
            picture = program.window.grab().toImage()
            if picture.isNull() or _is_blank(picture):
                raise RuntimeError(f"The window stays empty in the language {language}.")
            seen[language] = words
    finally:
        program.end()
    if program_icon().isNull() or not program_icon().availableSizes():
        raise RuntimeError("The program's icon cannot be drawn.")
    formats = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    if missing := {"png", "jpeg", "svg"} - formats:
        raise RuntimeError(f"Qt cannot show pictures of these kinds: {', '.join(sorted(missing))}.")
    return f"Qt {qVersion()}, {application.platformName()}; opened and drawn in {', '.join(seen)}."


def _words(window: Any) -> frozenset[str]:  # noqa: ANN401 - a QWidget
    from PySide6.QtWidgets import QAbstractButton, QLabel

    return frozenset(
        each.text() for kind in (QAbstractButton, QLabel) for each in window.findChildren(kind) if each.text()
    )


def _is_blank(picture: Any) -> bool:  # noqa: ANN401 - a QImage
    small = picture.scaled(64, 64)
    return len({small.pixel(x, y) for x in range(64) for y in range(64)}) < 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
