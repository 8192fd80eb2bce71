"""Reads what a document says about itself: takes the text of its first pages, its path and passages; gives facts and judgements."""

from ingest.facts.head import Head
from ingest.facts.inspectors import read_inspectors
from ingest.facts.judgements import join_rows, read_judgements
from ingest.facts.outcomes import read_priority_actions
from ingest.facts.reading import Facts, read_facts

__all__ = ["Facts", "Head", "join_rows", "read_facts", "read_inspectors", "read_judgements", "read_priority_actions"]
