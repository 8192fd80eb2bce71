"""The search box for other sites' pages: takes a request, gives its script, and the page on which a developer tries it."""

from app.pages.box.routes import box_routes

__all__ = ["box_routes"]
