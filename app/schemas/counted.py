"""Counts: a number or a list that a question asks for, and the papers behind it."""

from pydantic import BaseModel, ConfigDict, Field

from app.schemas.places import CitationBody, Count
from app.schemas.scope import ScopeBody
from qa.counts import Counted, Group, Row

# A field cannot share the name of the method that makes the body, so that "of" is an alias.
_NAMED_OF = ConfigDict(serialize_by_alias=True)


class GroupBody(BaseModel):
    """A part of what was counted, such as a region or a year; together they are a chart's data."""

    model_config = _NAMED_OF

    label: str
    number: float = Field(description="In the unit of the whole.")
    among: Count = Field(serialization_alias="of", description="How many it was counted among.")

    @classmethod
    def of(cls, group: Group) -> "GroupBody":
        """Describe a group."""
        return cls(label=group.label, number=group.number, among=group.of)


class RowBody(BaseModel):
    """One that was counted."""

    authority: str
    document_id: str = Field(description="The paper by which it counts; the newest if there are several.")
    value: str = Field(description="What is the case, in words, such as “inadequate (4 May 2015)”.")
    citations: list[CitationBody] = Field(description="The words of the papers that give it.")

    @classmethod
    def of(cls, row: Row) -> "RowBody":
        """Describe a row."""
        return cls(
            authority=row.authority,
            document_id=row.record.id,
            value=row.value,
            citations=list(map(CitationBody.of, row.citations)),
        )


class CountBody(BaseModel):
    """The answer to a question that counts or lists."""

    model_config = _NAMED_OF

    computed: bool = Field(
        description="False if the question cannot be counted, or could be read in more than one way; there is no number then."
    )
    lead: str = Field(description="The first line of the answer; empty if nothing was computed.")
    asked: str = Field(description="What was counted, in words.")
    number: float | None = Field(description="The number; null if nothing was computed.")
    unit: str = Field(description="The unit of the number, such as “authorities”, “%” or “days”.")
    among: Count | None = Field(serialization_alias="of", description="How many it was counted among.")
    of_words: str = Field(description="Those in words.")
    missing: list[str] = Field(description="What was left out, and what else the words could mean, a sentence each.")
    groups: list[GroupBody] = Field(description="The parts that the question asks for; empty if it asks for none.")
    rows: list[RowBody] = Field(description="The list behind the number.")
    explanation: str = Field(description="Why nothing was computed; empty if something was.")
    scope: ScopeBody | None = Field(description="What the question confines itself to; null if it was not parsed.")

    @classmethod
    def of(cls, counted: Counted) -> "CountBody":
        """Describe a count."""
        return cls(
            computed=counted.computed,
            lead=counted.lead,
            asked=counted.asked,
            number=counted.number,
            unit=counted.unit,
            among=counted.of,
            of_words=counted.of_words,
            missing=list(counted.missing),
            groups=list(map(GroupBody.of, counted.groups)),
            rows=list(map(RowBody.of, counted.rows)),
            explanation=counted.explanation,
            scope=ScopeBody.of(counted.parsed.scope) if counted.parsed else None,
        )
