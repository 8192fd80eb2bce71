"""What a reader may do next: takes a declined answer, gives questions that Kloe can answer instead."""

from app.pages.offers.next_steps import next_steps

__all__ = ["next_steps"]
