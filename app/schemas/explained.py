"""How a question was understood."""

from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from app.schemas.scope import ScopeBody
from ingest import Area, Grade, Stance
from qa.question import Act, Direction, Intent, Measure, Purpose, Sides, Unit

if TYPE_CHECKING:
    from app.asking import Understood


class IntentBody(BaseModel):
    """What the question needs beside its purpose. What it does not need is null, empty or false."""

    facts: list[str] = Field(description="The facts that it asks for by name, such as “grade”.")
    areas: list[Area] = Field(description="The areas of judgement that it names.")
    claimed: Grade | None = Field(description="The grade that it asks to confirm.")
    assumed: Grade | None = Field(description="The grade that it takes for granted.")
    measure: Measure | None = Field(description="The kind of figure.")
    stances: list[Stance] = Field(description="The kinds of section that it asks to see in full.")
    act: Act | None = Field(description="What it asks of a meeting.")
    direction: Direction | None = Field(description="Which way a finding must point.")
    sides: Sides | None = Field(description="What is compared.")
    unit: Unit | None = Field(description="What is counted.")
    over_time: bool = Field(description="True if it asks how something changed.")
    term: str = Field(description="The term to explain.")
    outside: str = Field(description="The subject that Kloe does not cover.")

    @classmethod
    def of(cls, intent: Intent) -> "IntentBody":
        """Describe an intent."""
        return cls(
            facts=list(intent.facts.names),
            areas=list(intent.facts.areas),
            claimed=intent.facts.claimed,
            assumed=intent.facts.assumed,
            measure=intent.measure,
            stances=list(intent.stances),
            act=intent.act,
            direction=intent.direction,
            sides=intent.sides,
            unit=intent.unit,
            over_time=intent.over_time,
            term=intent.term,
            outside=intent.outside,
        )


class ExplainedBody(BaseModel):
    """How a question was understood. Nothing is searched for it."""

    question: str
    intent: Purpose = Field(description="What it asks for.")
    intent_parts: IntentBody
    scope: ScopeBody
    topic: str = Field(description="The words that are searched for.")
    not_applied: list[str] = Field(
        description="The words of the question that limit it and that an answer does not heed, such as “two years ago”."
    )
    carried_over: list[str] = Field(description="What a follow-up takes from the questions before, in words.")
    home: list[str] = Field(description="The authorities that the person called their own.")
    needs_authority: bool = Field(description="True if the question leaves open which council is meant.")
    documents: list[str] = Field(description="The paths of all documents in scope.")

    @classmethod
    def of(cls, understood: "Understood") -> "ExplainedBody":
        """Describe how a question was understood."""
        parsed = understood.parsed
        return cls(
            question=understood.question,
            intent=parsed.intent.purpose,
            intent_parts=IntentBody.of(parsed.intent),
            scope=ScopeBody.of(parsed.scope),
            topic=parsed.topic,
            not_applied=list(parsed.not_applied),
            carried_over=list(parsed.taken),
            home=list(parsed.home),
            needs_authority=parsed.needs_authority,
            documents=[record.path for record in understood.documents],
        )
