"""The formats of the catalogue, oldest first, as Alembic's migrations."""
