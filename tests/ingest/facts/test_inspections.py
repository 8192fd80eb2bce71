import pytest

from ingest.facts import Head
from ingest.facts.inspections import note_inspections_discussed
from ingest.vocabulary import Kind


def _noted(text: str, kind: Kind = Kind.MINUTES, name: str = "inspection discussed") -> list[str]:
    head = Head(["Agenda item", text])
    note_inspections_discussed(head, kind)
    assert all(fact.words in " ".join(head.whole.split()) and fact.page == 2 for fact in head.facts)
    return [fact.value for fact in head.facts if fact.name == name]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("An update on the focused visit of 11 and 12 December 2018.", ["focused visit, 11 to 12 December 2018"]),
        (
            "The monitoring visit to Example on 2 and 3 February 2022 went well.",
            ["monitoring visit, 2 to 3 February 2022"],
        ),
        (
            "It followed a monitoring visit in September 2020, and a focused visit to Example in May 2021.",
            ["monitoring visit, September 2020", "focused visit, May 2021"],
        ),
        (
            "The Single Inspection of Children’s Social Care in November 2016 was read.",
            ["single inspection, November 2016"],
        ),
        ("Since the September 2019 inspection much has changed.", ["inspection, September 2019"]),
        ("The 2019 Ofsted inspection made six points.", ["inspection, 2019"]),
        ("The last full inspection was in 2017.", ["inspection, 2017"]),
        ("Inspectors came between 12 and 23 June 2023.", ["inspection, 12 to 23 June 2023"]),
        ("The JTAI of March 2020 was good.", ["joint targeted area inspection, March 2020"]),
        ("Ofsted made a visit in the autumn of 2015.", ["visit, autumn 2015"]),
        ("The local area SEND inspection in May 2022 found much.", ["area SEND inspection, May 2022"]),
    ],
)
def test_an_inspection_that_is_discussed(text: str, values: list[str]) -> None:
    assert _noted(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "The monitoring visit was made since the council had been judged inadequate in January 2020.",
        "They hope to be ready by the time of the next full inspection in 2022.",
        "The Panel's visit to the hub in March 2020 was short.",
        "The inspection report was published in March 2020.",
        "The plan after the inspection will come in June 2022.",
        "An inspection could come at any time; in 2016 there were nine.",
        "The inspection made 2019 points.",
    ],
)
def test_other_months_and_years_belong_to_no_inspection(text: str) -> None:
    assert _noted(text) == []


def test_a_relative_month_has_the_year_of_the_paper() -> None:
    top = "Published 9 December 2019\n"
    assert _noted(f"{top}Ofsted made its inspection in October.", Kind.NEWS) == ["inspection, October 2019"]
    assert _noted(f"{top}Ofsted made its visit last December.", Kind.NEWS) == ["visit, December 2018"]
    assert _noted("Ofsted made its inspection in October.", Kind.NEWS) == ["inspection, October"]
    assert _noted(f"{top}A visit by Ofsted is expected in the spring.", Kind.NEWS) == []


def test_a_month_is_not_told_again_beside_its_days() -> None:
    text = "The inspection in June 2023 was long. It was the inspection of 12 to 23 June 2023."
    assert _noted(text) == ["inspection, 12 to 23 June 2023"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The letter dated 9 March 2022 was welcomed.", ["2022-03-09"]),
        ("The Monitoring Visit Letter of the 9th March 2022 was welcomed.", ["2022-03-09"]),
        ("Ofsted's letter (dated 09/03/2022) was welcomed.", ["2022-03-09"]),
        ("The letter was read. On 9 March 2022 it rained.", []),
        ("The letter on the visit of 9 March 2022 was read.", []),
    ],
)
def test_a_letter_that_is_discussed(text: str, days: list[str]) -> None:
    assert _noted(text, name="letter discussed") == days


def test_a_report_of_an_inspection_discusses_none() -> None:
    assert _noted("The inspection in May 2019 was the last.", Kind.ILACS) == []
