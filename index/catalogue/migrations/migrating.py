"""Brings a catalogue's file to the format of this program, by Alembic's migrations."""

import logging
import sqlite3
from pathlib import Path

from index.catalogue.database import FORMATS, connect, format_of
from index.errors import StoreError


def migrate(file: Path) -> None:
    """Make a catalogue's file, or bring an older one to this program's format. Either all of it is done or nothing.

    Raises:
        StoreError: a newer Kloe made the file, or it cannot be read or written.
    """
    if file.is_file() and file.stat().st_size and check_format(file):
        return
    # Both take a third of a second to import, which readers do not need.
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.pool import NullPool

    logging.getLogger("alembic").setLevel(logging.WARNING)
    engine = create_engine("sqlite://", creator=lambda: _connect(file), poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = getattr(error, "orig", None) or error
        raise StoreError(
            f"the catalogue {file} cannot be brought to this version of Kloe: {cause}; it is as it was"
        ) from error
    finally:
        engine.dispose()


def check_format(file: Path) -> bool:
    """True if a catalogue has the format of this program, and False if an older one that it can bring up to date.

    Raises:
        StoreError: it knows neither; the text says what to do.
    """
    known = format_of(file)
    if known is None:
        raise StoreError(f"{file} is not a catalogue that this version of Kloe can read")
    if known not in FORMATS:
        raise StoreError(
            f"the index {file.parent} was written by a newer version of Kloe (format {known}; this one knows"
            f" {FORMATS[-1]}): update Kloe to use it"
        )
    return known == FORMATS[-1]


def _connect(file: Path) -> sqlite3.Connection:
    db = connect(file, "rwc")
    db.execute("PRAGMA journal_mode = WAL")
    db.isolation_level = None  # SQLAlchemy begins and commits, so that a change of tables can be taken back
    return db
