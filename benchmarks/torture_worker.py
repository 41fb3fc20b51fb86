"""Kills the adding process and real workers, again and again, and looks whether anything was lost or doubled.

``python -m benchmarks.torture_worker --kills 200`` takes the bundled samples in, over and over and each time
a little different, while worker processes read them and a person corrects lines. Processes are ended with
SIGKILL at random moments. After every round the library must hold every document that was acknowledged, every
result that was ever seen in it and every correction, once; and ``check`` must find nothing.

``benchmarks.torture`` does the same to the library alone, without any model, and so many times faster.
"""

import argparse
import contextlib
import itertools
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.intake import Intake
from engine.library import JobState, Library, Protection, create_library, open_library
from engine.settings import LibrarySettings, Places, Settings, WorkerSettings, save_settings
from engine.worker import Supervisor, worker_command, worker_environment

SAMPLES = Path(__file__).parent.parent / "tests" / "samples"
SUFFIXES = (".jpg", ".png", ".webp", ".heic", ".tif", ".pdf")
SETTINGS = Settings(
    worker=WorkerSettings(idle_seconds=3600), library=LibrarySettings(ballast_megabytes=0, author="torture")
)
WORKERS = 2
BEGIN_SECONDS = 120.0
FINISH_SECONDS = 600.0
FINISH_PAGES = 6
"""Pages that are read in peace at the end, to see that work goes on."""

Tell = Callable[[str], None]
WorkerCommand = Callable[[str], Sequence[str]]


@dataclass
class Ledger:
    """What was acknowledged, to whomever.

    Attributes:
        added: Document id → number of its pages, as the adding process was told.
        read: Page id → id of its reading and its text, as once seen in the library.
        corrected: Correction id → page id.
    """

    added: dict[str, int] = field(default_factory=dict)
    read: dict[str, tuple[str, str]] = field(default_factory=dict)
    corrected: dict[str, str] = field(default_factory=dict)

    def look(self, library: Library) -> None:
        """Note the results that are in the library by now."""
        for document in library.documents.find(limit=1_000_000):
            for page in library.documents.pages(document.id):
                if page.reading_id is not None and page.id not in self.read:
                    stored = library.readings.of_page(page.id)
                    assert stored is not None
                    self.read[page.id] = (stored.id, stored.as_read.text)

    def faults(self, library: Library, *, quick: bool) -> Iterator[str]:
        """Yield everything that is lost, doubled or half there."""
        documents = {document.id: document for document in library.documents.find(limit=1_000_000)}
        for lost in self.added.keys() - documents.keys():
            yield f"document {lost} was acknowledged and is lost"
        for document in documents.values():
            pages = len(library.documents.pages(document.id))
            jobs = len(library.jobs.find(document_id=document.id, task="read", limit=10_000))
            if not pages == jobs == document.page_count == self.added.get(document.id, pages):
                yield f"document {document.id} is doubled or half there"
        corrections: set[str] = set()
        for page_id, (reading_id, text) in self.read.items():
            stored = library.readings.of_page(page_id)
            if stored is None or (stored.id, stored.as_read.text) != (reading_id, text):
                yield f"the reading of page {page_id} was seen and is lost"
                continue
            corrections.update(correction.id for correction in stored.corrections)
        for lost in self.corrected.keys() - corrections:
            yield f"correction {lost} was acknowledged and is lost"
        readings = library.connection.value("SELECT count(*) FROM readings")
        done = library.connection.value("SELECT count(*) FROM jobs WHERE state = 'done'")
        if readings != done:
            yield f"{done} pages are done, but there are {readings} readings"
        for problem in library.check(quick=quick).problems:
            yield f"check: {problem.what} {problem.which}"


@dataclass(frozen=True)
class Outcome:
    """What came of a run, and every fault that was found."""

    kills: int
    at_work: int
    added: int
    read: int
    corrected: int
    failed: int
    faults: tuple[str, ...]


class Torture:
    """One library, and the processes that are killed at work on it."""

    def __init__(
        self,
        folder: Path,
        *,
        samples: Path = SAMPLES,
        seed: int = 1,
        command: Callable[[Path, Path], WorkerCommand] = worker_command,
        tell: Tell = print,
    ) -> None:
        """Make ready.

        Args:
            folder: An empty one, for the library and what belongs to it.
            samples: Files to add.
            seed: For moments, victims and samples.
            command: Makes the command lines of workers, from the library and the settings file.
            tell: Told how far it is.
        """
        self._samples = samples
        self._chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
        settings_file = folder / "settings.toml"
        save_settings(SETTINGS, settings_file)
        made = create_library(
            folder / "library", protection=Protection(keyring=False), settings=SETTINGS.library
        )
        self.library = made.library
        self.ledger = Ledger()
        self._command = command(self.library.folder, settings_file)
        self._tell = tell
        self._at_work = 0

    def run(self, kills: int) -> Outcome:
        """Kill so many processes, let the work go on for a while, and look at what there is."""
        killed = 0
        faults: list[str] = []
        while killed < kills and not faults:
            victims, faults = self._round(kills - killed)
            killed += victims
            faults += self.ledger.faults(self.library, quick=killed % 30 > WORKERS)
            self._tell(
                f"{killed} kills, {len(self.ledger.added)} documents, {len(self.ledger.read)} pages read,"
                f" {len(self.ledger.corrected)} corrections"
            )
        if not faults:
            faults = self._finish()
            self.ledger.look(self.library)
            faults += self.ledger.faults(self.library, quick=False)
        progress = self.library.jobs.progress()
        return Outcome(
            killed,
            self._at_work,
            len(self.ledger.added),
            len(self.ledger.read),
            len(self.ledger.corrected),
            progress.failed,
            tuple(faults),
        )

    def close(self) -> None:
        """Close the library."""
        self.library.close()

    def _round(self, most: int) -> tuple[int, list[str]]:
        """Start an adder and workers, disturb them, kill them; return how many, and what died by itself."""
        adder = Adder(self.library, self._samples, self._chance.randrange(1 << 30))
        workers = [Victim(self.library, self._command, self._chance) for _ in range(min(WORKERS, most - 1))]
        victims: list[Adder | Victim] = [adder, *workers]
        faults = []
        try:
            adder.begun.wait(BEGIN_SECONDS)
            self._wait_for(workers)
            self._correct()
        finally:
            self._chance.shuffle(victims)
            for victim in victims:
                time.sleep(self._chance.random() ** 2 * 0.6)
                self._at_work += self._has_work(victim.owner)
                status = victim.kill()
                if status is not None:
                    faults.append(f"{victim.owner} ended by itself with status {status}")
                self.library.jobs.crashed(victim.owner, "killed by the torture")
        self.ledger.added.update(adder.acknowledged)
        self.ledger.look(self.library)
        # Three kills on one page make it dead, and every kill has it wait, as it should be; here it goes on.
        self.library.jobs.retry([record.id for record in self.library.jobs.find([JobState.DEAD])])
        self.library.connection.run("UPDATE jobs SET not_before = 0 WHERE not_before > 0")
        return len(victims), faults

    def _wait_for(self, workers: "list[Victim]") -> None:
        """Wait for a moment of one of three kinds: while workers start, at work, or when a page is done."""
        kind = self._chance.choice(["starting", "at work", "at work", "done", "done", "done"])
        if kind == "starting" or not workers:
            return
        before, end = self.library.jobs.progress().done, time.monotonic() + BEGIN_SECONDS
        while time.monotonic() < end:
            if kind == "at work" and any(self._has_work(worker.owner) for worker in workers):
                return
            if kind == "done" and self.library.jobs.progress().done > before:
                return
            time.sleep(0.005)

    def _has_work(self, owner: str) -> bool:
        return any(record.owner == owner for record in self.library.jobs.find([JobState.RUNNING]))

    def _correct(self) -> None:
        """Be the person who corrects a line while everything else is at work."""
        if not self.ledger.read:
            return
        page_id = self._chance.choice(sorted(self.ledger.read))
        stored = self.library.readings.of_page(page_id)
        if stored is not None and stored.reading.lines:
            number = self._chance.randrange(len(stored.reading.lines))
            text = f"corrected {self._chance.random()}"
            made = self.library.readings.correct_line(page_id, number, text, author="torture")
            self.ledger.corrected[made.id] = page_id

    def _finish(self) -> list[str]:
        """Have more pages read without any kill, and end the workers in peace; return what was wrong."""
        target = self.library.jobs.progress().ended + FINISH_PAGES
        with Supervisor(
            self._command, data_key=self.library.data_key, on_crash=self.library.jobs.crashed
        ) as supervisor:
            supervisor.start(WORKERS)
            end = time.monotonic() + FINISH_SECONDS
            while (progress := self.library.jobs.progress()).ended < min(target, progress.total):
                if time.monotonic() > end:
                    return ["nothing more was read after the last kill"]
                supervisor.poll(work_waiting=True)
                time.sleep(0.1)
        running = self.library.jobs.progress().running
        return [f"{running} pages are still in hand after all workers ended"] if running else []


class Victim:
    """A worker process, to be killed."""

    def __init__(self, library: Library, command: WorkerCommand, chance: random.Random) -> None:
        """Start it."""
        self.owner = f"victim-{chance.randrange(1 << 60)}"
        self._process = subprocess.Popen(
            command(self.owner), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=worker_environment()
        )
        assert self._process.stdin is not None
        self._process.stdin.write((library.data_key or b"").hex().encode() + b"\n")
        self._process.stdin.flush()

    def kill(self) -> int | None:
        """End it with SIGKILL; return how it ended if it had done so by itself."""
        status = self._process.poll()
        self._process.kill()
        self._process.wait()
        assert self._process.stdin is not None
        self._process.stdin.close()
        return status


class Adder:
    """A process that adds documents and tells which ones the library has acknowledged; to be killed."""

    def __init__(self, library: Library, samples: Path, seed: int) -> None:
        """Start it."""
        self.owner = f"adder-{seed}"
        self.begun = threading.Event()
        self.acknowledged: dict[str, int] = {}
        self._process = subprocess.Popen(
            [
                sys.executable, "-m", "benchmarks.torture_worker",
                "--add-to", str(library.folder), "--samples", str(samples), "--seed", str(seed),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parent.parent,
        )  # fmt: skip
        assert self._process.stdin is not None
        self._process.stdin.write((library.data_key or b"").hex().encode() + b"\n")
        self._process.stdin.close()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def kill(self) -> int | None:
        """End it with SIGKILL and hear the last that it said; return how it ended if by itself."""
        status = self._process.poll()
        self._process.kill()
        self._process.wait()
        self._listener.join()
        return status

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as out:
            for line in out:
                # A line that the kill cut off was not acknowledged.
                if line.endswith(b"\n"):
                    document_id, page_count = json.loads(line)
                    self.acknowledged[document_id] = page_count
                    self.begun.set()


def add_for_ever(folder: Path, samples: Path, key: bytes | None, seed: int) -> None:
    """Add samples, each with a few bytes of its own at the end, and acknowledge each; until killed."""
    chance = random.Random(seed)  # noqa: S311
    files = sorted(path for path in samples.iterdir() if path.suffix in SUFFIXES)
    with open_library(folder, data_key=key, settings=SETTINGS.library) as library:
        intake = Intake(library, SETTINGS.pages)
        for count in itertools.count():
            file = chance.choice(files)
            content = file.read_bytes() + b"\n%" + chance.randbytes(8).hex().encode()
            taken = intake.take(content, name=file.name)
            print(json.dumps([taken.document_id, taken.page_count]), flush=True)
            # Ever slower: whoever kills it may wait for a page to be read, which takes far longer.
            time.sleep(chance.random() * 0.2 * 3**count)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.torture_worker", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how many processes are killed")
    parser.add_argument("--seed", type=int, default=1, help="for the moments of the kills")
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="folder of files to add")
    parser.add_argument("--add-to", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.add_to is not None:
        key = bytes.fromhex(sys.stdin.readline().strip()) or None
        add_for_ever(options.add_to, options.samples, key, options.seed)
    print(f"Reading with the models of {Places.of_this_user().data}")
    with (
        tempfile.TemporaryDirectory() as place,
        contextlib.closing(Torture(Path(place), samples=options.samples, seed=options.seed)) as torture,
    ):
        outcome = torture.run(options.kills)
    print(outcome)
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
