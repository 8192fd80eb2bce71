"""What a question asks for: takes its words, topic and scope, gives an `Intent`."""

from qa.question.intent.comparisons import compares_with_own
from qa.question.intent.facts import FactsAsked, asks_only_for_facts, read_facts_asked
from qa.question.intent.reading import read_intent
from qa.question.intent.types import FINDING, Act, Direction, Gist, Intent, Measure, Purpose, Sides, Unit

__all__ = [
    "FINDING",
    "Act",
    "Direction",
    "FactsAsked",
    "Gist",
    "Intent",
    "Measure",
    "Purpose",
    "Sides",
    "Unit",
    "asks_only_for_facts",
    "compares_with_own",
    "read_facts_asked",
    "read_intent",
]
