"""The addresses of views: reads a link's query into an address, gives what the address asks for, and writes the link again."""

from app.pages.addresses.documents import DocumentsAddress, list_documents, read_documents_address
from app.pages.addresses.question import (
    MOST_EARLIER,
    QuestionAddress,
    answer_address,
    lasting_address,
    parse_address,
    read_question_address,
)
from app.pages.addresses.scope_links import LinkError
from app.pages.addresses.search import (
    SearchAddress,
    count_address_facets,
    read_search_address,
    search_address,
    topic_stems,
)

__all__ = [
    "MOST_EARLIER",
    "DocumentsAddress",
    "LinkError",
    "QuestionAddress",
    "SearchAddress",
    "answer_address",
    "count_address_facets",
    "lasting_address",
    "list_documents",
    "parse_address",
    "read_documents_address",
    "read_question_address",
    "read_search_address",
    "search_address",
    "topic_stems",
]
