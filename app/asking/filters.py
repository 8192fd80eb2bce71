"""The filters by which a person or a program confines a search, named as the commands name them (`judgement` is `--judged`)."""

from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from index import Index
from ingest import Area, Grade, Kind, KloeError
from ingest.authorities import AuthorityNames, fold
from qa import Scope

LATEST = "Only each authority's newest inspection, or its newest document of the kinds given."
LONGEST_QUESTION = 1000  # characters
_MOST = 50  # values of one filter
# What may stand around an authority's name and names nothing itself: "Devon County Council".
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
    """Filters, each of which takes the place of what a question's words say; none for those left out."""

    model_config = ConfigDict(extra="forbid")  # a filter by a wrong name would be none, and other places would come

    authority: list[Name] = Field(
        default=[], max_length=_MOST, description="Only these authorities, by any of their names."
    )
    region: list[Region] = Field(
        default=[], max_length=_MOST, description="Only authorities of these regions, beside those named."
    )
    year: list[Year] = Field(
        default=[], max_length=_MOST, description="Only documents inspected or published in these years."
    )
    kind: list[Kind] = Field(default=[], max_length=_MOST, description="Only documents of these kinds.")
    judgement: list[Grade] = Field(
        default=[], max_length=_MOST, description="Only documents with one of these grades for overall effectiveness."
    )

    latest: bool = Field(default=False, description=LATEST)

    def scope(self, index: Index) -> Scope | None:
        """The scope that the filters confine a question to; None where there are none.

        A name that is that of no authority is among the scope's `unknown`.
        """
        if not (self.authority or self.region or self.year or self.kind or self.judgement or self.latest):
            return None
        chosen, unknown = _official(index, self.authority)
        return Scope(
            authorities=chosen,
            years=tuple(self.year),
            kinds=tuple(self.kind),
            unknown=unknown,
            regions=tuple(self.region),
            judged=tuple((Area.OVERALL, grade) for grade in self.judgement),
            latest=self.latest,
        )


def read_values(model: type[_Model], **given: Any) -> _Model:
    """Check values that a command or a tool was called with.

    Raises:
        KloeError: one does not fit; the text names it.
    """
    try:
        return model(**given)
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise KloeError("; ".join(faults)) from error


def _official(index: Index, given: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The official names behind the names that were given, and the names that are none."""
    if not given:
        return (), ()
    names = AuthorityNames({record.authority for record in index.catalogue.records() if record.authority})
    found = {name: _meant(names, name) for name in given}
    chosen = [official for meant in found.values() for official in meant]
    return tuple(dict.fromkeys(chosen)), tuple(name for name, meant in found.items() if not meant)


def _meant(names: AuthorityNames, given: str) -> tuple[str, ...]:
    """The authorities of one name as a question may write it: "Hull", "LB Camden", "Devon County Council"."""
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
