"""Counts: takes a question that counts or lists, gives the number and the list behind it, or says which words stand in the way."""

from qa.counts.plainer import count, count_parsed
from qa.counts.types import Counted, Group, Row

__all__ = ["Counted", "Group", "Row", "count", "count_parsed"]
