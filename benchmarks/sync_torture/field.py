"""What a tortured laptop does: a person's day at random, with sending in between, until somebody kills it.

What the library has acknowledged it writes into a journal, one line each, by one write: a line that stands
there was committed, and what was committed and not written down was killed in between.
"""

import hashlib
import json
import os
import random
import shutil
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.errors import CancelledError, DiskFullError, SandukuError
from engine.geometry import Quad, Transform
from engine.library import JobState, Library, NewDocument, open_library
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings, NetworkSettings, Settings
from engine.sync.bundles.laptop import StickPost
from engine.sync.joining import begin_to_join
from engine.sync.postman import Refused
from engine.sync.running import Stop, SyncReport, synchronise
from engine.sync.wire.invitation import Invitation

LIBRARY = LibrarySettings(ballast_megabytes=0, author="Amina")
SETTINGS = Settings(network=NetworkSettings(files="originals", stall_seconds=5))
BORNE = (
    "network.unreachable", "cancelled", "disk-full", "library.busy", "not-found", "sync.refused",
    "bundle.unusable", "bundle.damaged", "bundle.none", "bundle.foreign", "library.file-missing",
)  # fmt: skip
"""Errors that a person would read and try again; each is written down."""
NEEDS_INVITATION = ("device.unknown", "enrol.code-unknown", "enrol.code-used", "enrol.code-expired")
_UNTIL_ROOM = 0.2
_ANSWERED = "sanduku-to-laptop-*"


class SkewedClock:
    """A clock that is years off."""

    def __init__(self, skew: float) -> None:
        """Go wrong by so many seconds."""
        self._skew = skew

    def now(self) -> float:
        """Return what the computer believes."""
        return time.time() + self._skew

    def monotonic(self) -> float:
        """Return seconds that only grow."""
        return time.monotonic()


class Hasty(Stop):
    """Waits for a link no longer than a moment: only the order of things is tortured, not patience."""

    def sleep(self, seconds: float) -> None:
        """Wait a moment."""
        super().sleep(min(seconds, 0.05))


class Journal:
    """What was committed, and what was told to the person."""

    def __init__(self, path: Path) -> None:
        """Append to a file."""
        self._descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def write(self, *values: object) -> None:
        """Write one line at once."""
        os.write(self._descriptor, (json.dumps(values, ensure_ascii=False) + "\n").encode())

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)


class TorturedLaptop:
    """One process at work in one library."""

    def __init__(self, library: Library, journal: Journal, chance: random.Random, stick: Path) -> None:
        """Work in an open library; bundles go through the folder of a stick."""
        self._library = library
        self._journal = journal
        self._chance = chance
        self._stick = stick
        self._acts: tuple[tuple[int, Callable[[], None]], ...] = (
            (8, self._add),
            (8, self._read),
            (6, self._correct),
            (3, self._rename),
            (2, self._trash),
            (1, self._purge),
            (4, self._approve),
            (3, self._release),
        )

    def act(self) -> None:
        """Do one thing that a person may do; what is refused with a reason is written down."""
        weights = [weight for weight, _ in self._acts]
        self._bearing(self._chance.choices([work for _, work in self._acts], weights)[0])

    def send(self) -> None:
        """Send, by the network or by stick."""
        ways = (self.synchronise, self._export, self._take_answer)
        self._bearing(self._chance.choices(ways, (60, 15, 25))[0])

    def synchronise(self) -> SyncReport:
        """Send everything by the network, and write down what was confirmed."""
        report = synchronise(self._library, SETTINGS, stop=Hasty(), device_name="tortured")
        have = self._library.exchange.team.required().have
        outcomes = report.outcomes
        self._journal.write(
            "confirmed",
            have.seq,
            have.hash,
            outcomes.branched,
            outcomes.refused_files,
            outcomes.damaged_files,
        )
        return report

    def finish(self) -> None:
        """Send everything by the network, and let go of what may go; whatever is refused ends this."""
        try:
            report = self.synchronise()
        except SandukuError as error:
            self._written_refusal(error)
            raise
        assert report.outcomes.receipt, "a session that ended without a receipt"
        self.let_files_go()

    def let_files_go(self) -> None:
        """Let some of the originals go that headquarters and its backup have."""
        receipts = self._library.exchange.receipts
        releasable = receipts.releasable()[:5]
        if releasable:
            receipts.release(releasable)
            self._journal.write("released", len(releasable))

    def _bearing(self, work: Callable[[], object]) -> None:
        try:
            work()
        except (SandukuError, CancelledError) as error:
            if error.code not in BORNE:
                raise
            if self._written_refusal(error) in NEEDS_INVITATION:
                raise  # It needs another one, which the next start brings.

    def _written_refusal(self, error: Exception) -> str:
        """Write down why something was refused, and return what headquarters calls that."""
        refused = error.__cause__
        code = refused.reply.code if isinstance(refused, Refused) else ""
        within = [frame.name for frame in traceback.extract_tb(refused.__traceback__)] if refused else []
        self._journal.write("refused", getattr(error, "code", ""), str(error), code, within)
        return code

    def _committed(self, before: int, entity: str, kind: str, entity_id: str, **more: object) -> None:
        self._journal.write(
            "did", before, self._library.changes.last_sequence(), entity, kind, entity_id, more
        )

    def _tip(self) -> int:
        return self._library.changes.last_sequence()

    # What a person does

    def _add(self) -> None:
        size = self._chance.choice([300, 300, 3_000, 20_000, 200_000])
        content, before = b"\xff\xd8\xff\xe0" + self._chance.randbytes(size), self._tip()
        added = self._library.documents.add(NewDocument("form.jpg", "image/jpeg", 1, content))
        sha256 = hashlib.sha256(content).hexdigest()
        self._committed(before, "document", "added", added.document_id, sha256=sha256)

    def _read(self) -> None:
        job = self._library.jobs.claim("tortured", lease_seconds=600)
        if job is None:
            self._add()
            return
        image = b"\xff\xd8\xff\xe1" + self._chance.randbytes(self._chance.choice([400, 4_000, 150_000]))
        small, before = b"\xff\xd8\xff\xe2" + self._chance.randbytes(200), self._tip()
        texts = [f"name {self._chance.random()} \u0645\u062d\u0645\u062f", "Goma\u0301 \U0001f600"]
        lines = tuple(
            Line(text, Quad.from_box(5, 10 + 30 * place, 90, 30 + 30 * place), 0.9, "Latn", "torture")
            for place, text in enumerate(texts)
        )
        reading = Reading("torture-1", 100, 100, Transform.identity(), Origin.RECOGNISED, lines)
        self._library.jobs.complete(job, reading, image=image, thumbnail=small)
        stored = self._library.readings.required(job.page_id)
        hashes = [hashlib.sha256(each).hexdigest() for each in (image, small)]
        self._committed(
            before, "reading", "added", stored.id, document=job.document_id, texts=texts, files=hashes
        )

    def _correct(self) -> None:
        done = self._library.jobs.find([JobState.DONE], task="read", limit=200)
        if not done:
            self._read()
            return
        record, before = self._chance.choice(done), self._tip()
        page = self._library.documents.pages(record.document_id)[record.page_index]
        text = f"corrected {self._chance.random()}"
        correction = self._library.readings.correct_line(page.id, 0, text, author="Amina")
        self._committed(before, "correction", "text", correction.id, document=record.document_id, text=text)

    def _some_document(self) -> str | None:
        documents = self._library.documents.find(limit=200)
        return self._chance.choice(documents).id if documents else None

    def _rename(self) -> None:
        document, before = self._some_document(), self._tip()
        if document is not None:
            name = f"renamed {self._chance.random()}.jpg"
            self._library.documents.rename(document, name)
            self._committed(before, "document", "renamed", document, name=name)

    def _trash(self) -> None:
        document, before = self._some_document(), self._tip()
        if document is not None:
            self._library.trash.put(document)
            self._committed(before, "document", "trashed", document)
            if self._chance.random() < 0.6:
                before = self._tip()
                self._library.trash.restore(document)
                self._committed(before, "document", "restored", document)

    def _purge(self) -> None:
        trashed, before = self._library.trash.documents(limit=20), self._tip()
        if trashed:
            document = self._chance.choice(trashed).id
            self._journal.write("purging", document)
            self._library.trash.purge(document)
            self._committed(before, "document", "purged", document)

    def _approve(self) -> None:
        document, before = self._some_document(), self._tip()
        if document is not None:
            self._library.bulk.approve([document])
            if self._tip() > before:
                self._committed(before, "document", "reviewed", document)

    def _release(self) -> None:
        """Let originals go that headquarters has signed for; or bring some back."""
        receipts = self._library.exchange.receipts
        released = receipts.released()
        if released and self._chance.random() < 0.3:
            receipts.bring_back(self._chance.choice(released).document_id)
        else:
            self.let_files_go()

    # The stick

    def _export(self) -> None:
        post = StickPost(self._library, doubt_threshold=0.93, device_name="tortured")
        exported = post.export(self._stick, everything=self._chance.random() < 0.2)
        self._journal.write("exported", exported.folder.name, exported.changes, exported.files)

    def _take_answer(self) -> None:
        answers = sorted(self._stick.glob(_ANSWERED))
        if answers:
            answer = self._chance.choice(answers)
            post = StickPost(self._library, doubt_threshold=0.93, device_name="tortured")
            taken = post.take(answer)
            self._journal.write("answered", answer.name, taken.changes, taken.files)
            if self._chance.random() < 0.7:  # Else it is taken once more some time, or a later one before it.
                shutil.rmtree(answer)


def _opened(folder: Path, clock: SkewedClock, url: str, spare: str) -> Library:
    """Open a library, and join by a spare invitation, as soon as there is room.

    A person whose disk is full is told so, and makes some.
    """
    urls = json.dumps([url])
    while True:
        try:
            library = open_library(folder, settings=LIBRARY, clock=clock)
        except DiskFullError:
            time.sleep(_UNTIL_ROOM)
            continue
        try:
            # A laptop learns its headquarters' new address by an invitation; here it moves at each start.
            library.connection.run("UPDATE team SET urls = ? WHERE urls <> ?", (urls, urls))
            if spare:
                begin_to_join(library, Invitation.decode(spare))
        except DiskFullError:
            library.close()
            time.sleep(_UNTIL_ROOM)
            continue
        return library


def live(arguments: dict[str, Any]) -> None:
    """Be a laptop: ``folder``, ``journal``, ``seed``, ``skew``, ``url``, ``spare``, ``stick``, ``finish``."""
    journal = Journal(Path(arguments["journal"]))
    chance = random.Random(arguments["seed"])  # noqa: S311 - repeatable, not secret
    clock = SkewedClock(float(arguments["skew"]))
    with _opened(Path(arguments["folder"]), clock, arguments["url"], arguments["spare"]) as library:
        laptop = TorturedLaptop(library, journal, chance, Path(arguments["stick"]))
        if arguments["finish"]:
            laptop.finish()
            return
        while True:
            for _ in range(chance.randint(0, 4)):
                laptop.act()
            laptop.send()
