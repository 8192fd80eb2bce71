"""Briefings and matters made by hand."""

from datetime import date

from index import Record
from ingest import Kind
from qa.briefings import Briefing, Entry, Group, Heading, Quotation, Section, Statement
from qa.briefings.papers import Papers
from qa.findings import Outcome
from qa.trajectories import Asked, Said, Subject, Tells, Told, Tracker
from tests.qa.answer.made import LIST, cited, record

BEFORE = record(id="before", published=date(2018, 5, 1), inspection_end=None)
NEWEST = record(id="newest")
VISIT = record(id="visit", published=date(2023, 4, 9), inspection_end=None, kind=Kind.FOCUSED_VISIT)
SEND = record(id="send", published=date(2023, 6, 2), inspection_end=None, kind=Kind.AREA_SEND)


def papers(*newest: Record, before: tuple[Record, ...] = ()) -> Papers:
    return Papers("Marlbridge", (*newest, *before), newest, before)


def said(number: int, quote: str, held: Record, tells: Tells) -> Said:
    return Said(cited(number, quote, held), tells, ())


def asked(number: int, quote: str, held: Record, *later: Told, tells: Tells = Tells.ASKED) -> Asked:
    return Asked(said(number, quote, held, tells), later)


def told(held: Record, outcome: Outcome, *quotations: Said) -> Told:
    return Told(held, outcome, quotations)


def tracker(*items: Asked) -> Tracker:
    return Tracker("Marlbridge", Subject(), items)


def briefing(words: str = "Plans are late.", place: str = "Marlbridge") -> Briefing:
    """A briefing with a grade, a list that must improve and a line of enquiry on it, and a section that says why it is empty."""
    held = record(authorities=(place,))
    grade, listed = cited(1, words, held), cited(2, LIST, held)
    asks = Entry("What has been done?", quotations=(Quotation("", listed, repeats=True),))
    return Briefing(
        place,
        "Made from 1 report or letter of Ofsted.",
        (
            Section(Heading.STANDS, "", (Group("", (Entry("In 2022:", (Statement("good", grade),)),)),)),
            Section(Heading.FOUND, words, (Group("Weaknesses", (Entry(quotations=(Quotation(words, grade),)),)),)),
            Section(Heading.ASKED, "", (Group("", (Entry(quotations=(Quotation("2022", listed),)),)),)),
            Section(Heading.DECIDED, "Kloe holds no minutes."),
            Section(Heading.ENQUIRY, "", (Group("", (asks,)),)),
        ),
    )
