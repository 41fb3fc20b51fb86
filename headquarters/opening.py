"""Puts a headquarters together from its settings, and takes it apart again."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy import select

from headquarters.blobs.spool import Spool
from headquarters.blobs.store import BlobStore
from headquarters.clock import Clock, SystemClock
from headquarters.database import Database, EmbeddedPostgres
from headquarters.errors import ConfigurationError
from headquarters.identity import Identity, load_identity
from headquarters.parts import Headquarters
from headquarters.settings import HeadquartersSettings
from headquarters.teams import Installation

EMBEDDED_NAME = "headquarters"


@contextmanager
def opened_database(settings: HeadquartersSettings, *, upgrade: bool = True) -> Iterator[Database]:
    """Open the database that the settings name, or the embedded one.

    Args:
        settings: Of the headquarters.
        upgrade: Whether to bring its tables up to date first.

    Raises:
        ConfigurationError: It cannot be opened as it is set up.
        DatabaseUnreachableError: It does not answer.
    """
    with ExitStack() as closing:
        url = settings.database_url
        if not url:
            settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            server = EmbeddedPostgres(settings.embedded_folder)
            server.start()
            closing.callback(server.stop)
            make_database(server, EMBEDDED_NAME)
            url = server.url(EMBEDDED_NAME)
        database = closing.enter_context(Database(url))
        if upgrade:
            database.upgrade()
        yield database


def make_database(server: EmbeddedPostgres, name: str, template: str = "template1") -> None:
    """Make a database in an embedded server if there is none of that name."""
    import psycopg
    from psycopg import sql

    with psycopg.connect(server.url(), autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone() is None:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(template)
                )
            )


@contextmanager
def opened_headquarters(
    settings: HeadquartersSettings, *, clock: Clock | None = None
) -> Iterator[Headquarters]:
    """Open a headquarters; raises ConfigurationError or DatabaseUnreachableError."""
    clock = clock or SystemClock()
    if settings.restoring.exists():
        raise ConfigurationError(
            "A restore of this headquarters was not finished.",
            which=str(settings.restoring),
            remedy="Restore it once more, into a new database and a new data folder.",
        )
    identity = load_identity(settings.identity_file, settings.identity)
    with opened_database(settings) as database:
        yield assembled(settings, identity, database, clock)


def assembled(
    settings: HeadquartersSettings, identity: Identity, database: Database, clock: Clock
) -> Headquarters:
    """Return a headquarters over an open database; raises ConfigurationError if that is another's."""
    return Headquarters(
        settings=settings,
        identity=identity,
        epoch=_epoch(database, identity, clock),
        database=database,
        spool=Spool(settings.spool),
        blobs=BlobStore.at(settings.blobs or settings.data / "blobs"),
        clock=clock,
    )


def _epoch(database: Database, identity: Identity, clock: Clock) -> int:
    """Return the epoch of the installation, which is noted when its database is first used."""
    with database.transaction() as session:
        row = session.scalar(select(Installation).with_for_update())
        if row is None:
            row = Installation(number=1, hq_id=identity.hq_id, epoch=1, created_at=clock.now())
            session.add(row)
        if row.hq_id != identity.hq_id:
            raise ConfigurationError(
                "The database belongs to another headquarters than the keys.",
                which="identity.json",
                remedy="Bring the right keys back from a backup, or name the right database in DATABASE_URL.",
            )
        return row.epoch
