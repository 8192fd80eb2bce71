"""The parts of a year: financial and school years, quarters, halves, seasons and terms, as first and last days."""

from datetime import date

from dateutil.relativedelta import relativedelta

Days = tuple[date, date]  # the first day and the last, both included

APRIL, SEPTEMBER = 4, 9
# Season: its first month, and how many months it has.
SEASONS = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "winter": (12, 3)}
TERMS = {"autumn": (9, 4), "spring": (1, 3), "summer": (4, 4)}
THIRDS = {"early": 1, "mid": 5, "late": 9}


def months_from(year: int, month: int, count: int) -> Days:
    """The days of so many months."""
    first = date(year, month, 1)
    return first, first + relativedelta(months=count, days=-1)


def whole_year(year: int) -> Days:
    """The days of a calendar year."""
    return date(year, 1, 1), date(year, 12, 31)


def year_from(month: int, today: date, back: int = 0) -> Days:
    """The days of a year that begins with this month: the current one, or one so many years back."""
    year = today.year - (today.month < month) - back
    return months_from(year, month, 12)


def going_back(today: date, count: int, unit: str) -> date:
    """The day so many years, months, weeks and the like before today."""
    lengths = {
        "day": relativedelta(days=count),
        "week": relativedelta(weeks=count),
        "fortnight": relativedelta(weeks=2 * count),
        "month": relativedelta(months=count),
        "year": relativedelta(years=count),
        "decade": relativedelta(years=10 * count),
    }
    day: date = today - lengths[unit]
    return day


def last_season(first_month: int, count: int, today: date) -> Days:
    """The days of the newest season that is over."""
    year = today.year
    while months_from(year, first_month, count)[1] >= today:
        year -= 1
    return months_from(year, first_month, count)


def part(days: Days, number: int, of: int) -> Days:
    """The days of one of the quarters (`of` is 4) or halves of a year."""
    months = 12 // of
    first = days[0] + relativedelta(months=months * (number - 1))
    return first, first + relativedelta(months=months, days=-1)
