"""An entry that neither records nor database can hold stops neither its laptop nor what stands beside it."""

import secrets

import psycopg
import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from headquarters.records.applying import is_about_what_is_said
from headquarters.records.tables import Document, UnknownChange
from headquarters.sync.tables import EntryRow

_LONG = secrets.token_hex(8000)
"""No index can hold it, and nothing compresses it."""


@pytest.mark.parametrize(
    ("entity", "kind", "payload"),
    [
        ("document", "tagged", {"tag": _LONG}),
        ("document", "put-in-case", {"case": _LONG}),
        ("pack", "fetched", {"name": _LONG, "version": "1"}),
        ("page", "adjusted", {"odd": "but nobody looks into it"}),
    ],
)
def test_the_laptop_goes_on_and_all_else_is_shown(laptop, headquarters, entity, kind, payload):
    document = laptop.log.document()
    laptop.log.add(entity, document, kind, payload, document=document)
    laptop.log.add("document", document, "renamed", {"name": "household 12"}, document=document)
    reply = laptop.send_all()
    assert laptop.hello().have == laptop.log.tip, reply
    with headquarters.database.transaction() as session:
        row = session.get(Document, (laptop.team, document))
        assert row is not None
        assert row.name == "household 12"
        assert session.scalar(select(func.count()).select_from(EntryRow)) == len(laptop.log.entries)
        counted = {(each.kind, each.reason): each.count for each in session.scalars(select(UnknownChange))}
    assert counted == ({} if kind == "adjusted" else {(kind, "malformed"): 1})


@pytest.mark.parametrize(
    ("said", "in_the_entries"),
    [
        (psycopg.OperationalError("number of parameters must be between 0 and 65535"), True),
        (psycopg.errors.ProgramLimitExceeded("index row size 8000 exceeds"), True),
        (psycopg.OperationalError("server closed the connection unexpectedly"), False),
        (psycopg.errors.LockNotAvailable("canceling statement due to lock timeout"), False),
        (psycopg.errors.DiskFull("could not extend file"), False),
    ],
)
def test_a_database_that_is_busy_or_away_is_no_fault_of_the_entries(said, in_the_entries):
    assert is_about_what_is_said(OperationalError("", {}, said)) is in_the_entries
