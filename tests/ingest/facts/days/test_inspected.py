from datetime import date
from pathlib import PurePath

import pytest

from ingest.facts import Head, read_facts
from ingest.facts.days import read_period
from ingest.vocabulary import Kind

FIRST, LAST = date(2023, 6, 12), date(2023, 6, 23)


def _period(text: str, kind: Kind = Kind.MINUTES) -> tuple[date, date] | None:
    return read_period(Head([text]), kind)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Inspection dates: 12 to 23 June 2023\nLead inspector: A. Sample", FIRST, LAST),
        ("Inspection date: 12 June 2023 – 23 June 2023\nReport published: 1 August 2023", FIRST, LAST),
        ("Date of inspection: 12-23 June 2023\nDate of publication: 13 August 2023", FIRST, LAST),
        ("Inspection dates\n1 2 – 2 3 June 20 23", FIRST, LAST),
        ("Inspection dates: 4 December – 10 January 2019", date(2018, 12, 4), date(2019, 1, 10)),
        (
            "Inspection dates: from 29 November to 10 December 2021 and on 17 January 2022",
            date(2021, 11, 29),
            date(2022, 1, 17),
        ),
        ("Inspection dates: 5, 6 and 7 March 2019", date(2019, 3, 5), date(2019, 3, 7)),
        (
            "The inspection took place from 29 November to 10 December 2021 and on\n17 January 2022.",
            date(2021, 11, 29),
            date(2022, 1, 17),
        ),
        ("the findings of a visit to Example on 12 and 23 June 2023. The letter", FIRST, LAST),
        ("Dates of previous inspection: 4 March 2014\nInspection dates: 12 to 23 June 2023", FIRST, LAST),
        ("Fieldwork dates: 12/06/2023 - 23/06/2023", FIRST, LAST),
    ],
)
def test_a_report_tells_its_own_days(text: str, first: date, last: date) -> None:
    assert _period(f"Inspection of services\n{text}", Kind.ILACS) == (first, last)


def test_the_letters_day_gives_the_year() -> None:
    letter = "21 September 2021\nDear A. Sample\nthe findings of the focused visit to Example children’s services on 17 and 18 {}."
    assert _period(letter.format("August"), Kind.FOCUSED_VISIT) == (date(2021, 8, 17), date(2021, 8, 18))
    assert _period(letter.format("November"), Kind.FOCUSED_VISIT) == (date(2020, 11, 17), date(2020, 11, 18))
    assert _period(letter.format("August").split("\n", 1)[1], Kind.FOCUSED_VISIT) is None


@pytest.mark.parametrize(
    "words",
    [
        "Members heard what inspectors had found when they came between 12 and 23 June 2023.",
        "Inspectors were with us from 12 to 23 June 2023.",
        "Ofsted inspected the council's services from 12th to 23rd June 2023.",
        "Inspectors had been in the council's offices from Monday 12 to Friday 23 June 2023.",
        "The team arrived on 12 June 2023 and left on 23 June 2023.",
        "When they left us on 23 June 2023, having arrived on 12 June, the inspectors had seen enough.",
        "The inspection began on 12 June and ended on 23 June 2023.",
        "It follows two weeks in which seven inspectors met families, from 12/06/2023 to 23/06/2023.",
        "The ILACS inspection (12 – 23 June 2023) was\nthe first for five years.",
        "The inspection took place over two weeks, 12-23 June 2023.",
        "Following the inspection of 12 to 23 June 2023, a plan was made.",
        "The fieldwork was done between June 12 and June 23, 2023.",
    ],
)
@pytest.mark.parametrize("kind", [Kind.MINUTES, Kind.NEWS, Kind.COUNCIL_REPORT, Kind.WEB_PAGE, Kind.UNKNOWN])
def test_a_paper_tells_the_days_of_the_inspection_that_it_is_about(words: str, kind: Kind) -> None:
    text = f"Families Committee\n{words}\nA letter of 3 July 2023 was read. A plan will come by 6 October 2023."
    assert _period(text, kind) == (FIRST, LAST)


def test_one_day_is_a_period_where_the_words_say_visit() -> None:
    day = date(2023, 6, 12)
    assert _period("The monitoring visit on 12 June 2023 was the second.") == (day, day)
    assert _period("The focused visit of Monday, 12 June 2023 was the second.") == (day, day)
    assert _period("An account of the visit was given on 12 June 2023.") is None


def test_the_papers_day_gives_the_year() -> None:
    assert _period("Published 1 August 2023\nInspectors came from 12 to 23 June.", Kind.NEWS) == (FIRST, LAST)
    assert _period("Published 1 August 2024\nInspectors came from 12 to 23 June last year.", Kind.NEWS) == (FIRST, LAST)
    assert _period("Inspectors came from 12 to 23 June.", Kind.NEWS) is None


@pytest.mark.parametrize(
    "words",
    [
        "The inspection was in June 2023.",
        "Inspectors came in the week of 12 June 2023.",
        "A consultation ran from 12 to 23 June 2023.",
        "Between 1 April 2022 and 31 March 2023 the council had 300 referrals.",
        "The letter of 12 June 2023 and the minutes of 23 June 2023 were noted.",
        "The next inspection is expected between 12 and 23 June 2023.",
        "The previous inspection, from 12 to 23 June 2023, found less.",
        "The inspection report was published on 12 June 2023.",
        "The panel will visit the hub on 12 and 13 June 2023.",
        "Half term is from 12 to 16 June 2023, and no visit is made.",
        "Inspectors came to Alpha on 12 and 13 June 2023. Inspectors came to Beta on 5 and 6 July 2023.",
    ],
)
def test_other_days_are_not_those_of_the_inspection(words: str) -> None:
    assert _period(f"Families Committee\n{words}") is None


def test_a_previous_inspection_does_not_hide_the_one_that_the_paper_is_about() -> None:
    text = "The last inspection was from 4 to 15 March 2019. Inspectors came again from 12 to 23 June 2023, and on 12 June met the board."
    assert _period(text) == (FIRST, LAST)


def test_the_years_of_a_document_are_of_inspection_meeting_and_publication() -> None:
    top = "Agenda item\nMeeting of Families Committee, Thursday, 11th January, 2024 1.30 pm (Item 4)\nMinutes:\n"
    text = f"{top}Inspectors came from 12 to 23 June 2023.\nRESOLVED that it be noted."
    facts = read_facts(Head([text]), PurePath("doc001.txt"))
    assert facts.years == (2023, 2024)
