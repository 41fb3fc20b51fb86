"""Kills processes that use a library, again and again, and looks whether anything was lost or doubled.

``python -m benchmarks.torture store --kills 300`` starts processes that add documents, read pages, correct
lines, and ask and answer questions as fast as they can. Each tells on its standard output what the library
has acknowledged; each is ended with SIGKILL at a random moment. After every kill the library must hold
everything that was acknowledged, once.
"""

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import numpy as np

from engine.answer import Answer, AnswerTask, SceneLabel
from engine.errors import SandukuError
from engine.geometry import Quad, Transform
from engine.library import Job, JobState, Library, NewDocument, Protection, create_library, open_library
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings

ROLES = ("add", "read", "correct", "trash", "ask")
SETTINGS = LibrarySettings(ballast_megabytes=0, author="torture")
_START_SECONDS = 60.0


@dataclass
class Ledger:
    """What the library has acknowledged.

    Attributes:
        added: Document id → SHA-256 of its content and number of its pages.
        read: Page id → text that its reading must have.
        corrected: Correction id → page id.
        answered: Answer id → page id.
        reviewed: Answer id → how often a person said something of it, at the least.
        purged: Ids of documents that were removed for good.
        purging: Ids of documents whose removal began; they may be there or not.
    """

    added: dict[str, tuple[str, int]] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)
    corrected: dict[str, str] = field(default_factory=dict)
    answered: dict[str, str] = field(default_factory=dict)
    reviewed: dict[str, int] = field(default_factory=dict)
    purged: set[str] = field(default_factory=set)
    purging: set[str] = field(default_factory=set)

    def take(self, line: str) -> None:
        """Note one acknowledgement, as a process wrote it."""
        kind, *values = json.loads(line)
        if kind == "added":
            self.added[values[0]] = (values[1], values[2])
        elif kind == "read":
            self.read[values[0]] = values[1]
        elif kind == "corrected":
            self.corrected[values[0]] = values[1]
        elif kind == "answered":
            self.answered[values[0]] = values[1]
        elif kind == "reviewed":
            self.reviewed[values[0]] = self.reviewed.get(values[0], 0) + 1
        elif kind == "purging":
            self.purging.add(values[0])
        elif kind == "purged":
            self.purged.add(values[0])

    def faults(self, library: Library, *, quick: bool = False) -> Iterator[str]:
        """Yield everything that is lost, doubled or half there."""
        gone = self.purged | self.purging
        present: set[str] = set()
        for document_id, (sha256, page_count) in self.added.items():
            document = library.documents.find_by_content(sha256)
            if document is None:
                if document_id not in gone:
                    yield f"document {document_id} was acknowledged and is lost"
                continue
            if document_id in self.purged:
                yield f"document {document_id} was removed for good and is there"
            pages = library.documents.pages(document.id)
            jobs = library.jobs.find(document_id=document.id, task="read", limit=1000)
            if document.id != document_id or len(pages) != page_count or len(jobs) != page_count:
                yield f"document {document_id} is doubled or half there"
            present.update(page.id for page in pages)
        for page_id, text in self.read.items():
            if page_id in present:
                stored = library.readings.of_page(page_id)
                if stored is None or stored.as_read.text != text:
                    yield f"the reading of page {page_id} was acknowledged and is lost"
                elif stored.image_sha256 is None or library.files.read(stored.image_sha256) != _image(text):
                    yield f"the image of page {page_id} is not the one that was stored"
        # Also of pages whose reader was killed after it had stored the result and before it could tell.
        corrections = {
            correction.id
            for page_id in present.intersection(self.corrected.values())
            for correction in library.readings.history(page_id)
        }
        for correction_id, page_id in self.corrected.items():
            if page_id in present and correction_id not in corrections:
                yield f"correction {correction_id} was acknowledged and is lost"
        yield from self._faults_of_answers(library, present)
        doubled = library.connection.value(
            "SELECT count(*) FROM (SELECT page FROM readings GROUP BY page HAVING count(*) > 1)"
        )
        if doubled:
            yield f"{doubled} pages were read twice"
        for problem in library.check(quick=quick).problems:
            yield f"check: {problem.what} {problem.which}"

    def _faults_of_answers(self, library: Library, present: set[str]) -> Iterator[str]:
        """Yield what is lost, doubled or half there of answers and of what people said of them."""
        stored = {answer.id: answer for page_id in present for answer in library.answers.of_page(page_id)}
        for answer_id, page_id in self.answered.items():
            if page_id in present and answer_id not in stored:
                yield f"answer {answer_id} was acknowledged and is lost"
        for answer_id, times in self.reviewed.items():
            if answer_id in stored and len(library.answers.history(answer_id)) < times:
                yield f"what was said of answer {answer_id} was acknowledged and is lost"
        answers = library.connection.value("SELECT count(*) FROM answers")
        done = library.connection.value(
            "SELECT count(DISTINCT json_extract(result, '$.answer')) FROM jobs WHERE state = 'done'"
        )
        if answers != done:
            yield f"{done} questions are answered, but there are {answers} answers"


@dataclass(frozen=True)
class Outcome:
    """What came of a run: how much was acknowledged, and every fault found."""

    kills: int
    added: int
    read: int
    corrected: int
    answered: int
    purged: int
    faults: tuple[str, ...]


def torture(
    folder: Path, *, kills: int, seed: int, tell: Callable[[str], None], encrypted: bool = True
) -> Outcome:
    """Kill processes at work in a new library and check it after each kill.

    Args:
        folder: Where the library is made.
        kills: How many processes are killed.
        seed: For the moments and the roles.
        tell: Told how far it is, one line at a time.
        encrypted: Whether the library is encrypted.
    """
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    protection = Protection(encrypted=encrypted, keyring=False)
    with create_library(folder, protection=protection, settings=SETTINGS).library as library:
        faults: list[str] = []
        ledger, killed = Ledger(), 0
        while killed < kills and not faults:
            # One that adds and one that reads are always among them, or the others run out of work.
            roles = ["add", "read", chance.choice(ROLES)][: kills - killed]
            victims = [_Victim(library, role, chance.randrange(1 << 30)) for role in roles]
            for victim in victims:
                victim.begun.wait(_START_SECONDS)
            time.sleep(chance.random() ** 2 * 0.4)
            for victim in victims:
                for line in victim.kill():
                    ledger.take(line)
                killed += 1
                library.jobs.crashed(victim.owner, "killed")
            # Every file is read to its end now and then, and after the last kill.
            thorough = killed == kills or killed % 60 < len(victims)
            faults = list(ledger.faults(library, quick=not thorough))
            # A page that was being read at three kills is dead, as it must be; here it goes on.
            library.jobs.retry([record.id for record in library.jobs.find([JobState.DEAD])])
            if killed % 10 < len(victims):
                library.repair()
            tell(f"{killed} kills, {len(ledger.added)} documents, {len(ledger.read)} readings")
    return Outcome(
        killed,
        len(ledger.added),
        len(ledger.read),
        len(ledger.corrected),
        len(ledger.answered),
        len(ledger.purged),
        tuple(faults),
    )


class _Victim:
    """A process at work in a library, to be killed."""

    def __init__(self, library: Library, role: str, seed: int) -> None:
        self.owner = f"{role}-{seed}"
        self.begun = threading.Event()
        self._lines: list[str] = []
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.torture", role, str(library.folder), self.owner, str(seed)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        key, out = self._process.stdin, self._process.stdout
        assert key is not None
        assert out is not None
        key.write((library.data_key or b"").hex() + "\n")
        key.close()
        self._reader = threading.Thread(target=self._listen, args=(out,), daemon=True)
        self._reader.start()

    def kill(self) -> list[str]:
        """End the process with SIGKILL and return what it acknowledged."""
        if self._process.poll() is not None:
            raise RuntimeError(f"{self.owner} ended by itself with status {self._process.returncode}")
        self._process.kill()
        self._process.wait()
        self._reader.join()
        return self._lines

    def _listen(self, out: IO[str]) -> None:
        with out:
            for line in out:
                # A line that the kill cut off was not acknowledged.
                if line.endswith("\n"):
                    self._lines.append(line)
                    self.begun.set()


def work(role: str, library: Library, owner: str, chance: random.Random) -> None:
    """Do one thing over and over and acknowledge each success, until killed."""
    _tell("begun")
    turn = {"add": _add, "read": _read, "correct": _correct, "trash": _trash, "ask": _ask}[role]
    while True:
        try:
            turn(library, owner, chance)
        except SandukuError as error:
            # Others work in the same library: what is refused with a reason was not acknowledged.
            if error.code not in ("not-found", "job.lease-lost", "library.busy", "correction.conflict"):
                raise


def _add(library: Library, owner: str, chance: random.Random) -> None:
    content = chance.randbytes(chance.choice([100, 5_000, 200_000]))
    pages = chance.randint(1, 3)
    added = library.documents.add(NewDocument(owner, "image/png", pages, content))
    _tell("added", added.document_id, hashlib.sha256(content).hexdigest(), pages)


def _read(library: Library, owner: str, _chance: random.Random) -> None:
    job = library.jobs.claim(owner, lease_seconds=600)
    if job is not None and job.task != "read":
        _answer(library, job)
    else:
        _finish(library, job)


def _correct(library: Library, owner: str, chance: random.Random) -> None:
    done = library.jobs.find([JobState.DONE], task="read", limit=200)
    if not done:
        _read(library, owner, chance)
        return
    record = chance.choice(done)
    page = library.documents.pages(record.document_id)[record.page_index]
    correction = library.readings.correct_line(page.id, 0, f"corrected {chance.random()}", author=owner)
    _tell("corrected", correction.id, page.id)


def _ask(library: Library, owner: str, chance: random.Random) -> None:
    done = library.jobs.find([JobState.DONE], task="read", limit=50)
    if not done:
        _read(library, owner, chance)
        return
    record = chance.choice(done)
    page = library.documents.pages(record.document_id)[record.page_index]
    task = chance.choice([AnswerTask.ASK, AnswerTask.TRIAGE, AnswerTask.EMBED])
    library.questions.ask_one(page.id, task, wishes={"question": f"{chance.random()}"})
    job = library.jobs.claim(owner, lease_seconds=600)
    if job is None or job.task == "read":
        _finish(library, job)
        return
    library.jobs.tell_progress(job, "so far")
    _answer(library, job)
    for answer in library.answers.of_page(page.id)[:1]:
        library.answers.correct(answer.id, f"corrected {chance.random()}")
        _tell("reviewed", answer.id)


def _answer(library: Library, job: Job) -> None:
    if job.task == AnswerTask.EMBED:
        vector = np.array([0.6, 0.8], dtype=np.float32)
        library.photos.complete(job, vector, pack_id="torture", image_sha256="x")
        return
    label = SceneLabel("damage-severity", "severe", 0.9, unsure=False)
    labels = (label,) if job.task == AnswerTask.TRIAGE else ()
    answer = Answer(AnswerTask(job.task), job.payload["question"], "en", f"answer {job.id}", labels=labels)
    answer_id = library.answers.complete(job, answer, reading_id="torture")
    library.jobs.let_model_go(job.owner)
    _tell("answered", answer_id, job.page_id)


def _finish(library: Library, job: Job | None) -> None:
    """Read a page that was claimed; where there was none, wait a little."""
    if job is None:
        _tell("idle")
        time.sleep(0.02)
        return
    reading = _reading(job.page_key)
    library.jobs.complete(job, reading, image=_image(reading.text), thumbnail=b"small")
    _tell("read", job.page_id, reading.text)


def _trash(library: Library, owner: str, chance: random.Random) -> None:
    documents = library.documents.find(limit=100)
    if len(documents) < 20:
        _add(library, owner, chance)
        return
    document = chance.choice(documents).id
    _tell("purging", document)
    library.trash.put(document)
    if chance.random() < 0.5:
        library.trash.restore(document)
    else:
        library.trash.purge(document)
        _tell("purged", document)


def _reading(page_key: str) -> Reading:
    line = Line(f"page {page_key}", Quad.from_box(0, 0, 90, 10), 0.9, "Latn", "torture", language="en")
    return Reading("torture", 100, 100, Transform.identity(), Origin.RECOGNISED, (line,))


def _image(text: str) -> bytes:
    return text.encode() * 500


def _tell(*values: object) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run from the command line."""
    if len(sys.argv) > 1 and sys.argv[1] in ROLES:
        role, folder, owner, seed = sys.argv[1:]
        key = bytes.fromhex(sys.stdin.readline().strip()) or None
        with open_library(Path(folder), data_key=key, settings=SETTINGS) as library:
            work(role, library, owner, random.Random(int(seed)))  # noqa: S311
    parser = argparse.ArgumentParser(prog="python -m benchmarks.torture", description=__doc__)
    parser.add_argument("part", choices=["store"], help="what is tortured")
    parser.add_argument("--kills", type=int, default=300, help="how many processes are killed")
    parser.add_argument("--seed", type=int, default=1, help="for the moments of the kills")
    parser.add_argument("--no-encryption", action="store_true", help="use a library in the clear")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        outcome = torture(
            Path(place) / "library",
            kills=options.kills,
            seed=options.seed,
            tell=print,
            encrypted=not options.no_encryption,
        )
    print(outcome)
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
