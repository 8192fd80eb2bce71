"""What a request may correct of a document, and take back."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Described

from app.documents.correcting import WrongValue, read_value
from index.catalogue.corrections import Field

_Value = Annotated[str | None, Described(min_length=1, max_length=200)]


class CorrectionsBody(BaseModel):
    """What to set; what is left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    authority: _Value = Described(
        default=None, description="An authority of Kloe's list, or “none”.", examples=["Kent"]
    )
    kind: _Value = Described(default=None, description="One of the kinds that a document's `kind` can have.")
    date: _Value = Described(
        default=None,
        description="Its own day, of publication or of minutes the meeting, or “none”.",
        examples=["2026-01-12"],
    )
    inspected: _Value = Described(
        default=None,
        description="The day of the inspection, its first and last day, or “none”.",
        examples=["2026-01-20 to 2026-01-31"],
    )

    def values(self) -> dict[Field, str]:
        """What to set, by field.

        Raises:
            WrongValue: a value cannot be, or there is none; the text says which.
        """
        given = self.model_dump(exclude_none=True)
        if not given:
            raise WrongValue("Name what to set: authority, kind, date or inspected")
        return {Field(name): read_value(Field(name), text) for name, text in given.items()}


class TakenBack(BaseModel):
    """Which corrections to take back."""

    field: list[Field] = Described(default=[], max_length=10, description="Leave it out to take back all of them.")
