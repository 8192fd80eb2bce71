"""A question in the page's address, so that every answer has a link that gives it again."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlencode

from pydantic import ValidationError

import qa
from app.asking import previous_turn
from app.asking.filters import LONGEST_QUESTION, Filters, check_length
from app.pages.addresses.scope_links import LinkError, read_scope, scope_pairs
from app.root import rooted
from index import Index
from index.lexical import words
from qa import Answer, ParsedQuestion, Scope

MOST_EARLIER = 8  # questions before one that a link or a page keeps
# The filters that take several values; the last three are those of a search alone.
LIST_FILTERS = (
    "authority",
    "region",
    "year",
    "kind",
    "judgement",
    "topic_of_visit",
    "outcome",
    "stance",
    "polarity",
    "theme",
)
_DAYS = ("since", "until")
AnyFilters = TypeVar("AnyFilters", bound=Filters)
_LONGEST_QUERY = 12_000  # characters of a link; the guard takes no address much longer


def read_part(given: dict[str, list[str]]) -> int:
    """The part of a list that a link asks for, from 1; the first where its number is missing or invalid."""
    part = given.get("part", ["1"])[0]
    return max(1, int(part)) if part.isdecimal() and 0 < len(part) < 4 else 1


@dataclass(frozen=True)
class QuestionAddress:
    """A question with its filters or its scope.

    Attributes:
        question: as it was typed.
        filters: they override what the question's words say.
        scope: the whole scope, which overrides words and filters; None if the words and filters decide.
        after: the questions that it follows, oldest first, from which a follow-up takes what it asks for.
        topic: its topic, where that is not what its words alone give.
    """

    question: str
    filters: Filters = field(default_factory=Filters)
    scope: Scope | None = None
    after: tuple[str, ...] = ()
    topic: str = ""

    @property
    def link(self) -> str:
        """The link that asks this question again; where it would be too long, the oldest questions before it go."""
        given: list[tuple[str, Any]] = [("topic", self.topic)] * bool(self.topic)
        if self.scope is None:
            given += filter_pairs(self.filters)
        else:
            given += [("scope", "set"), *scope_pairs(self.scope)]
        asked = [("view", "ask"), ("q", self.question)]
        after = [("after", question) for question in self.after]
        while after and len(urlencode([*asked, *after, *given])) > _LONGEST_QUERY:
            after = after[1:]
        return rooted(f"/?{urlencode([*asked, *after, *given])}")

    @property
    def earlier(self) -> tuple[tuple[str, str], ...]:
        """The questions that it follows, each with the link that asks it again after those before it."""
        return tuple(
            (question, QuestionAddress(question, after=self.after[:number]).link)
            for number, question in enumerate(self.after)
        )

    def within(self, scope: Scope, parsed: ParsedQuestion) -> "QuestionAddress":
        """The same question within another scope."""
        return QuestionAddress(self.question, scope=scope, after=self.after, topic=parsed.topic)


def read_question_address(query: str) -> QuestionAddress:
    """Read a question from the query of a link.

    Raises:
        LinkError: a value is invalid.
        KloeError: the question is too long.
    """
    given = parse_qs(query.removeprefix("?"))
    question, topic = (given.get(name, [""])[0] for name in ("q", "topic"))
    check_length(question)
    topic = topic[:LONGEST_QUESTION]
    after = tuple(text[:LONGEST_QUESTION] for text in given.get("after", [])[-MOST_EARLIER:] if words(text))
    if given.get("scope") == ["set"]:
        return QuestionAddress(question, Filters(), read_scope(given), after, topic)
    return QuestionAddress(question, read_filters(given, Filters), None, after, topic)


def read_filters(given: dict[str, list[str]], model: type[AnyFilters]) -> AnyFilters:
    """Read the filters of a kind among a link's values.

    Raises:
        LinkError: a value is invalid.
    """
    try:
        latest = given.get("latest", ["0"])[0]
        lists = {
            name: list(dict.fromkeys(given[name]))
            for name in LIST_FILTERS
            if name in given and name in model.model_fields
        }
        days = {name: given[name][0] for name in _DAYS if name in given}
        return model(latest=latest, **lists, **days)  # type: ignore[arg-type]
    except ValidationError as error:
        fault = error.errors()[0]
        why = f", because {fault['msg'].removeprefix('Value error, ')}" if fault["type"] == "value_error" else ""
        raise LinkError(f"the link has an invalid {fault['loc'][0]}: {str(fault['input'])[:80]!r}{why}") from error


def filter_pairs(filters: Filters) -> list[tuple[str, str]]:
    """Filters as the names and values of a link."""
    values = filters.model_dump(mode="json", warnings=False)
    pairs = [(name, str(value)) for name in LIST_FILTERS for value in values.get(name, ())]
    pairs += [(name, values[name]) for name in _DAYS if values[name]]
    return pairs + [("latest", "1")] * filters.latest


def parse_address(index: Index, address: QuestionAddress, previous: Answer | None = None) -> ParsedQuestion:
    """Parse a question, as a follow-up where it follows others; the documents quoted in a previous answer are known from that."""
    chosen = address.filters.scope(index)
    if address.scope is not None:
        parsed = qa.parse(index, address.question, None, _last_of(index, address.after))
        scope = qa.settle(index, address.scope)
        return replace(parsed, scope=scope, topic=address.topic or parsed.topic, taken=())
    if previous:
        parsed = qa.parse(index, address.question, chosen, previous.parsed, previous.quoted)
    else:
        turn = previous_turn(index, address.after, address.question, chosen)
        parsed = qa.parse(index, address.question, chosen, turn.parsed, turn.quoted)
    if chosen and chosen.unknown:
        return replace(parsed, scope=replace(parsed.scope, unknown=chosen.unknown))
    return parsed


def _last_of(index: Index, questions: Sequence[str]) -> ParsedQuestion | None:
    """The last of a run of questions, with the topic and the intent that it takes from those before it."""
    parsed = None
    for question in questions:
        parsed = qa.parse(index, question, None, parsed)
    return parsed


def answer_address(index: Index, address: QuestionAddress, parsed: ParsedQuestion) -> Answer:
    """Answer a parsed question, or decline it."""
    if not words(address.question):
        return qa.ask(index, "")
    return qa.answer_parsed(index, address.question, parsed)


def lasting_address(index: Index, address: QuestionAddress, parsed: ParsedQuestion) -> QuestionAddress:
    """The address that asks the same in another browser: with the scope set, where the words and those before them give another."""
    again = parse_address(index, address)
    if (again.scope, again.intent, again.topic) == (parsed.scope, parsed.intent, parsed.topic):
        return address
    return address.within(parsed.scope, parsed)
