"""Content to lay: headings, paragraphs, bullets and tables of invented words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from hypothesis import strategies as st

NOISE = "Zzunseen"  # stands in layouts where no reader may see it
_SYLLABLES = "ba de fi go ku la me ni po ru".split()
WORDS = ["".join(pair) + "t" for pair in product(_SYLLABLES, repeat=2)]


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Bullet:
    text: str


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[str, ...], ...]


Part = Heading | Paragraph | Bullet | Table
Content = tuple[Part, ...]


def words(text: str) -> list[str]:
    """The laid words and the noise in a text, in order; the words of a layout's frame are neither."""
    return [word for word in re.findall(r"\w+", text) if word.lower() in WORDS or word.startswith("Zz")]


def laid(content: Content) -> list[str]:
    """The words of content in order."""
    return [word for text in texts(content) for word in words(text)]


def texts(content: Content) -> Iterator[str]:
    for part in content:
        if isinstance(part, Table):
            yield from (cell for row in part.rows for cell in row)
        else:
            yield part.text


_words = st.lists(st.sampled_from(WORDS), min_size=3, max_size=14)
_sentence = _words.map(lambda chosen: f"{' '.join(chosen).capitalize()}.")
_paragraph = st.lists(_sentence, min_size=1, max_size=3).map(" ".join)
_heading = st.lists(st.sampled_from(WORDS), min_size=2, max_size=5).map(lambda chosen: " ".join(chosen).capitalize())
_name = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(lambda chosen: " ".join(chosen).capitalize())
_cell = st.one_of(st.just(""), _name)


@st.composite
def _tables(draw: st.DrawFn) -> list[Part]:
    width = draw(st.integers(2, 4))
    heads = tuple(draw(_name) for _ in range(width))
    body = [(draw(_name), *(draw(_cell) for _ in range(width - 1))) for _ in range(draw(st.integers(1, 4)))]
    return [Table((heads, *body)), Paragraph(draw(_paragraph))]


_parts = st.one_of(
    _heading.map(lambda text: [Heading(text)]),
    _paragraph.map(lambda text: [Paragraph(text)]),
    st.lists(_sentence.map(Bullet), min_size=1, max_size=4),
    _tables(),
)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A heading, a paragraph, and any number of other parts."""
    first: list[Part] = [Heading(draw(_heading)), Paragraph(draw(_paragraph))]
    return tuple(first + [part for parts in draw(st.lists(_parts, max_size=6)) for part in parts])
