"""What every test of headquarters stands on: one real PostgreSQL for the run, one database a test.

The server is started once, by whichever worker comes first, in a folder of its own. A template database
has all tables; each test gets a copy of it, which takes some tens of milliseconds.
"""

import hashlib
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from filelock import FileLock
from psycopg import sql

from headquarters.app import create_app
from headquarters.clock import Clock
from headquarters.database import Database, EmbeddedPostgres
from headquarters.identity import Identity
from headquarters.ids import random_id
from headquarters.opening import assembled
from headquarters.parts import Headquarters
from headquarters.serving import server_of
from headquarters.settings import HeadquartersSettings
from headquarters.teams import Team
from tests.headquarters.laptops import Laptop, team_called

PREFIX = "sanduku-hq-"
QUICK = {
    "fsync": "off",  # tests of what survives a power cut start a server of their own
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "200",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "file_copy_method": "clone",
    "max_wal_size": "256MB",
}
TEMPLATE = "template_headquarters"


class SetClock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedPostgres]:
    """A running PostgreSQL with a template database that has all tables."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    # Not below pytest's own folder, which it closes to others at each start: the server is another user's.
    name = PREFIX + hashlib.sha256(str(shared).encode()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir(), name)
    with FileLock(shared / "headquarters.lock"):
        _remove_abandoned(folder)
        folder.mkdir(exist_ok=True)
        server = EmbeddedPostgres(folder / "pg", QUICK)
        server.start()
        with psycopg.connect(server.url(), autocommit=True) as connection:
            made = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (TEMPLATE,)).fetchone()
            if made is None:
                connection.execute("CREATE DATABASE template_draft")
                with Database(server.url("template_draft")) as database:
                    database.upgrade()
                connection.execute(f"ALTER DATABASE template_draft RENAME TO {TEMPLATE}")
    yield server
    with FileLock(shared / "headquarters.lock"):
        server.stop()
        if server.abandoned():
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database_url(cluster: EmbeddedPostgres) -> Iterator[str]:
    """The URL of a database of this test's own, with all tables."""
    name = f"test_{random_id()}"
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(TEMPLATE)
            )
        )
        yield cluster.url(name)
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database with all tables and nothing in them."""
    with Database(database_url) as opened:
        yield opened


@pytest.fixture
def clock() -> SetClock:
    """The time at headquarters."""
    return SetClock()


@pytest.fixture(scope="session")
def identity() -> Identity:
    """The keys of headquarters."""
    return Identity.new()[0]


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> HeadquartersSettings:
    """How this test's headquarters is set up."""
    return HeadquartersSettings(
        data=tmp_path / "headquarters",
        database_url=database_url,
        urls=("https://hq.example",),
        secure_cookies=False,
        requests_per_minute=100_000,
        strangers_per_minute=100_000,
    )


@pytest.fixture
def headquarters(
    settings: HeadquartersSettings, identity: Identity, database: Database, clock: Clock
) -> Headquarters:
    """An open headquarters over a database of its own."""
    return assembled(settings, identity, database, clock)


@pytest.fixture
def app(headquarters: Headquarters) -> FastAPI:
    """Its application."""
    return create_app(headquarters)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """Speaks to the application without a network."""
    with TestClient(app, base_url="https://hq.example", raise_server_exceptions=False) as opened:
        yield opened


def _remove_abandoned(own: Path) -> None:
    """Stop the servers of test runs that were killed, and remove their folders."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/"):
        noted = folder / "pg.users"
        if folder == own or not noted.exists() or time.time() - noted.stat().st_mtime < 120:
            continue  # nobody's business, or one that ends or begins just now
        server = EmbeddedPostgres(folder / "pg")
        if server.abandoned():
            if (folder / "pg" / "postmaster.pid").exists():
                server.start()
                server.stop()
            shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def team(headquarters: Headquarters) -> Team:
    """A team."""
    return team_called(headquarters, "Kigoma")


@pytest.fixture
def laptop(client: TestClient, headquarters: Headquarters, team: Team) -> Laptop:
    """A laptop that has joined the team and may send."""
    return Laptop.enrolled(client, headquarters, team)


@pytest.fixture
def foreign_laptop(client: TestClient, headquarters: Headquarters) -> Laptop:
    """A laptop of another team."""
    return Laptop.enrolled(client, headquarters, team_called(headquarters, "Goma"))


@pytest.fixture
def server(app: FastAPI, settings: HeadquartersSettings) -> Iterator[tuple[str, int]]:
    """The same headquarters behind a real socket; its host and port."""
    running = server_of(app, replace(settings, port=0))
    thread = threading.Thread(target=running.run)
    thread.start()
    while not running.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield running.servers[0].sockets[0].getsockname()[:2]
    running.should_exit = True
    thread.join()
