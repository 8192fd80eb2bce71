"""Serving: takes the settings, listens, becomes ready, and stops without losing what is under way."""

from app.serving.readiness import Readiness

__all__ = ["Readiness"]
