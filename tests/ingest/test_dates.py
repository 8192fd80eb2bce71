from datetime import date

import pytest

from ingest.dates import find_date, find_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Inspection dates: 3 June 2019 to 19 June 2019", date(2019, 6, 3), date(2019, 6, 19)),
        ("20 to 24 January 2025", date(2025, 1, 20), date(2025, 1, 24)),
        ("24 February – 18 March 2015", date(2015, 2, 24), date(2015, 3, 18)),
        ("26 February 2024 to 8 March 2024", date(2024, 2, 26), date(2024, 3, 8)),
        ("7 and 8 June 2023", date(2023, 6, 7), date(2023, 6, 8)),
        ("on 11 December 2018. The inspectors", date(2018, 12, 11), date(2018, 12, 11)),
    ],
)
def test_find_period(text: str, first: date, last: date) -> None:
    assert find_period(text) == (first, last)


@pytest.mark.parametrize("text", ["", "in 2019", "31 June 2019", "no 12 here", "40 March 2020"])
def test_no_date_is_guessed(text: str) -> None:
    assert find_date(text) is None
    assert find_period(text) is None
