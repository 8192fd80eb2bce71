"""Parses follow-up questions: takes a question and the one before it, gives a `ParsedQuestion` that stands alone."""

from qa.question.follow_ups.following import counts_from_quoted_years, follow

__all__ = ["counts_from_quoted_years", "follow"]
