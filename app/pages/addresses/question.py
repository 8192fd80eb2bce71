"""What is asked on the page, as the page's address says it; so every answer has a link that gives it again."""

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
LISTED = ("authority", "region", "year", "kind", "judgement")  # the filters that take several values


class LinkError(KloeError):
    """A link into the page that cannot be understood; the text says why."""


def read_part(given: dict[str, list[str]]) -> int:
    """Which part of a list a link asks for, from 1; the first where it says nothing to the purpose."""
    part = given.get("part", ["1"])[0]
    return max(1, int(part)) if part.isdecimal() and 0 < len(part) < 4 else 1


@dataclass(frozen=True)
class Asked:
    """A question with what confines it.

    Attributes:
        question: as it was typed.
        filters: what takes the place of what the question's words say.
        scope: the whole scope, in place of words and filters; None where these give it.
        text, topic: of a follow-up, the question and the topic in full; empty where they are the question's own.
    """

    question: str
    filters: Filters = field(default_factory=Filters)
    scope: Scope | None = None
    text: str = ""
    topic: str = ""

    @property
    def link(self) -> str:
        """The link that asks this again."""
        given: list[tuple[str, Any]] = [("view", "ask"), ("q", self.question)]
        given += [(name, value) for name in ("text", "topic") if (value := getattr(self, name))]
        if self.scope is None:
            given += filter_pairs(self.filters)
        else:
            given += [("scope", "set"), *_scope_pairs(self.scope)]
        return f"/?{urlencode(given)}"

    def within(self, scope: Scope, parsed: ParsedQuestion) -> "Asked":
        """The same question within another scope."""
        text = parsed.text if parsed.text != self.question else ""
        return Asked(self.question, scope=scope, text=text, topic=parsed.topic)


def read_asked(query: str) -> Asked:
    """Read what is asked from the query of a link.

    Raises:
        LinkError: a value does not fit.
    """
    given = parse_qs(query.removeprefix("?"))
    question, text, topic = (given.get(name, [""])[0][:LONGEST_QUESTION] for name in ("q", "text", "topic"))
    if given.get("scope") == ["set"]:
        return Asked(question, Filters(), _read_scope(given), text, topic)
    return Asked(question, read_filters(given), None, text, topic)


def read_filters(given: dict[str, list[str]]) -> Filters:
    """Read filters from a link's values, the link's other values left alone.

    Raises:
        LinkError: a value does not fit.
    """
    try:
        latest = given.get("latest", ["0"])[0]
        return Filters(latest=latest, **{name: given[name] for name in LISTED if name in given})  # type: ignore[arg-type]
    except ValidationError as error:
        fault = error.errors()[0]
        raise LinkError(f"the link has a {fault['loc'][0]} that does not fit: {str(fault['input'])[:80]!r}") from error


def filter_pairs(filters: Filters) -> list[tuple[str, str]]:
    """Filters as the values of a link."""
    held = filters.model_dump(mode="json")
    pairs = [(name, str(value)) for name in LISTED for value in held[name]]
    return pairs + [("latest", "1")] * filters.latest


def take_apart(index: Index, asked: Asked, previous: Answer | None = None) -> ParsedQuestion:
    """Take a question apart, as one that follows the answer before it where there is one."""
    if asked.scope is not None:
        parsed = qa.parse(index, asked.text or asked.question)
        return replace(parsed, scope=asked.scope, topic=asked.topic or parsed.topic)
    chosen = asked.filters.scope(index)
    before = previous.parsed if previous else None
    parsed = qa.parse(index, asked.question, chosen, before, previous.read if previous else ())
    if chosen and chosen.unknown:
        return replace(parsed, scope=replace(parsed.scope, unknown=chosen.unknown))
    return parsed


def answer_asked(index: Index, asked: Asked, parsed: ParsedQuestion) -> Answer:
    """Answer a question that is taken apart, or decline it."""
    if not words(asked.question):
        return qa.ask(index, "")
    return replace(qa.answer_parsed(index, asked.question, parsed), parsed=parsed)


def settle(index: Index, asked: Asked, parsed: ParsedQuestion) -> Asked:
    """What asks the same again with nothing before it: where the words alone give another scope, with the scope set."""
    alone = take_apart(index, replace(asked, text="", topic=""))
    if (alone.scope, alone.text, alone.topic) == (parsed.scope, parsed.text, parsed.topic):
        return replace(asked, text="", topic="")
    return asked.within(parsed.scope, parsed)


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
            judged=tuple(_judged(held) for held in given.get("judgement", ())),
            latest="latest" in given,
        )
    except ValueError as error:
        raise LinkError(f"the link has a scope that does not fit: {str(error)[:120]}") from error


def _month(text: str) -> tuple[int, int]:
    match = _MONTH.fullmatch(text)
    if not match or not 1 <= int(match[2]) <= 12:
        raise ValueError(f"{text!r} is no month")
    return int(match[1]), int(match[2])


def _judged(text: str) -> tuple[Area | None, Grade]:
    area, _, grade = text.rpartition(":")
    return (None if area == _ANY else Area(area or Area.OVERALL)), Grade(grade)
