"""The facts that a document's first pages and path state, each with the words behind it."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from ingest.document import Fact
from ingest.facts.authority import read_authorities
from ingest.facts.days import read_met, read_period, read_published, years_of
from ingest.facts.head import Head
from ingest.facts.inspections import note_inspections_discussed
from ingest.facts.inspectors import read_lead_inspector
from ingest.facts.kinds import read_kind
from ingest.facts.outcomes import read_outcome
from ingest.facts.titles import make_title
from ingest.facts.visits import read_visit_topics
from ingest.vocabulary import Kind

_NAME_AN_INSPECTOR = (Kind.OTHER_INSPECTORATE, Kind.SCHOOL, Kind.UNKNOWN)


@dataclass(frozen=True)
class Facts:
    """What the head of a document and its path state.

    Attributes:
        stated: the facts among these that were read, each with its words and page.
    """

    kind: Kind
    title: str
    authorities: tuple[str, ...]
    lead_inspector: str | None
    outcome: str | None
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    met: date | None
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
    met = read_met(head, kind)
    published = read_published(head, kind, path)
    note_inspections_discussed(head, kind)
    authorities = read_authorities(head, kind, path)
    lead_inspector = read_lead_inspector(head) if kind.of_ofsted or kind in _NAME_AN_INSPECTOR else None
    outcome = read_outcome(head, kind)
    read_visit_topics(head, kind)
    return Facts(
        title=make_title(head, kind, authorities, path),
        kind=kind,
        authorities=authorities,
        inspection_start=start,
        inspection_end=end,
        published=published,
        met=met,
        lead_inspector=lead_inspector,
        outcome=outcome,
        years=years_of([day for day in (start, end, published, met) if day], path),
        stated=tuple(head.facts),
    )
