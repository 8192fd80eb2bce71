"""Measures how the time that passages take grows with the length of one block, for shapes of text that tempt to go back.

    python -m bench.blocks

A ratio of about two from one length to the next is linear; about four is quadratic.
"""

import itertools
import time

from ingest.lines import printed_lines
from ingest.structure import gather_passages

_LENGTHS = (125_000, 250_000, 500_000)  # characters
_SHAPES = {
    "one paragraph of lines": "The carers spoke of the work that they do and of the\n",
    "one line of sentences": "The carers spoke of the work that they do. ",
    "stops": ".",
    "signs of email addresses": "@.",
    "abbreviations": "st. X ",
    "lines like footnotes": "1 Apple tree\n",
    "bullets": "• x y\n",
    "postcodes": "Manchester M1 2WD\n",
    "lines like headings": "Aa Bb\n",
    "lines of a menu": "Home\n",
}


def main() -> None:
    """Print the seconds for each shape and length, and their ratios."""
    for name, piece in _SHAPES.items():
        seconds = []
        for length in _LENGTHS:
            pages = [printed_lines(1, piece * (length // len(piece)))]
            begun = time.perf_counter()
            gather_passages(pages)
            seconds.append(time.perf_counter() - begun)
        ratios = [later / before for before, later in itertools.pairwise(seconds)]
        print(
            f"{name}: {', '.join(f'{spent:.2f} s' for spent in seconds)}; ratios {', '.join(f'{r:.1f}' for r in ratios)}"
        )


if __name__ == "__main__":
    main()
