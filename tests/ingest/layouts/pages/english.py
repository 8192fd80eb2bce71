"""Content in English words: a PDF whose words are of no language is taken for a faulty one."""

from random import Random

from hypothesis import strategies as st

from tests.ingest.layouts.content import Bullet, Content, Heading, Paragraph, Part, Table

_NOUNS = """children social workers|carers|managers|plans|schools|visits|meetings|records|nurses|homes|families|young people|teams
foster carers|budgets|health services|partners|parents|reviews|figures|advisers""".replace("\n", "|").split("|")
_ADJECTIVES = "older younger new local skilled careful timely regular useful written shared early strong".split()
_VERBS = "help|know|visit|support|listen to|meet|record|plan with|keep|share|trust|check|work with|ask".split("|")
_LINKS = "in|for|with|from|near|across|after|before|about".split("|")
_ENDS = """every week|each month|at home|at school|in the past year|when it is needed|and they say so|but not always
in good time|on 12 occasions|in most of the cases that were read""".replace("\n", "|").split("|")
_STARTS = "The|Most|Many of the|Some|Few|All|The same|Both the".split("|")
_FIGURES = ["12", "45%", "3,400", "0.8", "2023"]


def _thing(chance: Random) -> str:
    return f"{chance.choice(_ADJECTIVES)} {chance.choice(_NOUNS)}"


def _sentence(chance: Random) -> str:
    said = f"{chance.choice(_STARTS)} {_thing(chance)} {chance.choice(_VERBS)} the {chance.choice(_NOUNS)}"
    if chance.random() < 0.6:
        said += f" {chance.choice(_LINKS)} the {_thing(chance)}"
    if chance.random() < 0.4:
        said += f", and the {_thing(chance)} {chance.choice(_VERBS)} them"
    return f"{said} {chance.choice(_ENDS)}."


def _heading(chance: Random) -> str:
    return f"{chance.choice(_ADJECTIVES).capitalize()} {chance.choice(_NOUNS)} {chance.choice(_LINKS)} {_thing(chance)}"


def _cell(chance: Random) -> str:
    if chance.random() < 0.4:
        return chance.choice(_FIGURES)
    return _name(chance) + (f" {chance.choice(_LINKS)} the {chance.choice(_NOUNS)}" if chance.random() < 0.3 else "")


def _name(chance: Random) -> str:
    return _thing(chance).capitalize()


def _table(chance: Random, width: int, height: int, empty: bool) -> list[Part]:
    """A table and the paragraph after it; no column is without a cell that holds something."""
    heads = tuple(_name(chance) for _ in range(width))
    body = [
        (_name(chance), *("" if empty and chance.random() < 0.25 else _cell(chance) for _ in range(width - 1)))
        for _ in range(height)
    ]
    return [Table((heads, *body)), Paragraph(_paragraph(chance))]


def _paragraph(chance: Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(1, 4)))


def _texts(chance: Random, kind: str, size: int) -> list[Part]:
    if kind == "heading":
        return [Heading(_heading(chance)), Paragraph(_paragraph(chance))]
    if kind == "bullets":
        return [*(Bullet(_sentence(chance)) for _ in range(size)), Paragraph(_paragraph(chance))]
    if kind in ("table", "gaps"):
        return _table(chance, min(size, 4), size + 1, kind == "gaps")
    return [Paragraph(_paragraph(chance))]


@st.composite
def english(draw: st.DrawFn) -> Content:
    """A heading, two paragraphs, and two to seven other parts; all words come from one seed."""
    chance = Random(draw(st.integers(0, 2**32)))
    kinds = st.sampled_from(["heading", "paragraph", "bullets", "table", "gaps"])
    parts: list[Part] = [Heading(_heading(chance)), Paragraph(_paragraph(chance)), Paragraph(_paragraph(chance))]
    for kind, size in draw(st.lists(st.tuples(kinds, st.integers(2, 5)), min_size=2, max_size=7)):
        parts += _texts(chance, kind, size)
    return tuple(parts)


def note(chance: Random) -> str:
    """A sentence for a footnote or a box."""
    return _sentence(chance)
