"""Lays out lanes of bars and points over the years as lines, blocks and labels, which the template draws as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from app.pages.timeline.shapes import Block, Dot, Drawing, Label, Line, Shape

_CHARACTER = 0.62  # the width of a character in a wide font, in font sizes
_DAY = 13  # font size of dates, in units of the drawing


@dataclass(frozen=True)
class Bar:
    """Words that apply from one day to the next inspection, or to the end of the chart where `end` is None.

    Attributes:
        tip: the whole in words, shown under the pointer.
        fill, ink: the colours of the bar and of its words; None for an outline.
    """

    start: date
    end: date | None
    words: str
    tip: str
    fill: str | None
    ink: str | None


@dataclass(frozen=True)
class Point:
    """A day and what happened on it."""

    day: date
    tip: str


@dataclass(frozen=True)
class Lane:
    """A named row of bars or of points."""

    name: str
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Chart:
    """The content of a chart.

    Attributes:
        name: the prefix of the drawing's ids.
        inspections: the days on which bars begin, oldest first, each with a line through the lanes.
        days: every day that the chart must cover.
    """

    name: str
    title: str
    description: str
    inspections: Sequence[date]
    days: Sequence[date]
    lanes: Sequence[Lane]


@dataclass(frozen=True)
class _Layout:
    """Sizes in units of the drawing: `left` is where time begins, `gap` the smallest width of a bar."""

    width: int
    left: int
    gap: int
    font: int
    bar: int

    @property
    def above(self) -> int:
        """The height of a lane's name above the lane; 0 if it is beside the lane."""
        return 0 if self.left > 20 else self.font + 7


_WIDE = _Layout(width=960, left=190, gap=112, font=14, bar=36)
_NARROW = _Layout(width=352, left=2, gap=87, font=11, bar=30)


class _Scale:
    """Places days along the chart. Years are the same width, unless they must be wider to leave room for words."""

    def __init__(self, chart: Chart, layout: _Layout) -> None:
        self.years = range(min(chart.days).year, max(chart.days).year + 2)
        left, right = layout.left, layout.width - 2
        start, end = (date(year, 1, 1).toordinal() for year in (self.years[0], self.years[-1]))
        inspected = sorted({day.toordinal() for day in chart.inspections})
        gap = min(layout.gap, (right - left) / max(1, len(inspected)))
        at = [left + (day - start) / (end - start) * (right - left) for day in inspected]
        for i in range(1, len(at)):
            at[i] = max(at[i], at[i - 1] + gap)
        for i in reversed(range(len(at))):
            at[i] = min(at[i], (at[i + 1] if i + 1 < len(at) else right) - gap)
        self.right = right
        self._anchors = {start: float(left), end: float(right)} | dict(zip(inspected, at, strict=True))

    def __call__(self, day: date) -> float:
        """The distance of a day from the left edge."""
        days = sorted(self._anchors)
        return float(np.interp(day.toordinal(), days, [self._anchors[anchor] for anchor in days]))


def draw(chart: Chart, narrow: bool) -> Drawing:
    """Lay out a chart for a column of about 340 pixels, or for one of 720 and more."""
    layout = _NARROW if narrow else _WIDE
    scale = _Scale(chart, layout)
    shapes: list[Shape] = []
    dates, top = _dates(chart.inspections, scale, layout, 0, centred=False)
    y = bottom = top
    for lane in chart.lanes:
        drawn, y = _lane(lane, scale, layout, y)
        shapes += drawn
        bottom = y if lane.bars else bottom
    if not layout.above:  # in a narrow chart these lines would cross the names
        shapes += [Line(scale(day), scale(day), top, bottom, 0.5) for day in chart.inspections]
    axis, height = _axis(scale, layout, y)
    shapes += [*dates, *axis]
    return Drawing(
        name=chart.name,
        title=chart.title,
        description=chart.description,
        width=layout.width,
        height=height,
        font=layout.font,
        lines=[shape for shape in shapes if isinstance(shape, Line)],
        labels=[shape for shape in shapes if isinstance(shape, Label)],
        blocks=[shape for shape in shapes if isinstance(shape, Block)],
        dots=[shape for shape in shapes if isinstance(shape, Dot)],
    )


def _lane(lane: Lane, scale: _Scale, layout: _Layout, y: float) -> tuple[list[Shape], float]:
    """A lane's shapes, and where the next lane begins."""
    middle = y + (layout.font if layout.above else layout.bar / 2 + layout.font / 3)
    shapes: list[Shape] = [Label(0, middle, lane.name, layout.font, is_heading=True)]
    y += layout.above
    if lane.bars:
        return [*shapes, *(_block(bar, scale, layout, y) for bar in lane.bars)], y + layout.bar + 6
    line = y + 12
    shapes.append(Line(layout.left, scale.right, line, line, 0.4))
    shapes += [Dot(scale(point.day), line, point.tip) for point in lane.points]
    dates, bottom = _dates([point.day for point in lane.points], scale, layout, line + 8, centred=True)
    return [*shapes, *dates], bottom + 6


def _block(bar: Bar, scale: _Scale, layout: _Layout, y: float) -> Block:
    x = scale(bar.start)
    width = (scale(bar.end) if bar.end else scale.right) - x - 2
    lines = _fold(bar.words, width - 6, layout.font)
    first = y + layout.bar / 2 + layout.font * (0.35 - 0.55 * (len(lines) - 1))
    labels = [
        Label(x + 4, first + number * layout.font * 1.1, line, layout.font, ink=bar.ink)
        for number, line in enumerate(lines)
    ]
    return Block(x, y, width, layout.bar, bar.fill, bar.tip, labels)


def _fold(words: str, width: float, font: float) -> list[str]:
    """Words in at most two lines of a width."""
    if len(words) * font * _CHARACTER <= width or " " not in words:
        return [words]
    cut = min((i for i, c in enumerate(words) if c == " "), key=lambda i: abs(i - len(words) / 2))
    return [words[:cut], words[cut + 1 :]]


def _dates(days: Sequence[date], scale: _Scale, layout: _Layout, y: float, centred: bool) -> tuple[list[Shape], float]:
    """Label days with their months, on further rows where days are close, and give where the next shape may begin."""
    font = min(_DAY, layout.font)
    width = 8 * font * _CHARACTER + 4
    ends: list[float] = []  # of each row
    labels: list[Shape] = []
    for day in sorted(days):
        x = min(max(scale(day) - (width / 2 if centred else 0), layout.left), scale.right - width)
        row = next((row for row, end in enumerate(ends) if end <= x), len(ends))
        ends[row : row + 1] = [x + width]
        labels.append(Label(x, y + (row + 1) * (font + 3), f"{day:%b %Y}", font))
    return labels, y + len(ends) * (font + 3) + 6


def _axis(scale: _Scale, layout: _Layout, y: float) -> tuple[list[Shape], float]:
    """The years at the bottom, as many as there is room for, and the height of the drawing."""
    font, free = min(_DAY, layout.font), 0.0
    shapes: list[Shape] = [Line(layout.left, scale.right, y, y)]
    for year in list(scale.years)[:-1]:
        x = scale(date(year, 1, 1))
        shapes.append(Line(x, x, y, y + 6))
        if x >= free and x + 4 * font * _CHARACTER <= scale.right:
            shapes.append(Label(x, y + font + 8, str(year), font))
            free = x + 5 * font * _CHARACTER
    return shapes, y + font + 14
