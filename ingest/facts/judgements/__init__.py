"""Reads grades: takes a document's lines, pages and passages; gives its own judgements and those that it reports of Ofsted."""

from ingest.facts.judgements.newest import current
from ingest.facts.judgements.own import join_rows, read_judgements
from ingest.facts.judgements.reported import read_reported

__all__ = ["current", "join_rows", "read_judgements", "read_reported"]
