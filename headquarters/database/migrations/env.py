"""What Alembic runs its steps in: the connection that ``Database.upgrade`` holds, in one transaction.

Run by Alembic alone; it is a script, which is why it does something at its top level.
"""

from alembic import context

from headquarters.database.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
