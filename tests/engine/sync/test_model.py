"""Whatever happens, every change arrives once and in order, and both sides can prove it.

A model-based test: laptops and headquarters do things by chance, over a link that loses, cuts, doubles and
delays, while laptops are killed, copied, and restored from a backup, headquarters is restored from its,
and clocks jump. The oracle compares both sides, entry by entry.
"""

import itertools
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from engine.geometry import Quad, Transform
from engine.library import Library, NewDocument
from engine.reading import Line, Origin, Reading
from engine.sync.pacing import Pace
from engine.sync.standing import State
from engine.sync.wire.hello import Limits
from tests.engine.library.conftest import StandingClock
from tests.engine.sync.channel import FAULTS, Channel
from tests.engine.sync.conftest import join, new_library, new_session, open_again
from tests.engine.sync.reference import ReferenceHeadquarters

TIERS = (2, 3, 4, 5)
TEXTS = st.sampled_from(["Amina", "Yusuf", "حلب", "12", "Goma"])


def reading(texts: list[str]) -> Reading:
    lines = tuple(
        Line(text, Quad.from_box(50, 50 + 40 * place, 900, 80 + 40 * place), 0.9, "Latn", "ppocr")
        for place, text in enumerate(texts)
    )
    return Reading("test-1", 1000, 1400, Transform.identity(), Origin.RECOGNISED, lines)


class SmallSteps(Pace):
    """So that a stream has many batches, and breaks between them and within."""

    def part(self, most: int) -> int:
        return min(most, 300)


class Exchanges(RuleBasedStateMachine):
    """Laptops, a headquarters, and what may come between them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="sanduku-sync-"))
        self.clock = StandingClock()
        self.headquarters = ReferenceHeadquarters(limits=Limits(4096, 4096, 4096))
        self.counter = itertools.count(1)
        self.laptops: dict[int, Library] = {}
        self.backups: list[Path] = []

    @initialize(streams=st.booleans(), merges=st.booleans())
    def one_laptop_joins(self, streams, merges) -> None:
        self.headquarters.merges = merges
        self.headquarters.limits = Limits(4096, 4096, 4096, 4096 if streams else 0)
        self.laptops[1] = new_library(self.folder / "1", self.clock)
        join(self.laptops[1], self.headquarters)

    def teardown(self) -> None:
        try:
            if self.laptops:
                self._settle()
        finally:
            for library in self.laptops.values():
                library.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _any(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(sorted(self.laptops)), label="laptop")

    # What people do

    @rule(data=st.data(), texts=st.lists(TEXTS, min_size=1, max_size=3), image=st.booleans())
    def a_document_is_added_and_read(self, data, texts, image) -> None:
        library, number = self.laptops[self._any(data)], next(self.counter)
        content = f"content {number}".encode() * 300
        library.documents.add(NewDocument(f"{number}.pdf", "application/pdf", 1, content))
        while job := library.jobs.claim("worker", lease_seconds=60):
            picture = f"image {number}".encode() * 900 if image else None
            library.jobs.complete(job, reading(texts), image=picture, thumbnail=f"t{number}".encode())
        with library.connection.transaction():
            document = library.connection.value("SELECT max(number) FROM documents")
            library.exchange.words.review(document, "approved", "", "Amina", "2026")

    @rule(data=st.data(), text=TEXTS)
    def a_line_is_corrected(self, data, text) -> None:
        library = self.laptops[self._any(data)]
        pages = [
            row[0]
            for row in library.connection.rows(
                "SELECT id FROM pages WHERE reading IS NOT NULL ORDER BY number"
            )
        ]
        if pages:
            library.readings.correct_line(data.draw(st.sampled_from(pages)), 0, text, author="Amina")

    @rule(data=st.data())
    def a_document_is_removed_for_good(self, data) -> None:
        library = self.laptops[self._any(data)]
        documents = [row[0] for row in library.connection.rows("SELECT id FROM documents ORDER BY number")]
        if documents:
            library.trash.put(documents[0])
            library.trash.purge(documents[0])

    @rule(
        data=st.data(), text=TEXTS, what=st.sampled_from(["correct", "return", "remark", "erase", "strange"])
    )
    def headquarters_says_something(self, data, text, what) -> None:
        library = self.laptops[self._any(data)]
        row = library.connection.row(
            "SELECT documents.id AS document, pages.id AS page, readings.id AS reading FROM pages"
            " JOIN documents ON documents.number = document JOIN readings ON readings.number = reading"
            " ORDER BY pages.number"
        )
        if row is None or library.library_id not in self.headquarters.contents.libraries:
            return
        entity, kind, payload = {
            "correct": (
                "correction", "text",
                {"document": row["document"], "page": row["page"], "reading": row["reading"], "line": "0",
                 "previous": "Amina", "text": text, "reason": ""},
            ),
            "return": ("document", "review", {"state": "returned", "reason": "Blurred."}),
            "erase": ("document", "erase", {"request": "r1", "reason": ""}),
            "remark": ("comment", "added", {"text": text}),
            "strange": ("weather", "rain", {"a": [1]}),
        }[what]  # fmt: skip
        for _ in range(6 if what == "remark" else 1):
            self.headquarters.send_down(library.library_id, entity, kind, payload, document=row["document"])

    @rule(seconds=st.sampled_from([1.0, 86400.0, -3 * 365 * 86400.0, 5 * 365 * 86400.0]))
    def the_clock_moves(self, seconds) -> None:
        self.clock.set_wall(self.clock.wall + seconds)

    @rule(data=st.data())
    def originals_leave_the_laptop_for_good(self, data) -> None:
        library = self.laptops[self._any(data)]
        library.exchange.receipts.release(library.exchange.receipts.releasable())
        library.exchange.receipts.tidy(days=0)

    @rule(data=st.data(), backed_up=st.booleans(), leave=st.booleans())
    def everything_is_sent(self, data, backed_up, leave) -> None:
        """Over a good link, and perhaps backed up there: by chance alone that is rare."""
        library = self.laptops[self._any(data)]
        sound = Channel(self.headquarters, lambda: "none", lambda _: 0)
        new_session(library, sound, tiers=TIERS, pace=SmallSteps()).run()
        if backed_up:
            self.headquarters.back_up()
            new_session(library, sound, tiers=TIERS, pace=SmallSteps()).run()
        if leave:
            library.exchange.receipts.release(library.exchange.receipts.releasable())
            library.exchange.receipts.tidy(days=0)

    # What goes wrong

    @rule(
        data=st.data(),
        steps=st.integers(1, 12),
        faults=st.lists(st.sampled_from(FAULTS), min_size=1, max_size=15),
        share=st.integers(0, 999),
    )
    def a_laptop_sends_for_a_while(self, data, steps, faults, share) -> None:
        # Drawn beforehand: how many messages there are depends on ids, which are never the same.
        coming = itertools.cycle([*faults, "none"])
        channel = Channel(self.headquarters, lambda: next(coming), lambda below: below * share // 1000)
        self._send(self._any(data), channel, steps)

    @rule(data=st.data())
    def a_laptop_is_killed_and_opened_again(self, data) -> None:
        number = self._any(data)
        self.laptops[number].close()
        self.laptops[number] = open_again(self.laptops[number].folder, self.clock)

    @precondition(lambda self: len(self.laptops) < 3)
    @rule(data=st.data())
    def somebody_copies_the_folder(self, data) -> None:
        number, other = self._any(data), len(self.laptops) + 1
        self.laptops[number].close()
        shutil.copytree(self.laptops[number].folder, self.folder / str(other))
        self.laptops[number] = open_again(self.laptops[number].folder, self.clock)
        self.laptops[other] = open_again(self.folder / str(other), self.clock)

    @rule(data=st.data())
    def a_laptop_is_backed_up(self, data) -> None:
        folder = self.folder / f"backup{next(self.counter)}"
        self.laptops[self._any(data)].backup(folder)
        self.backups.append(folder)

    @precondition(lambda self: self.backups and len(self.laptops) < 4)
    @rule(data=st.data())
    def a_laptop_is_restored(self, data) -> None:
        other = len(self.laptops) + 1
        Library.restore_backup(data.draw(st.sampled_from(self.backups)), self.folder / str(other))
        self.laptops[other] = open_again(self.folder / str(other), self.clock)

    @rule()
    def headquarters_is_backed_up(self) -> None:
        self.headquarters.back_up()

    @precondition(lambda self: self.headquarters.backup is not None)
    @rule()
    def headquarters_is_restored(self) -> None:
        self.headquarters.restore()

    # What must hold

    def _send(self, number: int, channel: Channel, steps: int) -> None:
        library = self.laptops[number]
        session = new_session(library, channel, tiers=TIERS, pace=SmallSteps())
        for _ in range(steps):
            if session.state is not State.DONE:
                session.attempt()
        self._each_line_is_the_beginning_of_a_log()

    def _each_line_is_the_beginning_of_a_log(self) -> None:
        """No stream at headquarters ever holds an entry twice, out of order, or with another content."""
        for there in self.headquarters.contents.libraries.values():
            for stream in there.streams:
                place = ("0" * 64, 0)
                for entry in stream.entries:
                    assert (entry.previous_hash, entry.seq) == (place[0], place[1] + 1)
                    assert entry.hash == entry.expected_hash()
                    place = (entry.hash, entry.seq)

    def _settle(self) -> None:
        """Give every laptop a good link: then headquarters has all of every log, and every file."""
        sound = Channel(self.headquarters, lambda: "none", lambda _: 0)
        for number in [*self.laptops, *self.laptops]:  # Twice: what came down has made further changes.
            library = self.laptops[number]
            session = new_session(library, sound, tiers=TIERS, pace=SmallSteps())
            session.run()
            self._is_all_there(library)
        assert len(set(self.headquarters.applied)) == len(self.headquarters.applied)
        logs: dict[str, set[str]] = {}
        for library in self.laptops.values():
            logs.setdefault(library.device_id, set()).add(library.exchange.outbox.tip().hash)
        assert all(len(tips) == 1 for tips in logs.values())  # Whoever goes another way has another name.

    def _is_all_there(self, library: Library) -> None:
        log = [change.hash for change in library.changes.since(0, 100_000)]
        streams = self.headquarters.contents.libraries[library.library_id].streams
        assert any([entry.hash for entry in stream.entries] == log for stream in streams)
        assert library.changes.verify_chain() == []
        # What one copy of a library has removed for good, headquarters takes from no other.
        named = {
            sha256 for stream in streams for entry in stream.entries for sha256, _ in entry.named_blobs()
        }
        mine = {file.sha256 for tier in TIERS for file in library.exchange.outbox.files(tier)}
        assert not named & mine
        stored = {row[0] for row in library.connection.rows("SELECT sha256 FROM documents")} & named
        assert stored <= set(self.headquarters.contents.blobs)
        gone = {row[0] for row in library.connection.rows("SELECT sha256 FROM released_files")}
        assert gone <= set(self.headquarters.contents.blobs)
        there = self.headquarters.contents.libraries[library.library_id]
        team = library.exchange.team.required()
        assert (team.down.seq, team.down.hash) == (there.down_head.seq, there.down_head.hash)
        assert library.check(quick=True).problems == ()


Exchanges.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # To shrink a failure takes many minutes.
)
TestExchanges = Exchanges.TestCase
