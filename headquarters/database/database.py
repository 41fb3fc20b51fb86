"""An open database: its connections, its transactions, and bringing its tables up to date.

One transaction is one ``with database.transaction() as session``. What was written in it is on the disk
when the block ends, and not before: an endpoint answers after its block.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import sqlalchemy
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from engine.errors import ExitCode
from headquarters.errors import BusyError, ConfigurationError

MIGRATIONS = Path(__file__).parent / "migrations"
UPGRADE_LOCK = 7_263_548_190_115_002
"""Number of the lock that lets one process at a time change tables."""

SESSION_OPTIONS = (
    "-c synchronous_commit=on -c timezone=UTC -c lock_timeout=20s"
    " -c statement_timeout=60s -c idle_in_transaction_session_timeout=120s"
)
"""A commit is on the disk when it returns, whatever the server's own default; nothing waits forever."""


class DatabaseUnreachableError(BusyError):
    """The database does not answer."""

    code = "database.unreachable"
    exit_code = ExitCode.LIBRARY


class Database:
    """The database of headquarters.

    Args:
        url: Of a PostgreSQL database, such as ``postgresql://user:password@host/name``.
        connections: How many are kept open.
        more: How many further ones are opened for a while when all are busy.
    """

    def __init__(self, url: str, *, connections: int = 16, more: int = 8) -> None:
        self.url = driver_url(url)
        self.engine: Engine = create_engine(
            self.url,
            pool_size=connections,
            max_overflow=more,
            pool_timeout=20,
            pool_use_lifo=True,
            pool_recycle=3600,
            hide_parameters=True,  # they are people's data, and errors go to a log
            connect_args={
                "options": SESSION_OPTIONS,
                "connect_timeout": 10,
                "application_name": "sanduku",
                "prepare_threshold": 2,
            },
        )
        self._autocommit = self.engine.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Open a session for one transaction, which is durable when the block ends without an error."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def alone(self, number: int) -> Iterator[bool]:
        """Hold a lock that one process at a time can hold while the block lasts; yields whether it is held.

        Args:
            number: Of the lock.
        """
        with self.engine.connect() as connection, connection.begin():
            connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
            yield bool(connection.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": number}))

    @contextmanager
    def in_turn(self, number: int) -> Iterator[None]:
        """Wait for a lock that one process at a time can hold, and hold it while the block lasts.

        Args:
            number: Of the lock.

        Raises:
            OperationalError: Somebody else holds it for longer than anybody waits.
        """
        with self.engine.connect() as connection, connection.begin():
            connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": number})
            yield

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection whose statements stand each for itself, without a transaction around them."""
        with self.engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def looking(self) -> Iterator[Session]:
        """Open a session that reads, each statement for itself; it takes a connection with the first.

        A request that waits for a thread holds none meanwhile: all of them would else be with requests that
        wait, and every thread with one that waits for them.
        """
        with Session(self._autocommit) as session:
            yield session

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """Open a session that sees one moment throughout, and writes nothing."""
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with (
            self.engine.connect().execution_options(**options) as connection,
            connection.begin(),
            Session(connection) as session,
        ):
            yield session

    def check(self) -> None:
        """Ask the database for a sign of life; raises DatabaseUnreachableError."""
        try:
            with self.engine.connect() as connection:
                connection.execute(text("SELECT 1"))
        except (OperationalError, sqlalchemy.exc.TimeoutError) as error:
            raise DatabaseUnreachableError(
                "The database does not answer.",
                remedy="Look whether PostgreSQL runs and DATABASE_URL is right.",
            ) from error

    def upgrade(self) -> None:
        """Bring the tables up to date; processes that start together wait for each other."""
        self.check()
        with self.engine.connect() as connection:
            connection.detach()  # its lock and its time limits end with it, however this process ends
            connection.execute(text("SET lock_timeout = 0"))
            connection.execute(text("SET statement_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": UPGRADE_LOCK})
            connection.commit()
            command.upgrade(_alembic(connection), "head")
            connection.commit()

    def revision(self) -> str | None:
        """Return which migration the tables have, None for none."""
        with self.engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()

    @staticmethod
    def newest_revision() -> str:
        """Return which migration this program's tables have."""
        head = ScriptDirectory.from_config(_alembic(None)).get_current_head()
        assert head is not None
        return head

    def connections_in_use(self) -> int:
        """Return how many connections are in use at this moment."""
        pool = self.engine.pool
        return pool.checkedout() if isinstance(pool, QueuePool) else 0

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def driver_url(url: str) -> URL:
    """Return a URL as the driver wants it; raises ConfigurationError if it names no PostgreSQL database."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise ConfigurationError(
            "DATABASE_URL cannot be understood.", remedy="Write postgresql://user:password@host/name."
        ) from error
    if parsed.get_backend_name() not in ("postgresql", "postgres"):
        raise ConfigurationError(
            f"DATABASE_URL names a {parsed.get_backend_name()} database.",
            remedy="Headquarters keeps its data in PostgreSQL and in nothing else.",
        )
    return parsed.set(drivername="postgresql+psycopg")


def _alembic(connection: sqlalchemy.Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
