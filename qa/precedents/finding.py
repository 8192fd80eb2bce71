"""Finds the precedents of a finding."""

from collections.abc import Sequence
from dataclasses import replace

from index import Index, Record
from ingest.authorities import authorities, neighbours_of
from qa.answer.citing import Citation
from qa.answer.composing import cite
from qa.answer.finding import search
from qa.answer.parsing import parse
from qa.evidence import Judged, judge, told_of_many, weigh_topic
from qa.evidence.polarity import blames, praises
from qa.precedents.afterwards import Afterwards, later_papers, overall_grades, verdict_of
from qa.precedents.precedent import Order, Precedent, Precedents, Verdict
from qa.question import Direction, ParsedQuestion, Purpose, Scope
from qa.themes import themes

_MOST_MATTERS = 2
_READ = 100  # passages read for findings like the one asked about
_BETTER_FIRST = (Verdict.BETTER, Verdict.IN_PART, Verdict.NO_BETTER, Verdict.NOT_LOOKED_AT)


def find_precedents(
    index: Index,
    finding: str,
    chosen: Scope | None = None,
    own: str = "",
    order: Order = Order.CLOSENESS,
    better: bool = False,
    limit: int = 20,
) -> Precedents:
    """Find which other authorities were told what a finding says, one entry an authority and paper of Ofsted.

    Args:
        finding: words of a report, or a question such as "which other councils were told that …".
        chosen: filters that a person chose.
        own: the authority that asks, by its official name; if it is not given, the one that the finding names.
        better: only those of which a later paper says that things are better.
        limit: the most entries.
    """
    parsed = parse(index, finding, chosen)
    own = own or (parsed.scope.authorities[0] if not chosen and len(parsed.scope.authorities) == 1 else "")
    records = [record for record in index.catalogue.records() if record.kind.of_ofsted and record.authority]
    parsed = _elsewhere(parsed, finding, chosen)
    inside = [record for record in parsed.scope.documents(records) if record.authority != own]
    if not inside:
        return Precedents(
            finding, own, 0, explanation="Kloe holds no reports or letters of other authorities within these limits."
        )
    topic = weigh_topic(index, parsed.topic)
    judged = judge(index, parsed, topic, search(index, parsed, inside, _READ), many=True).units
    told = told_of_many(judged, lambda record: record.id)
    later = {paper.id: paper for item in told for paper in later_papers(item.evidence.result.record, records)}
    after = Afterwards.read(index, _matter(parsed), list(later.values()))
    made = (_entry(index, parsed, item, after, records, own) for item in told)
    entries = [entry for entry in made if entry and (entry.verdict is Verdict.BETTER or not better)]
    if not entries:
        return Precedents(finding, own, len(inside), explanation=_none_words(len(inside), better))
    return Precedents(
        finding,
        own,
        len(inside),
        len({entry.record.place for entry in entries}),
        len({entry.record.place for entry in entries if entry.verdict is Verdict.BETTER}),
        len(entries),
        tuple(_numbered(_sorted(entries, order)[:limit])),
    )


def _elsewhere(parsed: ParsedQuestion, finding: str, chosen: Scope | None) -> ParsedQuestion:
    """The question which authorities were told this: in its direction, and wherever the filters allow."""
    direction = parsed.intent.direction or _direction(finding)
    scope = parsed.scope if chosen else replace(parsed.scope, authorities=(), pick=None)
    return replace(parsed, scope=scope, intent=replace(parsed.intent, purpose=Purpose.WHICH, direction=direction))


def _matter(parsed: ParsedQuestion) -> ParsedQuestion:
    """The matters of a finding alone: what is said of them later, in whichever direction and in other words."""
    matters = list(themes().matters(parsed.topic))[:_MOST_MATTERS]
    topic = " and ".join(matters) or parsed.topic
    return replace(parsed, text=topic, topic=topic, intent=replace(parsed.intent, direction=None))


def _direction(finding: str) -> Direction | None:
    if blames(finding):
        return Direction.CRITICISED
    return Direction.PRAISED if praises(finding) else None


def _entry(
    index: Index, parsed: ParsedQuestion, item: Judged, after: Afterwards, records: Sequence[Record], own: str
) -> Precedent | None:
    """The precedent of a finding; None if its words are not on its page."""
    record = item.evidence.result.record
    found = cite(index, [item.evidence], parsed)
    if not found:
        return None
    papers = later_papers(record, records)
    later = after.of(papers)
    since = [citation for evidence in later for citation in cite(index, [evidence], parsed)]
    grade_then, grades_since = overall_grades(record, records)
    place = record.authority or ""
    return Precedent(
        found[0],
        item.answers,
        next((authority.region for authority in authorities() if authority.name == place), ""),
        place in neighbours_of(own),
        grade_then,
        len(papers),
        tuple(since),
        grades_since,
        verdict_of(later),
    )


def _sorted(entries: Sequence[Precedent], order: Order) -> list[Precedent]:
    if order is Order.DATE:
        return sorted(entries, key=lambda entry: -entry.record.day_number)
    if order is Order.BETTER:
        return sorted(entries, key=lambda entry: (_BETTER_FIRST.index(entry.verdict), -entry.closeness))
    return sorted(entries, key=lambda entry: -entry.closeness)


def _numbered(entries: Sequence[Precedent]) -> list[Precedent]:
    """The entries with the numbers of their citations, in the order in which they are read."""
    number = 0
    numbered = []
    for entry in entries:
        citations: list[Citation] = []
        for citation in (entry.citation, *entry.later):
            number += 1
            citations.append(replace(citation, number=number))
        numbered.append(replace(entry, citation=citations[0], later=tuple(citations[1:])))
    return numbered


def _none_words(searched: int, better: bool) -> str:
    that = " that later papers call better" if better else ""
    return f"Kloe searched {searched:,} reports and letters of other authorities and found no finding like this{that}."
