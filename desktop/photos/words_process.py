"""What words look like to a model is worked out by a process of its own: the window never opens a model."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess

from desktop.access.engine_program import engine_program
from desktop.access.engine_task import crash_of, error_of
from desktop.preferences.pack_process import UNEXPECTED
from engine.errors import SandukuError

CLOSE_MILLISECONDS = 2000
TWICE = 2
"""So often a question is put to a process that ended just when it was asked."""


@dataclass(frozen=True, slots=True)
class SeenWords:
    """Words as a model pack sees them.

    Attributes:
        pack_id: Of the pack.
        vector: As :func:`engine.library.vector_of_text` takes it; empty where no words were given.
    """

    pack_id: str
    vector: str


@dataclass(slots=True)
class _Question:
    number: int
    words: str
    done: Callable[[SeenWords], object]
    failed: Callable[[SandukuError], object]
    tries: int = 0


class WordsProcess(QObject):
    """Runs ``python -m engine.worker.words``, which keeps its model open between questions for a while."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Be ready; nothing is started yet."""
        super().__init__(parent)
        self._process: QProcess | None = None
        self._question: _Question | None = None
        self._number = 0
        self._read = b""

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._question is not None

    def ask(
        self, words: str, done: Callable[[SeenWords], object], failed: Callable[[SandukuError], object]
    ) -> None:
        """Ask what words look like; only the latest question is answered.

        Args:
            words: In plain language; empty to ask only which model pack would see them.
            done: Called with the answer.
            failed: Called with the error: that no pack can do it, or that the process broke.
        """
        self._number += 1
        self._question = _Question(self._number, words, done, failed)
        self._put()

    def close(self) -> None:
        """End the process, and tell nobody."""
        self._question = None
        process, self._process = self._process, None
        if process is not None:
            for signal in (process.finished, process.errorOccurred, process.readyReadStandardOutput):
                signal.disconnect()
            process.closeWriteChannel()
            process.kill()
            process.waitForFinished(CLOSE_MILLISECONDS)
            process.deleteLater()

    def _put(self) -> None:
        question = self._question
        assert question is not None
        question.tries += 1
        if self._process is None:
            process = self._process = engine_program("engine.worker.words", (), self)
            self._read = b""
            process.readyReadStandardOutput.connect(self._take)
            process.finished.connect(self._finished)
            process.errorOccurred.connect(self._broke)
            process.start()
        line = {"id": question.number, "words": question.words or None, "pack": None}
        self._process.write(json.dumps(line).encode() + b"\n")

    def _take(self) -> None:
        if self._process is None:
            return
        self._read += bytes(self._process.readAllStandardOutput().data())
        *lines, self._read = self._read.split(b"\n")
        for line in lines:
            told, question = json.loads(line), self._question
            if question is None or told["id"] != question.number:
                continue  # other words were typed meanwhile
            self._question = None
            if "error" in told:
                question.failed(error_of(told["error"]))
            else:
                question.done(SeenWords(told["result"]["pack"], told["result"]["vector"] or ""))

    def _finished(self, code: int, _status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._take()
        said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        self._end()
        question = self._question
        if question is None:
            return
        if code == 0 and question.tries < TWICE:
            # It had rested long enough and ended while the question was on its way.
            self._put()
            return
        self._refuse(said.splitlines()[-1] if said else f"code {code}")

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            why = self._process.errorString()
            self._end()
            self._refuse(why)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()

    def _refuse(self, why: str) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.failed(crash_of(UNEXPECTED, why))
