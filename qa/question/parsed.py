"""A question as parsed."""

from dataclasses import dataclass, field

from ingest import Kind
from qa.question.intent import FINDING, Intent
from qa.question.scope import Scope
from qa.question.spans import Span


@dataclass(frozen=True)
class Heeded:
    """The words of a question that each part of its scope was read from.

    Attributes:
        places: those that name authorities and regions, or leave them out.
        times: those that name years, months and other days.
        events: those that date documents by an inspection or visit.
        papers: those that name documents, or say which of them are meant.
        visits: those that name what a visit looked at.
        outcomes: those that name the outcome of an area SEND inspection.
    """

    places: tuple[Span, ...] = ()
    times: tuple[Span, ...] = ()
    events: tuple[Span, ...] = ()
    papers: tuple[Span, ...] = ()
    visits: tuple[Span, ...] = ()
    outcomes: tuple[Span, ...] = ()


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
        heeded: which of its words its scope was read from.
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
    heeded: Heeded = field(default=Heeded(), compare=False, repr=False)
