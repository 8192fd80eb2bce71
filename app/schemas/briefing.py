"""A briefing: an authority's position, findings, open matters and lines of enquiry, in numbered quotations."""

from pydantic import BaseModel, Field

from app.schemas.places import CitationBody, Number
from qa.briefings import Briefing, Entry, Group, Heading, Section


class StatementBody(BaseModel):
    """A fact in Kloe's words, such as a grade."""

    text: str
    citation: Number = Field(description="The number of the citation that supports it.")


class QuotedBody(BaseModel):
    """A quotation of an entry."""

    label: str = Field(description="When or whose its words are; may be empty.")
    citation: Number = Field(description="The number of the citation that holds the words.")


class EntryBody(BaseModel):
    """One thing that a briefing tells."""

    words: str = Field(description="Kloe's own words, such as a question; empty for a quotation alone.")
    statements: list[StatementBody]
    quotations: list[QuotedBody]

    @classmethod
    def of(cls, entry: Entry) -> "EntryBody":
        """Describe an entry."""
        return cls(
            words=entry.words,
            statements=[StatementBody(text=each.text, citation=each.citation.number) for each in entry.statements],
            quotations=[QuotedBody(label=each.label, citation=each.citation.number) for each in entry.quotations],
        )


class GroupBody(BaseModel):
    """Entries of one kind."""

    title: str = Field(description="Such as “Strengths”; may be empty.")
    entries: list[EntryBody]

    @classmethod
    def of(cls, group: Group) -> "GroupBody":
        """Describe a group."""
        return cls(title=group.title, entries=list(map(EntryBody.of, group.entries)))


class SectionBody(BaseModel):
    """A section of a briefing."""

    heading: Heading
    lead: str = Field(description="What it tells in a sentence, or why it tells nothing; may be empty.")
    groups: list[GroupBody]

    @classmethod
    def of(cls, section: Section) -> "SectionBody":
        """Describe a section."""
        return cls(heading=section.heading, lead=section.lead, groups=list(map(GroupBody.of, section.groups)))


class BriefingBody(BaseModel):
    """A briefing on one authority, for its committee."""

    place: str = Field(description="The authority's official name, or the name that was given if it is not understood.")
    title: str
    lead: str = Field(description="What it is made from; empty if there is no briefing.")
    explanation: str = Field(description="Why there is no briefing; empty if there is one.")
    sections: list[SectionBody]
    citations: list[CitationBody] = Field(description="Every quotation once, by number.")

    @classmethod
    def of(cls, briefing: Briefing) -> "BriefingBody":
        """Describe a briefing."""
        return cls(
            place=briefing.place,
            title=briefing.title,
            lead=briefing.lead,
            explanation=briefing.explanation,
            sections=list(map(SectionBody.of, briefing.sections)),
            citations=list(map(CitationBody.of, briefing.citations)),
        )
