"""Kloe's retrieval as one LangChain retriever: `KloeRetriever`."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from index import Index, SearchResult
from ingest import Kind
from qa.answer import Citation, find, parse
from qa.question.scope import Scope


class KloeRetriever(BaseRetriever):
    """Finds the passages for a question, inside the scope that its words and these filters give.

    A filter that is set takes the place of what the question's words say. Where no document lies inside the scope, or the
    question names an authority that Kloe does not know, nothing is found.

    Args:
        index: an opened index.
        authorities: official names, as the catalogue holds them.
        regions: official names of regions.
        years: of inspection or publication.
        kinds: kinds of document, or their values ("focused-visit").
        limit: how many passages at most.
        rerank: look closer at what was found, by late interaction or the cross-encoder that the index is opened with.

    Raises:
        pydantic.ValidationError: a field has a value that does not fit, or is none of these.
    """

    # A filter by a wrong name would be none at all, and the passages of other places would come.
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
        found = find(self.index, parse(self.index, query, chosen), self.limit, self.rerank)
        return [Document(result.passage.text, id=result.id, metadata=_metadata(result)) for result in found]


def _metadata(result: SearchResult) -> dict[str, Any]:
    """What a chain cites and filters by, in values that JSON knows."""
    record, passage = result.record, result.passage
    whole = Citation(1, record, passage.text, passage.spans, result.id, passage.number)
    return {
        "passage": result.id,
        "document": record.path,
        "authority": record.authority,
        "kind": record.kind.value,
        "page": passage.page,
        "paragraph": passage.number,
        "published": record.published.isoformat() if record.published else None,
        "years": list(record.years),
        "headings": list(passage.headings),
        "score": result.score,
        "reference": whole.reference,
    }
