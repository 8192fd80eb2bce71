"""The filters of a search or a question, under the same names on the pages, in the commands and in the API."""

from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index import Index, authorities_of
from ingest import AreaOutcome, Grade, Kind, KloeError, VisitTopic
from ingest.authorities import AuthorityNames, fold
from qa import Scope
from qa.question.scope import LATEST as LATEST_DOCUMENT
from qa.question.scope import Judged

LATEST = "Only each authority's latest inspection; with `kind`, its latest document of those kinds."
LONGEST_QUESTION = 1000  # characters
_MOST_VALUES = 50  # of one filter
# Words that may surround an authority's name: "Devon County Council".
_STYLES = frozenset("the council county city borough district metropolitan unitary london royal of".split())

_Model = TypeVar("_Model", bound=BaseModel)

Name = Annotated[str, Field(min_length=1, max_length=200)]
Year = Annotated[int, Field(ge=1900, le=2100)]


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
        )


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
    """Check the values that a command or a tool was called with.

    Raises:
        KloeError: a value is invalid; the text names it.
    """
    try:
        return model(**values)
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
