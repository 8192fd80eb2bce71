"""A paper's kind is told by its form, not by the phrase that stands first in it."""

import time

import pytest

from ingest.facts import Head
from ingest.facts.kinds import read_kind
from ingest.vocabulary import Kind

ITEM = """Agenda item
Inspection of Marlbridge children's services: the letter
Meeting of Families Panel, Tuesday 4 May 2021 6.00 pm (Item 7)
Minutes:
The Director spoke about the visit. In reply to a question she said that the plan was in hand.
RESOLVED: that the letter be noted."""
WHOLE_MEETING = """Marlbridge Borough Council
MINUTES OF THE MEETING OF THE FAMILIES PANEL
held on 4 May 2021
Present: Councillors A. Oak (Chair) and B. Elm
1. Apologies for absence
There were none.
2. Inspection of children's services
The Panel noted the report.
The meeting closed at 8.15 pm"""
PAPER = """Report to Cabinet
Inspection of Marlbridge children's services: what we have done since
Report of the Director of Children's Services
Wards affected: All
Recommendations: Cabinet is asked to note the progress.
1. Background
Ofsted made a focused visit to Marlbridge in May.
2. Financial implications
None."""
DECISION = """Decision details
Contract for short breaks
Decision Maker: Cabinet Member for Children
Is Key decision?: No
Purpose: To extend the contract that inspectors praised.
Date of decision: 02/03/2020"""
PLAN = """Our improvement plan after the joint targeted area inspection
Version 2
Ref | What we will do | Lead | By when | RAG
1.1 | See each child within ten days | Head of Duty | June | Amber"""
STORY = """Marlbridge children's services praised by inspectors
By Robin Made-Up
4 May 2021
Children's services in Marlbridge have been rated good by Ofsted.
Councillor Ann Oak said: "We are glad, and there is more to do."
Read more: Bridge to close"""
SHORT_STORY = """More beds for young people
Published: May 4, 2021
The council is to open nine flats, a meeting was told.
Councillor Ann Oak said that they would be ready by spring."""
PAGE = """Our SEND inspection
This page tells you about the area SEND inspection of Marlbridge.
When were we inspected?
In November. Inspectors found that we work well together.
What happens next?
We have written our plan with parents.
Last updated: 3 March 2023"""
PROBATION = """HM Inspectorate of Probation
An inspection of youth justice services in Marlbridge
Overall rating: Good
Score: 22 of 36"""
WALES = """Care Inspectorate Wales (CIW)
Inspection of children's services
Date: 3 May 2022
Dear Director
This letter sets out what we found."""
SCHOOL = """Marl Hill Primary School
Inspection dates: 4 and 5 May 2021
Overall effectiveness Good
Outcomes for pupils Good
School details
Unique reference number 000000
Type of school Primary
Headteacher Ann Oak"""
HOME_LETTER = """4 May 2021
Dear parents and carers
Inspectors came to see us this week. They liked the lessons.
Ann Oak
Headteacher"""
HANDBOOK = """Inspection of local authority children's services: handbook for inspectors
This handbook sets out what inspectors will look at. It applies to England.
Inspectors will meet care leavers. Good is likely to be judged where plans are clear."""
LETTER = """Dear Director of Children's Services
Focused visit to Marlbridge children's services
This letter summarises the findings of a focused visit on 4 and 5 May 2021. The cabinet member was told of it, and a
committee asked about it. Minutes of meetings were read.
Yours sincerely
Her Majesty's Inspector"""
ILACS = """Inspection of Marlbridge local authority children's services
Inspection dates: 3 to 14 May 2021
Lead inspector: Ann Oak, Her Majesty's Inspector
Leaders have made a plan. Councillors say that they know the service."""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ITEM, Kind.MINUTES),
        (WHOLE_MEETING, Kind.MINUTES),
        (PAPER, Kind.COUNCIL_REPORT),
        (DECISION, Kind.COUNCIL_REPORT),
        (PLAN, Kind.COUNCIL_REPORT),
        (STORY, Kind.NEWS),
        (SHORT_STORY, Kind.NEWS),
        (PAGE, Kind.WEB_PAGE),
        (PROBATION, Kind.OTHER_INSPECTORATE),
        (WALES, Kind.OTHER_INSPECTORATE),
        (SCHOOL, Kind.SCHOOL),
        (HOME_LETTER, Kind.SCHOOL),
        (HANDBOOK, Kind.GUIDANCE),
        (LETTER, Kind.FOCUSED_VISIT),
        (ILACS, Kind.ILACS),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    assert read_kind(Head([text])) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Notes on an afternoon by the river\nWe saw two herons and a boat.",
        "Inspection of children's services\nAsk me about it one day.",
        "Shopping\nBread, milk and a ball of string.",
    ],
)
def test_too_little_is_unknown(text: str) -> None:
    assert read_kind(Head([text])) is Kind.UNKNOWN


def test_only_an_inspection_has_a_framework() -> None:
    paper, report = Head([PAPER]), Head([ILACS])
    read_kind(paper)
    read_kind(report)
    assert [fact.name for fact in paper.facts] == []
    assert [fact.name for fact in report.facts] == ["framework"]


@pytest.mark.parametrize("piece", ["*", "…", "a ", "word", "1.", "| ", " \n", "said '", "Cabinet is "])
def test_a_huge_paragraph_takes_linear_time(piece: str) -> None:
    head = Head([piece * (250_000 // len(piece))])
    begun = time.process_time()
    read_kind(head)
    assert time.process_time() - begun < 10
