"""Kloe's retrieval as a LangChain retriever: `KloeRetriever`."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from index import Index, SearchResult
from ingest import Kind
from qa.answer import Pinpoint, find, parse, place_reference
from qa.question import Scope


class KloeRetriever(BaseRetriever):
    """Finds the passages that answer a question, in the scope set by its words and by these filters.

    A filter replaces what the question's words say. If no document is in the scope, or the question names an authority that
    Kloe does not know, the result is empty.

    Args:
        index: an open index.
        authorities: official names, as in the catalogue.
        regions: official names.
        years: years of inspection or publication.
        kinds: kinds of document, or their values ("focused-visit").
        limit: the most passages to return.
        rerank: rerank the passages, by late interaction or by the cross-encoder with which the index was opened.

    Raises:
        pydantic.ValidationError: a field has an invalid value, or there is no field of that name.
    """

    # A misspelt field must fail: if it were ignored, passages about other places would be returned.
    model_config = ConfigDict(extra="forbid")

    index: Index
    authorities: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    kinds: tuple[Kind, ...] = ()
    limit: int = Field(default=20, ge=1)
    rerank: bool = True

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        chosen = Scope(authorities=self.authorities, regions=self.regions, years=self.years, kinds=self.kinds)
        results = find(self.index, parse(self.index, query, chosen), self.limit, self.rerank)
        return [Document(result.passage.text, id=result.id, metadata=_metadata(result)) for result in results]


def _metadata(result: SearchResult) -> dict[str, Any]:
    """What a chain cites and filters by, as JSON values."""
    record, passage = result.record, result.passage
    reference = place_reference(record, Pinpoint.of(passage))
    return {
        "passage": result.id,
        "document": record.path,
        "authority": record.authority,
        "authorities": list(record.authorities),
        "kind": record.kind.value,
        "page": passage.page,
        "paragraph": passage.number,
        "item": passage.item,
        "said_by": passage.said_by,
        "published": record.published.isoformat() if record.published else None,
        "years": list(record.years),
        "headings": list(passage.headings),
        "score": result.score,
        "reference": reference,
    }
