"""The migrations make exactly the tables that the program works with."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from headquarters import tables
from headquarters.database import Database
from headquarters.search.finding import find
from headquarters.teams import add_team
from tests.headquarters.field import FieldLaptop


def test_the_tables_are_those_that_the_program_declares(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.Base.metadata) == []


def test_a_new_database_has_the_newest_tables(database):
    assert database.revision() == Database.newest_revision()


def test_bringing_tables_up_to_date_twice_changes_nothing(database):
    database.upgrade()
    assert database.revision() == Database.newest_revision()


def test_texts_from_before_there_were_ends_of_words_are_found_by_pieces_of_words(database, clock):
    with database.transaction() as session:
        team = add_team(session, "Kakuma", clock).id
        laptop = FieldLaptop.joined(session, team, clock.now())
        laptop.add("form.jpg").read("Household of Amina")
        laptop.send()
    with database.transaction() as session:
        session.execute(text("ALTER TABLE search_texts DROP COLUMN ends"))
        _take_pages_that_failed_away(session)
        session.execute(text("UPDATE alembic_version SET version_num = '0005'"))
    database.upgrade()
    with database.transaction() as session:
        assert find(session, team, "usehol").total == 1


def test_pages_that_failed_before_headquarters_knew_of_such_are_shown_afterwards(database, clock):
    with database.transaction() as session:
        team = add_team(session, "Kakuma", clock).id
        laptop = FieldLaptop.joined(session, team, clock.now())
        form = laptop.add("form.pdf", pages=3)
        form.fail(code="page.damaged", page=1)
        form.fail(code="page.damaged", page=2)
        form.read("Amina", page=2)
        laptop.send()
    with database.transaction() as session:
        _take_pages_that_failed_away(session)
        session.execute(text("UPDATE alembic_version SET version_num = '0006'"))
    database.upgrade()
    with database.transaction() as session:
        problems = session.execute(text("SELECT problem FROM pages ORDER BY page_index")).scalars().all()
        assert problems == ["", "page.damaged", ""]
        assert session.scalar(text("SELECT pages_failed FROM documents")) == 1


def _take_pages_that_failed_away(session):
    session.execute(text("ALTER TABLE pages DROP COLUMN problem"))
    session.execute(text("ALTER TABLE documents DROP COLUMN pages_failed"))
