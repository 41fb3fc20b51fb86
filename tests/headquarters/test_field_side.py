"""A real library and the real headquarters, over HTTP on this computer: what one sends, the other has."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from engine.geometry import Quad, Transform
from engine.library import Library, NewDocument, Protection, create_library, open_library
from engine.reading import Line, Origin, Reading
from engine.settings import LibrarySettings, NetworkSettings, Settings
from engine.sync.errors import NetworkForbiddenError, RefusedError, UnreachableError
from engine.sync.fetching import fetch_documents
from engine.sync.joining import begin_to_join
from engine.sync.network import Network
from engine.sync.running import join_team, synchronise
from engine.sync.wire.invitation import Invitation
from headquarters.down.log import append
from headquarters.enrolment.invitations import invite
from headquarters.ids import random_id
from headquarters.operations.backup import make_backup
from headquarters.parts import Headquarters
from headquarters.sync.tables import EntryRow, Stream
from headquarters.teams import Team
from tests.dying import DIED

AUTHOR = LibrarySettings(ballast_megabytes=0, author="Amina")
EVERYTHING = Settings(network=NetworkSettings(files="originals"))
ROOT = Path(__file__).parents[2]


def reading(*texts: str) -> Reading:
    lines = tuple(
        Line(text, Quad.from_box(50, 50 + 40 * place, 900, 80 + 40 * place), 0.9, "Latn", "ppocr")
        for place, text in enumerate(texts)
    )
    return Reading("test-1", 1000, 1400, Transform.identity(), Origin.RECOGNISED, lines)


def fill(library: Library, *names: str) -> None:
    """Add documents and read them."""
    for name in names:
        content = b"\xff\xd8\xff\xe0 original of " + name.encode() * 2000
        library.documents.add(NewDocument(f"{name}.jpg", "image/jpeg", 1, content))
    while job := library.jobs.claim("worker", lease_seconds=60):
        image = b"\xff\xd8\xff\xe0 image of " + job.document_id.encode() * 9000
        small = b"\xff\xd8\xff\xe0 small image of " + job.document_id.encode()
        library.jobs.complete(job, reading("Amina Yusuf", "Goma"), image=image, thumbnail=small)


@pytest.fixture
def invitation(headquarters: Headquarters, team: Team, server: tuple[str, int]) -> Invitation:
    """An invitation that leads to the running server."""
    with headquarters.database.transaction() as session:
        _, invited = invite(session, headquarters, team, label="Goma", actor="test")
    return replace(invited, urls=(f"http://{server[0]}:{server[1]}",))


@pytest.fixture
def library(tmp_path: Path, invitation: Invitation):
    """A library that has joined."""
    protection = Protection(encrypted=False)
    made = create_library(tmp_path / "laptop", protection=protection, settings=AUTHOR).library
    begin_to_join(made, invitation)
    join_team(made, Settings(), device_name="Amina's laptop")
    with made:
        yield made


def there(headquarters: Headquarters, library: Library) -> list[str]:
    with headquarters.database.transaction() as session:
        rows = session.execute(
            select(EntryRow.hash)
            .join(Stream, Stream.id == EntryRow.stream_id)
            .where(Stream.library_id == library.library_id)
            .order_by(Stream.branch, EntryRow.seq)
        )
        return [row[0] for row in rows]


def log(library: Library) -> list[str]:
    return [change.hash for change in library.changes.since(0, 100_000)]


def test_everything_arrives(library, headquarters, team):
    fill(library, "a", "b", "c")
    report = synchronise(library, EVERYTHING)
    assert there(headquarters, library) == log(library)
    assert report.outcomes.files == 10  # The boxes of the three are the same.
    assert report.outcomes.refused_files == []
    for tier in (2, 3, 5):
        assert library.exchange.outbox.files(tier) == []
    again = synchronise(library, EVERYTHING).outcomes
    assert (again.changes, again.files, again.receipt) == (0, 0, True)


def test_what_headquarters_says_comes_down_and_its_echo_goes_up(library, headquarters, team):
    fill(library, "a")
    synchronise(library, Settings())
    row = library.connection.row(
        "SELECT documents.id AS document, pages.id AS page, readings.id AS reading FROM pages"
        " JOIN documents ON documents.number = document JOIN readings ON readings.number = reading"
    )
    correction = random_id()
    with headquarters.database.transaction() as session:
        append(
            session, team.id, library.library_id, "correction", correction, "text",
            {"document": row["document"], "page": row["page"], "reading": row["reading"], "line": "0",
             "previous": "Amina Yusuf", "text": "Amina Yussuf", "reason": "As on the card."},
            "rita", document_id=row["document"],
        )  # fmt: skip
        append(
            session, team.id, library.library_id, "document", row["document"], "review",
            {"state": "returned", "reason": "The date is missing."}, "rita", document_id=row["document"],
        )  # fmt: skip
    outcomes = synchronise(library, Settings()).outcomes
    assert (outcomes.down, outcomes.conflicts) == (2, 0)
    page = library.readings.required(row["page"])
    assert page.reading.lines[0].text == "Amina Yussuf"
    assert page.corrections[0].id == correction
    assert library.exchange.words.review_of(row["document"]).reason == "The date is missing."
    assert there(headquarters, library) == log(library)


@pytest.mark.parametrize(
    ("number", "when"),
    [(4, "within"), (5, "after"), (8, "within"), (11, "before")],
)
def test_a_laptop_that_is_killed_goes_on_where_headquarters_is(library, headquarters, number, when):
    fill(library, *(f"form {each}" for each in range(8)))
    folder = library.folder
    library.close()
    done = subprocess.run(
        [sys.executable, "-m", "tests.headquarters.killed_laptop", folder, str(number), when],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == DIED, done.stderr
    with open_library(folder, settings=AUTHOR) as again:
        outcomes = synchronise(again, EVERYTHING).outcomes
        assert there(headquarters, again) == log(again)
        assert outcomes.refused_files == []
        assert outcomes.receipt
        assert all(again.exchange.outbox.files(tier) == [] for tier in (2, 3, 5))
        assert again.check(quick=True).problems == ()


def test_a_copy_of_a_library_goes_its_own_way(library, headquarters, tmp_path):
    import shutil

    fill(library, "a")
    synchronise(library, Settings())
    shutil.copytree(library.folder, tmp_path / "copy")
    fill(library, "b")
    synchronise(library, Settings())
    with open_library(tmp_path / "copy", settings=AUTHOR) as copy:
        fill(copy, "c")
        assert synchronise(copy, Settings()).outcomes.branched == "cloned"
        assert copy.device_id != library.device_id
        assert set(log(copy)) <= set(there(headquarters, copy))
    fill(library, "d")
    synchronise(library, Settings())
    assert set(log(library)) <= set(there(headquarters, library))


def test_a_used_invitation_is_of_no_use_to_another(library, invitation, tmp_path):
    protection = Protection(encrypted=False)
    with create_library(tmp_path / "other", protection=protection, settings=AUTHOR).library as other:
        begin_to_join(other, invitation)
        with pytest.raises(RefusedError, match="Another laptop"):
            join_team(other, Settings(), device_name="Other")


def test_nothing_goes_out_where_the_network_is_switched_off(library, monkeypatch):
    monkeypatch.setattr("socket.create_connection", _no_socket)
    monkeypatch.setattr("socket.socket.connect", _no_socket)
    before = len(library.exchange.network_log.latest())
    with pytest.raises(NetworkForbiddenError):
        synchronise(library, Settings(network=NetworkSettings(use="never")))
    with pytest.raises(NetworkForbiddenError):
        synchronise(library, Settings(), asked_by="program")
    with pytest.raises(NetworkForbiddenError):
        Network(NetworkSettings(use="never")).answers("127.0.0.1:1", asked_by="person")
    assert len(library.exchange.network_log.latest()) == before


def test_a_server_that_is_not_there_is_told(library):
    library.connection.run("UPDATE team SET urls = '[\"http://127.0.0.1:9\"]'")
    patience = Settings(network=NetworkSettings(patience_minutes=1))
    from engine.sync.running import Stop

    class Hurried(Stop):
        """Waits for nothing, and loses patience at once."""

        def sleep(self, seconds: float) -> None:
            self.naps = getattr(self, "naps", 0) + 1
            if self.naps > 3:
                self.ask()

    from engine.errors import CancelledError

    with pytest.raises((UnreachableError, CancelledError)):
        synchronise(library, patience, stop=Hurried())
    assert library.exchange.network_log.latest()[0].outcome in ("cancelled", "network.unreachable")


def _no_socket(*_arguments: object, **_named: object) -> None:
    raise AssertionError("a socket was opened")


def test_originals_leave_when_the_backup_has_them_and_come_back(library, headquarters, tmp_path):
    fill(library, "a", "b")
    for row in library.connection.rows("SELECT number FROM documents"):
        with library.connection.transaction():
            library.exchange.words.review(row[0], "approved", "", "Amina", "2026")
    synchronise(library, EVERYTHING)
    receipts = library.exchange.receipts
    assert receipts.releasable() == []
    make_backup(headquarters, tmp_path / "backups")
    synchronise(library, EVERYTHING)
    originals = {
        row[0]: library.files.read(row[0]) for row in library.connection.rows("SELECT sha256 FROM documents")
    }
    assert receipts.release(receipts.releasable()) > sum(len(each) for each in originals.values())
    receipts.tidy(days=0)
    assert not any(library.files.has(sha256) for sha256 in originals)
    documents = [each.document_id for each in receipts.released()]
    assert fetch_documents(library, Settings(), documents) == 4
    assert {sha256: library.files.read(sha256) for sha256 in originals} == originals
    assert library.check().problems == ()
    assert library.exchange.network_log.latest()[0].purpose == "fetch"


def test_a_part_of_a_page_that_headquarters_asked_for_arrives(library, headquarters, team):
    picture = io.BytesIO()
    Image.effect_noise((300, 200), 60).convert("RGB").save(picture, "JPEG")
    library.documents.add(NewDocument("a.jpg", "image/jpeg", 1, b"\xff\xd8\xff an original"))
    while job := library.jobs.claim("worker", lease_seconds=60):
        library.jobs.complete(job, reading("Amina"), image=picture.getvalue(), thumbnail=None)
    synchronise(library, Settings())
    row = library.connection.row(
        "SELECT documents.id AS document, pages.id AS page FROM pages"
        " JOIN documents ON documents.number = document"
    )
    quad = [[10, 10], [90, 10], [90, 40], [10, 40]]
    with headquarters.database.transaction() as session:
        append(
            session, team.id, library.library_id, "blob", row["document"], "want",
            {"document": row["document"], "crop": {"page": row["page"], "quad": quad}}, "rita",
            document_id=row["document"],
        )  # fmt: skip
    outcomes = synchronise(library, Settings()).outcomes
    assert (outcomes.refused_files, outcomes.files) == ([], 1)
    cut = [each for each in library.changes.since(0) if (each.entity, each.kind) == ("blob", "cut")]
    content = headquarters.blobs.open(team.id, cut[0].payload["sha256"])
    assert content is not None
    assert content.startswith(b"\xff\xd8\xff")


def test_a_library_that_was_restored_from_an_old_backup_goes_on(library, headquarters, tmp_path):
    fill(library, "a")
    synchronise(library, Settings())
    library.backup(tmp_path / "backup")
    fill(library, "b", "c")
    synchronise(library, Settings())
    Library.restore_backup(tmp_path / "backup", tmp_path / "restored")
    with open_library(tmp_path / "restored", settings=AUTHOR) as restored:
        fill(restored, "d")
        outcomes = synchronise(restored, EVERYTHING).outcomes
        assert (outcomes.branched, outcomes.refused_files) == ("restored", [])
        assert set(log(restored)) <= set(there(headquarters, restored))
        assert restored.exchange.team.required().joined_as == restored.device_id
    fill(library, "e")
    synchronise(library, Settings())
    assert set(log(library)) <= set(there(headquarters, library))
    hashes = there(headquarters, library)
    assert len(hashes) == len(set(hashes))
