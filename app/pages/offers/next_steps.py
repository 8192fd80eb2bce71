"""The next steps after a declined answer: the same question with a limit less, the same words as a search, questions that work."""

from collections.abc import Iterator

from app.asking.filters import Filters
from app.pages.addresses import DocumentsAddress, QuestionAddress, SearchAddress
from app.pages.chips import chips
from app.pages.council.examples import examples
from app.pages.views.steps import Link
from index import Index, Record
from qa import Answer, ParsedQuestion, Reason

_MOST_LESS = 3  # limits that are offered to be taken away
_MOST_EXAMPLES = 3
_LIMITED = (Reason.NO_DOCUMENT, Reason.SILENT, Reason.UNKNOWN_AUTHORITY, Reason.PREMISE)
_UNANSWERABLE = (Reason.OUT_OF_REMIT, Reason.NO_QUESTION)


def next_steps(index: Index, address: QuestionAddress, parsed: ParsedQuestion, answer: Answer) -> list[Link]:
    """What a reader may do next where a question is declined; empty where it is answered, or a council must be chosen first."""
    if answer.reason in _LIMITED:
        return [*_with_less(index, address, parsed), *_held(index, parsed), *_searched(parsed, answer)]
    return list(_examples(index)) if answer.reason in _UNANSWERABLE else []


def _with_less(index: Index, address: QuestionAddress, parsed: ParsedQuestion) -> list[Link]:
    """The same question without one of its limits, where that leaves more documents to answer from."""
    held = len(parsed.scope.held_by(index))
    offers = []
    for chip in chips(parsed.scope):
        wider = len(chip.rest.held_by(index))
        if wider > held:
            documents = "1 document" if wider == 1 else f"{wider:,} documents"
            offers.append(Link(f"Ask without “{chip.label}” ({documents})", address.within(chip.rest, parsed).link))
    return offers[:_MOST_LESS]


def _held(index: Index, parsed: ParsedQuestion) -> Iterator[Link]:
    """What is held on the authorities that were named."""
    for name in parsed.scope.authorities[:_MOST_LESS]:
        if _on(index, name):
            yield Link(f"See every document on {name}", DocumentsAddress(filters=Filters(authority=[name])).link)


def _searched(parsed: ParsedQuestion, answer: Answer) -> Iterator[Link]:
    if parsed.topic and answer.reason is Reason.SILENT:
        yield Link(f"Search for “{parsed.topic}” in all documents", SearchAddress(parsed.topic).link)


def _examples(index: Index) -> Iterator[Link]:
    """Questions that the documents can answer."""
    for example in examples(index)[:_MOST_EXAMPLES]:
        yield Link(example.question, QuestionAddress(example.question).link)


def _on(index: Index, name: str) -> list[Record]:
    return [record for record in index.catalogue.records() if name in record.authorities]
