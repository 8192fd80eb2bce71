"""What an authority's committee has decided, by the newest minutes that record decisions."""

import re
from collections.abc import Sequence

from index import Index
from ingest import Kind, Stance, stance_of_heading
from qa.answer.newest import newest_decisions
from qa.briefings.briefing import Entry, Group, Heading, Quotation, Section
from qa.briefings.numbering import Numbering
from qa.briefings.papers import Papers, in_sentence
from qa.evidence import Evidence

_MOST = 3
_LONG = 320  # characters
_OF_THE_MEETING = re.compile(r"\bminutes\b|\bforward plan\b|\bexclusion of (?:the )?(?:press|public)\b", re.I)
_NOTED = re.compile(r"\b(?:noted|notes|received|noting)\b", re.I)
_LEADS_IN = re.compile(r"\b(?:resolved|agreed|decided|decisions?)(?: that)?\W*$", re.I)


def tell_decided(index: Index, papers: Papers, numbering: Numbering) -> Section:
    """Tell what the newest minutes decided: what they ask for before what they only note."""
    minutes = [record for record in papers.held if record.kind is Kind.MINUTES]
    decisions = _chosen(newest_decisions(index, minutes))
    cited = [(evidence, citation) for evidence in decisions if (citation := numbering.cite(evidence))]
    if not cited:
        held = f"None of the minutes held on {papers.place} records a decision, other than on the meeting itself."
        return Section(Heading.DECIDED, held if minutes else f"Kloe holds no minutes of a committee of {papers.place}.")
    lead = f"From {in_sentence([cited[0][1].record])}."
    entries = tuple(Entry(_item(evidence), quotations=(Quotation("", citation),)) for evidence, citation in cited)
    return Section(Heading.DECIDED, lead, (Group("", entries),))


def _chosen(decisions: Sequence[Evidence]) -> list[Evidence]:
    """The decisions that tell most, in their order: not those on the meeting itself, nor the words that only lead in to others."""
    telling = [each for each in decisions if _tells(each)]
    ranked = sorted(
        telling, key=lambda each: (bool(_NOTED.search(each.quote)), len(each.quote) > _LONG, -len(each.quote))
    )
    return [each for each in telling if each in ranked[:_MOST]]


def _tells(decision: Evidence) -> bool:
    return not _OF_THE_MEETING.search(decision.quote) and not _LEADS_IN.search(decision.quote)


def _item(decision: Evidence) -> str:
    """The heading of the item that was decided, in words; empty if there is none."""
    headings = decision.result.passage.headings
    own = [heading for heading in headings if stance_of_heading(heading) is not Stance.DECISION]
    return f"Under “{own[-1]}”:" if own else ""
