"""Lets a chat model order or word an answer: takes an `Answer`, gives a `Written` one with every word of the model checked."""

from qa.writing.model import ModelError
from qa.writing.types import Sentence, Status, Written
from qa.writing.writer import Writer

__all__ = ["ModelError", "Sentence", "Status", "Writer", "Written"]
