"""Pages that a laptop could not read.

Laptops that were newer than headquarters may have told of such pages before; what they told is in the log.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_TOLD = (
    "UPDATE pages SET problem = coalesce(substring(entries.payload FROM"
    " '\"code\":\"([a-z][a-z.-]{0,63})\"'), 'unknown') FROM entries WHERE entries.entity = 'page'"
    " AND entries.kind = 'unreadable' AND entries.payload IS NOT NULL AND entries.team_id = pages.team_id"
    " AND entries.entity_id = pages.id AND entries.document_id = pages.document_id"
    " AND pages.reading_id IS NULL"
)
_SUMS = (
    "UPDATE documents SET pages_failed = failed.count FROM (SELECT team_id, document_id, count(*) AS count"
    " FROM pages WHERE problem <> '' GROUP BY team_id, document_id) AS failed"
    " WHERE failed.team_id = documents.team_id AND failed.document_id = documents.id"
)
_NO_LONGER_UNKNOWN = "DELETE FROM unknown_changes WHERE entity = 'page' AND kind = 'unreadable'"


def upgrade() -> None:
    """Take the step."""
    for table, column in (
        ("pages", sa.Column("problem", sa.Text(), nullable=False, server_default="")),
        ("documents", sa.Column("pages_failed", sa.Integer(), nullable=False, server_default="0")),
    ):
        op.add_column(table, column)
        op.alter_column(table, column.name, server_default=None)
    for statement in (_TOLD, _SUMS, _NO_LONGER_UNKNOWN):
        op.execute(sa.text(statement))
