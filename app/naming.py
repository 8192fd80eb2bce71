"""The name of the library, as the setting `name` has it."""

from app.settings import settings


def library_name() -> str:
    """The name of the library, in titles, the header, feeds and files."""
    return settings().name
