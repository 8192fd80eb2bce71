"""The facts that a document's first pages and path state, each with the words behind it."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from ingest.document import Fact
from ingest.facts.authority import read_authority
from ingest.facts.days import read_period, read_published, years_of
from ingest.facts.head import Head
from ingest.facts.inspectors import read_lead_inspector
from ingest.facts.kinds import read_kind
from ingest.facts.outcomes import read_outcome
from ingest.facts.titles import make_title
from ingest.vocabulary import Kind


@dataclass(frozen=True)
class Facts:
    """What the head of a document and its path state.

    Attributes:
        stated: the facts among these that were read, each with its words and page.
    """

    title: str
    kind: Kind
    authorities: tuple[str, ...]
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    met: date | None
    lead_inspector: str | None
    outcome: str | None
    years: tuple[int, ...]
    stated: tuple[Fact, ...]


def read_facts(head: Head, path: PurePath) -> Facts:
    """Read what a document states about itself.

    Args:
        head: its text; the facts that are read are noted in it.
        path: its path below the indexed folder.
    """
    kind = read_kind(head)
    start, end = read_period(head, kind) or (None, None)
    published = read_published(head, kind, path)
    authority = read_authority(head, path)
    lead_inspector = read_lead_inspector(head)
    outcome = read_outcome(head, kind)
    return Facts(
        title=make_title(head.text, kind, authority, path),
        kind=kind,
        authorities=(authority,) if authority else (),
        inspection_start=start,
        inspection_end=end,
        published=published,
        met=published if kind is Kind.MINUTES else None,
        lead_inspector=lead_inspector,
        outcome=outcome,
        years=years_of([day for day in (start, end, published) if day], path),
        stated=tuple(head.facts),
    )
