"""Checks a sentence against quotations: takes both, says whether the quotations bear the sentence out."""
