"""What comes down from headquarters is applied once, and never at the cost of what the field said."""

import itertools
import json

import pytest

from engine.library import Library
from engine.library.arrivals import Arrival
from engine.library.team import NewTeam, Place

GONE = "0" * 64


@pytest.fixture
def joined(library: Library) -> Library:
    team = NewTeam("hq1", "t1", "Team", ("https://hq.example.org",), bytes(32), "age1x", "", "CODE-CODE")
    library.exchange.team.join(team, lambda: bytes(32))
    library.exchange.team.joined("device1", library.device_id)
    return library


@pytest.fixture
def send():
    numbers = itertools.count(1)

    def send(library, entity, kind, payload, *, document=None, name=None, entity_id="about"):
        seq = next(numbers)
        arrival = Arrival(
            seq=seq, id=name or f"down{seq}", at="2026-11-21T10:00:00.000Z", author="Rita", entity=entity,
            entity_id=entity_id, document_id=document, kind=kind, payload=payload, hash=f"{seq:064x}",
        )  # fmt: skip
        return library.exchange.arrivals.apply(arrival)

    return send


@pytest.fixture
def page(joined, add, read_all):
    """A page with two lines, and where it is."""
    document = add(joined)
    read_all(joined, "Amina Yusuf", "Goma")
    row = joined.connection.row(
        "SELECT pages.id AS page, readings.id AS reading FROM pages"
        " JOIN readings ON readings.number = reading"
    )
    return {"document": document, "page": row["page"], "reading": row["reading"]}


def correction(page, text, *, previous="Amina Yusuf", line="0", **changes):
    return {**page, "line": line, "previous": previous, "text": text, "reason": "", **changes}


def texts(library, page):
    return [line.text for line in library.readings.required(page["page"]).reading.lines]


def changes(library, entity, kind):
    return [each for each in library.changes.since(0) if (each.entity, each.kind) == (entity, kind)]


def test_a_correction_stands_under_its_own_id(joined, page, send):
    outcome = send(joined, "correction", "text", correction(page, "Amina Yussuf"), entity_id="c77")
    assert (outcome.name, texts(joined, page)) == ("applied", ["Amina Yussuf", "Goma"])
    (made,) = joined.readings.history(page["page"])
    assert (made.id, made.author) == ("c77", "hq:Rita")
    assert joined.exchange.words.conflicts() == []


def test_what_the_field_said_meanwhile_is_kept_beside(joined, page, send):
    joined.readings.correct_line(page["page"], 0, "Amina Yusef", author="Amina")
    outcome = send(joined, "correction", "text", correction(page, "Amina Yussuf"), entity_id="c77")
    assert (outcome.name, texts(joined, page)[0]) == ("conflict", "Amina Yussuf")
    (conflict,) = joined.exchange.words.conflicts()
    assert (conflict.field_text, conflict.hq_text, conflict.previous) == (
        "Amina Yusef", "Amina Yussuf", "Amina Yusuf",
    )  # fmt: skip


def test_a_conflict_may_be_settled_for_the_field(joined, page, send):
    joined.readings.correct_line(page["page"], 0, "Amina Yusef", author="Amina")
    send(joined, "correction", "text", correction(page, "Amina Yussuf"), entity_id="c77")
    (conflict,) = joined.exchange.words.conflicts()
    joined.exchange.words.resolve(conflict.id, "field")
    assert texts(joined, page)[0] == "Amina Yusef"
    assert joined.exchange.words.conflicts() == []
    assert joined.exchange.words.conflicts(resolved=True)[0].resolved == "field"


def test_the_field_and_headquarters_may_say_the_same(joined, page, send):
    joined.readings.correct_line(page["page"], 0, "Amina Yussuf", author="Amina")
    outcome = send(joined, "correction", "text", correction(page, "Amina Yussuf"), entity_id="c77")
    assert outcome.name == "applied"
    assert joined.exchange.words.conflicts() == []
    assert joined.readings.history(page["page"])[-1].id == "c77"


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (lambda library, page: library.readings.delete_line(page["page"], 0, author="Amina"), "line-gone"),
        (lambda library, page: page.update(reading="another"), "read-anew"),
    ],
)
def test_a_correction_of_what_is_no_longer_there_is_kept_and_told(joined, page, send, prepare, reason):
    prepare(joined, page)
    before = texts(joined, page)
    outcome = send(joined, "correction", "text", correction(page, "Amina Yussuf"), entity_id="c77")
    assert (outcome.name, outcome.reason, texts(joined, page)) == ("not-applied", reason, before)
    assert joined.exchange.words.conflicts()[0].reason == reason
    (told,) = changes(joined, "correction", "not-applied")
    assert (told.entity_id, told.payload["reason"]) == ("c77", reason)


def test_a_correction_in_a_removed_document_is_told(joined, page, send):
    joined.trash.put(page["document"])
    joined.trash.purge(page["document"])
    outcome = send(joined, "correction", "text", correction(page, "x"), document=page["document"])
    assert outcome.reason == "document-gone"


def test_an_entry_counts_once_whatever_its_number(joined, page, send):
    send(joined, "correction", "text", correction(page, "One"), name="same", entity_id="c77")
    joined.readings.correct_line(page["page"], 0, "Two", author="Amina")
    assert send(joined, "correction", "text", correction(page, "One"), name="same", entity_id="c77") is None
    assert texts(joined, page)[0] == "Two"
    assert joined.exchange.team.required().down.seq == 2


def test_a_returned_document_is_to_be_checked_again(joined, page, send):
    send(joined, "document", "review", {"state": "approved", "reason": ""}, document=page["document"])
    send(joined, "document", "review", {"state": "returned", "reason": "Blurred."}, document=page["document"])
    document = joined.documents.get(page["document"])
    assert (document.review.state.value, document.review.reason) == ("none", "Blurred.")
    assert document.shelf.value == "to-check"
    assert joined.exchange.words.review_of(page["document"]).state == "returned"


def test_an_approval_of_headquarters_stands(joined, page, send):
    send(joined, "document", "review", {"state": "approved", "reason": ""}, document=page["document"])
    document = joined.documents.get(page["document"])
    assert (document.review.state.value, document.review.by) == ("approved", "hq:Rita")


def test_an_erasure_leaves_nothing_but_its_confirmation(joined, page, send, add):
    sha256 = joined.connection.value("SELECT sha256 FROM documents")
    joined.readings.correct_line(page["page"], 0, "Amina Yusef", author="Amina")
    send(joined, "correction", "text", correction(page, "Secret"), document=page["document"])
    outcome = send(joined, "document", "erase", {"request": "r1", "reason": ""}, document=page["document"])
    assert outcome.name == "applied"
    assert joined.connection.value("SELECT count(*) FROM documents") == 0
    assert not joined.files.has(sha256)
    about = [each for each in joined.changes.since(0) if each.document_id == page["document"]]
    assert [each.payload for each in about if each.payload is not None] == [{"request": "r1"}]
    assert about[-1].kind == "purged"
    kept = joined.connection.rows("SELECT payload FROM arrivals WHERE payload IS NOT NULL")
    assert "Secret" not in json.dumps([row[0] for row in kept])
    assert joined.exchange.words.conflicts() == []
    assert joined.changes.verify_chain() == []


def test_an_erasure_of_what_is_gone_already_is_confirmed(joined, page, send):
    joined.trash.put(page["document"])
    joined.trash.purge(page["document"])
    send(joined, "document", "erase", {"request": "r1"}, document=page["document"])
    assert changes(joined, "document", "purged")[-1].payload == {"request": "r1"}


def test_what_is_not_known_is_kept(joined, send):
    outcome = send(joined, "weather", "rain", {"millimetres": 3})
    assert (outcome.name, outcome.reason) == ("kept", "unknown-kind")
    assert joined.exchange.arrivals.latest()[0].arrival.payload == {"millimetres": 3}


@pytest.mark.parametrize(
    ("entity", "kind", "payload"),
    [
        ("correction", "text", {}),
        ("correction", "text", {"page": 7}),
        ("document", "review", {"state": "splendid"}),
        ("document", "erase", {"request": None}),
        ("settings", "set", {"pages.max_pages": {"a": 1}}),
        ("pack", "offer", {"name": "x", "version": "1", "files": [{"name": "a"}]}),
        ("blob", "want", {"crop": {"page": "x", "quad": [[1, 2]]}}),
        ("blob", "want", {"sha256s": ["nothing"]}),
        ("comment", "added", {"text": 3}),
    ],
)
def test_what_has_no_sense_holds_nothing_up(joined, page, send, entity, kind, payload):
    outcome = send(joined, entity, kind, payload, document=page["document"])
    assert outcome.name == "not-applied"
    assert send(joined, "comment", "added", {"text": "Hello"}, document=page["document"]).name == "applied"
    assert joined.changes.verify_chain() == []


def test_a_remark_waits_to_be_seen(joined, page, send):
    send(joined, "comment", "added", {"text": "Whose is this?"}, document=page["document"])
    assert [each.text for each in joined.exchange.words.comments(unseen=True)] == ["Whose is this?"]
    joined.exchange.words.see_comments(page["document"])
    assert joined.exchange.words.comments(unseen=True) == []


def test_a_pack_that_is_offered_waits_for_a_person(joined, send):
    files = [{"name": "pack.json", "size": 3, "sha256": GONE}]
    send(joined, "pack", "offer", {"name": "small", "version": 2, "files": files, "urgent": True})
    (offer,) = joined.exchange.words.offers()
    assert (offer.name, offer.version, offer.urgent, offer.state) == ("small", "2", True, "offered")


def test_headquarters_may_ask_for_the_originals_of_one_document(joined, page, send):
    assert joined.exchange.outbox.files(5, wanted=True) == []
    send(joined, "blob", "want", {"document": page["document"], "tier": 5}, document=page["document"])
    sha256 = joined.connection.value("SELECT sha256 FROM documents")
    assert [file.sha256 for file in joined.exchange.outbox.files(5, wanted=True)] == [sha256]


def test_after_a_rewind_the_same_entries_change_nothing(joined, page, send):
    send(joined, "correction", "text", correction(page, "One"), name="a", entity_id="c77")
    joined.exchange.arrivals.rewind(Place(0, GONE))
    assert joined.exchange.team.required().down.seq == 0
    assert send(joined, "correction", "text", correction(page, "One"), name="a", entity_id="c77") is None
    assert len(joined.readings.history(page["page"])) == 1


def test_what_no_table_takes_is_told_and_does_not_come_again(joined, page, send, caplog):
    send(joined, "correction", "text", correction(page, "Amina Yusuf Ali"), document=page["document"])
    twice = correction(page, "Omar", line="1", previous="Goma")
    outcome = send(joined, "correction", "text", twice, document=page["document"])
    assert (outcome.name, outcome.reason) == ("not-applied", "unusable-payload")
    assert texts(joined, page) == ["Amina Yusuf Ali", "Goma"], "nothing of it was done"
    assert "could not be applied" in caplog.text
    assert "Omar" not in caplog.text
    assert send(joined, "comment", "added", {"text": "Good."}, document=page["document"]).name == "applied"
    assert joined.exchange.team.required().down.seq == 3
    (told,) = changes(joined, "correction", "not-applied")
    assert told.payload["reason"] == "unusable-payload"


@pytest.mark.parametrize("wanted", [7, {"a": 1}, "all"])
def test_a_wish_that_is_none_is_told(joined, page, send, wanted):
    outcome = send(joined, "blob", "want", {"sha256s": wanted}, document=page["document"])
    assert (outcome.name, outcome.reason) == ("not-applied", "unusable-payload")
