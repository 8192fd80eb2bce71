"""A question in the page's address, so that every answer has a link that gives it again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs, urlencode

from pydantic import ValidationError

import qa
from app.asking.filters import LONGEST_QUESTION, Filters
from index import Index
from index.lexical import words
from ingest import Area, Grade, Kind, KloeError
from qa import Answer, ParsedQuestion, Scope

_ANY = "any"
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
LIST_FILTERS = ("authority", "region", "year", "kind", "judgement")  # the filters that take several values


class LinkError(KloeError):
    """A link into the page that cannot be read; the text says why."""


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
        text, topic: a follow-up's question and topic in full; empty if they are the question's own.
    """

    question: str
    filters: Filters = field(default_factory=Filters)
    scope: Scope | None = None
    text: str = ""
    topic: str = ""

    @property
    def link(self) -> str:
        """The link that asks this question again."""
        given: list[tuple[str, Any]] = [("view", "ask"), ("q", self.question)]
        given += [(name, value) for name in ("text", "topic") if (value := getattr(self, name))]
        if self.scope is None:
            given += filter_pairs(self.filters)
        else:
            given += [("scope", "set"), *_scope_pairs(self.scope)]
        return f"/?{urlencode(given)}"

    def within(self, scope: Scope, parsed: ParsedQuestion) -> "QuestionAddress":
        """The same question within another scope."""
        text = parsed.text if parsed.text != self.question else ""
        return QuestionAddress(self.question, scope=scope, text=text, topic=parsed.topic)


def read_question_address(query: str) -> QuestionAddress:
    """Read a question from the query of a link.

    Raises:
        LinkError: a value is invalid.
    """
    given = parse_qs(query.removeprefix("?"))
    question, text, topic = (given.get(name, [""])[0][:LONGEST_QUESTION] for name in ("q", "text", "topic"))
    if given.get("scope") == ["set"]:
        return QuestionAddress(question, Filters(), _read_scope(given), text, topic)
    return QuestionAddress(question, read_filters(given), None, text, topic)


def read_filters(given: dict[str, list[str]]) -> Filters:
    """Read the filters among a link's values.

    Raises:
        LinkError: a value is invalid.
    """
    try:
        latest = given.get("latest", ["0"])[0]
        return Filters(latest=latest, **{name: given[name] for name in LIST_FILTERS if name in given})  # type: ignore[arg-type]
    except ValidationError as error:
        fault = error.errors()[0]
        raise LinkError(f"the link has an invalid {fault['loc'][0]}: {str(fault['input'])[:80]!r}") from error


def filter_pairs(filters: Filters) -> list[tuple[str, str]]:
    """Filters as the names and values of a link."""
    values = filters.model_dump(mode="json")
    pairs = [(name, str(value)) for name in LIST_FILTERS for value in values[name]]
    return pairs + [("latest", "1")] * filters.latest


def parse_address(index: Index, address: QuestionAddress, previous: Answer | None = None) -> ParsedQuestion:
    """Parse a question, as a follow-up where there is a previous answer."""
    if address.scope is not None:
        parsed = qa.parse(index, address.text or address.question)
        return replace(parsed, scope=address.scope, topic=address.topic or parsed.topic)
    chosen = address.filters.scope(index)
    before = previous.parsed if previous else None
    parsed = qa.parse(index, address.question, chosen, before, previous.quoted_years if previous else ())
    if chosen and chosen.unknown:
        return replace(parsed, scope=replace(parsed.scope, unknown=chosen.unknown))
    return parsed


def answer_address(index: Index, address: QuestionAddress, parsed: ParsedQuestion) -> Answer:
    """Answer a parsed question, or decline it."""
    if not words(address.question):
        return qa.ask(index, "")
    return replace(qa.answer_parsed(index, address.question, parsed), parsed=parsed)


def standalone_address(index: Index, address: QuestionAddress, parsed: ParsedQuestion) -> QuestionAddress:
    """The address that asks the same without the conversation: with the scope set, where the words alone give another."""
    alone = parse_address(index, replace(address, text="", topic=""))
    if (alone.scope, alone.text, alone.topic) == (parsed.scope, parsed.text, parsed.topic):
        return replace(address, text="", topic="")
    return address.within(parsed.scope, parsed)


def _scope_pairs(scope: Scope) -> Iterator[tuple[str, str]]:
    for name in ("authority", "region", "without", "unknown", "year"):
        values: Sequence[object] = getattr(scope, _FIELDS[name])
        yield from ((name, str(value)) for value in values)
    yield from (("month", f"{year}-{month:02}") for year, month in scope.months)
    yield from (("kind", kind.value) for kind in scope.kinds)
    yield from (("neighbours", name) for name in scope.neighbours_of)
    yield from (("judgement", f"{area or _ANY}:{grade}") for area, grade in scope.judged)
    if scope.latest:
        yield "latest", "1"


_FIELDS = {
    "authority": "authorities",
    "region": "regions",
    "without": "without",
    "unknown": "unknown",
    "year": "years",
}


def _read_scope(given: dict[str, list[str]]) -> Scope:
    try:
        return Scope(
            authorities=tuple(given.get("authority", ())),
            years=tuple(int(year) for year in given.get("year", ())),
            months=tuple(_month(month) for month in given.get("month", ())),
            kinds=tuple(Kind(kind) for kind in given.get("kind", ())),
            without=tuple(given.get("without", ())),
            unknown=tuple(given.get("unknown", ())),
            regions=tuple(given.get("region", ())),
            neighbours_of=tuple(given.get("neighbours", ())),
            judged=tuple(_judged(value) for value in given.get("judgement", ())),
            latest="latest" in given,
        )
    except ValueError as error:
        raise LinkError(f"the link has an invalid scope: {str(error)[:120]}") from error


def _month(text: str) -> tuple[int, int]:
    match = _MONTH.fullmatch(text)
    if not match or not 1 <= int(match[2]) <= 12:
        raise ValueError(f"{text!r} is not a month")
    return int(match[1]), int(match[2])


def _judged(text: str) -> tuple[Area | None, Grade]:
    area, _, grade = text.rpartition(":")
    return (None if area == _ANY else Area(area or Area.OVERALL)), Grade(grade)
