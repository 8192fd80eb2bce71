"""How a document's facts tell what a person has set and what was read instead.

A fact that a person has set has no page, and its words say who set it and when. What was read stays beside it: the value in a
fact without words, and the evidence for it, all named "… as read". No reading gives a fact such a name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest import Fact

AS_READ = " as read"
NONE = "none"  # the value of a fact that a person says the document does not state
SET_BY_A_PERSON: Literal["set by a person"] = "set by a person"


@dataclass(frozen=True)
class ToldFact:
    """A fact, as it is shown.

    Attributes:
        read_as: what was read where a person has set another value, "none" for nothing; None where nobody has.
    """

    fact: Fact
    read_as: str | None = None


def value_read(name: str, value: str) -> Fact:
    """The fact that keeps a value that was read; empty if none was."""
    return Fact(f"{name}{AS_READ}", value, "", None)


def is_value_read(fact: Fact) -> bool:
    """True for a fact that keeps a value that was read."""
    return fact.name.endswith(AS_READ) and not fact.words


def values_read(facts: Sequence[Fact]) -> dict[str, str]:
    """The values that were read of what a person has set, by the name of the fact."""
    return {fact.name.removesuffix(AS_READ): fact.value for fact in facts if is_value_read(fact)}


def is_set(fact: Fact, facts: Sequence[Fact]) -> bool:
    """True if a person has set this fact, which is one of `facts`."""
    return fact.page is None and fact.name in values_read(facts)


def told_facts(facts: Sequence[Fact]) -> Iterator[ToldFact]:
    """The facts as they are shown: each that a person has set with the value that was read."""
    read = values_read(facts)
    for fact in facts:
        if fact.name in read:
            yield ToldFact(fact, read[fact.name] or NONE)
        elif not is_value_read(fact):
            yield ToldFact(fact)
