"""A question as parsed."""

from dataclasses import dataclass

from ingest import Kind
from qa.question.intent import FINDING, Intent
from qa.question.scope import Scope


@dataclass(frozen=True)
class ParsedQuestion:
    """A question as parsed: what it asks for, of which documents, and its topic, which is the rest of its words.

    Attributes:
        text: its words, as typed.
        intent: what it asks for.
        not_applied: its words that limit, such as "only" or "ago", and that no part of the scope or intent expresses.
        home: the authorities that the person called their own, in this question or before: "my council is Devon".
        needs_authority: it asks for the latest document, or the like, of one authority, and names none.
        dated: the kinds of the one paper that its year tells apart: "the 2019 inspection"; what came after it may be of the same year.
        taken: what a follow-up keeps from the question before, in words: "Devon", "2022", "management oversight".
    """

    text: str
    scope: Scope
    topic: str
    intent: Intent = FINDING
    not_applied: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    needs_authority: bool = False
    dated: tuple[Kind, ...] = ()
    taken: tuple[str, ...] = ()
