"""A range of days in words."""

from datetime import date

from ingest.dates import day_words


def day_range(start: date | None, end: date | None) -> str:
    """Write the days from `start` to `end`, naming a shared month or year once: "20–31 January 2020"."""
    if start is None or end is None or start >= end:
        day = start or end
        return day_words(day) if day else ""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_words(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {day_words(end)}"
    return f"{day_words(start)} – {day_words(end)}"
