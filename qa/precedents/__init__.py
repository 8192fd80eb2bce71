"""Precedents: takes a finding, gives the other authorities that were told the same, and what happened there next."""

from qa.precedents.finding import find_precedents
from qa.precedents.precedent import Order, Precedent, Precedents

__all__ = ["Order", "Precedent", "Precedents", "find_precedents"]
