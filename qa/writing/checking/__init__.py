"""Checks a model's sentence: takes its parts with the citations of each, gives a `Verdict` on whether the quotations support it."""

from qa.writing.checking.check import Verdict, check
from qa.writing.checking.roots import is_bearing, is_participle

__all__ = ["Verdict", "check", "is_bearing", "is_participle"]
