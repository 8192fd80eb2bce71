"""Measures how Kloe's costs grow with what an index holds.

    KLOE_INDEX=.kloe/bench python -m bench.scale --folder FOLDER [--sizes 10000 100000 1000000] [--rounds 3]
        [--out bench/scale.csv] [--plot docs/assets/scale.svg]

For each size it makes an index in FOLDER/SIZE that holds about so many passages, unless a complete one is there; one
that was broken off is gone on with. Up to the size of the real index, these are whole documents of it, in a fixed order
that has nothing to do with what they are, so that each index holds all of a smaller one. Beyond it, copies follow: each
has an id and a path of its own, and about a tenth of its words are replaced by others of the same length
(`bench/scaling/varying.py` says how). The vectors of a copy's passages are made up, not the model's: they are those of
the originals with Gaussian noise. Its token vectors are those of the originals. Findings are left out. Everything is
written by Kloe's own writer, a document at a time, and the vector store is told as in an index run.

Each index is then measured in a process of its own. A step is done with each of 30 topics in each round, then the next
step; searches within an authority, a year or a number of documents change from one of ten to the next. The indexes lie
in the operating system's memory as far as it holds them, as on a server that has been running for a while: nothing is
done to clear it. Memory is read on Linux only. The table gives medians, the 95th percentiles in brackets, and each
median's ratio to that of the smallest index.
"""

import argparse
import csv
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

from app.server import open_index
from app.settings import settings
from bench.scaling.drawing import draw
from bench.scaling.growing import grow, is_grown
from bench.scaling.measuring import SHARE, Figure, Measured, measure
from bench.scaling.reading import Chosen, choose
from bench.scaling.varying import NOISE, REPLACED
from ingest import KloeError

_SIZES = (10_000, 100_000, 1_000_000)
_DRAWN = {
    "search, all": "search",
    "search, one authority": "in one authority",
    "search, one year": "in one year",
    "by words alone, all": "by words alone",
}
_TITLE = "Milliseconds of a search, by how many passages an index holds"
_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def main() -> None:
    """Make the indexes, measure them and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True, help="where the indexes are made and kept")
    parser.add_argument("--sizes", type=int, nargs="+", default=_SIZES, help="passages of each index")
    parser.add_argument("--rounds", type=int, default=3, help="how often each step is done with each topic")
    parser.add_argument("--out", type=Path, default=Path("bench/scale.csv"), help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw the times of searches, as SVG")
    arguments = parser.parse_args()
    if not (settings().index / "current").is_file():
        sys.exit(f"There is no index at {settings().index}. Make one with `kloe index`, or set KLOE_INDEX.")
    try:
        chosen = choose(open_index().catalogue.records())
        measured: list[Measured] = []
        for size in sorted(set(arguments.sizes)):
            measured.append(_measure(arguments.folder / str(size), size, chosen, arguments.rounds))
            _write(arguments.out, measured)
    except KloeError as error:
        sys.exit(str(error))
    _print(measured)
    if arguments.plot:
        arguments.plot.write_text(draw(_TITLE, _lines(measured)), encoding="utf-8")


def _measure(folder: Path, size: int, chosen: Chosen, rounds: int) -> Measured:
    """Make an index if it is not complete, and measure it; each in a process of its own."""
    if not is_grown(folder):
        _apart(grow, folder, size)
    return _apart(measure, folder, size, chosen, rounds)


def _apart(step: Callable[_Given, _Made], *args: _Given.args, **kwargs: _Given.kwargs) -> _Made:
    """Do a step in a new process, which begins without what this one holds."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(step, *args, **kwargs).result()


def _ratio(figure: Figure, smallest: Measured) -> float | None:
    """How many times that of the smallest index it is; None of a share, and if that has no such figure."""
    if figure.unit == SHARE:
        return None
    first = next((each.p50 for each in smallest.figures if each.name == figure.name), 0.0)
    return figure.p50 / first if first else None


def _write(out: Path, measured: Sequence[Measured]) -> None:
    """Write the figures of the indexes measured so far, a line each."""
    with out.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("size", "passages", "documents", "figure", "unit", "p50", "p95", "ratio"))
        for each in measured:
            for figure in each.figures:
                ratio = _ratio(figure, measured[0])
                told = ["" if value is None else f"{value:.4g}" for value in (figure.p50, figure.p95, ratio)]
                rows.writerow((each.size, each.passages, each.documents, figure.name, figure.unit, *told))


def _print(measured: Sequence[Measured]) -> None:
    """Print the table, a column for each size."""
    print(
        f"Of a copy's words, {REPLACED:.0%} are replaced. The vectors of copies are not the model's: they are those of"
        f" the originals with Gaussian noise of {NOISE} on each number. The indexes hold no findings.\n"
    )
    rows = [["", *(f"{each.passages:,} passages in {each.documents:,} documents" for each in measured)]]
    for name, unit in dict.fromkeys(
        (figure.name, figure.unit) for each in reversed(measured) for figure in each.figures
    ):
        rows.append([f"{name} ({unit})" if unit else name, *(_cell(name, each, measured[0]) for each in measured)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")


def _cell(name: str, measured: Measured, smallest: Measured) -> str:
    """A figure as the table shows it, "12.3 (15.0) ×1.8"."""
    figure = next((each for each in measured.figures if each.name == name), None)
    if figure is None:
        return "–"
    ratio = None if measured is smallest else _ratio(figure, smallest)
    spread = "" if figure.p95 is None else f" ({_number(figure.p95)})"
    return f"{_number(figure.p50)}{spread}" + ("" if ratio is None else f" ×{_number(ratio)}")


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _lines(measured: Sequence[Measured]) -> dict[str, list[tuple[float, float]]]:
    """The medians of the steps that are drawn."""
    return {
        label: [(each.passages, figure.p50) for each in measured for figure in each.figures if figure.name == name]
        for name, label in _DRAWN.items()
    }


if __name__ == "__main__":
    main()
