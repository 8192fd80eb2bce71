from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import day_words, find_chains, find_date, find_period, period_words

parser = pytest.importorskip("dateutil.parser")
DAYS = st.dates(date(2000, 1, 1), date(2049, 12, 31))


def _th(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


FORMS = {
    "dots": lambda d: f"{d:%d.%m.%Y}",
    "hyphens": lambda d: f"{d:%d-%m-%Y}",
    "year first": lambda d: f"{d:%Y-%m-%d}",
    "with a time": lambda d: f"{d:%Y-%m-%d}T09:30:00Z",
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "spaced slashes": lambda d: f"{d.day} / {d.month} / {d.year}",
    "short year": lambda d: f"{d:%d/%m/%y}",
    "weekday and ordinal": lambda d: f"{d:%A}, {d.day}{_th(d.day)} {d:%B}, {d.year}",
    "capitals": lambda d: f"{d:%A} {d.day}{_th(d.day)} {d:%B %Y}".upper(),
    "month first": lambda d: f"{d:%B} {d.day}, {d.year}",
    "short month": lambda d: f"{d.day} {d:%b}. {d.year}",
    "short month first": lambda d: f"{d:%a} {d:%b} {d.day} {d.year}",
    "hyphens and a short month": lambda d: f"{d.day}-{d:%b}-{d:%y}",
    "day of": lambda d: f"{d.day}{_th(d.day)} day of {d:%B} {d.year}",
    "of": lambda d: f"the {d.day}{_th(d.day)} of {d:%B}, {d.year}",
    "broken year": lambda d: f"{d.day} {d:%B} 20 {d:%y}",
    "broken day": lambda d: f"on {' '.join(str(d.day))} {d:%B %Y}",
    "glued": lambda d: f"{d:%A}{d.day}{d:%B%Y}".replace(f"{d:%A}", ""),
    "apart": lambda d: f"{d.day} {_th(d.day)} {d:%B} {d.year}",
}


@given(DAYS, st.sampled_from(sorted(FORMS)))
def test_a_day_in_any_form_is_read_as_that_day(day: date, form: str) -> None:
    assert find_date(f"Held: {FORMS[form](day)}, in the hall") == day


@given(DAYS, st.sampled_from(["dots", "slashes", "weekday and ordinal", "capitals", "month first", "short month"]))
def test_dateutil_reads_the_same_day(day: date, form: str) -> None:
    words = FORMS[form](day)
    assert parser.parse(words, dayfirst=True).date() == find_date(words)


@given(
    DAYS, st.integers(1, 40), st.sampled_from(["{} to {}", "from {} until {}", "between {} and {}", "{} – {}", "{}-{}"])
)
def test_a_period_is_read_as_its_two_days(first: date, length: int, form: str) -> None:
    last = first + timedelta(length)
    assert find_period(form.format(day_words(first), day_words(last))) == (first, last)
    assert find_period(period_words(first, last)) == (first, last)
    short = form.format(f"{first.day} {first:%B}", day_words(last))  # the last year alone
    assert find_period(short) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Inspection dates: 3 June 2019 to 19 June 2019", date(2019, 6, 3), date(2019, 6, 19)),
        ("20 to 24 January 2025", date(2025, 1, 20), date(2025, 1, 24)),
        ("24 February – 18 March 2015", date(2015, 2, 24), date(2015, 3, 18)),
        ("26 February 2024 to 8 March 2024", date(2024, 2, 26), date(2024, 3, 8)),
        ("7 and 8 June 2023", date(2023, 6, 7), date(2023, 6, 8)),
        ("on 11 December 2018. The inspectors", date(2018, 12, 11), date(2018, 12, 11)),
        ("from 29 November to 10 December 2021 and on 17 January 2022", date(2021, 11, 29), date(2022, 1, 17)),
        ("19 November-11 December 2013 and 28 – 30\nJanuary 2014", date(2013, 11, 19), date(2014, 1, 30)),
        ("4 December – 10 January 2019", date(2018, 12, 4), date(2019, 1, 10)),
        ("5, 6 and 7 March 2019", date(2019, 3, 5), date(2019, 3, 7)),
        ("Monday 13 to Friday 17 November 2023", date(2023, 11, 13), date(2023, 11, 17)),
        ("Tuesday 12th & Wednesday 13th March 2020", date(2020, 3, 12), date(2020, 3, 13)),
        ("1 9 June to 3 0 June 20 23", date(2023, 6, 19), date(2023, 6, 30)),
        ("1 9 – 2 3 June 20 19", date(2019, 6, 19), date(2019, 6, 23)),
        ("12/06/2023 - 23/06/2023", date(2023, 6, 12), date(2023, 6, 23)),
        ("November 14 to November 25, 2022", date(2022, 11, 14), date(2022, 11, 25)),
        ("May 14 and 15, 2024", date(2024, 5, 14), date(2024, 5, 15)),
        ("20 to 24 May 2024; 3 June 2024", date(2024, 5, 20), date(2024, 6, 3)),
        ("from 4 December 2018 to 10 January", date(2018, 12, 4), date(2019, 1, 10)),
    ],
)
def test_find_period(text: str, first: date, last: date) -> None:
    assert find_period(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10/25/2024", date(2024, 10, 25)),  # only the second figure can be the day
        ("04/03/2025", date(2025, 3, 4)),
        ("tuesday the fourth of march twenty twenty five", date(2025, 3, 4)),
        ("the twenty-first day of June two thousand and nineteen", date(2019, 6, 21)),
        ("7 May ’13", date(2013, 5, 7)),
        ("(Sept 3, 2021)", date(2021, 9, 3)),
    ],
)
def test_find_date(text: str, day: date) -> None:
    assert find_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "in 2019",
        "31 June 2019",
        "no 12 here",
        "40 March 2020",
        "June 2019",
        "in June 20 23",
        "5 June",
        "version 4.3.21",
        "section 10.2.15",
        "https://example.org/2019/10/25/story",
        "paragraph 12 may be read",
        "25/25/2024",
        "0345 000 0000",
        "£12 May 2019",
        "the eighteenth of november are we happy",
        "ages 12-14 in 2015",
    ],
)
def test_no_date_is_guessed(text: str) -> None:
    assert find_date(text) is None
    assert find_period(text) is None


def test_a_number_that_counts_something_is_no_day() -> None:
    assert find_period("item 5 and 6 March 2019") == (date(2019, 3, 6), date(2019, 3, 6))
    assert find_period("47, 12 June 2019") == (date(2019, 6, 12), date(2019, 6, 12))
    assert find_period("page\n1\n2 August 2016") == (date(2016, 8, 2), date(2016, 8, 2))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("18 to 29 July", (date(2022, 7, 18), date(2022, 7, 29))),
        ("12 and 13 December", (date(2021, 12, 12), date(2021, 12, 13))),
        ("30 December to 4 January", (date(2021, 12, 30), date(2022, 1, 4))),
        ("20 September to 1 October last year", (date(2021, 9, 20), date(2021, 10, 1))),
        ("1 and 2 December this year", (date(2022, 12, 1), date(2022, 12, 2))),
    ],
)
def test_the_papers_own_day_gives_a_year_that_is_not_printed(text: str, days: tuple[date, ...]) -> None:
    assert next(find_chains(text, date(2022, 11, 11))).days == days
    assert next(find_chains(text)).days == ()


def test_a_long_paragraph_is_read_in_linear_time() -> None:
    assert sum(1 for _ in find_chains("between 1 and 2, 3, 4 and 5 of 12 - 14 may 19 " * 6000)) >= 0
