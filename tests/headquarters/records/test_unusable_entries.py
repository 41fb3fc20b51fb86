"""An entry that neither records nor database can hold stops neither its laptop nor what stands beside it."""

import secrets

import pytest
from sqlalchemy import func, select

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
