"""What a follow-up keeps from the question before, in words."""

from qa.question.intent import Intent
from qa.question.scope import Scope
from qa.question.topic import OVERVIEW


def scope_words(kept: Scope) -> tuple[str, ...]:
    """Name each part of a scope in words."""
    neighbours = Scope(kept.authorities, neighbours_of=kept.neighbours_of)
    places = [str(neighbours)] if kept.neighbours_of else list(kept.authorities)
    without = [f"other than {' and '.join(kept.without)}"] if kept.without else []
    parts = [
        Scope(years=kept.years, months=kept.months),
        Scope(periods=kept.periods),
        Scope(kinds=kept.kinds),
        Scope(topics=kept.topics),
        Scope(judged=kept.judged),
        Scope(outcomes=kept.outcomes),
        Scope(histories=kept.histories),
        Scope(events=kept.events),
        Scope(either=kept.either),
    ]
    order = [f"{kept.pick} {'only' if kept.kinds else 'inspection'}"] if kept.pick else []
    return (*places, *kept.regions, *kept.unknown, *without, *(str(part) for part in parts if str(part)), *order)


def topic_words(topic: str, intent: Intent, scope: Scope) -> tuple[str, ...]:
    """A topic in words; if facts are asked for, their names."""
    facts = () if scope.judged else intent.facts.names
    return facts or ((topic,) if topic != OVERVIEW else ())
