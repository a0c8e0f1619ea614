"""Alembic's entry: runs the migrations on the connection that ``newsdesk.storage.schema`` hands over.

The caller has begun the transaction and ends it, so a migration is kept as a whole or not at all.
"""

from alembic import context

from newsdesk.storage.schema import VERSION_TABLE, belongs_to_the_tables
from newsdesk.storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    version_table=VERSION_TABLE,
    include_object=belongs_to_the_tables,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
