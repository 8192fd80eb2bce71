"""A run of days: a financial year, a quarter, "the last 18 months"."""

from dataclasses import dataclass
from datetime import date

from index import Record
from ingest.dates import day_words


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included.

    Attributes:
        words: the period as people say it, such as "April 2021 to March 2022"; the days where it is empty.
    """

    first: date
    last: date
    words: str = ""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")

    @property
    def years(self) -> range:
        """The calendar years that it touches."""
        return range(self.first.year, self.last.year + 1)

    def holds(self, record: Record) -> bool:
        """True if the document's inspection, meeting or publication falls in it; one that tells no day counts by its years."""
        days = days_of(record)
        if days:
            return any(self.first <= day <= self.last for day in days)
        return any(date(year, 1, 1) >= self.first and date(year, 12, 31) <= self.last for year in record.years)

    def __str__(self) -> str:
        return self.words or f"{day_words(self.first)} to {day_words(self.last)}"


def days_of(record: Record) -> list[date]:
    """The days that a document tells of itself: of its inspection, meeting and publication."""
    own = (record.inspection_start, record.inspection_end) if record.kind.of_ofsted else ()
    return [day for day in (*own, record.met, record.published) if day]
