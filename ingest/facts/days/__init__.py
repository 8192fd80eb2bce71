"""The days that a paper gives for itself: takes a `Head` and a kind, gives days of inspection, meeting and publication."""

from ingest.facts.days.inspected import read_period, told_periods
from ingest.facts.days.own import own_day, read_met, read_published, years_of

__all__ = ["own_day", "read_met", "read_period", "read_published", "told_periods", "years_of"]
