"""A file leaves the library only if headquarters and its backup have it for certain, and it can come back."""

import hashlib

import pytest

from engine.errors import NotFoundError
from engine.library import Library
from engine.library.receipts import ReceivedReceipt
from engine.library.team import NewTeam, Place

IMAGE = b"an image of a page" * 100


@pytest.fixture
def covered(library: Library, add, read_all):
    """A library with an approved document, all of which headquarters and its backup have."""
    team = NewTeam("hq1", "t1", "Team", ("https://hq.example.org",), bytes(32), "age1x", "", "CODE-CODE")
    library.exchange.team.join(team, lambda: bytes(32))
    library.exchange.team.joined("device1", library.device_id)
    document = add(library, content=b"an original")
    read_all(library, "One", image=IMAGE)
    approve(library, document)
    return library, document


def approve(library, document):
    with library.connection.transaction():
        number = library.documents.number_of(document)
        library.exchange.words.review(number, "approved", "", "Amina", "2026")


def receive(library, *, backed_up=None, files=None, missing=()):
    """A receipt of headquarters comes, as a session would keep it."""
    tip = library.exchange.outbox.tip()
    library.exchange.team.met("s1", tip, 1, 0)
    sent = [file for tier in (2, 3, 5) for file in library.exchange.outbox.files(tier)]
    library.exchange.outbox.mark_sent([(file.sha256, file.tier) for file in sent])
    known = tuple(row[0] for row in library.connection.rows("SELECT sha256 FROM sent_files"))
    safe = tuple(sha256 for sha256 in known if sha256 not in missing)
    receipt = ReceivedReceipt(
        "hq1", 1, "t1", "s1", tip.seq, known, tip.seq if backed_up is None else backed_up,
        safe if files is None else files, "2026-11-21",
    )  # fmt: skip
    library.exchange.receipts.put(receipt, b"{}")


def original() -> str:
    return hashlib.sha256(b"an original").hexdigest()


def test_without_a_receipt_nothing_goes(covered):
    library, _ = covered
    assert library.exchange.receipts.releasable() == []


def test_what_a_receipt_covers_goes_and_comes_back(covered):
    library, document = covered
    receive(library)
    (found,) = library.exchange.receipts.releasable()
    assert (found.document_id, len(found.files)) == (document, 2)
    assert library.exchange.receipts.release([found]) == len(IMAGE) + len(b"an original")
    assert not library.files.has(original())
    assert library.check().problems == ()
    assert library.exchange.receipts.released()[0].can_come_back
    assert library.exchange.receipts.bring_back(document) == 2
    assert library.files.read(original()) == b"an original"
    assert library.exchange.receipts.released() == []


def test_what_only_headquarters_has_but_no_backup_stays(covered):
    library, _ = covered
    receive(library, files=())
    assert library.exchange.receipts.releasable() == []


def test_what_was_changed_after_the_backup_stays(covered):
    library, _ = covered
    receive(library, backed_up=library.exchange.outbox.tip().seq - 1)
    assert library.exchange.receipts.releasable() == []


def test_a_document_of_which_one_file_is_not_covered_stays_whole(covered):
    library, _ = covered
    receive(library, missing=(original(),))
    assert library.exchange.receipts.releasable() == []


def test_what_is_corrected_between_the_question_and_the_deed_stays(covered):
    library, _ = covered
    receive(library)
    found = library.exchange.receipts.releasable()
    page = library.connection.value("SELECT id FROM pages")
    library.readings.correct_line(page, 0, "Two", author="Amina")
    assert library.exchange.receipts.release(found) == 0
    assert library.files.has(original())


def test_what_is_not_approved_stays(covered, add, read_all):
    library, _ = covered
    add(library, "other.pdf", content=b"not approved")
    read_all(library, "Two")
    receive(library)
    assert [each.name for each in library.exchange.receipts.releasable()] == ["form.pdf"]


def test_after_its_days_it_is_gone_from_the_quarantine(covered, clock):
    library, document = covered
    receive(library)
    library.exchange.receipts.release(library.exchange.receipts.releasable())
    assert library.exchange.receipts.tidy(days=30) == 0
    clock.pass_time(31 * 86400)
    assert library.exchange.receipts.tidy(days=30) > 0
    with pytest.raises(NotFoundError, match="quarantine"):
        library.exchange.receipts.bring_back(document)
    assert [sha256 for sha256, _ in library.exchange.receipts.absent(document)] != []
    assert library.check().problems == ()


def test_what_a_crash_left_in_the_quarantine_comes_back(covered):
    library, _ = covered
    library.files.set_aside(original())
    library.exchange.receipts.tidy(days=30)
    assert library.files.has(original())


def test_where_headquarters_was_restored_the_receipts_prove_nothing(covered):
    library, _ = covered
    receive(library)
    tip = library.exchange.outbox.tip()
    library.exchange.team.met("s1", Place(tip.seq, tip.hash), 2, tip.seq)
    assert library.exchange.receipts.releasable() == []


def test_a_document_that_is_removed_takes_its_files_out_of_the_quarantine(covered):
    library, document = covered
    receive(library)
    library.exchange.receipts.release(library.exchange.receipts.releasable())
    library.trash.put(document)
    library.trash.purge(document)
    assert not library.files.is_aside(original())
    assert list((library.folder / "files" / "quarantine").iterdir()) == []


def test_a_backup_of_such_a_library_is_whole(covered, tmp_path):
    library, _ = covered
    receive(library)
    library.exchange.receipts.release(library.exchange.receipts.releasable())
    assert library.backup(tmp_path / "backup").damaged == ()


@pytest.mark.parametrize("length", [0, 1, 65535, 65536, 65537, 200_000])
def test_the_size_of_a_content_is_known_by_its_file_alone(created, length):
    files = created.library.files
    sha256 = files.put(b"x" * length)
    assert files.stored_size(sha256) == files.size(sha256) == length
