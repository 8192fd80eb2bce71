"""Tells from places on a PDF's page how a reader sees its text.

pypdf gives the words and PDFium their places. `arrange` gives a page's lines: without what nobody sees, with columns one after the
other, with the cells of table rows together, and with furniture marked.
"""

from ingest.readers.layout.arranging import Arranged, arrange
from ingest.readers.layout.sheet import Sheet, open_sheets

__all__ = ["Arranged", "Sheet", "arrange", "open_sheets"]
