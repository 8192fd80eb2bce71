"""The facets of a search on the page: takes its address and the counts, gives HTML, each value a button with its count."""

from app.pages.facets.labels import stance_label
from app.pages.facets.view import render_facets

__all__ = ["render_facets", "stance_label"]
