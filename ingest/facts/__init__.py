"""Reads what a document says about itself: takes the text of its first pages, its path and passages; gives facts and judgements."""

from ingest.facts.authority import authorities_of_passages
from ingest.facts.head import Head
from ingest.facts.inspectors import read_inspectors, sole_inspector
from ingest.facts.judgements import current, join_rows, read_judgements, read_reported
from ingest.facts.meetings import read_meeting
from ingest.facts.outcomes import read_priority_actions
from ingest.facts.reading import Facts, read_facts
from ingest.facts.speakers import tell_speakers

__all__ = [
    "Facts",
    "Head",
    "authorities_of_passages",
    "current",
    "join_rows",
    "read_facts",
    "read_inspectors",
    "read_judgements",
    "read_meeting",
    "read_priority_actions",
    "read_reported",
    "sole_inspector",
    "tell_speakers",
]
