"""Finding a document's record by its path."""

from index import Index, Record
from ingest import KloeError

_MOST_LISTED = 5


def find_record(index: Index, path: str) -> Record:
    """Find a document by its path below an indexed folder, by the end of its path, or by any part of it.

    Raises:
        KloeError: no document matches, or several do.
    """
    records = index.catalogue.records()
    for matches in (
        [record for record in records if path in record.sources],
        [record for record in records if any(source.endswith(path) for source in record.sources)],
        [record for record in records if any(path.lower() in source.lower() for source in record.sources)],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            listed = "; ".join(record.path for record in matches[:_MOST_LISTED])
            more = f"; and {len(matches) - _MOST_LISTED} more" if len(matches) > _MOST_LISTED else ""
            raise KloeError(f"{len(matches)} documents match {path!r}: {listed}{more}")
    raise KloeError(f"no document in the index matches {path!r}: `kloe documents` lists them all")
