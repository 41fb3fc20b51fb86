"""What headquarters sends down is chained, signed, resumed after a cut, and each team's own."""

import threading
from dataclasses import replace

import pytest

from engine.sync.wire.down import ack
from engine.sync.wire.errors import WireError
from engine.sync.wire.positions import BEGINNING, Position
from headquarters.devices.registry import devices_of
from headquarters.down import append, erase_payloads
from tests.headquarters.laptops import JSON


def told(headquarters, laptop, number=1, entity="comment", kind="added", payload=None):
    entries = []
    for each in range(number):
        with headquarters.database.transaction() as session:
            entries.append(
                append(
                    session,
                    laptop.team,
                    laptop.log.library,
                    entity,
                    f"comment-{each}",
                    kind,
                    payload or {"document": "document-1", "text": f"Please look again ({each})."},
                    "Fatuma",
                )
            )
    return entries


def verified(headquarters, laptop, batch):
    batch.verify(
        hq=headquarters.identity.hq_id,
        team=laptop.team,
        library=laptop.log.library,
        public_key=headquarters.identity.public_key,
    )
    return batch


def acknowledge(laptop, place):
    return laptop.client.post("/v1/sync/down/ack", content=ack(place), headers={**JSON, **laptop.permission})


def behind(headquarters, laptop):
    with headquarters.database.transaction() as session:
        return next(each.behind for each in devices_of(session, laptop.team) if each.id == laptop.device)


def test_nothing_new_is_signed_too(laptop, headquarters):
    batch = verified(headquarters, laptop, laptop.fetch_down())
    assert (batch.entries, batch.head) == ((), BEGINNING)


def test_entries_come_in_order_and_with_a_signature(laptop, headquarters):
    entries = told(headquarters, laptop, 5)
    batch = verified(headquarters, laptop, laptop.fetch_down())
    assert list(batch.entries) == entries
    assert [entry.author for entry in entries] == ["Fatuma"] * 5
    rest = verified(headquarters, laptop, laptop.fetch_down(entries[2].position))
    assert list(rest.entries) == entries[3:]


def test_a_signature_holds_for_this_library_alone(laptop, headquarters):
    told(headquarters, laptop)
    batch = laptop.fetch_down()
    for changes in ({"team": "another"}, {"library": "another"}, {"hq": "another"}):
        with pytest.raises(WireError):
            batch.verify(
                **{
                    "hq": headquarters.identity.hq_id,
                    "team": laptop.team,
                    "library": laptop.log.library,
                    "public_key": headquarters.identity.public_key,
                    **changes,
                }
            )


def test_long_news_come_in_several_batches(laptop, headquarters):
    told(headquarters, laptop, 4, payload={"document": "d", "text": "x" * 600_000})
    first = laptop.fetch_down()
    assert (len(first.entries), first.head.seq) == (1, 4)
    second = laptop.fetch_down(first.last)
    assert second.entries[0].seq == 2


def test_what_a_laptop_has_applied_is_noted(laptop, headquarters):
    entries = told(headquarters, laptop, 3)
    assert behind(headquarters, laptop) == 3
    assert acknowledge(laptop, entries[1].position).status_code == 204
    assert behind(headquarters, laptop) == 1


def test_a_place_that_headquarters_does_not_know_is_refused(laptop, headquarters):
    told(headquarters, laptop)
    unknown = Position(1, "a" * 64)
    answer = laptop.client.get(
        "/v1/sync/down", params={"after": 1, "hash": unknown.hash}, headers=laptop.permission
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "down.unknown")
    assert acknowledge(laptop, unknown).json()["code"] == "down.unknown"
    assert acknowledge(laptop, Position(7, "a" * 64)).json()["code"] == "down.unknown"


def test_hello_tells_from_where_to_go_on_when_headquarters_lost_the_rest(laptop, headquarters):
    entries = told(headquarters, laptop, 3)
    laptop.down_seen = [entry.position for entry in entries[:2]]
    laptop.down = Position(9, "b" * 64)  # told before headquarters was brought back from a backup
    laptop.down_seen.append(laptop.down)
    reply = laptop.hello()
    assert reply.down_resume == entries[1].position
    assert reply.down_have == entries[2].position


def test_wishes_for_files_are_told_with_the_hello_until_they_are_here(laptop, headquarters):
    document = laptop.log.document(b"%PDF wanted")
    laptop.send_all()
    told(headquarters, laptop, entity="blob", kind="want", payload={"document": document, "tier": 5})
    told(
        headquarters,
        laptop,
        entity="blob",
        kind="want",
        payload={"document": "d", "sha256s": ["c" * 64, "no"]},
    )
    assert len(laptop.hello().wants) == 2
    import hashlib

    sha256 = hashlib.sha256(b"%PDF wanted").hexdigest()
    answer = laptop.client.patch(
        f"/v1/blobs/{sha256}",
        content=b"%PDF wanted",
        headers={
            "Upload-Offset": "0",
            "Upload-Length": "11",
            "Content-Type": "application/octet-stream",
            **laptop.permission,
        },
    )
    assert answer.status_code == 204
    assert laptop.hello().wants == ("c" * 64,)


def test_what_was_said_about_an_erased_document_is_gone_and_the_chain_is_whole(laptop, headquarters):
    told(headquarters, laptop, 2)
    told(
        headquarters,
        laptop,
        entity="document",
        kind="erase",
        payload={"document": "document-1", "request": "r"},
    )
    with headquarters.database.transaction() as session:
        assert erase_payloads(session, laptop.team, "document-1") == 2
    batch = verified(headquarters, laptop, laptop.fetch_down())
    assert [entry.payload is None for entry in batch.entries] == [True, True, False]


def test_words_said_at_the_same_time_get_a_place_each(laptop, headquarters):
    threads = [threading.Thread(target=told, args=(headquarters, laptop, 4)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [entry.seq for entry in laptop.fetch_down().entries] == list(range(1, 17))


def test_another_teams_news_stay_with_it(laptop, foreign_laptop, headquarters):
    entries = told(headquarters, laptop)
    assert foreign_laptop.fetch_down().entries == ()
    answer = foreign_laptop.client.get(
        "/v1/sync/down",
        params={"after": 1, "hash": entries[0].hash},
        headers=foreign_laptop.permission,
    )
    assert answer.status_code == 409


@pytest.mark.parametrize(
    "query", ["after=-1&hash=" + "0" * 64, "after=1", "after=0&hash=xyz", "after=1&hash=" + "0" * 64]
)
def test_a_place_that_is_none_is_refused(laptop, query):
    answer = laptop.client.get(f"/v1/sync/down?{query}", headers=laptop.permission)
    assert (answer.status_code, answer.json()["code"]) == (422, "request.malformed")


def test_changed_words_do_not_follow_from_their_signature(laptop, headquarters):
    told(headquarters, laptop)
    batch = laptop.fetch_down()
    with pytest.raises(WireError):
        verified(headquarters, laptop, replace(batch, signature=bytes(64)))
