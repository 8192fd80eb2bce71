"""A saved list looked up in the index: quotations by document, searches, and what is gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.saved.items import SavedQuotation, SavedSearch
from app.saved.quoting import quote_again
from index import Index, one_state
from qa import Citation, document_reference


@dataclass(frozen=True)
class Quoted:
    """A saved quotation, made anew from its page; `id` is its id in the list."""

    id: str
    citation: Citation


@dataclass(frozen=True)
class Searched:
    """A saved search. `words` say what it looks for and where; `id` is its id in the list."""

    id: str
    search: SavedSearch
    words: str


@dataclass(frozen=True)
class Gone:
    """Something that was saved and cannot be shown. `explanation` says why; `id` is its id in the list."""

    id: str
    explanation: str


@dataclass(frozen=True)
class Saved:
    """A saved list.

    Attributes:
        quotations: by document, in the order in which they were saved, numbered from 1.
        searches: in the order in which they were saved.
        gone: what cannot be shown any more.
    """

    quotations: tuple[Quoted, ...] = ()
    searches: tuple[Searched, ...] = ()
    gone: tuple[Gone, ...] = ()

    @property
    def documents(self) -> list[tuple[str, list[Quoted]]]:
        """The quotations by document, each document in words."""
        grouped: dict[str, list[Quoted]] = {}
        for quoted in self.quotations:
            grouped.setdefault(quoted.citation.record.id, []).append(quoted)
        return [(document_reference(group[0].citation.record), group) for group in grouped.values()]


@one_state
def look_up(index: Index, items: Sequence[tuple[str, SavedQuotation | SavedSearch | None]]) -> Saved:
    """Look up a saved list.

    Args:
        items: what was saved, each with its id; None for what cannot be read.
    """
    quoted: dict[str, list[Quoted]] = {}
    searches, gone = [], []
    for id_, item in items:
        if isinstance(item, SavedSearch):
            searches.append(Searched(id_, item, _search_words(index, item)))
        elif item and (citation := quote_again(index, item)):
            quoted.setdefault(item.document, []).append(Quoted(id_, citation))
        else:
            gone.append(Gone(id_, _gone_words(index, item)))
    in_order = (each for group in quoted.values() for each in group)
    numbered = (
        replace(each, citation=replace(each.citation, number=number)) for number, each in enumerate(in_order, 1)
    )
    return Saved(tuple(numbered), tuple(searches), tuple(gone))


def _search_words(index: Index, search: SavedSearch) -> str:
    scope = search.scope(index)
    limits = [str(scope)] if scope and str(scope) else []
    limits += [f"unknown authority “{name}”" for name in scope.unknown] if scope else []
    limits += [search.said_words] if search.said_words else []
    return f"“{search.q}”" + (f" ({'; '.join(limits)})" if limits else "")


def _gone_words(index: Index, item: SavedQuotation | None) -> str:
    if item is None:
        return "Something that was saved cannot be read."
    page, record = item.spans[0].page, index.catalogue.record(item.document)
    if record:
        return f"A quotation from page {page} of {document_reference(record)} no longer stands there."
    return f"A quotation from page {page} of a document that is no longer in the index, or that a newer version has replaced."
