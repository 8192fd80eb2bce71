"""Precedents: takes a finding, gives the other authorities that were told the same, and what happened there next."""

from qa.precedents.finding import find_precedents
from qa.precedents.precedent import NEAR, Order, Precedent, Precedents

__all__ = ["NEAR", "Order", "Precedent", "Precedents", "find_precedents"]
