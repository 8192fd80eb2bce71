"""Reads a file as pages of lines: takes a path, gives a `Reading`.

`draw_page` (in `pictures`) and `rectangles` show a PDF's pages and where words are on them. They are imported from their modules,
so that only those who need PDFium load it.
"""

from ingest.readers.formats import read_pages
from ingest.readers.result import Reading

__all__ = ["Reading", "read_pages"]
