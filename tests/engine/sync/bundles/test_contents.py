"""What a laptop packs, headquarters takes out in the same order; and the other way round."""

import hashlib
import io

import pytest
from pyrage import x25519

from engine.sync.bundles.contents import (
    Answer,
    CarriedFile,
    OutgoingBlob,
    downward,
    read_downward,
    read_upward,
    upward,
)
from engine.sync.bundles.errors import DamagedBundleError, ForeignBundleError
from engine.sync.bundles.index import Index, Kind, verify_bundle
from engine.sync.bundles.keys import (
    headquarters_identity,
    headquarters_recipients,
    laptop_identity,
    laptop_recipient,
)
from engine.sync.bundles.writing import Member, write_bundle
from engine.sync.wire.down import DownBatch
from engine.sync.wire.entries import Batch
from engine.sync.wire.hello import Hello, HelloReply
from engine.sync.wire.positions import BEGINNING, Position
from engine.sync.wire.receipts import Receipt, SignedReceipt
from engine.sync.wire.signatures import new_private_key, public_key_of
from tests.engine.sync.bundles.logs import entries

LAPTOP, SERVER = new_private_key(), new_private_key()
AGE, RECOVERY = x25519.Identity.generate(), x25519.Identity.generate()
RECIPIENTS = headquarters_recipients(str(AGE.to_public()), str(RECOVERY.to_public()))
HELLO = Hello("test", "library", "device", 1, BEGINNING, (BEGINNING,), BEGINNING, (BEGINNING,))


def pack(folder, members, *, key=LAPTOP, recipients=RECIPIENTS, kind=Kind.UP):
    index = Index(kind, "b1", "hq", "team", "library", "device", "2026-11-21T08:00:00.000Z")
    return write_bundle(folder, index, members, recipients=recipients, private_key=key)


def test_a_hello_changes_and_files_come_out_as_they_went_in(tmp_path):
    log = entries(7)
    batches = [Batch("stream", BEGINNING, log[:4]), Batch("stream", log[3].position, log[4:])]
    contents = [b"picture" * 100, b"text"]
    files = [
        OutgoingBlob(hashlib.sha256(content).hexdigest(), tier, len(content), lambda c=content: io.BytesIO(c))
        for tier, content in zip((5, 2), contents, strict=True)
    ]
    pack(tmp_path / "b", upward(HELLO, batches, files))
    index = verify_bundle(tmp_path / "b", public_key_of(LAPTOP))
    found = [
        (item.sha256, item.tier, item.content.read()) if isinstance(item, CarriedFile) else item
        for item in read_upward(tmp_path / "b", index, [headquarters_identity(str(AGE))])
    ]
    assert found[0] == HELLO
    assert found[1:3] == batches
    assert found[3:] == [
        (file.sha256, file.tier, content) for file, content in zip(files, contents, strict=True)
    ]


def test_an_answer_is_for_its_laptop_alone(tmp_path):
    reply = HelloReply("hq", 1, "stream", BEGINNING, 0, BEGINNING, BEGINNING)
    down = DownBatch.sign(
        BEGINNING, [], BEGINNING, hq="hq", team="team", library="library", private_key=SERVER
    )
    receipt = Receipt(
        "hq", 1, "team", "library", "stream", Position(1, "a" * 64), (), 0, (), "2026-11-21T08:00Z"
    )
    answer = Answer(reply, (down,), (SignedReceipt.sign(receipt, SERVER),))
    recipients = [laptop_recipient(public_key_of(LAPTOP))]
    pack(tmp_path / "a", downward(answer), key=SERVER, recipients=recipients, kind=Kind.DOWN)
    index = verify_bundle(tmp_path / "a", public_key_of(SERVER))
    assert read_downward(tmp_path / "a", index, [laptop_identity(LAPTOP)]) == answer
    with pytest.raises(ForeignBundleError):
        read_downward(tmp_path / "a", index, [laptop_identity(new_private_key())])


@pytest.mark.parametrize(
    "members",
    [
        [],
        [Member.of("hello.json", b"{}")],
        [Member.of("hello.json", HELLO.encode()), Member.of("../escape", b"x")],
        [Member.of("hello.json", HELLO.encode()), Member.of("changes/000001.batch", b"no batch")],
        [Member.of("changes/000001.batch", b"x"), Member.of("hello.json", HELLO.encode())],
        [Member.of("hello.json", HELLO.encode()), Member.of("blobs/9/" + "0" * 64, b"x")],
        [Member.of("hello.json", HELLO.encode()), Member.of("hello.json", HELLO.encode())],
    ],
    ids=["nothing", "no-hello", "path", "batch", "order", "tier", "twice"],
)
def test_what_no_bundle_holds_is_refused(tmp_path, members):
    pack(tmp_path / "b", members)
    index = verify_bundle(tmp_path / "b", public_key_of(LAPTOP))
    with pytest.raises(DamagedBundleError):
        list(read_upward(tmp_path / "b", index, [AGE]))
