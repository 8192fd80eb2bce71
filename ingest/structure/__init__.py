"""Gathers a document's lines into passages: takes pages of lines, gives pages with furniture and `Passage`s with headings."""
