"""Briefings: takes an authority, gives two pages for its committee, in quotations: where it stands, what is open, what to ask."""

from qa.briefings.briefing import NOTE, Briefing, Entry, Group, Heading, Quotation, Section, Statement, place_in
from qa.briefings.making import make_briefing

__all__ = [
    "NOTE",
    "Briefing",
    "Entry",
    "Group",
    "Heading",
    "Quotation",
    "Section",
    "Statement",
    "make_briefing",
    "place_in",
]
