"""The oracle of the torture finds what it is there to find: it must not be blind."""

import hashlib
from collections import Counter

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.sync_torture import oracle
from benchmarks.sync_torture.oracle import GENESIS, FieldSide, HeadquartersSide, Memory

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
CONTENT = b"an original"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


def entry(seq, before, entity_id, kind):
    payload = f'{{"name":"{entity_id}"}}'
    values = {
        "seq": seq, "epoch": 1, "device": "d", "at": f"{seq:015d}.00000000", "author": "a",
        "entity": "document", "entity_id": entity_id, "document_id": entity_id, "kind": kind,
        "payload_hash": hashlib.sha256(payload.encode()).hexdigest(), "previous_hash": before,
    }  # fmt: skip
    return {**values, "payload": payload, "hash": oracle.canonical_hash(values)}


def chain(*kinds):
    log = []
    for seq, kind in enumerate(kinds, 1):
        log.append(entry(seq, log[-1]["hash"] if log else GENESIS, f"d{seq}", kind))
    return log


def signed(**changes):
    from base64 import urlsafe_b64encode

    receipt = {
        "hq": "h", "hq_epoch": 1, "seq": 3, "hash": "", "stream": "s", "blobs": [SHA256],
        "backed_up": {"seq": 0}, "backed_up_blobs": [], **changes,
    }  # fmt: skip
    signature = KEY.sign(b"sanduku-receipt-1\0" + oracle.canonical(receipt))
    return {"receipt": receipt, "signature": urlsafe_b64encode(signature).decode().rstrip("=")}


@pytest.fixture
def sides(tmp_path):
    log = chain("added", "renamed", "trashed")
    place = tmp_path / "team" / SHA256[:2] / SHA256
    place.parent.mkdir(parents=True)
    place.write_bytes(CONTENT)
    head = log[-1]["hash"]
    laptop = FieldSide(
        name="laptop",
        library="l",
        log=log,
        team={
            "stream": "s", "have_seq": 3, "have_hash": head,
            "signing_key": KEY.public_key().public_bytes_raw(),
        },
        receipts=[signed(hash=head)],
        released=set(),
        arrivals=Counter(["w"]),
        comments=Counter(["w"]),
        journal=[["did", 0, 1, "document", "added", "d1", {"sha256": SHA256}]],
    )  # fmt: skip
    there = HeadquartersSide(
        entries=[{**row, "stream_id": "s", "number": row["seq"]} for row in log],
        streams={
            "s": {
                "id": "s", "parent_id": None, "base_seq": 0, "base_hash": GENESIS,
                "head_seq": 3, "head_hash": head,
            }
        },
        stored={SHA256: len(CONTENT)},
        readings={},
        down=[{"library_id": "l", "id": "w"}],
        epoch=1,
        blobs=tmp_path,
    )  # fmt: skip
    return laptop, there, Memory(said={"w"})


def found(sides):
    laptop, there, memory = sides
    return list(oracle.faults([laptop], there, memory))


def test_it_finds_nothing_where_nothing_is_wrong(sides):
    assert found(sides) == []


def lose_the_last(laptop, there, memory):
    there.entries.pop()


def lose_one_within(laptop, there, memory):
    del there.entries[1]


def double(laptop, there, memory):
    there.entries.append({**there.entries[-1], "seq": 4})


def swap(laptop, there, memory):
    first, second, third = there.entries
    there.entries[:] = [first, {**third, "seq": 2}, {**second, "seq": 3}]


def alter(laptop, there, memory):
    there.entries[1] = {**there.entries[1], "payload": '{"name":"another"}'}


def rewrite(laptop, there, memory):
    there.entries[1] = {**there.entries[1], "author": "somebody else"}


def invent(laptop, there, memory):
    extra = entry(4, there.entries[-1]["hash"], "d4", "added")
    there.entries.append({**extra, "stream_id": "s", "number": 4})
    there.streams["s"] |= {"head_seq": 4, "head_hash": extra["hash"]}


def take_out_of_order(laptop, there, memory):
    there.entries[0]["number"] = 9


def lose_a_file(laptop, there, memory):
    there.stored.clear()


def damage_a_file(laptop, there, memory):
    next(there.blobs.glob("*/*/*")).write_bytes(b"an 0riginal")


def forget_what_was_acknowledged(laptop, there, memory):
    laptop.journal.append(["did", 1, 2, "document", "added", "d9", {"sha256": SHA256}])


def forget_what_was_promised(laptop, there, memory):
    memory.promised.add("f" * 64)


def forget_what_was_there(laptop, there, memory):
    memory.kept.add("f" * 64)


def lie_in_a_receipt(laptop, there, memory):
    laptop.receipts[0]["receipt"]["seq"] = 2


def sign_for_a_file_that_is_not_there(laptop, there, memory):
    laptop.receipts.append(signed(hash=laptop.hashes[-1], blobs=["e" * 64]))


def sign_for_a_backup_that_there_is_not(laptop, there, memory):
    laptop.receipts.append(signed(hash=laptop.hashes[-1], backed_up={"seq": 2}))


def say_something_unheard(laptop, there, memory):
    there.down.append({"library_id": "l", "id": "v"})
    memory.said.add("v")


def let_a_file_go_too_early(laptop, there, memory):
    laptop.released.add(SHA256)


def believe_too_little(laptop, there, memory):
    laptop.team["have_seq"] = 2


@pytest.mark.parametrize(
    "wrong",
    [
        lose_the_last, lose_one_within, double, swap, alter, rewrite, invent, take_out_of_order, lose_a_file,
        damage_a_file, forget_what_was_acknowledged, forget_what_was_promised, forget_what_was_there,
        lie_in_a_receipt, sign_for_a_file_that_is_not_there, sign_for_a_backup_that_there_is_not,
        let_a_file_go_too_early, say_something_unheard, believe_too_little,
    ],
)  # fmt: skip
def test_it_finds_whatever_is_wrong(sides, wrong):
    wrong(*sides)
    assert found(sides) != []
