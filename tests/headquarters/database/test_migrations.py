"""The migrations make exactly the tables that the program works with."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from headquarters import tables
from headquarters.database import Database


def test_the_tables_are_those_that_the_program_declares(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.Base.metadata) == []


def test_a_new_database_has_the_newest_tables(database):
    assert database.revision() == Database.newest_revision()


def test_bringing_tables_up_to_date_twice_changes_nothing(database):
    database.upgrade()
    assert database.revision() == Database.newest_revision()
