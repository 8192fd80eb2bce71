"""What a meeting did: its decisions come before other passages; who moved them, and the day, are facts of its minutes."""

from collections.abc import Sequence

from index import Index, Record, Said, SearchResult
from ingest import Stance
from qa.answer.finding import search
from qa.evidence import StatedFact, find_meeting_facts
from qa.question import Act, Intent, ParsedQuestion, Purpose

_FACTS = {Act.MOVED: "mover", Act.SECONDED: "seconder", Act.MET: "met"}
# What minutes record under a decision. What members asked for may stand in the debate as well.
_RECORDED = frozenset({Act.RESOLVED, Act.VOTED})


def meeting_fact(intent: Intent) -> str:
    """The name of the fact of a meeting that a question asks for: "mover", "seconder" or "met"; empty if it asks for none."""
    return _FACTS.get(intent.act, "") if intent.purpose is Purpose.DECISION and intent.act else ""


def meeting_facts(index: Index, intent: Intent, inside: Sequence[Record]) -> list[StatedFact]:
    """What the minutes in scope tell by the name that the question asks for."""
    name = meeting_fact(intent)
    return find_meeting_facts(index, (name,), inside) if name else []


def asks_for_a_decision(intent: Intent) -> bool:
    """True if only a recorded decision answers."""
    return intent.purpose is Purpose.DECISION and intent.act in _RECORDED


def decisions_first(
    index: Index, parsed: ParsedQuestion, inside: Sequence[Record], limit: int, results: Sequence[SearchResult]
) -> list[SearchResult]:
    """Put the decisions before the other results of a question for a decision; give them alone if only a decision answers."""
    if parsed.intent.purpose is not Purpose.DECISION:
        return list(results)
    decisions = search(index, parsed, inside, limit, said=Said(stances=(Stance.DECISION,)))
    if asks_for_a_decision(parsed.intent):
        return decisions
    first = {result.id for result in decisions}
    return [*decisions, *(result for result in results if result.id not in first)]
