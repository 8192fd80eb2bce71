"""Precedents: takes a finding, gives the other authorities that were told the same, and what happened there next."""

from qa.precedents.finding import find_precedents
from qa.precedents.precedent import Order, Precedent, Precedents
from qa.precedents.since import Since, asks_which, since

__all__ = ["Order", "Precedent", "Precedents", "Since", "asks_which", "find_precedents", "since"]
