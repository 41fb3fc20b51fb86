"""How words end, so that pieces of words are found by an index.

Revision ID: 0006
Revises: 0005
"""

import re

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_AT_ONCE = 500
_WORD = re.compile(r"[^\W_]+")
_TEXTS = sa.text(
    "SELECT team_id, kind, source_id, document_id, plain FROM search_texts"
    " WHERE (team_id, kind, source_id, document_id) > (:team_id, :kind, :source_id, :document_id)"
    " ORDER BY team_id, kind, source_id, document_id LIMIT :limit"
)
_KEYS = ("team_id", "kind", "source_id", "document_id")
_ENDS = sa.text(
    "UPDATE search_texts SET ends = CAST(given.ends AS tsvector)"
    " FROM unnest(CAST(:team_id AS text[]), CAST(:kind AS text[]), CAST(:source_id AS text[]),"
    " CAST(:document_id AS text[]), CAST(:ends AS text[]))"
    " AS given (team_id, kind, source_id, document_id, ends)"
    " WHERE search_texts.team_id = given.team_id AND search_texts.kind = given.kind"
    " AND search_texts.source_id = given.source_id AND search_texts.document_id = given.document_id"
)


def upgrade() -> None:
    """Take the step; it goes once through all texts, some thousand a second."""
    op.add_column("search_texts", sa.Column("ends", postgresql.TSVECTOR(), nullable=True))
    _fill(op.get_bind())
    op.alter_column("search_texts", "ends", nullable=False)
    op.create_index(op.f("ix_search_texts_ends"), "search_texts", ["ends"], postgresql_using="gin")


def _fill(connection: sa.Connection) -> None:
    last = dict.fromkeys(_KEYS, "")
    while True:
        rows = connection.execute(_TEXTS, {**last, "limit": _AT_ONCE}).mappings().all()
        if not rows:
            return
        given = {key: [row[key] for row in rows] for key in _KEYS}
        connection.execute(_ENDS, {**given, "ends": [_ends(row["plain"]) for row in rows]})
        last = {key: rows[-1][key] for key in _KEYS}


def _ends(plain: str) -> str:
    """Return what ``headquarters.search.texts`` made of a text at the time of this step."""
    made: set[str] = set()
    room = 900_000
    for word in dict.fromkeys(_WORD.findall(plain)):
        for start in range(max(1, len(word) - 2)):
            end = word[start : start + 40]
            if end not in made:
                room -= len(end.encode())
                if room < 0:
                    break
                made.add(end)
    return " ".join(f"'{each}'" for each in made)
