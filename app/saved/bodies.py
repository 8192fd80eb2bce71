"""A saved list as JSON."""

from pydantic import BaseModel, Field

from app.saved.items import SavedSearch
from app.saved.listing import Quoted, Saved
from app.schemas import CitationBody


class SavedQuotationBody(CitationBody):
    """A saved quotation, made anew from the stored page."""

    id: str = Field(description="Its id in the list.")

    @classmethod
    def of_saved(cls, quoted: Quoted) -> "SavedQuotationBody":
        """Describe a saved quotation."""
        return cls(id=quoted.id, **dict(CitationBody.of(quoted.citation)))


class SavedSearchBody(BaseModel):
    """A saved search."""

    id: str = Field(description="Its id in the list.")
    words: str = Field(description="What it looks for and where, in words.")
    search: SavedSearch
    url: str = Field(description="The search on Kloe's page, relative to the server's root.")
    feed: str = Field(description="The Atom feed of what it finds, relative to the server's root.")


class GoneBody(BaseModel):
    """Something that was saved and cannot be shown any more."""

    id: str = Field(description="Its id in the list.")
    explanation: str


class SavedBody(BaseModel):
    """A person's saved list."""

    person: str
    quotations: list[SavedQuotationBody] = Field(description="By document, in the order in which they were saved.")
    searches: list[SavedSearchBody]
    gone: list[GoneBody] = Field(description="What was saved and no longer stands in the documents.")

    @classmethod
    def of(cls, person: str, saved: Saved) -> "SavedBody":
        """Describe a saved list."""
        return cls(
            person=person,
            quotations=list(map(SavedQuotationBody.of_saved, saved.quotations)),
            searches=[
                SavedSearchBody(
                    id=each.id, words=each.words, search=each.search, url=each.search.link, feed=each.search.feed
                )
                for each in saved.searches
            ],
            gone=[GoneBody(id=each.id, explanation=each.explanation) for each in saved.gone],
        )
