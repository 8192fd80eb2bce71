"""Corrections that people make: takes a document and what people set; gives the document as it is filed, and as it was read."""

from index.catalogue.corrections.applying import as_read, corrected
from index.catalogue.corrections.correction import Correction, Field
from index.catalogue.corrections.telling import SET_BY_A_PERSON, ToldFact, is_set, told_facts

__all__ = ["SET_BY_A_PERSON", "Correction", "Field", "ToldFact", "as_read", "corrected", "is_set", "told_facts"]
