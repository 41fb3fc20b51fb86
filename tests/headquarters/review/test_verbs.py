"""What reviewers do stands at headquarters, goes down to the laptop, and is in the audit log."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from headquarters import audit
from headquarters.devices.tables import Device
from headquarters.down.tables import DownRow
from headquarters.errors import NoSuchThingError, NotAllowedError
from headquarters.people.roles import Role
from headquarters.records.tables import Conflict, Document, LineCorrection, Page, PageReading
from headquarters.review import correcting, erasing, resolving, reviewing
from headquarters.review.errors import ChangedMeanwhileError, ErasedError, ReviewError
from headquarters.review.settings import change_settings
from headquarters.review.tables import Erasure
from headquarters.search.finding import find
from headquarters.search.tables import SearchText
from headquarters.sync.tables import EntryRow
from headquarters.teams import add_team
from tests.headquarters.field import FieldLaptop
from tests.headquarters.persons import add_person, signed_in
from tests.headquarters.records.test_applying import conflicts, lines, record


@pytest.fixture
def session(database):
    with database.transaction() as opened:
        yield opened


@pytest.fixture
def team(session, clock):
    return add_team(session, "Kakuma", clock).id


@pytest.fixture
def laptop(session, team, clock):
    return FieldLaptop.joined(session, team, clock.now())


@pytest.fixture
def document(laptop):
    document = laptop.add()
    document.read("Nmae: Amina", "Age: 30", confidence=0.6)
    laptop.send()
    return document


@pytest.fixture
def person(session, team, clock):
    return signed_in(session, add_person(session, team, Role.ADMIN, clock.now()), clock.now())[1]


@pytest.fixture
def correct(session, person, document, clock):
    def make(line="0", text="Name: Amina", previous=None, **words):
        return correcting.correct_line(
            session,
            person,
            document.id,
            document.pages[0],
            line,
            text=text,
            previous=previous,
            now=clock.now(),
            **words,
        )

    return make


def told(session):
    rows = session.scalars(select(DownRow).order_by(DownRow.seq))
    return [(f"{row.entity}/{row.kind}", row.payload and json.loads(row.payload)) for row in rows]


def actions(session):
    return [entry.action for entry in audit.every(session)]


def test_a_correction_stands_is_found_and_goes_down(session, team, document, correct):
    made = correct(previous="Nmae: Amina", reason="typing mistake")
    assert lines(session, document) == ["Name: Amina", "Age: 30"]
    assert find(session, team, "name amina").total == 1
    ((name, payload),) = told(session)
    assert name == "correction/text"
    assert payload == {
        "document": document.id,
        "page": document.pages[0],
        "reading": document.readings[0],
        "line": "0",
        "previous": "Nmae: Amina",
        "text": "Name: Amina",
        "reason": "typing mistake",
    }
    assert session.get(LineCorrection, (team, made.id)).by_hq
    assert actions(session) == ["record.corrected"]
    assert "Amina" not in json.dumps([entry.to_json() for entry in audit.every(session)])


def test_a_line_that_changed_meanwhile_is_not_overwritten(session, laptop, document, correct):
    document.correct("0", "Name: Aminata")
    laptop.send()
    with pytest.raises(ChangedMeanwhileError):
        correct(previous="Nmae: Amina")
    assert told(session) == []


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 10_001])
def test_a_line_needs_a_text_that_it_can_hold(correct, text):
    with pytest.raises(ReviewError):
        correct(text=text)


def test_saying_that_a_line_is_right_takes_its_doubt_away(session, document, correct):
    correct(text="Nmae: Amina")
    assert record(session, document).doubtful_lines == 1


def test_the_laptop_confirms_what_it_was_told(session, team, laptop, document, correct):
    made = correct()
    document.change(
        "text", ["0"], [("0", "Name: Amina")], correction_id=made.id, author="hq:admin@example.org"
    )
    laptop.send()
    session.refresh(made)
    assert made.confirmed_at is not None
    assert (lines(session, document)[0], conflicts(session)) == ("Name: Amina", [])
    assert not record(session, document).changed_since


def test_headquarters_counts_more_than_the_field_and_both_are_kept(session, laptop, document, correct):
    correct()
    document.correct("0", "Nome: Amina")
    laptop.send()
    assert lines(session, document)[0] == "Name: Amina"
    (conflict,) = conflicts(session)
    assert (conflict.kind, conflict.kept_text, conflict.other_text) == (
        "hq-field",
        "Name: Amina",
        "Nome: Amina",
    )


def test_the_field_saying_the_same_is_no_conflict(session, laptop, document, correct):
    correct()
    document.correct("0", "Name: Amina")
    laptop.send()
    assert conflicts(session) == []


def test_the_field_taking_back_what_headquarters_said_is_a_conflict(session, laptop, document, correct):
    made = correct()
    document.change("undo", [], [], about=made.id)
    laptop.send()
    assert lines(session, document)[0] == "Name: Amina"
    assert conflicts(session)[0].kind == "undone"


def test_a_line_that_the_field_split_meanwhile_shows_both_versions(session, laptop, document, correct):
    correct()
    document.change("split", ["0"], [("a", "Nmae:"), ("b", "Amina")])
    laptop.send()
    assert lines(session, document) == ["Nmae:", "Amina", "Age: 30"]
    (conflict,) = conflicts(session)
    assert (conflict.kind, conflict.other_text) == ("structure", "Name: Amina")


def test_what_a_laptop_carried_over_to_a_new_reading_stays_a_word_of_headquarters(
    session, laptop, document, correct
):
    made = correct()
    document.read("Narne: Amina", "Age: 30")
    document.change("text", ["0"], [("0", "Name: Amina")], carried_from=made.id)
    document.correct("0", "Nome")
    laptop.send()
    assert lines(session, document)[0] == "Name: Amina"
    assert conflicts(session)[0].kind == "hq-field"


def test_what_a_laptop_cannot_apply_is_told(session, laptop, document, correct):
    made = correct()
    laptop.note("correction", made.id, "not-applied", {"reason": "the line is gone"}, document=document.id)
    laptop.send()
    session.refresh(made)
    assert made.refused == "the line is gone"
    assert conflicts(session)[0].kind == "not-applied"


@pytest.mark.parametrize(
    ("choice", "text", "stands"),
    [("kept", "", "Name: Amina"), ("other", "", "Nome: Amina"), ("text", "Name: A.", "Name: A.")],
)
def test_a_conflict_is_settled_as_the_reviewer_chooses(
    session, person, laptop, document, correct, clock, choice, text, stands
):
    correct()
    document.correct("0", "Nome: Amina")
    laptop.send()
    (conflict,) = conflicts(session)
    resolving.resolve(session, person, conflict.id, choice, text=text, now=clock.now())
    assert lines(session, document)[0] == stands
    assert record(session, document).open_conflicts == 0
    with pytest.raises(ReviewError):
        resolving.resolve(session, person, conflict.id, choice, text=text, now=clock.now())


def test_what_is_returned_needs_a_reason_and_comes_back_when_the_field_has_done_something(
    session, person, laptop, document, clock
):
    with pytest.raises(ReviewError):
        reviewing.review(session, person, document.id, "returned", now=clock.now())
    reviewing.review(session, person, document.id, "returned", reason="Photo of page 2", now=clock.now())
    assert told(session) == [("document/review", {"state": "returned", "reason": "Photo of page 2"})]
    row = record(session, document)
    assert (row.hq_state, row.changed_since) == ("returned", False)
    document.say("reviewed", {"state": "approved", "reason": "", "by": "Juma", "at": ""})
    laptop.send()
    session.refresh(row)
    assert (row.hq_state, row.field_state, row.changed_since) == ("returned", "approved", True)


def test_a_comment_is_found_and_goes_down(session, team, person, document, clock):
    reviewing.comment(session, person, document.id, "Ask for the ration card", now=clock.now())
    assert find(session, team, "ration").found[0].kind == "comment"
    assert told(session)[0][1] == {"document": document.id, "text": "Ask for the ration card"}


def test_page_images_are_asked_for_once(session, person, document, clock):
    assert len(reviewing.ask_for_images(session, person, document.id, now=clock.now())) == 1
    assert reviewing.ask_for_images(session, person, document.id, now=clock.now()) == []
    ((name, payload),) = told(session)
    assert (name, payload["document"], len(payload["sha256s"])) == ("blob/want", document.id, 1)


# Erasure.


def test_what_is_erased_is_gone_everywhere_and_cannot_come_back(
    session, team, person, laptop, document, clock, correct
):
    correct()
    reviewing.comment(session, person, document.id, "Amina called", now=clock.now())
    erasing.request_erasure(session, person, document.id, reason="She asked for it", now=clock.now())
    for table in (Page, PageReading, LineCorrection, SearchText, Conflict):
        assert session.scalars(select(table)).all() == []
    row = record(session, document)
    session.refresh(row)
    assert (row.name, row.sha256, row.erased_at) == ("", None, clock.now())
    assert [name for name, payload in told(session) if payload] == ["document/erase"]
    document.correct("0", "Amina again")
    document.read("Amina again")
    laptop.send()
    assert session.scalars(select(LineCorrection)).all() == []
    assert find(session, team, "amina").total == 0
    with pytest.raises(ErasedError):
        correct()


def test_an_erasure_is_confirmed_by_the_laptop(session, person, laptop, document, clock):
    erasure = erasing.request_erasure(session, person, document.id, reason="Asked", now=clock.now())
    assert erasure.confirmed_at is None
    document.say("purged", {"request": erasure.id})
    laptop.send()
    session.expire_all()
    assert session.get(Erasure, (erasure.team_id, erasure.id)).confirmed_at is not None


def test_an_erasure_is_confirmed_once_every_copy_of_the_library_has_removed_the_record(
    session, person, laptop, document, clock
):
    copy = laptop.cloned()
    with_copy(session, laptop, copy)
    erasure = erasing.request_erasure(session, person, document.id, reason="Asked", now=clock.now())
    document.say("purged", {"request": erasure.id})
    laptop.send()
    session.expire_all()
    assert session.get(Erasure, (erasure.team_id, erasure.id)).confirmed_at is None
    copy.note("document", document.id, "purged", {"request": erasure.id}, document=document.id)
    copy.send()
    session.expire_all()
    assert session.get(Erasure, (erasure.team_id, erasure.id)).confirmed_at is not None


def test_a_copy_that_was_shut_out_has_no_say_in_an_erasure(session, person, laptop, document, clock):
    copy = laptop.cloned()
    with_copy(session, laptop, copy).revoked_at = clock.now()
    erasure = erasing.request_erasure(session, person, document.id, reason="Asked", now=clock.now())
    document.say("purged", {"request": erasure.id})
    laptop.send()
    session.expire_all()
    assert session.get(Erasure, (erasure.team_id, erasure.id)).confirmed_at is not None


def test_a_copy_that_never_had_the_record_is_not_waited_for(session, person, laptop, clock):
    with_copy(session, laptop, laptop.cloned())
    document = laptop.add("later.jpg")
    laptop.send()
    erasure = erasing.request_erasure(session, person, document.id, reason="Asked", now=clock.now())
    document.say("purged", {"request": erasure.id})
    laptop.send()
    session.expire_all()
    assert session.get(Erasure, (erasure.team_id, erasure.id)).confirmed_at is not None


def test_nobody_says_that_a_record_is_gone_from_a_laptop_that_was_stolen(
    session, person, laptop, document, clock
):
    session.get_one(Device, laptop.stream.opened_by).revoked_at = clock.now()
    erasure = erasing.request_erasure(session, person, document.id, reason="Asked", now=clock.now())
    assert erasure.confirmed_at is None


def with_copy(session, laptop, copy):
    """Return the device, as it is known after its hello, of a copy of a laptop."""
    former = session.get_one(Device, laptop.stream.opened_by)
    device = Device(
        id="copy",
        team_id=former.team_id,
        library_id=former.library_id,
        library_device="copy",
        epoch=1,
        name="Copy",
        app="1.0",
        public_key="copy",
        enrolled_at=former.enrolled_at,
        former_id=former.id,
        last_seen_at=former.last_seen_at,
        stream_id=copy.stream.id,
        tip_seq=0,
        down_seq=0,
    )
    session.add(device)
    session.flush()
    return device


def test_only_an_admin_erases(session, team, document, clock):
    reviewer = signed_in(session, add_person(session, team, Role.REVIEWER, clock.now()), clock.now())[1]
    with pytest.raises(NotAllowedError):
        erasing.request_erasure(session, reviewer, document.id, reason="x", now=clock.now())


def test_what_a_laptop_removed_is_erased_when_its_time_is_over(session, person, laptop, document, clock):
    change_settings(session, person, keep_removed_days=7, keep_records_days=None)
    document.say("purged")
    laptop.send()
    row = record(session, document)
    moment = row.removed_at
    assert erasing.keep_to_retention(session, moment + timedelta(days=6)) == 0
    assert erasing.keep_to_retention(session, moment + timedelta(days=8)) == 1
    assert session.get(Document, (row.team_id, row.id)).name == ""
    assert erasing.keep_to_retention(session, moment + timedelta(days=9)) == 0


def test_a_team_that_never_changed_its_settings_keeps_what_was_removed_for_as_long_as_it_is_shown(
    session, laptop, document
):
    document.say("purged")
    laptop.send()
    moment = record(session, document).removed_at
    assert erasing.keep_to_retention(session, moment + timedelta(days=29)) == 0
    assert erasing.keep_to_retention(session, moment + timedelta(days=31)) == 1


def test_nobody_does_anything_to_another_teams_records(session, document, clock):
    other = add_team(session, "Dadaab", clock).id
    stranger = signed_in(session, add_person(session, other, Role.ADMIN, clock.now()), clock.now())[1]
    now = clock.now()
    for verb in (
        lambda: reviewing.review(session, stranger, document.id, "approved", now=now),
        lambda: reviewing.comment(session, stranger, document.id, "x", now=now),
        lambda: reviewing.ask_for_images(session, stranger, document.id, now=now),
        lambda: erasing.request_erasure(session, stranger, document.id, reason="x", now=now),
        lambda: correcting.correct_line(
            session, stranger, document.id, document.pages[0], "0", text="x", previous=None, now=now
        ),
    ):
        with pytest.raises(NoSuchThingError):
            verb()


def test_payloads_in_the_log_are_gone_after_an_erasure(session, person, document, clock):
    assert None not in set(session.scalars(select(EntryRow.payload)))
    erasing.request_erasure(session, person, document.id, reason="Asked", now=clock.now())
    assert set(session.scalars(select(EntryRow.payload))) == {None}
