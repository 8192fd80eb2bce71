"""Puts an answer into a chat model's words: takes an `Answer`, gives a `Written` one with every sentence checked."""

from qa.writing.model import ModelError
from qa.writing.types import Sentence, Status, Written
from qa.writing.writer import Writer

__all__ = ["ModelError", "Sentence", "Status", "Writer", "Written"]
