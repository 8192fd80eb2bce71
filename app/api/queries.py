"""What a request may ask for: the parameters and bodies of the API, which the MCP tools check their arguments with too."""

from typing import Annotated

from fastapi import Path
from pydantic import AfterValidator, BaseModel, Field, StrictBool

from app.asking import LATEST, LONGEST_QUESTION, Filters, ResultList, SearchFilters, Sort, check_length, search
from index import Index
from ingest import KloeError

_MARK = r"\d{1,7}-\d{1,7}"


def _short_enough(question: str) -> str:
    """The question, if it is not too long; the fault says by how much, as on the page."""
    try:
        check_length(question)
    except KloeError as error:
        raise ValueError(str(error)) from error
    return question


Words = Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION)]
Asked = Annotated[
    str,
    Field(min_length=1, json_schema_extra={"maxLength": LONGEST_QUESTION}),
    AfterValidator(_short_enough),
]
Limit = Annotated[int, Field(ge=1, le=100, description="The most to return.")]
Offset = Annotated[int, Field(ge=0, le=100_000, description="How many to skip.")]
DocumentId = Annotated[str, Path(pattern="^[0-9a-f]{16}$", description="The document's `document_id`.")]
PageNumber = Annotated[int, Path(ge=1, le=100_000, description="The page's number, from 1.")]


class SearchQuery(SearchFilters):
    """What to search for."""

    q: Words = Field(description="What to look for. Authorities and years in it limit the search.")
    limit: Limit = 10
    offset: Offset = 0
    sort: Sort = Field(default=Sort.RELEVANCE, description="`date` gives the hundred best, newest first.")
    rerank: bool = Field(default=True, description="Rerank the results. `false` is faster, but less accurate.")

    def results(self, index: Index) -> ResultList:
        """Run the search."""
        return search(index, self.q, self, self.limit, self.offset, self.sort, self.rerank)


class DocumentsQuery(Filters):
    """Which documents to list."""

    limit: Limit = 20
    offset: Offset = 0


class FacetsQuery(SearchFilters):
    """What to count."""

    q: Words | None = Field(
        default=None,
        description="Authorities and years in it limit what is counted. Only passages that use its other words count, and documents with"
        " such a passage.",
    )


class Question(Filters):
    """A question and its filters."""

    question: Asked = Field(description="The question, in plain words.", examples=["How good was supervision in 2022?"])
    previous: list[Words] = Field(
        default=[],
        max_length=10,
        description="The previous questions, oldest first. If the question is a follow-up, Kloe takes from them what it does not say.",
        examples=[["How good was supervision in Devon in 2022?"]],
    )
    quoted: list[Words] = Field(
        default=[],
        max_length=100,
        description="The documents quoted in the previous answer, as in its `citations`, in order. A follow-up such as “and before"
        " that?” counts from them; without them, Kloe answers the previous question again.",
    )
    latest: StrictBool = Field(default=False, description=LATEST)
    generate: StrictBool = Field(
        default=True, description="Let a chat model order or word the answer, if this server uses one."
    )


class ExplainQuery(Filters):
    """A question to explain, and its filters."""

    question: Asked = Field(
        description="The question, in plain words.", examples=["What did the last letter to Devon say?"]
    )
    previous: list[Words] = Field(
        default=[], max_length=10, description="The previous questions, oldest first, if this one follows them."
    )


class CountQuery(Filters):
    """A question that counts or lists, and its filters."""

    question: Asked = Field(
        description="The question, in plain words.", examples=["How many authorities were inadequate in 2023?"]
    )


class Marks(BaseModel):
    """What to mark in a picture."""

    marks: str | None = Field(
        default=None,
        max_length=500,
        pattern=f"^{_MARK}(,{_MARK})*$",
        description="Character ranges of the page's stored text to mark, such as 120-180,300-340.",
        examples=["120-180"],
    )
