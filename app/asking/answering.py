"""Answers inside filters, and follow-up questions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import qa
from app.asking.filters import Filters
from app.settings import Settings, settings
from index import Index, Record, one_state
from index.lexical import words
from qa import Answer, ParsedQuestion, Reason, Scope
from qa.answer.messages import unknown_words
from qa.question import counts_from_quoted
from qa.writing import Writer


@dataclass(frozen=True)
class PreviousTurn:
    """What a follow-up question builds on.

    Attributes:
        parsed: the previous question, parsed; None for a first question.
        quoted: the documents quoted in its answer. Filled only for a follow-up such as "and before that?", which counts
            from them.
    """

    parsed: ParsedQuestion | None = None
    quoted: tuple[Record, ...] = ()


@one_state
def previous_turn(
    index: Index,
    previous: Sequence[str],
    question: str,
    filter_scope: Scope | None = None,
    quoted: Sequence[str] = (),
) -> PreviousTurn:
    """Work out what a question may follow on from.

    Args:
        previous: the earlier questions, oldest first; each is read as a possible follow-up to the one before it.
        filter_scope: the filters that the person set, which apply to every question.
        quoted: the paths of the documents quoted in the answer before, where they are known; else that question is answered again
            if the follow-up counts from them.
    """
    turn = PreviousTurn()
    for earlier, later in pairwise((*(text for text in previous if words(text)), question)):
        parsed = qa.parse(index, earlier, filter_scope, turn.parsed, turn.quoted)
        is_known = bool(quoted) and later is question
        counts = not is_known and counts_from_quoted(parsed, later)
        documents = qa.answer_parsed(index, earlier, parsed).quoted if counts else ()
        turn = PreviousTurn(parsed, documents)
    if turn.parsed and quoted:
        held = {record.path: record for record in index.catalogue.records()}
        return replace(turn, quoted=tuple(held[path] for path in quoted if path in held))
    return turn


@one_state
def answer(
    index: Index, question: str, filters: Filters, previous: Sequence[str] = (), quoted: Sequence[str] = ()
) -> Answer:
    """Answer a question inside filters, or decline it. A filter with an unrecognised authority name declines it.

    Args:
        previous: the earlier questions, oldest first. If the question is a follow-up, Kloe takes from them what it does not say.
        quoted: the paths of the documents quoted in the answer before, where they are known.
    """
    scope = filters.scope(index)
    if scope and scope.unknown:
        return Answer(question, scope, (), (), "", Reason.UNKNOWN_AUTHORITY, unknown_words(scope))
    turn = previous_turn(index, previous, question, scope, quoted)
    return qa.ask(index, question, scope, turn.parsed, turn.quoted)


@cache
def writer() -> Writer | None:
    """The writer that this process's settings ask for; None if no generator is set."""
    return make_writer(settings())


def make_writer(chosen: Settings) -> Writer | None:
    """Make the writer that the settings ask for; None if no generator is set. The model is not loaded yet."""
    if not chosen.generator:
        return None
    key = chosen.generator_key.get_secret_value() if chosen.generator_key else None
    return Writer(chosen.generator, chosen.generator_url, key, chosen.generator_timeout, chosen.generator_sentences)
