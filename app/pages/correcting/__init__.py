"""Corrections on the pages: takes a document and what a person sets; gives the page that asks for it, and files it so."""

from app.pages.correcting.routes import correction_routes

__all__ = ["correction_routes"]
