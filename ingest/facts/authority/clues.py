"""The clues to the authority that a paper is about, each with its words, form and weight."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum


class Form(Enum):
    """The form of a clue: its name in words, how much it weighs, and how sure a reading is that has it alone."""

    FIELD = ("field", 6.0, 0.95)
    LETTERHEAD = ("letterhead", 6.0, 0.95)
    ADDRESS = ("address", 5.0, 0.95)
    TITLE = ("page title", 5.0, 0.9)
    HEADLINE = ("headline", 5.0, 0.9)
    INITIALS = ("initials", 4.0, 0.9)
    VENUE = ("venue", 4.0, 0.85)
    TRUST = ("trust or agency", 3.0, 0.8)
    SUBJECT = ("text", 2.0, 0.7)
    MENTION = ("mention", 0.7, 0.5)

    def __init__(self, label: str, weight: float, confidence: float) -> None:
        self.label = label
        self.weight = weight
        self.confidence = confidence


OF_TEXT = (Form.SUBJECT, Form.MENTION)
_MOST_OF_TEXT = 4.0  # however often a text names a place


@dataclass(frozen=True)
class Clue:
    """One clue to an authority.

    Attributes:
        start: where its words begin in the whole text; None for a title beside the text.
        words: the title beside the text.
    """

    name: str
    form: Form
    start: int | None
    end: int
    words: str = ""


@dataclass(frozen=True)
class Case:
    """All that tells for one authority."""

    name: str
    clues: tuple[Clue, ...]

    @property
    def forms(self) -> frozenset[Form]:
        """The forms of its clues."""
        return frozenset(clue.form for clue in self.clues)

    @property
    def text(self) -> float:
        """How much the sentences of the text tell."""
        return min(_MOST_OF_TEXT, sum(clue.form.weight for clue in self.clues if clue.form in OF_TEXT))

    @property
    def own(self) -> float:
        """How much tells for it alone and not for all the councils of a trust or agency."""
        return self.text + sum(form.weight for form in self.forms if form not in (*OF_TEXT, Form.TRUST))

    @property
    def weight(self) -> float:
        """How much tells for it in all."""
        return self.own + (Form.TRUST.weight if Form.TRUST in self.forms else 0)

    @property
    def best(self) -> Clue:
        """The clue that tells most; the first of its form."""
        return max(self.clues, key=lambda clue: clue.form.weight)


def cases(clues: Iterator[Clue]) -> list[Case]:
    """Gather clues into a case for each authority, the heaviest first."""
    gathered: dict[str, list[Clue]] = {}
    for clue in clues:
        gathered.setdefault(clue.name, []).append(clue)
    return sorted((Case(name, tuple(found)) for name, found in gathered.items()), key=lambda case: -case.weight)
