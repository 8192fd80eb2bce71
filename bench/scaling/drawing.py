"""Draws how times grow with the number of passages: both axes by tens, a line for each step, in light and in dark."""

import math
from collections.abc import Iterable, Mapping, Sequence
from html import escape

_WIDTH, _HEIGHT = 760, 440
_LEFT, _RIGHT, _TOP, _BOTTOM = 76, 180, 56, 60  # the room around the lines
_BEYOND = 0.02  # of a power of ten, by which a point may stand outside the grid
_APART = 17  # between two labels
_MARKS = (
    '<circle cx="{x}" cy="{y}" r="4.5"/>',
    '<rect x="{x}" y="{y}" width="8" height="8" transform="translate(-4 -4)"/>',
    '<path d="M{x} {y}m0-5.5 5 9h-10z"/>',
    '<path d="M{x} {y}m0-6 6 6-6 6-6-6z"/>',
)
_STYLE = """
    .ground { fill: #ffffff } text { fill: #333333; font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif }
    .name { font-size: 15px; font-weight: 600 } .grid { stroke: #d9d9d9 } .line { fill: none; stroke-width: 2 }
    .s0 { --ink: #0060a8 } .s1 { --ink: #b04a00 } .s2 { --ink: #00704f } .s3 { --ink: #9b3a7e }
    .line { stroke: var(--ink) } .mark { fill: var(--ink) } .label { fill: var(--ink) }
    .s1 .line { stroke-dasharray: 7 4 } .s2 .line { stroke-dasharray: 2 4 } .s3 .line { stroke-dasharray: 10 4 2 4 }
    @media (prefers-color-scheme: dark) {
      .ground { fill: #1e2129 } text { fill: #d8dae0 } .grid { stroke: #424652 }
      .s0 { --ink: #6cb8f5 } .s1 { --ink: #f5a25d } .s2 { --ink: #55cfa5 } .s3 { --ink: #e79cca }
    }
"""
Lines = Mapping[str, Sequence[tuple[float, float]]]
"""For each line its points: how many passages, and how many milliseconds."""


class _Axes:
    """Where a number of passages and of milliseconds stand in the picture."""

    def __init__(self, lines: Lines) -> None:
        points = [point for line in lines.values() for point in line]
        self.across = _decades(x for x, _ in points)
        self.up = _decades(y for _, y in points)

    def x(self, passages: float) -> float:
        """Give the place across."""
        return round(_LEFT + _share(passages, self.across) * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, milliseconds: float) -> float:
        """Give the place from the top."""
        return round(_HEIGHT - _BOTTOM - _share(milliseconds, self.up) * (_HEIGHT - _TOP - _BOTTOM), 1)


def draw(title: str, lines: Lines) -> str:
    """Draw lines as an SVG picture."""
    axes = _Axes(lines)
    told = "; ".join(
        f"{name}: {', '.join(f'{y:.0f} ms at {x:,.0f} passages' for x, y in points)}" for name, points in lines.items()
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        ' aria-labelledby="title told">',
        f'  <title id="title">{escape(title)}</title>',
        f'  <desc id="told">{escape(told)}.</desc>',
        f"  <style>{_STYLE}  </style>",
        f'  <rect class="ground" width="{_WIDTH}" height="{_HEIGHT}"/>',
        f'  <text class="name" x="16" y="28">{escape(title)}</text>',
        *_grid(axes),
        *_drawn(lines, axes),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _grid(axes: _Axes) -> list[str]:
    """The grid, a line for each power of ten, with what the axes count."""
    right, foot = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    parts = []
    for power in range(axes.up[0], axes.up[1] + 1):
        y = axes.y(10**power)
        parts.append(f'  <path class="grid" d="M{_LEFT} {y}H{right}"/>')
        parts.append(f'  <text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{_said(10**power)} ms</text>')
    for power in range(axes.across[0], axes.across[1] + 1):
        x = axes.x(10**power)
        parts.append(f'  <path class="grid" d="M{x} {_TOP}V{foot}"/>')
        parts.append(f'  <text x="{x}" y="{foot + 20}" text-anchor="middle">{_said(10**power)}</text>')
    parts.append(f'  <text x="{(_LEFT + right) / 2}" y="{foot + 44}" text-anchor="middle">passages in the index</text>')
    return parts


def _drawn(lines: Lines, axes: _Axes) -> list[str]:
    """The lines, each with its marks and its name at its end."""
    ends = _spread([axes.y(points[-1][1]) for points in lines.values()])
    parts = []
    for number, (name, points) in enumerate(lines.items()):
        places = [(axes.x(x), axes.y(y)) for x, y in points]
        mark = _MARKS[number % len(_MARKS)]
        path = " ".join(f"{x},{y}" for x, y in places)
        parts += [
            f'  <g class="s{number % len(_MARKS)}">',
            f'    <polyline class="line" points="{path}"/>',
            f'    <g class="mark">{"".join(mark.format(x=x, y=y) for x, y in places)}</g>',
            f'    <text class="label" x="{places[-1][0] + 12}" y="{ends[number] + 4}">{escape(name)}</text>',
            "  </g>",
        ]
    return parts


def _spread(places: Sequence[float]) -> list[float]:
    """Move labels apart that would overlap, in their order from the top."""
    moved = list(places)
    last = -math.inf
    for number in sorted(range(len(places)), key=lambda n: places[n]):
        last = moved[number] = round(max(places[number], last + _APART), 1)
    return moved


def _decades(values: Iterable[float]) -> tuple[int, int]:
    """The powers of ten around some values; an index holds a few passages more than it was to."""
    logs = [math.log10(value) for value in values]
    low, high = math.floor(min(logs)), math.ceil(max(logs) - _BEYOND)
    return low, max(high, low + 1)


def _share(value: float, powers: tuple[int, int]) -> float:
    return (math.log10(value) - powers[0]) / (powers[1] - powers[0])


def _said(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"
