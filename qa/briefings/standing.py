"""Where an authority stands: the grades and outcomes of its inspections, with their dates."""

from collections.abc import Iterator

from index import Index, Record, SearchResult
from ingest import Kind
from qa.answer.messages import joined
from qa.briefings.briefing import Entry, Group, Heading, Quotation, Section, Statement
from qa.briefings.numbering import Numbering
from qa.briefings.papers import Papers
from qa.evidence import Evidence, find_facts
from qa.question import FactsAsked

_MOST = 6  # papers


def tell_standing(index: Index, papers: Papers, numbering: Numbering) -> Section:
    """Tell the grades or the outcome of the newest papers, and the overall grade of the inspections before."""
    if not papers.of_ofsted:
        return Section(Heading.STANDS, f"Kloe holds no report or letter of Ofsted on {papers.place}.")
    graded = [record for record in papers.of_ofsted if record.judgements and record not in papers.newest]
    chosen = sorted({*papers.newest, *graded[: max(1, _MOST - len(papers.newest))]}, key=papers.held.index)
    entries = (_entry(index, papers, record, numbering) for record in chosen[:_MOST])
    return Section(Heading.STANDS, "", (Group("", tuple(entries)),))


def _entry(index: Index, papers: Papers, record: Record, numbering: Numbering) -> Entry:
    asked = FactsAsked(grades=True, every=record in papers.newest)
    facts = [
        Statement(fact.value.text, citation)
        for fact in find_facts(index, asked, [record])
        if (citation := numbering.cite(fact.evidence))
    ]
    outcome = [
        Quotation("", citation)
        for evidence in _outcome(index, record)
        if not facts and (citation := numbering.cite(evidence))
    ]
    told = "" if facts or outcome else f": {_without_grades(record)}"
    return Entry(f"{papers.name(record)}{told or ':'}", tuple(facts), tuple(outcome))


def _outcome(index: Index, record: Record) -> Iterator[Evidence]:
    """The sentence that an area SEND inspection gives in place of grades."""
    words = next((fact.words for fact in record.facts if fact.name == "outcome"), "")
    passages = index.catalogue.document_passages(record.id) if words else []
    for stored in passages:
        if words.rstrip(" ,;") in stored.passage.text:
            yield Evidence.whole(SearchResult(stored.id, record, stored.passage))
            return


def _without_grades(record: Record) -> str:
    """Why a paper gives no grade, in words."""
    if record.kind in (Kind.ILACS, Kind.SINGLE):
        return "Kloe found no grade in it"
    if record.kind is Kind.AREA_SEND:
        return "Kloe found no outcome in it"
    topics = [topic.label for topic in record.visit_topics]
    return f"no grades; it looked at {joined(topics)}" if topics else "no grades"
