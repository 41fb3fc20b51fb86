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
        session.execute(text("UPDATE alembic_version SET version_num = '0005'"))
    database.upgrade()
    with database.transaction() as session:
        assert find(session, team, "usehol").total == 1
