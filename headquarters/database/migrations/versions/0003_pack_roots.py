"""The roots that sign a team's model packs; of which offer a laptop speaks, and why it refused a pack.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "pack_roots",
        sa.Column("team_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"], ["teams.id"], name=op.f("fk_pack_roots_team_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("team_id", "version", name=op.f("pk_pack_roots")),
    )
    for name in ("offer_id", "reason"):
        op.add_column("pack_states", sa.Column(name, sa.Text(), nullable=False, server_default=""))
        op.alter_column("pack_states", name, server_default=None)
