"""Parses follow-up questions: takes a question and the one before it, gives a `ParsedQuestion` that merges the two."""

from qa.question.follow_ups.following import counts_from_quoted, follow
from qa.question.follow_ups.wording import is_courtesy

__all__ = ["counts_from_quoted", "follow", "is_courtesy"]
