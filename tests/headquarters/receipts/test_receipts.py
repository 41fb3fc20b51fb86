"""A receipt says what is durably here and what a backup holds, no more, and is signed."""

import hashlib
from dataclasses import replace

import pytest

from engine.sync.wire.errors import WireError
from engine.sync.wire.receipts import ReceiptRequest
from engine.sync.wire.signatures import new_private_key, public_key_of
from headquarters.sync.tables import Stream

PDF = b"%PDF-1.7 original"


def with_file(laptop):
    laptop.log.document(PDF)
    stream = laptop.send_all().stream
    sha256 = hashlib.sha256(PDF).hexdigest()
    laptop.need(stream, (PDF, 5))
    answer = laptop.client.patch(
        f"/v1/blobs/{sha256}",
        content=PDF,
        headers={
            "Upload-Offset": "0",
            "Content-Type": "application/octet-stream",
            **laptop.permission,
        },
    )
    assert answer.status_code == 204
    return stream, sha256


def test_a_receipt_names_what_is_here_and_nothing_as_backed_up_before_a_backup(laptop, headquarters):
    stream, sha256 = with_file(laptop)
    receipt = laptop.receipt(stream, 2, (sha256, "e" * 64)).verify(headquarters.identity.public_key)
    assert (receipt.position, receipt.blobs) == (laptop.log.tip, (sha256,))
    assert (receipt.backed_up_seq, receipt.backed_up_blobs) == (0, ())
    assert (receipt.hq, receipt.hq_epoch, receipt.team) == (headquarters.identity.hq_id, 1, laptop.team)


def test_a_receipt_that_was_altered_does_not_verify(laptop, headquarters):
    stream, _sha256 = with_file(laptop)
    signed = laptop.receipt(stream, 2)
    with pytest.raises(WireError):
        replace(signed, receipt=replace(signed.receipt, hq_epoch=2)).verify(headquarters.identity.public_key)
    with pytest.raises(WireError):
        signed.verify(public_key_of(new_private_key()))


def test_more_than_is_here_gets_no_receipt(laptop):
    stream, _sha256 = with_file(laptop)
    answer = laptop.post("/v1/sync/receipt", ReceiptRequest(stream, 3).encode())
    assert (answer.status_code, answer.json()["code"]) == (409, "receipt.behind")
    assert answer.json()["have"]["seq"] == 2


def test_no_receipt_for_the_stream_or_the_files_of_others(laptop, foreign_laptop):
    stream, sha256 = with_file(laptop)
    answer = foreign_laptop.post("/v1/sync/receipt", ReceiptRequest(stream, 1).encode())
    assert (answer.status_code, answer.json()["code"]) == (404, "sync.stream-unknown")
    own = foreign_laptop.send_all().stream
    assert foreign_laptop.receipt(own, 1, (sha256,)).receipt.blobs == ()


def test_a_branch_is_backed_up_as_far_as_its_origin_is(laptop, headquarters):
    laptop.log.tags(20)
    origin = laptop.send_all().stream
    backup = laptop.log.copy()
    laptop.log.tags(5)
    laptop.send_all()
    with headquarters.database.transaction() as session:
        stream = session.get(Stream, origin)
        stream.backed_up_seq = 24
    laptop.log = backup
    laptop.log.begin_epoch()
    branch = laptop.send_all().stream
    receipt = laptop.receipt(branch, laptop.log.tip.seq).receipt
    assert (receipt.position.seq, receipt.backed_up_seq) == (22, 21)
    assert laptop.receipt(origin, 26).receipt.backed_up_seq == 24
