"""A question put more plainly, with what was taken out of its words."""

from collections.abc import Callable
from dataclasses import dataclass

from ingest import Kind
from qa.counts.asking import Dated
from qa.counts.asking.asked import Before


@dataclass(frozen=True)
class Plain:
    """A question in words that a count reads, and what it says besides.

    Attributes:
        dated: by which day papers are placed in time, where a clause says so.
        kinds: of documents that are to be counted, where a clause names them all.
        lead: the lead inspector of the inspections.
        before: what the report before it gave, of each inspection.
        next: a move is from one inspection to the very next.
        published: a move lasts from publication to publication.
    """

    text: str
    dated: Dated | None = None
    kinds: tuple[Kind, ...] = ()
    lead: str = ""
    before: Before | None = None
    next: bool = False
    published: bool = False


Rule = Callable[[Plain], Plain]
