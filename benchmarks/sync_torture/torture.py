"""One world that is tortured: laptops, a headquarters, the links between them, and all that can happen.

What happens when follows from the seed; how far each process has come by then does not, so a seed gives the
same kinds of accidents in the same order, and not the same run byte by byte.
"""

import random
import shutil
import signal
import socket
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil
import psycopg

from benchmarks.link.faults import CALM, Rates
from benchmarks.sync_torture import oracle
from benchmarks.sync_torture.company import LOOK_SECONDS, PATIENCE, Company, Laptop, Outcome
from benchmarks.sync_torture.field import LIBRARY
from benchmarks.sync_torture.nursery import Nursery
from benchmarks.sync_torture.place import POSTGRES, Disk, Place
from engine.library import Library, Protection, create_library, open_library
from engine.sync.joining import begin_to_join
from engine.sync.wire.invitation import Invitation
from headquarters.database import EmbeddedPostgres
from headquarters.operations.backup import BackupError

MOST_LAPTOPS = 5
COMPARED_EVERY = 12
"""Rounds."""
_TRIES = 6


class Torture:
    """One world."""

    def __init__(
        self,
        folder: Path,
        *,
        seed: str,
        tell: Callable[[str], None] = lambda _line: None,
        server: EmbeddedPostgres | None = None,
        laptops: int = 3,
        round_seconds: float = 2.5,
    ) -> None:
        """Prepare; entering starts it.

        Args:
            folder: An empty one.
            seed: For everything that happens by chance.
            tell: Told how far it is.
            server: A running PostgreSQL in which databases may be made; None starts one on the small disk,
                which is then killed, too.
            laptops: How many there are at first.
            round_seconds: How long everybody works between two events, more or less.
        """
        self._folder = folder
        self._seed = seed
        self._chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self._tell = tell
        self._given = server
        self._count = laptops
        self._round_seconds = round_seconds
        self._memory = oracle.Memory()
        self._closing = ExitStack()
        self._refused_bundles: Counter[str] = Counter()
        self._rounds = 0
        self._events: dict[str, tuple[int, Callable[[], bool]]] = {
            "nothing": (6, lambda: True),
            "laptop copied": (2, self._copy_laptop),
            "laptop backed up": (2, self._back_laptop_up),
            "laptop restored": (2, self._restore_laptop),
            "headquarters backed up": (3, self._back_headquarters_up),
            "headquarters restored": (1, self._restore_headquarters),
            "headquarters said something": (4, self._say_something),
            "bundles taken": (4, self._take_sticks),
            "disk of laptops full": (2, self._fill_laptops),
            "disk of headquarters full": (2, self._fill_headquarters),
            "database killed": (1, self._kill_database),
        }

    def __enter__(self) -> Self:
        try:
            self._begin()
        except BaseException:
            self._closing.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.close()

    @property
    def outcome(self) -> Outcome:
        """What came of it so far."""
        return self._company.outcome

    def run(self, kills: int, *, events: tuple[str, ...] = ()) -> Outcome:
        """Torture until so many laptops and so many servers were killed; then compare everything.

        Args:
            kills: On each end.
            events: What happens one after the other at first, whatever chance says.
        """
        waiting = list(events)
        while waiting or min(self.outcome.kills["laptop"], self.outcome.kills["server"]) < kills:
            self._event(waiting.pop(0) if waiting else self._drawn())
            self._round()
            self._rounds += 1
            if self._rounds % COMPARED_EVERY == 0:
                self._compare()
            if self.outcome.faults:
                return self.outcome
            self._tell(f"{self._rounds} rounds, killed: {dict(self.outcome.kills)}")
        self._compare()
        return self.outcome

    # The world

    def _begin(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._folder.chmod(0o755)
        (self._folder / "logs").mkdir()
        self._field_disk = Disk(self._folder / "field", 1500)
        self._closing.callback(self._field_disk.close)
        disk = Disk(self._folder / "headquarters", 2000)
        self._closing.callback(disk.close)
        self._postgres = self._given or EmbeddedPostgres(disk.folder / "postgres", POSTGRES)
        if self._given is None:
            self._postgres.start()
            self._closing.callback(self._postgres.stop)
        self._place = Place(disk, self._folder / "backups", self._postgres, port=_free_port())
        self._place.found_team()
        self._nursery = self._closing.enter_context(Nursery(self._folder / "logs"))
        self._company = Company(
            self._folder,
            self._field_disk.folder,
            self._place,
            self._nursery,
            seed=self._seed,
            closing=self._closing,
        )
        for number in range(self._count):
            laptop = self._company.new_laptop(f"laptop-{number}")
            made = create_library(
                laptop.folder, protection=Protection(encrypted=False, keyring=False), settings=LIBRARY
            )
            with made.library as library:
                begin_to_join(library, Invitation.decode(self._place.invitation()))
        self._closing.callback(self._company.stop_everybody)
        # All but one join in peace: nothing else can happen to a laptop before it has joined.
        self._company.await_server()
        for laptop in self._company.laptops[1:]:
            self._finish(laptop)

    # Rounds

    def _drawn(self) -> str:
        names = list(self._events)
        return self._chance.choices(names, [self._events[name][0] for name in names])[0]

    def _event(self, name: str) -> None:
        if self._events[name][1]():
            self.outcome.events[name] += 1

    def _round(self, seconds: float = 0.0) -> None:
        """Let everybody work for a while over bad links, and kill now this one, now that one."""
        self._company.await_server()
        chance = self._chance
        for laptop in self._company.laptops:
            laptop.link.rates = chance.choice(
                [
                    Rates(cut=0.1, kill_laptop=0.04, kill_server=0.04, twice=0.06, late=0.04),
                    Rates(cut=0.3, kill_laptop=0.02, twice=0.1, late=0.1),
                    Rates(kill_laptop=0.1, kill_server=0.03),
                    Rates(kill_server=0.1, twice=0.1),
                    CALM,
                ]
            )
        now = time.monotonic()
        # In some rounds only the links kill, so that some sessions come to their later messages.
        gently = chance.random() < 0.4
        until = now + (seconds or self._round_seconds * chance.uniform(0.4, 1.6) * (2 if gently else 1))
        next_kill = until if gently else now + chance.random()
        while (now := time.monotonic()) < until and not self.outcome.faults:
            self._company.tend()
            if now >= next_kill:
                next_kill = now + chance.random() ** 2 * 2
                victims = [chance.choice(self._company.laptops).pid, self._company.server]
                if (pid := chance.choice(victims)) is not None:
                    self._company.kill(pid)
            time.sleep(LOOK_SECONDS)
        self._company.stop_laptops()

    # What happens between the rounds; no laptop is at work then

    def _copy_laptop(self) -> bool:
        if len(self._company.laptops) >= MOST_LAPTOPS:
            return False
        origin = self._chance.choice(self._company.laptops)
        copy = self._company.new_laptop(f"laptop-{len(self._company.laptops)}")
        shutil.copytree(origin.folder, copy.folder)
        shutil.copyfile(origin.journal, copy.journal)
        copy.spare = origin.spare
        return True

    def _back_laptop_up(self) -> bool:
        laptop = self._chance.choice(self._company.laptops)
        kind = self._chance.choice(["backup", "image"])
        target = self._folder / "snapshots" / f"{laptop.name}-{len(laptop.snapshots)}"
        target.mkdir(parents=True)
        if kind == "backup":
            with open_library(laptop.folder, settings=LIBRARY) as library:
                library.backup(target / "library")
        else:
            shutil.copytree(laptop.folder, target / "library")
        shutil.copyfile(laptop.journal, target / "journal")
        laptop.snapshots.append((kind, target))
        return True

    def _restore_laptop(self) -> bool:
        with_snapshots = [laptop for laptop in self._company.laptops if laptop.snapshots]
        if not with_snapshots:
            return False
        laptop = self._chance.choice(with_snapshots)
        kind, source = self._chance.choice(laptop.snapshots)
        self._memory.forget_laptop(self._look(laptop))
        shutil.rmtree(laptop.folder)
        if kind == "backup":
            Library.restore_backup(source / "library", laptop.folder)
        else:
            shutil.copytree(source / "library", laptop.folder)
        shutil.copyfile(source / "journal", laptop.journal)
        self.outcome.events[f"laptop restored from {kind}"] += 1
        return True

    def _back_headquarters_up(self) -> bool:
        try:
            self._place.back_up()
        except BackupError:  # Two within one second, which it refuses.
            return False
        return True

    def _restore_headquarters(self) -> bool:
        if not self._place.backups:
            return False
        self._company.stop_everybody()
        for laptop in self._company.laptops:
            side = self._look(laptop)
            self._memory.ever |= set(side.hashes)
            self._memory.purged |= oracle.purged_of(side)
        self._place.bring_back(self._chance)
        self._memory.headquarters_restored(self._look_there())
        return True

    def _say_something(self) -> bool:
        said = self._place.say_something(self._chance)
        self._memory.said |= set(said)
        return bool(said)

    def _take_sticks(self) -> bool:
        for laptop in self._company.laptops:
            pid = self._nursery.start(
                "stick",
                **self._place.arguments,
                stick=str(laptop.stick),
                seed=f"{self._seed}/{self._chance.random()}",
            )
            if self._chance.random() < 0.4:
                time.sleep(self._chance.random() * 0.6)
                self._company.kill(pid)
            status = self._nursery.wait(pid, PATIENCE)
            self.outcome.kills["stick"] += status == -signal.SIGKILL
            said = self._nursery.said(pid)
            for line in said.splitlines():
                if line.startswith("refused "):
                    self._refused_bundles[f"headquarters, of a bundle: {line.split(' ', 2)[2][:100]}"] += 1
            if status not in (0, -signal.SIGKILL):
                self.outcome.faults.append(f"a bundle could not be taken:\n{said[-3000:]}")
        return True

    def _fill_laptops(self) -> bool:
        if self._field_disk.real:
            self._company.rough += 1
            with self._field_disk.full():
                self._round(1.5)
            self._company.rough -= 1
        return self._field_disk.real

    def _fill_headquarters(self) -> bool:
        if self._place.disk.real:
            self._company.await_server()
            self._company.rough += 1
            with self._place.disk.full():
                self._round_without_server(1.5)
            self._revive_database()
            self._company.stop_everybody()
            self._company.rough -= 1
        return self._place.disk.real

    def _round_without_server(self, seconds: float) -> None:
        """Let everybody work while the server may not come up at all."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._company.tend()
            time.sleep(LOOK_SECONDS)
        self._company.stop_laptops()

    def _kill_database(self) -> bool:
        if self._given is not None:
            return False
        self._company.await_server()
        self._company.rough += 1
        pid = int((self._postgres.folder / "postmaster.pid").read_text().split()[0])
        for laptop in self._company.laptops:
            self._company.start(laptop)
        time.sleep(self._chance.random())
        psutil.Process(pid).kill()
        time.sleep(0.05)
        self.outcome.kills["database"] += 1
        self._round_without_server(0.5)
        self._revive_database()
        self._company.stop_everybody()
        self._company.rough -= 1
        return True

    def _revive_database(self) -> None:
        """Start the database again where it has ended."""
        try:
            with psycopg.connect(self._place.url, connect_timeout=10):
                return
        except psycopg.OperationalError:
            if self._given is not None:
                raise
        self._postgres.start()
        with psycopg.connect(self._place.url, connect_timeout=60):
            self.outcome.events["database came back"] += 1

    # The verdict

    def _compare(self) -> None:
        """Let every laptop send all that it has, and have the oracle look."""
        self._company.stop_laptops()
        for laptop in self._company.laptops:
            laptop.link.rates = CALM
        self._company.await_server()
        for laptop in self._company.laptops:
            self._finish(laptop)
        if self.outcome.faults:
            return
        self._memory.backed_up = self._place.backed_up
        sides, there = [self._look(laptop) for laptop in self._company.laptops], self._look_there()
        self.outcome.faults += oracle.faults(sides, there, self._memory)
        for laptop in self._company.laptops:
            with open_library(laptop.folder, settings=LIBRARY) as library:
                for problem in library.check(quick=True).problems:
                    self.outcome.faults.append(f"{laptop.name}: check: {problem.what} {problem.which}")
        self._sum_up(sides, there)

    def _finish(self, laptop: Laptop) -> None:
        for _ in range(_TRIES):
            self._company.start(laptop, finish=True)
            assert laptop.pid is not None
            pid = laptop.pid
            self._nursery.wait(pid, PATIENCE)
            before = len(self.outcome.faults)
            if self._company.note_laptop(laptop) == 0 or len(self.outcome.faults) > before:
                return
        self.outcome.faults.append(
            f"{laptop.name} could not send all that it has:\n{self._nursery.said(pid)}"
        )

    def _look(self, laptop: Laptop) -> oracle.FieldSide:
        return oracle.look_at_laptop(laptop.name, laptop.folder, laptop.journal)

    def _look_there(self) -> oracle.HeadquartersSide:
        return oracle.look_at_headquarters(self._place.url, self._place.blobs)

    def _sum_up(self, sides: list[oracle.FieldSide], there: oracle.HeadquartersSide) -> None:
        outcome = self.outcome
        outcome.changes, outcome.files = len(there.entries), len(there.stored)
        outcome.laptops, outcome.streams = len(sides), len(there.streams)
        outcome.messages = sum((laptop.link.seen for laptop in self._company.laptops), Counter[Any]())
        outcome.refusals, outcome.acts = Counter(self._refused_bundles), Counter()
        for side in sides:
            for values in side.journal:
                did = " ".join(values[3:5]) if values[0] == "did" else values[0]
                outcome.acts[did] += 1
                if values[0] == "refused":
                    outcome.refusals[f"{values[1]} {values[3]} {values[2]}"] += 1


def _free_port() -> int:
    with socket.socket() as trying:
        trying.bind(("127.0.0.1", 0))
        return int(trying.getsockname()[1])
