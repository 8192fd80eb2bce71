"""The documents that a question asks for: takes its text, gives their kinds, their order in time, and the events they are dated by."""

from qa.question.kinds.events import within_its_letter
from qa.question.kinds.finding import Kinds, find_kinds

__all__ = ["Kinds", "find_kinds", "within_its_letter"]
