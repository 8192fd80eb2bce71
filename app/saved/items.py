"""What can be saved: the place of a quotation, or a search. Neither holds words of a document."""

import hashlib
import json
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, TypeAdapter, ValidationError

from app.asking import LATEST, LONGEST_QUESTION, SearchFilters, Sort
from app.feeds import SearchFeed, query_of
from app.root import rooted
from ingest import Span
from qa import Citation

_MOST_SPANS = 500  # a long list has some thirty
_LAST = ("stance", "sort", "polarity", "theme")  # in the JSON of a search, in the order in which they came to be
_LARGEST = 10_000_000  # characters into a page


def _number(value: Any) -> Any:
    """Refuse what Python would read as a number and JSON does not have for one."""
    if isinstance(value, bool | str):
        raise ValueError("this is not a number")
    return value


Number = Annotated[int, BeforeValidator(_number)]


class SavedSpan(BaseModel):
    """Characters `start:end` of a page's stored text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    page: Number = Field(ge=1, le=100_000)
    start: Number = Field(ge=0, le=_LARGEST)
    end: Number = Field(ge=1, le=_LARGEST)


class SavedQuotation(BaseModel):
    """A quotation, by its place."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: Literal["quotation"]
    document: str = Field(min_length=1, max_length=64, description="The document's `document_id`.")
    spans: tuple[SavedSpan, ...] = Field(
        min_length=1,
        max_length=_MOST_SPANS,
        description="Where its words are, in order: the `marks` of its `url` on its page, and the marks `after` on the next.",
    )

    @classmethod
    def of(cls, document: str, spans: Iterable[Span]) -> "SavedQuotation":
        """The quotation at some spans."""
        places = tuple(SavedSpan(page=span.page, start=span.start, end=span.end) for span in spans)
        return cls(type="quotation", document=document, spans=places)

    @classmethod
    def of_citation(cls, citation: Citation) -> "SavedQuotation":
        """The quotation of a citation."""
        return cls.of(citation.record.id, citation.spans)

    @property
    def places(self) -> tuple[Span, ...]:
        """Where its words are."""
        return tuple(Span(span.page, span.start, span.end) for span in self.spans)


class SavedSearch(SearchFilters):
    """A search with its filters."""

    type: Literal["search"]
    q: str = Field(min_length=1, max_length=LONGEST_QUESTION, description="What to look for.")
    sort: Sort = Sort.RELEVANCE
    latest: StrictBool = Field(default=False, description=LATEST)

    @property
    def link(self) -> str:
        """The link to the search on the page."""
        return rooted(f"/?view=search&{query_of(self, 'type')}")

    @property
    def feed(self) -> str:
        """The link to the feed of what it finds."""
        return SearchFeed(**self.model_dump(exclude={"type", "sort"}, exclude_none=True)).link


SavedItem = Annotated[SavedQuotation | SavedSearch, Field(discriminator="type")]

_ITEM: TypeAdapter[SavedQuotation | SavedSearch] = TypeAdapter(SavedItem)


def value_of(item: SavedQuotation | SavedSearch) -> str:
    """An item as JSON, always in the same letters: an id is made from them."""
    values = item.model_dump(mode="json", exclude_defaults=True)
    values |= {name: values.pop(name) for name in _LAST if name in values}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def id_of(item: SavedQuotation | SavedSearch) -> str:
    """The id of an item: the same for the same item, wherever it is kept."""
    return hashlib.sha256(value_of(item).encode()).hexdigest()[:16]


def read_item(given: Any) -> SavedQuotation | SavedSearch | None:
    """An item from JSON or from what JSON holds; None if it is not one."""
    try:
        return _ITEM.validate_json(given) if isinstance(given, str) else _ITEM.validate_python(given)
    except ValidationError:
        return None


def read_items(given: Iterable[Any]) -> list[tuple[str, SavedQuotation | SavedSearch | None]]:
    """The items that a browser keeps, each with its id there; None for what is not one."""
    entries = [entry if isinstance(entry, dict) else {} for entry in given]
    return [(str(entry.get("id", ""))[:64], read_item(entry.get("item"))) for entry in entries]
