"""Counts papers, and authorities by the papers that are held on them."""

from collections.abc import Iterable, Iterator

from index import Record
from ingest import VISIT_TOPIC, Area, Kind
from qa.counts.asking import Before, By, CountAsked
from qa.counts.judged import graded_in, row_words
from qa.counts.papers import Item, Papers
from qa.counts.tally import Hit, Source, Tally, fact_source, grade_source
from qa.question import Scope
from qa.question.scope import History
from qa.question.scope.judged import grades_of
from qa.question.vocabulary import FULL_INSPECTIONS


def tally_papers(asked: CountAsked, scope: Scope, papers: Papers) -> Tally:
    """Count the inspections, visits or documents that a question asks for."""
    within = [item for item in _counted(asked, papers) if papers.is_in_time(item[1])]
    if asked.beside:
        within = papers.beside_events(within)
    earlier = _earlier(asked.before, papers) if asked.before else {}
    of = tuple(
        item
        for item in within
        if _tells(asked, scope, item[1]) and (not asked.before or (item[0], item[1].id) in earlier)
    )
    picked = [item for item in of if _is_picked(asked, scope, item[1])]
    if asked.before:
        picked = [item for item in picked if follows(asked.before, earlier[item[0], item[1].id], item[1])]
    hits = tuple(
        Hit(name, record, *_beside(_shown(asked, scope, record), earlier.get((name, record.id))))
        for name, record in picked
    )
    return Tally(hits, of, tuple(item for item in within if item not in of))


def _earlier(before: Before, papers: Papers) -> dict[tuple[str, str], Record]:
    """The newest report of the kinds before each inspection that has one, if both gave a grade overall."""
    found: dict[tuple[str, str], Record] = {}
    for name, run in papers.runs(FULL_INSPECTIONS).items():
        last: Record | None = None
        for record in graded_in(run, Area.OVERALL):
            if last:
                found[name, record.id] = last
            last = record if record.kind in before.kinds else last
    return found


def follows(before: Before, earlier: Record, record: Record) -> bool:
    """True if the report before an inspection was such as is asked for."""
    step = before.step and History(before.step).authorities([earlier, record])
    return (not before.judged or before.judged.holds(earlier)) and (not before.step or bool(step))


def _beside(shown: tuple[tuple[Source, ...], str], earlier: Record | None) -> tuple[tuple[Source, ...], str]:
    """What is shown of a paper, with the overall grade of the report before it."""
    if not earlier:
        return shown
    sources, words = shown
    return (grade_source(earlier, Area.OVERALL), *sources), f"{row_words(earlier, Area.OVERALL)}, then {words}"


def tally_holding(asked: CountAsked, scope: Scope, papers: Papers) -> Tally:
    """Count the authorities on which so many papers are held, or any."""
    fewest, most = asked.papers or (0, None)
    within = [item for item in papers.of_kinds(asked.kinds) if papers.is_in_time(item[1])]
    held: dict[str, list[Record]] = {}
    for name, record in within:
        if _is_picked(asked, scope, record):
            held.setdefault(name, []).append(record)
    newest = dict(papers.of_kinds(Kind))
    among = sorted({name for name, _ in within} if scope.outcomes else papers.authorities)
    hits = []
    for name in among:
        having = held.get(name, [])
        if len(having) >= fewest and (most is None or len(having) <= most):
            hits.append(_holder(asked, scope, name, having if asked.papers else [], newest[name]))
    return Tally(tuple(hits), tuple((name, newest[name]) for name in among))


def _holder(asked: CountAsked, scope: Scope, name: str, having: list[Record], newest: Record) -> Hit:
    """An authority with the papers that it is counted by; one without any is shown by its newest paper of another kind."""
    if not having:
        return Hit(name, newest, (Source(newest),), f"newest paper: {newest.kind.label}, {newest.when}")
    shown = [_shown(asked, scope, record) for record in having]
    return Hit(
        name, having[-1], tuple(source for sources, _ in shown for source in sources), "; ".join(w for _, w in shown)
    )


def _counted(asked: CountAsked, papers: Papers) -> Iterable[Item]:
    if not asked.newest:
        return papers.of_kinds(asked.kinds)
    return [(name, run[-1]) for name, run in papers.runs(asked.kinds).items()]


def _tells(asked: CountAsked, scope: Scope, record: Record) -> bool:
    """True if a paper tells the facts by which it is picked or grouped."""
    given = grades_of(record)
    judged = all(any(area in given for area in each.areas) if each.areas else bool(given) for each in asked.judged)
    return (
        judged
        and (not asked.lead or bool(record.lead_inspector))
        and (By.GRADE not in asked.by or asked.area in given)
        and (not (scope.topics or By.TOPIC in asked.by) or bool(record.visit_topics))
        and (not (scope.outcomes or By.OUTCOME in asked.by) or record.area_outcome is not None)
    )


def _is_picked(asked: CountAsked, scope: Scope, record: Record) -> bool:
    return (
        all(judged.holds(record) for judged in asked.judged)
        and (not asked.lead or record.lead_inspector == asked.lead)
        and (not scope.topics or not set(scope.topics).isdisjoint(record.visit_topics))
        and (not scope.outcomes or record.area_outcome in scope.outcomes)
    )


def _shown(asked: CountAsked, scope: Scope, record: Record) -> tuple[tuple[Source, ...], str]:
    """The words that give what a paper is counted by, and that in short; else those that give its days."""
    if areas := tuple(_areas(asked, record)):
        rows = "; ".join(row_words(record, area) for area in areas)
        return tuple(grade_source(record, area) for area in areas), rows
    if scope.topics or By.TOPIC in asked.by:
        topics = ", ".join(topic.label for topic in record.visit_topics)
        return tuple(dict.fromkeys(_topics(scope, record))), f"{topics} ({record.when})"
    if record.area_outcome:
        return (fact_source(record, "outcome"),), f"{record.area_outcome.value} ({record.when})"
    return (fact_source(record, "inspected", "met", "published"),), f"{record.kind.label}, {record.when}".removesuffix(
        ", "
    )


def _areas(asked: CountAsked, record: Record) -> Iterator[Area]:
    given = grades_of(record)
    if By.GRADE in asked.by:
        yield asked.area
    if asked.before and not asked.judged and Area.OVERALL in given:
        yield Area.OVERALL
    for each in asked.judged:
        yield from (a for a in each.areas or given if a in given and (each.negated or given[a] in each.grades))


def _topics(scope: Scope, record: Record) -> Iterator[Source]:
    """The words that name what a visit looked at, of the topics that are asked for if any are."""
    for fact in record.facts:
        named = not scope.topics or fact.value in scope.topics
        if fact.name == VISIT_TOPIC and fact.page is not None and named:
            yield Source(record, fact.words, fact.page)
