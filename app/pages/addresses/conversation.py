"""A whole conversation in an address: its turns in order, each as the query of its own link."""

from collections.abc import Sequence
from urllib.parse import parse_qs, urlencode

from app.pages.addresses.question import MOST_EARLIER, QuestionAddress, read_question_address
from app.pages.addresses.scope_links import LinkError
from app.root import query_in, rooted
from index.lexical import words

_LONGEST = 12_000  # characters of a link, fewer than the server takes


def conversation_link(links: Sequence[str]) -> str:
    """The link to the file of a conversation, from the links of its turns; the oldest are left out of one that would be too long."""
    for first in range(len(links)):
        query = urlencode([("turn", query_in(link)) for link in links[first:]])
        if len(query) <= _LONGEST:
            return rooted(f"/export/conversation.docx?{query}")
    return ""


def read_conversation_address(query: str) -> list[QuestionAddress]:
    """The turns of a conversation: those that a link names, or else a question with the questions that it follows.

    Raises:
        LinkError: a value is invalid, or nothing is asked.
    """
    given = parse_qs(query.removeprefix("?"))
    turns = [read_question_address(turn) for turn in given.get("turn", [])[-MOST_EARLIER - 1 :]]
    if not turns:
        last = read_question_address(query)
        turns = [QuestionAddress(question, after=last.after[:place]) for place, question in enumerate(last.after)]
        turns.append(last)
    asked = [turn for turn in turns if words(turn.question)]
    if not asked:
        raise LinkError("the link asks no question")
    return asked
