"""Counts what a question asks for, put in plainer words or taken apart where its own cannot be read."""

from qa.counts.plainer.counting import count, count_parsed

__all__ = ["count", "count_parsed"]
