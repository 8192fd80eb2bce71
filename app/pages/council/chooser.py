"""The names that the chooser of an authority suggests."""

from app.pages.addresses.council import NONE_HELD
from index import Index, authorities_of
from ingest.authorities import authorities


def suggested_names(index: Index) -> list[str]:
    """Today's authorities and those on which papers are held, by name; those without papers say so."""
    held = authorities_of(index.catalogue.records())
    listed = {authority.name for authority in authorities() if authority.until is None}
    return [name if name in held else f"{name}{NONE_HELD}" for name in sorted(listed | held)]
