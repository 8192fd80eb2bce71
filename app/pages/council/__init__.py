"""One authority's own page, and the start page on which it is chosen: takes an index and a name, gives HTML."""

from app.pages.council.start import render_start
from app.pages.council.view import council_panels

__all__ = ["council_panels", "render_start"]
