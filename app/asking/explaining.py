"""How a question was understood: what it asks, of which documents, and what was not applied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import qa
from app.asking.answering import previous_turn
from app.asking.filters import Filters
from index import Index, Record, one_state
from qa import ParsedQuestion
from qa.question import Intent, Purpose

# What a question of each purpose asks for, in words for the reader.
_ASKED = {
    Purpose.FINDING: "what was said about a topic",
    Purpose.FACT: "a fact",
    Purpose.FIGURE: "a figure",
    Purpose.LIST: "a list",
    Purpose.DECISION: "what a meeting decided",
    Purpose.COUNT: "how many",
    Purpose.WHICH: "which authorities",
    Purpose.CHANGE: "what changed over time",
    Purpose.COMPARISON: "a comparison",
    Purpose.YES_OR_NO: "yes or no",
    Purpose.OVERVIEW: "an overview",
    Purpose.NEXT_STEP: "what followed",
    Purpose.LIBRARY: "what is held, or what a term means",
}


@dataclass(frozen=True)
class Understood:
    """A parsed question, and the documents that lie in its scope."""

    question: str
    parsed: ParsedQuestion
    documents: tuple[Record, ...]

    @classmethod
    def of(cls, index: Index, question: str, parsed: ParsedQuestion) -> "Understood":
        """Look up the documents in scope; a scope with an unknown name holds none."""
        return cls(question, parsed, tuple(parsed.scope.held_by(index)))

    @property
    def lines(self) -> Iterator[tuple[str, str]]:
        """Each part that is not empty, with its name, in words."""
        parsed = self.parsed
        parts = "; ".join(f"{name}: {value}" for name, value in _part_words(parsed.intent).items())
        yield "Asked for", _ASKED[parsed.intent.purpose] + (f" ({parts})" if parts else "")
        yield "Topic", parsed.topic
        yield "Searched only", str(parsed.scope) or "all documents"
        if parsed.not_applied:
            yield "Not applied", ", ".join(f"“{limit}”" for limit in parsed.not_applied)
        if parsed.taken:
            yield "Carried over", ", ".join(parsed.taken)
        if parsed.home:
            yield "Your own authority", ", ".join(parsed.home)
        if parsed.needs_authority:
            yield "Missing", "which council is meant"
        yield "Documents", f"{len(self.documents):,}"


@one_state
def explain(index: Index, question: str, filters: Filters, previous: Sequence[str] = ()) -> Understood:
    """Parse a question inside filters, and look up what lies in its scope.

    Args:
        previous: the earlier questions, oldest first.
    """
    scope = filters.scope(index)
    turn = previous_turn(index, previous, question, scope)
    parsed = qa.parse(index, question, scope, turn.parsed, turn.quoted)
    if scope and scope.unknown:
        parsed = replace(parsed, scope=replace(parsed.scope, unknown=scope.unknown))
    return Understood.of(index, question, parsed)


def _part_words(intent: Intent) -> dict[str, str]:
    """What an intent needs, by name and in words; only the parts that are set."""
    facts = intent.facts
    parts = {
        "facts": ", ".join(facts.names),
        "areas": ", ".join(area.label for area in facts.areas) if facts.grades else "",
        "grade asked about": (facts.claimed or facts.assumed or "") if facts.grades or facts.assumed else "",
        "measure": intent.measure or "",
        "sections": ", ".join(intent.stances),
        "act": intent.act or "",
        "direction": intent.direction or "",
        "sides": intent.sides or "",
        "unit": intent.unit or "",
        "over time": "yes" if intent.over_time else "",
        "term": intent.term,
        "out of remit": intent.outside,
    }
    return {name: str(value) for name, value in parts.items() if value}
