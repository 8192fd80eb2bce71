"""The time and the work that passages take grow with the length of the text alone, whatever the text."""

import time

import pytest

from ingest.cleaning import Joined
from ingest.lines import printed_lines
from ingest.structure import gather_passages

LENGTH = 250_000  # characters
SECONDS = 20  # a generous bound: each takes a second or two, and took minutes where the work grew with the square


@pytest.mark.parametrize(
    "piece",
    [
        "The carers spoke of the work that they do and of the\n",
        "The carers spoke of the work that they do. ",
        ".",
        "@.",
        "st. X ",
        "1 Apple tree\n",
        "• x y\n",
        "Manchester M1 2WD\n",
        "Aa Bb\n",
        "Share ",
        "Home\n",
        "a > ",
        "* Here, carers*\n",
    ],
)
def test_any_block_of_any_length(piece: str) -> None:
    pages = [printed_lines(1, piece * (LENGTH // len(piece)))]
    begun = time.monotonic()
    gather_passages(pages)
    assert time.monotonic() - begun < SECONDS


def test_lines_are_joined_as_one_by_one() -> None:
    joined = Joined()
    for line in ("A well-", "known team", "of short-", "and long-term staff"):
        joined.add(line)
    assert str(joined) == "A well-known team of short- and long-term staff"
    assert joined.ending(5) == "staff"
