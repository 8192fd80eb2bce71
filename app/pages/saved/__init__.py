"""Saving on the page: takes the place of a quotation or a search, gives the button that saves it; takes a saved list, gives its HTML."""

from app.pages.saved.buttons import SaveButton, quotation_button, saved_search, search_button
from app.pages.saved.view import render_saved, render_waiting

__all__ = ["SaveButton", "quotation_button", "render_saved", "render_waiting", "saved_search", "search_button"]
