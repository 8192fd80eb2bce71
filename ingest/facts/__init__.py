"""Reads what a document states of itself: takes the text of its first pages and its path, gives facts, judgements and inspectors."""
