"""The list of published papers: takes a document's kind, authority and day of publication, gives the address where it was published."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

from ingest import Kind

_LIST = Path(__file__).parent / "published.csv"


def published_address(kind: Kind, authority: str, published: date) -> str:
    """The address of the paper that was published on this day; empty if the list has none that is just this one."""
    return _listed().get((kind, authority, published), "")


@cache
def _listed() -> dict[tuple[Kind, str, date], str]:
    with _LIST.open(encoding="utf-8", newline="") as file:
        return {
            (Kind(row["kind"]), row["authority"], date.fromisoformat(row["published"])): row["url"]
            for row in csv.DictReader(file)
        }
