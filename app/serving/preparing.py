"""The first answer, asked by the program itself, so that nobody waits for what only an answer needs."""

from app.pages.conversation import Conversation, ask_next
from index import Index

_QUESTION = "What did Ofsted say about management oversight?"


def prepare_answer(index: Index) -> None:
    """Answer a question as the page does, and show it to nobody."""
    for _ in ask_next(index, _QUESTION, Conversation()):
        pass
