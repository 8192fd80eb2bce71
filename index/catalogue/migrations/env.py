"""Runs the migrations on the connection that `migrate` gives; Alembic calls it."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
