"""What people at headquarters decide reaches a real library, and what came of it there reaches them."""

import pytest
from sqlalchemy import select

from engine.settings import Settings
from engine.sync.running import synchronise
from headquarters.people.roles import Role
from headquarters.records.tables import Document, LineCorrection
from headquarters.review import correcting, erasing, reviewing
from headquarters.review.tables import Erasure
from tests.headquarters.persons import add_person, signed_in
from tests.headquarters.test_field_side import fill, invitation, library  # noqa: F401 - fixtures


@pytest.fixture
def person(headquarters, team):
    """Makes somebody with a role, within a session."""

    def make(session, role=Role.REVIEWER):
        now = headquarters.clock.now()
        login = add_person(session, team.id, role, now, login=f"{role.value}-{now.timestamp()}@example.org")
        return signed_in(session, login, now)[1]

    return make


@pytest.fixture
def sent(library):  # noqa: F811
    """A library with one document that headquarters has, and where its first line is."""
    fill(library, "a")
    synchronise(library, Settings())
    row = library.connection.row(
        "SELECT documents.id AS document, pages.id AS page FROM pages"
        " JOIN documents ON documents.number = document"
    )
    return library, row["document"], row["page"]


def test_a_correction_is_known_to_have_arrived(sent, headquarters, person):
    field, document, page = sent
    with headquarters.database.transaction() as session:
        made = correcting.correct_line(
            session, person(session), document, page, "0", text="Amina Yussuf", previous="Amina Yusuf",
            reason="As on the card.", now=headquarters.clock.now(),
        )  # fmt: skip
        made_id = made.id
    assert synchronise(field, Settings()).outcomes.conflicts == 0
    assert field.readings.required(page).reading.lines[0].text == "Amina Yussuf"
    (kept,) = field.readings.history(page)
    assert kept.author.startswith("hq:")
    assert not kept.author.startswith("hq:hq:")
    with headquarters.database.transaction() as session:
        rows = session.scalars(select(LineCorrection).where(LineCorrection.page_id == page)).all()
        assert [(row.id, row.standing, row.refused) for row in rows] == [(made_id, "in-force", "")]
        assert rows[0].confirmed_at is not None
    assert kept.id == made_id


def test_a_returned_record_is_to_be_checked_here(sent, headquarters, person):
    field, document, _ = sent
    with headquarters.database.transaction() as session:
        reviewing.review(
            session, person(session), document, "returned", reason="Blurred.", now=headquarters.clock.now()
        )
    synchronise(field, Settings())
    assert field.documents.get(document).review.reason == "Blurred."
    assert field.exchange.words.review_of(document).state == "returned"


def test_an_erasure_is_confirmed(sent, headquarters, person):
    field, document, _ = sent
    with headquarters.database.transaction() as session:
        erasing.request_erasure(
            session, person(session, Role.ADMIN), document, reason="Asked for on Monday.",
            now=headquarters.clock.now(),
        )  # fmt: skip
    synchronise(field, Settings())
    assert field.connection.value("SELECT count(*) FROM documents") == 0
    with headquarters.database.transaction() as session:
        (erasure,) = session.scalars(select(Erasure))
        assert erasure.confirmed_at is not None
        there = session.scalar(select(Document).where(Document.id == document))
        assert there is None or there.erased_at is not None
