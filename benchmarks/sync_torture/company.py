"""The laptops and the server of a tortured world, as processes: started, tended, killed, and heard."""

import json
import random
import signal
import socket
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.link.faults import Fault, FaultyLink
from benchmarks.sync_torture import oracle
from benchmarks.sync_torture.field import NEEDS_INVITATION
from benchmarks.sync_torture.nursery import Nursery
from benchmarks.sync_torture.place import Place

YEAR = 365.25 * 86_400
PATIENCE = 120.0
LOOK_SECONDS = 0.01


@dataclass
class Laptop:
    """A laptop, whether a process is at work on it or not."""

    name: str
    folder: Path
    journal: Path
    stick: Path
    link: FaultyLink
    pid: int | None = None
    spare: str = ""
    snapshots: list[tuple[str, Path]] = field(default_factory=list)
    """Of its library, with the journal as it was then: ``backup`` or ``image``, and the folder."""


@dataclass
class Outcome:
    """What came of it.

    Attributes:
        kills: Of ``laptop``, ``server``, ``stick`` and ``database``.
        events: What else happened, how often.
        messages: (message, fault, boundary) -> how often.
        refusals: What laptops told their people, how often.
        acts: What laptops acknowledged, how often.
        changes: Entries at headquarters at the end.
        files: Files there.
        laptops: How many laptops, with the copies.
        streams: Lines of entries at headquarters.
        oddities: What the server logged as its own fault, with how often.
        faults: What the oracle found.
    """

    kills: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    messages: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    changes: int = 0
    files: int = 0
    laptops: int = 0
    streams: int = 0
    oddities: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


class Company:
    """Who is at work in a world."""

    def __init__(
        self, folder: Path, disk: Path, place: Place, nursery: Nursery, *, seed: str, closing: ExitStack
    ) -> None:
        """Begin with nobody.

        Args:
            folder: Of the world, for journals and sticks.
            disk: Of the laptops.
            place: Headquarters.
            nursery: Starts processes.
            seed: For clocks and for what each does.
            closing: Closes the links at the end.
        """
        self.outcome = Outcome()
        self.laptops: list[Laptop] = []
        self.rough = 0
        """Above 0 while a server may fail by itself, because its disk is full or its database is gone."""
        self._folder = folder
        self._disk = disk
        self._place = place
        self._nursery = nursery
        self._seed = seed
        self._chance = random.Random(f"{seed}/company")  # noqa: S311 - repeatable, not secret
        self._closing = closing
        self.server: int | None = None
        """Process id."""

    def new_laptop(self, name: str) -> Laptop:
        """Make the places of a laptop whose library is still to come, and a link for it."""
        stick = self._folder / "sticks" / name
        stick.mkdir(parents=True)
        journals = self._folder / "journals"
        journals.mkdir(exist_ok=True)
        (journals / f"{name}.jsonl").touch()
        holder: list[Laptop] = []
        link = self._closing.enter_context(
            FaultyLink(
                self._place.arguments["port"],
                seed=f"{self._seed}/{name}",
                kill=lambda fault: self._kill_at_boundary(fault, holder[0]),
            )
        )
        laptop = Laptop(name, self._disk / name, journals / f"{name}.jsonl", stick, link)
        holder.append(laptop)
        self.laptops.append(laptop)
        return laptop

    def _kill_at_boundary(self, fault: Fault, laptop: Laptop) -> None:
        pid = self.server if fault is Fault.KILL_SERVER else laptop.pid
        if pid is not None:
            self.kill(pid)

    def kill(self, pid: int) -> None:
        """End a process with SIGKILL; called by links, too, in their threads."""
        try:
            self._nursery.kill(pid)
        except ProcessLookupError:
            return

    def tend(self) -> None:
        """Start again what has ended, and note how it ended."""
        self._tend_server()
        for laptop in self.laptops:
            if laptop.pid is not None and self._nursery.status(laptop.pid) is not None:
                self.note_laptop(laptop)
            if laptop.pid is None:
                self.start(laptop)

    def start(self, laptop: Laptop, *, finish: bool = False) -> None:
        """Let a laptop work until it is killed, or, to finish, send once all that it has."""
        skew = self._chance.choice([0.0, 0.0, self._chance.uniform(-9, 9) * YEAR])
        laptop.pid = self._nursery.start(
            "laptop",
            folder=str(laptop.folder),
            journal=str(laptop.journal),
            seed=f"{self._seed}/{self._chance.random()}",
            skew=skew,
            url=f"http://127.0.0.1:{laptop.link.port}",
            spare=laptop.spare,
            stick=str(laptop.stick),
            finish=finish,
        )
        self.outcome.events["clock years off"] += bool(skew)

    def note_laptop(self, laptop: Laptop) -> int:
        """Note the end of a laptop's process, and return its status."""
        assert laptop.pid is not None
        pid, laptop.pid = laptop.pid, None
        status = self._nursery.wait(pid, PATIENCE)
        if status == -signal.SIGKILL:
            self.outcome.kills["laptop"] += 1
        elif status == 0:
            laptop.spare = ""
        else:
            said = self._nursery.said(pid)
            last = self._last_refusal(laptop)
            if last in NEEDS_INVITATION:
                laptop.spare = self._place.invitation()
                self.outcome.events["laptop invited anew"] += 1
            else:
                self.outcome.faults.append(f"{laptop.name} ended by itself:\n{said[-3000:]}")
        return status

    def _last_refusal(self, laptop: Laptop) -> str:
        lines = oracle.journal_of(laptop.journal)
        return str(lines[-1][3]) if lines and lines[-1][0] == "refused" else ""

    def _note_server(self, pid: int, status: int) -> None:
        said = self._nursery.said(pid)
        for line in said.splitlines():
            if line.startswith("Traceback"):
                self.outcome.oddities[said.strip().splitlines()[-1][:300]] += 1
            elif '"level": "error"' in line:
                told = json.loads(line)
                self.outcome.oddities[f"{told.get('code')} {told.get('exception')}"] += 1
        if status == -signal.SIGKILL:
            self.outcome.kills["server"] += 1
        elif not self.rough:
            self.outcome.faults.append(f"the server ended by itself ({status}):\n{said[-3000:]}")

    def stop_laptops(self) -> None:
        """Kill all laptops."""
        for laptop in self.laptops:
            if laptop.pid is not None:
                self.kill(laptop.pid)
        for laptop in self.laptops:
            if laptop.pid is not None:
                self.note_laptop(laptop)

    def stop_everybody(self) -> None:
        """Kill all laptops and the server."""
        self.stop_laptops()
        if self.server is not None:
            self.kill(self.server)
            self._note_server(self.server, self._nursery.wait(self.server, PATIENCE))
            self.server = None

    def await_server(self) -> None:
        """Start the server if need be, and wait until it answers; raises TimeoutError."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self._tend_server()
            with socket.socket() as trying:
                trying.settimeout(1)
                if trying.connect_ex(("127.0.0.1", self._place.arguments["port"])) == 0:
                    return
            time.sleep(LOOK_SECONDS)
        raise TimeoutError("the server does not answer")

    def _tend_server(self) -> None:
        if self.server is not None and (status := self._nursery.status(self.server)) is not None:
            self._note_server(self.server, status)
            self.server = None
        if self.server is None:
            self.server = self._nursery.start("server", **self._place.arguments)
