"""The filters of a search or a question, under the same names on the pages, in the commands and in the API."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema, field_validator

from index import Index, Polarity, Said, authorities_of
from ingest import AreaOutcome, Grade, Kind, KloeError, Stance, VisitTopic
from ingest.authorities import AuthorityNames, fold
from ingest.dates import day_words
from qa import Scope
from qa.question.scope import LATEST as LATEST_DOCUMENT
from qa.question.scope import Judged, Period
from qa.themes import themes

LATEST = "Only each authority's latest inspection; with `kind`, its latest document of those kinds."
LONGEST_QUESTION = 1000  # characters
_MOST_VALUES = 50  # of one filter
# Words that may surround an authority's name: "Devon County Council".
_STYLES = frozenset("the council county city borough district metropolitan unitary london royal of".split())

_Model = TypeVar("_Model", bound=BaseModel)

Name = Annotated[str, Field(min_length=1, max_length=200)]
Year = Annotated[int, Field(ge=1900, le=2100)]
_FIRST, _LAST = date(1900, 1, 1), date(2100, 12, 31)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _written_as_day(value: Any) -> Any:
    """Refuse what pydantic would read as seconds since 1970."""
    if not isinstance(value, date) and not (isinstance(value, str) and _DAY.fullmatch(value)):
        raise ValueError("write a day as in 2022-03-31")
    return value


Day = Annotated[date | None, BeforeValidator(_written_as_day), WithJsonSchema({"type": "string", "format": "date"})]


class Region(StrEnum):
    """The regions of England by their official names."""

    EAST_MIDLANDS = "East Midlands"
    EAST_OF_ENGLAND = "East of England"
    LONDON = "London"
    NORTH_EAST = "North East"
    NORTH_WEST = "North West"
    SOUTH_EAST = "South East"
    SOUTH_WEST = "South West"
    WEST_MIDLANDS = "West Midlands"
    YORKSHIRE_AND_THE_HUMBER = "Yorkshire and the Humber"


class Filters(BaseModel):
    """Filters. Each one overrides what the question itself says."""

    model_config = ConfigDict(extra="forbid")  # if a misspelt filter were ignored, other places would be searched too

    authority: list[Name] = Field(
        default=[], max_length=_MOST_VALUES, description="Only these authorities. Any name they are known by will do."
    )
    region: list[Region] = Field(
        default=[], max_length=_MOST_VALUES, description="Authorities in these regions, as well as any named."
    )
    year: list[Year] = Field(
        default=[], max_length=_MOST_VALUES, description="Only documents inspected or published in these years."
    )
    kind: list[Kind] = Field(default=[], max_length=_MOST_VALUES, description="Only documents of these kinds.")
    judgement: list[Grade] = Field(
        default=[],
        max_length=_MOST_VALUES,
        description="Only documents with one of these grades for overall effectiveness.",
    )
    topic_of_visit: list[VisitTopic] = Field(
        default=[], max_length=_MOST_VALUES, description="Only focused visits on one of these topics."
    )
    outcome: list[AreaOutcome] = Field(
        default=[], max_length=_MOST_VALUES, description="Only area SEND inspections with one of these outcomes."
    )
    latest: bool = Field(default=False, description=LATEST)
    since: Day = Field(
        default=None, description="Only documents inspected, published or, of a meeting, met on this day or later."
    )
    until: Day = Field(default=None, description="Only documents inspected, published or met on this day or earlier.")

    @property
    def said(self) -> Said:
        """What passages must say: anything at all."""
        return Said()

    @property
    def said_words(self) -> str:
        """What passages must say, in words; empty if they may say anything."""
        return ""

    @property
    def unknown_themes(self) -> str:
        """Which themes Kloe does not have, in words: there are none to know."""
        return ""

    def scope(self, index: Index) -> Scope | None:
        """The scope that the filters set; None if there are no filters.

        Unrecognised authority names go into its `unknown`.
        """
        if not any(getattr(self, name) for name in Filters.model_fields):
            return None
        authorities, unknown = _official_names(index, self.authority)
        return Scope(
            authorities=authorities,
            years=tuple(self.year),
            kinds=tuple(self.kind),
            unknown=unknown,
            regions=tuple(self.region),
            judged=(Judged(tuple(self.judgement)),) if self.judgement else (),
            topics=tuple(self.topic_of_visit),
            outcomes=tuple(self.outcome),
            pick=LATEST_DOCUMENT if self.latest else None,
            periods=_period(self.since, self.until),
        )


class SearchFilters(Filters):
    """The filters of a search: those of documents, and those of passages."""

    stance: list[Stance] = Field(
        default=[], max_length=10, description="Only passages in sections of these kinds, such as “needs to improve”."
    )
    polarity: list[Polarity] = Field(
        default=[], max_length=2, description="Only passages with a finding that praises, or that criticises."
    )
    theme: list[Name] = Field(
        default=[],
        max_length=_MOST_VALUES,
        description="Only passages with a finding about one of these themes, such as “Care leavers”; with `polarity`, that same finding.",
    )

    @field_validator("theme")
    @classmethod
    def _as_kloe_names_them(cls, given: list[str]) -> list[str]:
        named = {theme.casefold(): theme for theme in themes().names}
        return [named.get(name.casefold(), name) for name in given]

    @property
    def unknown_themes(self) -> str:
        """Which themes Kloe does not have, in words, and which it has; empty if it has them all."""
        unknown = [f"“{name}”" for name in self.theme if name not in themes().names]
        return (
            f"Kloe has no theme {' or '.join(unknown)}. Its themes are {', '.join(themes().names)}." if unknown else ""
        )

    @property
    def said(self) -> Said:
        """What passages must say."""
        return Said(tuple(self.stance), tuple(self.polarity), tuple(self.theme))

    @property
    def said_words(self) -> str:
        """What passages must say, in words; empty if they may say anything."""
        parts = (("under ", self.stance), ("with ", self.polarity), ("about ", self.theme))
        return ", ".join(f"{before}{' or '.join(values)}" for before, values in parts if values)


def _period(since: date | None, until: date | None) -> tuple[Period, ...]:
    """The days from one to another, in either order; one that is not given leaves that end open."""
    if not (since or until):
        return ()
    first, last = sorted(min(max(day, _FIRST), _LAST) for day in (since or _FIRST, until or _LAST))
    if since and until:
        return (Period(first, last),)
    return (Period(first, last, f"{day_words(first)} or later" if since else f"{day_words(last)} or earlier"),)


def check_length(question: str) -> None:
    """Check that a question is not too long.

    Raises:
        KloeError: it is; the text gives both lengths.
    """
    if len(question) > LONGEST_QUESTION:
        over = len(question) - LONGEST_QUESTION
        raise KloeError(
            f"This question has {len(question):,} characters; the most is {LONGEST_QUESTION:,}. Take out {over:,}."
        )


def read_values(model: type[_Model], **values: Any) -> _Model:
    """Check the values that a command or a tool was called with; None stands for the usual one.

    Raises:
        KloeError: a value is invalid; the text names it.
    """
    try:
        return model(**{name: value for name, value in values.items() if value is not None})
    except ValidationError as error:
        faults = (
            f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].removeprefix('Value error, ')}"
            for fault in error.errors()
        )
        raise KloeError("; ".join(faults)) from error


def _official_names(index: Index, given: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The official names of authorities, and the names that were not recognised."""
    if not given:
        return (), ()
    names = AuthorityNames(authorities_of(index.catalogue.records()))
    by_name = {name: _authorities_named(names, name) for name in given}
    official = [authority for authorities in by_name.values() for authority in authorities]
    return tuple(dict.fromkeys(official)), tuple(name for name, authorities in by_name.items() if not authorities)


def _authorities_named(names: AuthorityNames, given: str) -> tuple[str, ...]:
    """The authorities that a name stands for, as a question may write it: "Hull", "LB Camden", "Devon County Council"."""
    given = " ".join(given.split())
    exact = names.by_name.get(fold(given), ())
    if exact:
        return exact
    mentions = names.find(given)
    places = {(mention.start, mention.end) for mention in mentions}
    if len(places) != 1:
        return ()
    start, end = places.pop()
    around = fold(given[:start] + " " + given[end:]).split()
    return () if set(around) - _STYLES else tuple(mention.name for mention in mentions)
