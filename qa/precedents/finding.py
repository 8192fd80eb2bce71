"""Finds the precedents of a finding."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from index import Index, Record
from ingest.authorities import authorities, neighbours_of
from qa.answer.citing import Citation
from qa.answer.composing import Citer
from qa.answer.finding import search
from qa.answer.parsing import parse
from qa.evidence import NEAR_OF_MANY, QUOTED_OF_MANY, Judged, judge, told_of_many, weigh_topic
from qa.evidence.polarity import blames, praises
from qa.findings import Finding, Outcome, read_finding
from qa.precedents.afterwards import Afterwards, Became, later_papers, overall_grades
from qa.precedents.precedent import Order, Precedent, Precedents
from qa.question import Direction, ParsedQuestion, Purpose, Scope
from qa.themes import themes

_MOST_MATTERS = 2
_READ = 100  # passages read for findings like the one asked about
_BETTER_FIRST = (Outcome.BETTER, Outcome.IN_PART, Outcome.NO_BETTER, Outcome.SILENT)


@dataclass(frozen=True)
class _Told:
    """A finding like the one asked about, and what became of it.

    Attributes:
        papers: the authority's later reports and letters.
        became: what became of it, by these.
    """

    item: Judged
    papers: tuple[Record, ...]
    became: Became

    @property
    def record(self) -> Record:
        return self.item.evidence.result.record

    @property
    def plain(self) -> bool:
        return self.item.answers >= QUOTED_OF_MANY

    @property
    def verdict(self) -> Outcome:
        return self.became.verdict


def find_precedents(
    index: Index,
    finding: str,
    chosen: Scope | None = None,
    own: str = "",
    order: Order = Order.CLOSENESS,
    better: bool = False,
    limit: int = 20,
    near: bool = True,
) -> Precedents:
    """Find which other authorities were told what a finding says, one entry an authority and paper of Ofsted.

    Args:
        finding: words of a report, or a question such as "which other councils were told that …".
        chosen: filters that a person chose.
        own: the authority that asks, by its official name; if it is not given, the one that the finding names.
        better: only those of which a later paper says that things are better.
        limit: the most entries.
        near: also what comes near, after all that plainly says it.
    """
    parsed = parse(index, finding, chosen)
    own = own or (parsed.scope.authorities[0] if not chosen and len(parsed.scope.authorities) == 1 else "")
    records = [record for record in index.catalogue.records() if record.kind.of_ofsted and record.authority]
    parsed = elsewhere(parsed, finding, chosen)
    inside = [record for record in parsed.scope.documents(records) if record.authority != own]
    if not inside:
        return Precedents(
            finding, own, 0, explanation="Kloe holds no reports or letters of other authorities within these limits."
        )
    least = NEAR_OF_MANY if near else QUOTED_OF_MANY
    told = [
        each for each in _told(index, parsed, inside, records, least) if each.verdict is Outcome.BETTER or not better
    ]
    if not told:
        return Precedents(finding, own, len(inside), explanation=_none_words(len(inside), better))
    citer = Citer(index)
    shown = (_entry(citer, each, records, own) for each in _sorted(told, order)[:limit])
    plain = [each for each in told if each.plain]
    return Precedents(
        finding,
        own,
        len(inside),
        len({each.record.place for each in plain}),
        len({each.record.place for each in plain if each.verdict is Outcome.BETTER}),
        len(told) - len(plain),
        len(told),
        tuple(entry for entry in shown if entry),
    )


def elsewhere(parsed: ParsedQuestion, finding: str, chosen: Scope | None = None) -> ParsedQuestion:
    """The question which authorities were told this: in its direction, and wherever the filters allow."""
    direction = parsed.intent.direction or _direction(finding)
    scope = parsed.scope if chosen else replace(parsed.scope, authorities=(), pick=None)
    return replace(parsed, scope=scope, intent=replace(parsed.intent, purpose=Purpose.WHICH, direction=direction))


def _told(
    index: Index, parsed: ParsedQuestion, inside: Sequence[Record], records: Sequence[Record], least: float
) -> Iterator[_Told]:
    """The findings that say this or come near it, the closest first, with what became of them.

    Args:
        least: how likely a finding must be to say it.
    """
    results = search(index, parsed, inside, _READ)
    judged = judge(index, parsed, weigh_topic(index, parsed.topic), results, many=True).units
    found = told_of_many(judged, lambda record: record.id, least)
    since = [tuple(later_papers(item.evidence.result.record, records)) for item in found]
    told = [Finding(item.evidence, read_finding(item.evidence)) for item in found]
    every = {paper.id: paper for papers in since for paper in papers}.values()
    after = Afterwards.read(index, matter(parsed.topic), told, every)
    for item, finding, papers in zip(found, told, since, strict=True):
        yield _Told(item, papers, after.of(finding, papers))


def matter(topic: str) -> str:
    """A topic with the usual names of the matters that it speaks of, which later papers may tell in other words."""
    return ". ".join((topic, *list(themes().matters(topic))[:_MOST_MATTERS]))


def _direction(finding: str) -> Direction | None:
    if blames(finding):
        return Direction.CRITICISED
    return Direction.PRAISED if praises(finding) else None


def _entry(citer: Citer, told: _Told, records: Sequence[Record], own: str) -> Precedent | None:
    """The precedent of a finding; None if its words are not on its page."""
    found = citer.cite(told.item.evidence)
    if not found:
        return None
    grade_then, grades_since = overall_grades(told.record, records)
    place = told.record.authority or ""
    return Precedent(
        found,
        told.item.answers,
        told.plain,
        next((authority.region for authority in authorities() if authority.name == place), ""),
        place in neighbours_of(own),
        grade_then,
        len(told.papers),
        tuple(_later(citer, told.became)),
        grades_since,
        told.verdict,
    )


def _later(citer: Citer, became: Became) -> Iterator[Citation]:
    """What later papers say of a finding; where none plainly speaks of it, what comes nearest."""
    for finding, _ in became.told:
        if citation := citer.cite(finding.evidence):
            yield citation
    if became.nearest and (nearest := citer.cite(became.nearest.evidence)):
        yield replace(nearest, near=True)


def _sorted(told: Sequence[_Told], order: Order) -> list[_Told]:
    """In an order, with what only comes near last."""
    keys: dict[Order, Callable[[_Told], tuple[float, ...]]] = {
        Order.CLOSENESS: lambda each: (-each.item.answers,),
        Order.BETTER: lambda each: (_BETTER_FIRST.index(each.verdict), -each.item.answers),
        Order.DATE: lambda each: (-each.record.day_number,),
    }
    return sorted(told, key=lambda each: (not each.plain, *keys[order](each)))


def _none_words(searched: int, better: bool) -> str:
    that = " that later papers call better" if better else ""
    return f"Kloe searched {searched:,} reports and letters of other authorities and found no finding like this{that}."
