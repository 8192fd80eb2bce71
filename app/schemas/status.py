"""The state of an index, and of the server."""

from typing import Literal

from pydantic import BaseModel, Field

from app.schemas.places import Count
from index import Index, authorities_of
from ingest import Kind


class SkippedFile(BaseModel):
    """A file that was not indexed, and why."""

    document: str
    cause: str


class StatusBody(BaseModel):
    """What an index holds and how it was made."""

    index: str = Field(description="The index folder.")
    model: str = Field(description="The embedding model.")
    documents: Count
    passages: Count
    pages: Count
    authorities: Count
    first_year: int | None
    last_year: int | None
    kinds: dict[Kind, Count] = Field(description="How many documents there are of each kind.")
    waiting: Count = Field(description="Passages that the vector store has not been told of yet.")
    skipped: list[SkippedFile]

    @classmethod
    def of(cls, index: Index) -> "StatusBody":
        """Describe an index."""
        records = index.catalogue.records()
        kinds = {kind: sum(record.kind is kind for record in records) for kind in Kind}
        years = [year for record in records for year in record.years]
        skipped = index.catalogue.skipped().items()
        return cls(
            index=str(index.folder),
            model=index.catalogue.metadata()["model"],
            documents=len(records),
            passages=sum(record.passages for record in records),
            pages=sum(record.pages for record in records),
            authorities=len(authorities_of(records)),
            first_year=min(years, default=None),
            last_year=max(years, default=None),
            kinds={kind: count for kind, count in kinds.items() if count},
            waiting=index.catalogue.count_pending(),
            skipped=[SkippedFile(document=source.path, cause=cause) for source, cause in skipped],
        )


class HealthBody(BaseModel):
    """Confirms that Kloe is running, and counts what it holds."""

    status: Literal["ok"] = "ok"
    version: str
    documents: Count
    passages: Count
