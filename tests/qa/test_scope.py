"""What phrases mean, as a table."""

import pytest

from qa.scope import _OVERVIEW, QuestionParser

KNOWN = set(
    """a about agency and any are asked at based been budget by came care caseload caseloads change children's city comes council county
    did does effectiveness ever fared find for found from get good grade have how in inspection is it judged last leavers letter
    letters low management monitoring of officers ofsted on oversight practice quality recovery report reports said say schools
    scrutiny services since social supervision the their to told visit was were what when which with work workers youth reading
    children in care council youth council the council""".split()
) | {"youth council", "care council", "school council"}


@pytest.fixture
def parser() -> QuestionParser:
    return QuestionParser(["Marlbridge"], range(2013, 2026), lambda text: text.lower() in KNOWN)


@pytest.mark.parametrize(
    ("question", "authorities", "years", "topic"),
    [
        ("what did Ofsted say about management oversight in 2022?", (), (2022,), "management oversight"),
        ("supervision in Devon since 2023", ("Devon",), (2023, 2024, 2025), "supervision"),
        ("Devon County Council caseloads", ("Devon",), (), "caseloads"),
        ("Devon's care leavers", ("Devon",), (), "care leavers"),
        ("care leavers in plymoth", ("Plymouth",), (), "care leavers"),
        ("newcaslte agency workers", ("Newcastle upon Tyne",), (), "agency workers"),
        ("Marlbridge supervision", ("Marlbridge",), (), "supervision"),
        ("Kent and Herefordshire supervision, 2022", ("Kent", "Herefordshire"), (2022,), "supervision"),
        ("caseloads 2022 to 2024", (), (2022, 2023, 2024), "caseloads"),
        ("caseloads 2022-24", (), (2022, 2023, 2024), "caseloads"),
        ("caseloads between 2018 and 2020", (), (2018, 2019, 2020), "caseloads"),
        ("caseloads in 2018 and 2020", (), (2018, 2020), "caseloads"),
        ("caseloads 2018 v 2020", (), (2018, 2020), "caseloads"),
        ("caseloads before 2015", (), (2013, 2014), "caseloads"),
        ("caseloads 2024 onwards", (), (2024, 2025), "caseloads"),
        ("caseloads at the end of 2015", (), (), "caseloads"),
        ("caseloads in '22", (), (2022,), "caseloads"),
        ("compare Devon and Plymouth on caseloads", ("Devon", "Plymouth"), (), "caseloads"),
        ("What did the 2017 inspection of Kent say about caseloads?", ("Kent",), (2017,), "caseloads"),
        ("caseloads in Kent in the January 2019 report", ("Kent",), (2019,), "caseloads"),
        ("caseloads 2019 but not 2020", (), (2019,), "caseloads"),
        ("Cheshire caseloads", ("Cheshire East", "Cheshire West and Chester"), (), "caseloads"),
        (
            "supervision in North and West Northamptonshire",
            ("North Northamptonshire", "West Northamptonshire"),
            (),
            "supervision",
        ),
        ("What did Ofsted say about Devon in 2020?", ("Devon",), (2020,), _OVERVIEW),
        ("Reading caseloads 2016", (), (2016,), "Reading caseloads"),
        ("caseloads in Reading, 2016", ("Reading",), (2016,), "caseloads"),
        ("the quality of reading recovery work", (), (), "the quality of reading recovery work"),
        ("did the youth council get a say", (), (), "did the youth council get a say"),
    ],
)
def test_parse(
    parser: QuestionParser, question: str, authorities: tuple[str, ...], years: tuple[int, ...], topic: str
) -> None:
    parsed = parser.parse(question)
    assert parsed.scope.authorities == authorities
    assert parsed.scope.years == years
    assert parsed.topic == topic
    assert parsed.scope.unknown == ()


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("what did ofsted say about Nowhereshire Borough Council", ("Nowhereshire Borough Council",)),
        ("ofsted report cardiff council", ("cardiff",)),
        ("did ofsted criticise Glasgow", ("Glasgow",)),
        ("caseloads in Atlantis", ("Atlantis",)),
    ],
)
def test_unknown_authorities(parser: QuestionParser, question: str, unknown: tuple[str, ...]) -> None:
    assert parser.parse(question).scope.unknown == unknown


def test_months(parser: QuestionParser) -> None:
    assert parser.parse("the January 2019 report").scope.months == ((2019, 1),)
    assert parser.parse("on 17 March 2020").scope.months == ((2020, 3),)
    assert parser.parse("January 2020 and January 2023 reports").scope.months == ((2020, 1), (2023, 1))


@pytest.mark.parametrize(
    "question", ["since March 2021", "between March 2021 and June 2022", "by March 2021", "March 2020 and 2025"]
)
def test_a_month_is_no_filter_in_a_range_or_beside_a_year(parser: QuestionParser, question: str) -> None:
    assert parser.parse(f"caseloads {question}").scope.months == ()


@pytest.mark.parametrize("words", ["other than Kent", "not Kent", "except Kent", "outside Kent", "apart from Kent"])
def test_a_name_that_is_left_out(parser: QuestionParser, words: str) -> None:
    scope = parser.parse(f"caseloads in authorities {words} in 2022").scope
    assert (scope.authorities, scope.without, scope.years) == ((), ("Kent",), (2022,))
