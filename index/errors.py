"""Errors of the index."""

from ingest.errors import KloeError


class StoreError(KloeError):
    """An index that cannot be opened, written or trusted, or whose model cannot be loaded."""
