"""What a question asks to be counted: takes a parsed question, gives a `CountAsked`, or the words that stand in the way."""

from qa.counts.asking.asked import Before, By, CountAsked, Dated, Extreme, Measure, Subject, Unread
from qa.counts.asking.limits import is_timed
from qa.counts.asking.reading import read_count

__all__ = ["Before", "By", "CountAsked", "Dated", "Extreme", "Measure", "Subject", "Unread", "is_timed", "read_count"]
