"""Grades in prose: takes a paragraph's sentences; gives the grades that they tell as Ofsted's of the paper's authorities."""

from ingest.facts.judgements.prose.discourse import State, read_paragraph
from ingest.facts.judgements.prose.sentences import Told
from ingest.facts.judgements.prose.subjects import is_partner

__all__ = ["State", "Told", "is_partner", "read_paragraph"]
