"""Draws lanes of bars and points over the years as SVG. Words inherit the reader's font and colour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import numpy as np

_CHARACTER = 0.62  # the width of a character in a wide font, in font sizes
_DAY = 13  # font size of dates, in units of the drawing


@dataclass(frozen=True)
class Bar:
    """Words that hold from one day to the next inspection, or to the end of the chart where `end` is None.

    Attributes:
        said: the whole in words, shown where the pointer rests.
        fill, ink: colours of the bar and of the words on it; an outline where there are none.
    """

    start: date
    end: date | None
    words: str
    said: str
    fill: str | None
    ink: str | None


@dataclass(frozen=True)
class Point:
    """One day, with what happened on it."""

    day: date
    said: str


@dataclass(frozen=True)
class Lane:
    """A named row of bars or of points."""

    name: str
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Chart:
    """What is drawn.

    Attributes:
        name: what the ids of the drawing begin with.
        inspections: the days at which bars begin, oldest first, each with a line through the lanes.
        days: every day that the chart must reach.
    """

    name: str
    title: str
    description: str
    inspections: Sequence[date]
    days: Sequence[date]
    lanes: Sequence[Lane]


@dataclass(frozen=True)
class _Layout:
    """Sizes in units of the drawing: `left` is where time begins, `gap` the least width of a bar."""

    width: int
    left: int
    gap: int
    font: int
    bar: int

    @property
    def above(self) -> int:
        """Height of a lane's name, where it stands above the lane."""
        return 0 if self.left > 20 else self.font + 7


_WIDE = _Layout(width=960, left=190, gap=112, font=14, bar=36)
_NARROW = _Layout(width=352, left=2, gap=87, font=11, bar=30)


class _Scale:
    """Where a day stands. Years are of one width, but for those that must be wider so that bars have room for words."""

    def __init__(self, chart: Chart, layout: _Layout) -> None:
        self.years = range(min(chart.days).year, max(chart.days).year + 2)
        left, right = layout.left, layout.width - 2
        start, end = (date(year, 1, 1).toordinal() for year in (self.years[0], self.years[-1]))
        held = sorted({day.toordinal() for day in chart.inspections})
        gap = min(layout.gap, (right - left) / max(1, len(held)))
        at = [left + (day - start) / (end - start) * (right - left) for day in held]
        for i in range(1, len(at)):
            at[i] = max(at[i], at[i - 1] + gap)
        for i in reversed(range(len(at))):
            at[i] = min(at[i], (at[i + 1] if i + 1 < len(at) else right) - gap)
        self.right = right
        self._anchors = {start: float(left), end: float(right)} | dict(zip(held, at, strict=True))

    def __call__(self, day: date) -> float:
        """The distance of a day from the left edge."""
        days = sorted(self._anchors)
        return float(np.interp(day.toordinal(), days, [self._anchors[one] for one in days]))


def draw(chart: Chart, narrow: bool) -> str:
    """Draw a chart for a column of some 340 pixels, or for one of 720 and more."""
    layout = _NARROW if narrow else _WIDE
    scale = _Scale(chart, layout)
    parts, bottom = [], 0.0
    dates, top = _dates(chart.inspections, scale, layout, 0, centred=False)
    y = top
    for lane in chart.lanes:
        drawn, y = _lane(lane, scale, layout, y)
        parts += drawn
        bottom = y if lane.bars else bottom
    lines = [
        f'<line x1="{scale(day):.1f}" x2="{scale(day):.1f}" y1="{top:.0f}" y2="{bottom:.0f}" stroke="currentColor" opacity=".5"/>'
        for day in ([] if layout.above else chart.inspections)  # in a narrow chart they would cross the names
    ]
    axis, height = _axis(scale, layout, y)
    ids = f"{chart.name}-title {chart.name}-desc"
    return (
        f'<svg role="img" aria-labelledby="{ids}" viewBox="0 0 {layout.width} {height:.0f}" fill="currentColor"'
        f' font-size="{layout.font}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{chart.name}-title">{escape(chart.title)}</title>'
        f'<desc id="{chart.name}-desc">{escape(chart.description)}</desc>'
        f"{''.join([*lines, *dates, *parts, *axis])}</svg>"
    )


def _lane(lane: Lane, scale: _Scale, layout: _Layout, y: float) -> tuple[list[str], float]:
    """A lane's drawing, and where the next begins."""
    middle = y + (layout.font if layout.above else layout.bar / 2 + layout.font / 3)
    parts = [f'<text x="0" y="{middle:.0f}" font-weight="600">{escape(lane.name)}</text>']
    y += layout.above
    if lane.bars:
        parts += [part for bar in lane.bars for part in _bar(bar, scale, layout, y)]
        return parts, y + layout.bar + 6
    line = y + 12
    parts.append(
        f'<line x1="{layout.left}" x2="{scale.right}" y1="{line:.0f}" y2="{line:.0f}" stroke="currentColor" opacity=".4"/>'
    )
    parts += [
        f'<circle cx="{scale(point.day):.1f}" cy="{line:.0f}" r="5"><title>{escape(point.said)}</title></circle>'
        for point in lane.points
    ]
    dates, bottom = _dates([point.day for point in lane.points], scale, layout, line + 8, centred=True)
    return parts + dates, bottom + 6


def _bar(bar: Bar, scale: _Scale, layout: _Layout, y: float) -> Iterator[str]:
    x = scale(bar.start)
    width = (scale(bar.end) if bar.end else scale.right) - x - 2
    look = f'fill="{bar.fill}"' if bar.fill else 'fill="none" stroke-dasharray="3 3"'
    yield f'<g><title>{escape(bar.said)}</title><rect x="{x:.1f}" y="{y:.0f}" width="{width:.1f}" height="{layout.bar}"'
    yield f' stroke="currentColor" {look}/>'
    lines = _fold(bar.words, width - 6, layout.font)
    first = y + layout.bar / 2 + layout.font * (0.35 - 0.55 * (len(lines) - 1))
    for number, line in enumerate(lines):
        ink = f' fill="{bar.ink}"' if bar.ink else ""
        yield f'<text x="{x + 4:.1f}" y="{first + number * layout.font * 1.1:.1f}"{ink}>{escape(line)}</text>'
    yield "</g>"


def _fold(words: str, width: float, font: float) -> list[str]:
    """Words in lines of a width, at most two."""
    if len(words) * font * _CHARACTER <= width or " " not in words:
        return [words]
    cut = min((i for i, c in enumerate(words) if c == " "), key=lambda i: abs(i - len(words) / 2))
    return [words[:cut], words[cut + 1 :]]


def _dates(days: Sequence[date], scale: _Scale, layout: _Layout, y: float, centred: bool) -> tuple[list[str], float]:
    """Months where their days are, one below another where these are close, and where the next thing may begin."""
    font = min(_DAY, layout.font)
    width = 8 * font * _CHARACTER + 4
    taken: list[float] = []
    parts = []
    for day in sorted(days):
        x = min(max(scale(day) - (width / 2 if centred else 0), layout.left), scale.right - width)
        row = next((row for row, end in enumerate(taken) if end <= x), len(taken))
        taken[row : row + 1] = [x + width]
        parts.append(f'<text x="{x:.1f}" y="{y + (row + 1) * (font + 3):.1f}" font-size="{font}">{day:%b %Y}</text>')
    return parts, y + len(taken) * (font + 3) + 6


def _axis(scale: _Scale, layout: _Layout, y: float) -> tuple[list[str], float]:
    """The years at the foot, as many as have room, and the height of the drawing."""
    font, parts, free = min(_DAY, layout.font), [], 0.0
    for year in list(scale.years)[:-1]:
        x = scale(date(year, 1, 1))
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y:.0f}" y2="{y + 6:.0f}" stroke="currentColor"/>')
        if x >= free and x + 4 * font * _CHARACTER <= scale.right:
            parts.append(f'<text x="{x:.1f}" y="{y + font + 8:.0f}" font-size="{font}">{year}</text>')
            free = x + 5 * font * _CHARACTER
    line = f'<line x1="{layout.left}" x2="{scale.right}" y1="{y:.0f}" y2="{y:.0f}" stroke="currentColor"/>'
    return [line, *parts], y + font + 14
