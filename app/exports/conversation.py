"""A whole conversation as one Word document."""

from collections.abc import Sequence
from datetime import date

from app.exports.plain import plain
from app.exports.word import finish_word, start_word, write_answer
from app.schemas import AnswerBody


def conversation_docx(answers: Sequence[AnswerBody], made: date | None = None, site: str = "") -> bytes:
    """Write the answers of a conversation one after the other, each under its question and with its own references.

    Args:
        made: the date printed in the document; today's by default.
        site: the server's address; references then open the page in Kloe.
    """
    word = start_word(f"Conversation: {answers[0].question}", made)
    for answer in answers:
        word.add_heading(" ".join(plain(answer.question).split()), 1)
        write_answer(word, answer, site, 1)
    return finish_word(word)
