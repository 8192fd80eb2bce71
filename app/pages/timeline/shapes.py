"""A chart laid out: the shapes that the template draws as SVG. Words inherit the reader's font and colour."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A straight line."""

    x1: float
    x2: float
    y1: float
    y2: float
    opacity: float = 1


@dataclass(frozen=True)
class Label:
    """Words that begin at a point; their colour is the reader's where there is no ink."""

    x: float
    y: float
    words: str
    size: float
    is_heading: bool = False
    ink: str | None = None


@dataclass(frozen=True)
class Block:
    """A bar with its words; an outline where there is no fill."""

    x: float
    y: float
    width: float
    height: int
    fill: str | None
    tip: str
    labels: list[Label]


@dataclass(frozen=True)
class Dot:
    """A point in time."""

    x: float
    y: float
    tip: str


Shape = Line | Label | Block | Dot


@dataclass(frozen=True)
class Drawing:
    """A chart laid out, in units of the drawing; shapes of one kind are drawn together, lines first."""

    name: str
    title: str
    description: str
    width: int
    height: float
    font: int
    lines: list[Line]
    labels: list[Label]
    blocks: list[Block]
    dots: list[Dot]
