"""What is asked of an index of any size: the topics, the scopes, and the steps that are timed."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from starlette.requests import Request

import qa
from app.api.document_routes import list_documents
from app.api.queries import DocumentsQuery
from app.asking.facets import count_facets
from app.pages.addresses.documents import DocumentsAddress
from app.pages.addresses.documents import list_documents as list_on_page
from bench.scaling.growing import in_order
from index import Index, PassageScope, Record
from index.lexical import topic_words
from index.nearest import NearestSearch

TOPICS = (
    "caseloads of social workers",
    "management oversight and supervision",
    "placement stability for children in care",
    "support for care leavers",
    "children missing from home",
    "risk of sexual exploitation",
    "decisions in the multi-agency safeguarding hub",
    "thresholds for referral",
    "timeliness of assessments",
    "quality of child protection plans",
    "visits to disabled children",
    "private fostering arrangements",
    "permanence planning and adoption",
    "the work of the virtual school",
    "health checks for children in care",
    "turnover of staff and agency workers",
    "quality assurance and audit",
    "the voice of the child",
    "life story work",
    "early help for families",
    "responses to domestic abuse",
    "neglect that lasts too long",
    "pre-proceedings under the public law outline",
    "unaccompanied asylum-seeking children",
    "emergency duty team out of hours",
    "independent reviewing officers",
    "homes for young people aged 16 and 17",
    "education, health and care plans",
    "return home interviews",
    "training and development of the workforce",
)
VECTORS = 100  # candidates, as in a search
_MATCHES = 1000  # the most matches given a BM25 score, as in a search
_DRAWS = 10  # scopes of each sort, which take turns
_FIRST = 10  # documents, which every index holds
_ALL = "all"
Step = Callable[[int], object]
"""Done once in each turn, with the turn's number."""


@dataclass(frozen=True)
class Chosen:
    """The authorities and the years that searches are limited to, the same at every size."""

    places: tuple[str, ...]
    years: tuple[int, ...]


def choose(records: Sequence[Record]) -> Chosen:
    """Choose those of the first documents, which every index holds, however small."""
    ordered = in_order([record for record in records if record.passages])[:_FIRST]
    places = dict.fromkeys(record.authority for record in ordered if record.authority)
    years = dict.fromkeys(year for record in ordered for year in record.years)
    return Chosen(tuple(places)[:_DRAWS], tuple(years)[:_DRAWS])


@dataclass(frozen=True)
class Reader:
    """An open index with what is asked of it."""

    index: Index
    chosen: Chosen

    @property
    def near(self) -> NearestSearch:
        """The vector search of the open index; another would hold all the vectors a second time."""
        return self.index._open().near

    @cached_property
    def scopes(self) -> Mapping[str, Sequence[PassageScope]]:
        """The scopes of each sort, by its name."""
        records = self.index.catalogue.records()
        scopes = {
            _ALL: [PassageScope()],
            "one authority": [
                _of(each for each in records if place in each.authorities) for place in self.chosen.places
            ],
            "one year": [_of(each for each in records if year in each.years) for year in self.chosen.years],
        }
        for count, name in ((30, "30 documents"), (300, "300 documents")):
            if len(records) >= 2 * count:
                draw = random.Random(count)
                scopes[name] = [_of(draw.sample(records, count)) for _ in range(_DRAWS)]
        return scopes

    @cached_property
    def vectors(self) -> NDArray[np.float32]:
        """The vectors of the topics, an array of shape (topics, dimensions)."""
        return self.index.embedder.encode(TOPICS)

    def steps(self) -> dict[str, Step]:
        """The steps to time, by name."""
        steps: dict[str, Step] = {
            "embedding a query": lambda turn: self.index.embedder.encode_with_tokens([topic(turn)])
        }
        for name, scopes in self.scopes.items():
            steps[f"by meaning alone, {name}"] = self._by_meaning(scopes)
        for name, scopes in self.scopes.items():
            steps[f"by words alone, {name}"] = self._by_words(scopes)
        for name, scopes in self.scopes.items():
            steps[f"search, {name}"] = self._search(scopes)
        return steps | self._questions() | self._lists()

    def nearest(self, vector: NDArray[np.float32], scope: PassageScope) -> list[str]:
        """The ids of the nearest passages, as a search looks for them."""
        with self.index.pinned():
            return list(self.near.nearest(vector, VECTORS, scope))

    def _by_meaning(self, scopes: Sequence[PassageScope]) -> Step:
        return lambda turn: self.nearest(self.vectors[turn % len(TOPICS)], scopes[turn % len(scopes)])

    def _by_words(self, scopes: Sequence[PassageScope]) -> Step:
        return lambda turn: self.index.catalogue.match_terms(
            topic_words(topic(turn)), _MATCHES, scopes[turn % len(scopes)]
        )

    def _search(self, scopes: Sequence[PassageScope]) -> Step:
        return lambda turn: self.index.search(topic(turn), scopes[turn % len(scopes)].documents)

    def _questions(self) -> dict[str, Step]:
        places, years = self.chosen.places, self.chosen.years
        return {
            "answer, all": lambda turn: qa.ask(self.index, f"{_asked(turn)}?"),
            "answer, one authority": lambda turn: qa.ask(
                self.index, f"{_asked(turn)} in {places[turn % len(places)]}?"
            ),
            "answer, one year": lambda turn: qa.ask(self.index, f"{_asked(turn)} in {years[turn % len(years)]}?"),
        }

    def _lists(self) -> dict[str, Step]:
        request = Request({"type": "http", "path": "/api/v1/documents", "query_string": b"", "headers": []})
        return {
            "facets, all": lambda _: count_facets(self.index, self.index.catalogue.records()),
            "first documents, by the API": lambda _: list_documents(request, self.index, DocumentsQuery()),
            "all documents, as on the page": lambda _: list_on_page(self.index, DocumentsAddress()),
        }


def topic(turn: int) -> str:
    """The topic of a turn."""
    return TOPICS[turn % len(TOPICS)]


def _asked(turn: int) -> str:
    return f"What did Ofsted say about {topic(turn)}"


def _of(records: Iterable[Record]) -> PassageScope:
    return PassageScope(tuple(record.id for record in records))
