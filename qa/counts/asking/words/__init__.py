"""The words of a question: takes a parsed question, gives what each of its words says to a count."""

from qa.counts.asking.words.tokens import Token, Tokens
from qa.counts.asking.words.word import MASKS, Word

__all__ = ["MASKS", "Token", "Tokens", "Word"]
