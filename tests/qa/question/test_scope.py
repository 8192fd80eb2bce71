"""Which documents are in a scope, the scope in words, and how phrases are parsed."""

from dataclasses import replace
from datetime import date

import pytest

from index import Index, Record
from ingest import Area, Grade, Judgement, Kind
from ingest.authorities import neighbours_of
from qa import Reason, Scope, ask, parse
from qa.question import QuestionParser
from qa.question.scope import LATEST, Event, Judged, Period, Side
from qa.question.topic import OVERVIEW

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
        ("caseloads by the end of 2017", (), (), "caseloads"),
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
        ("What did Ofsted say about Devon in 2020?", ("Devon",), (2020,), OVERVIEW),
        ("Reading caseloads 2016", ("Reading",), (2016,), "caseloads"),
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
    assert parser.parse("May 2019 and March 2022 reports").scope.months == ((2019, 5), (2022, 3))


@pytest.mark.parametrize(
    "question", ["since March 2021", "between March 2021 and June 2022", "by March 2021", "March 2020 and 2025"]
)
def test_a_month_in_a_range_or_beside_a_year_does_not_filter(parser: QuestionParser, question: str) -> None:
    assert parser.parse(f"caseloads {question}").scope.months == ()


@pytest.mark.parametrize("words", ["other than Kent", "not Kent", "except Kent", "outside Kent", "apart from Kent"])
def test_an_excluded_name(parser: QuestionParser, words: str) -> None:
    scope = parser.parse(f"caseloads in authorities {words} in 2022").scope
    assert (scope.authorities, scope.without, scope.years) == ((), ("Kent",), (2022,))


def _record(
    authority: str | None, day: date, kind: Kind = Kind.ILACS, judged: tuple[tuple[Area, Grade], ...] = ()
) -> Record:
    return Record(
        id=f"{authority} {day} {kind}",
        title="",
        kind=kind,
        authorities=(authority,) if authority else (),
        inspection_start=None,
        inspection_end=None,
        published=day,
        met=None,
        lead_inspector=None,
        outcome=None,
        judgements=tuple(Judgement(area, grade, "", 1) for area, grade in judged),
        reported=(),
        facts=(),
        years=(day.year,),
        notes=(),
        sources=("",),
        pages=1,
        passages=1,
    )


INADEQUATE = ((Area.OVERALL, Grade.INADEQUATE), (Area.IN_CARE, Grade.GOOD))
GOOD = ((Area.OVERALL, Grade.GOOD), (Area.CARE_LEAVERS, Grade.REQUIRES_IMPROVEMENT))
OLD_DURHAM = _record("Durham", date(2018, 3, 1), judged=INADEQUATE)
NEW_DURHAM = _record("Durham", date(2022, 7, 4), judged=GOOD)
DURHAM_VISIT = _record("Durham", date(2023, 5, 2), Kind.FOCUSED_VISIT)
DURHAM_MINUTES = _record("Durham", date(2024, 5, 2), Kind.MINUTES)
YORK = _record("York", date(2019, 2, 1), judged=INADEQUATE)
YORK_VISIT = _record("York", date(2016, 2, 1), Kind.MONITORING_VISIT)
LUTON_VISIT = _record("Luton", date(2021, 1, 5), Kind.FOCUSED_VISIT)
LUTON_VISIT_BEFORE = _record("Luton", date(2020, 1, 5), Kind.FOCUSED_VISIT)
LUTON_MINUTES = _record("Luton", date(2023, 1, 5), Kind.MINUTES)
NOBODYS = _record(None, date(2024, 1, 5))
RECORDS = [
    *(OLD_DURHAM, NEW_DURHAM, DURHAM_VISIT, DURHAM_MINUTES, YORK, YORK_VISIT),
    *(LUTON_VISIT, LUTON_VISIT_BEFORE, LUTON_MINUTES, NOBODYS),
]
OVERALL_INADEQUATE = (Judged((Grade.INADEQUATE,)),)


@pytest.mark.parametrize(
    ("scope", "inside"),
    [
        (Scope(), RECORDS),
        (Scope(regions=("North East",)), [OLD_DURHAM, NEW_DURHAM, DURHAM_VISIT, DURHAM_MINUTES]),
        (Scope(regions=("East of England",), authorities=("York",), years=(2016, 2021)), [YORK_VISIT, LUTON_VISIT]),
        (Scope(without=("North East", "Luton")), [YORK, YORK_VISIT, NOBODYS]),
        (Scope(pick=LATEST), [NEW_DURHAM, YORK, LUTON_VISIT]),
        (Scope(pick=LATEST, kinds=(Kind.FOCUSED_VISIT,)), [DURHAM_VISIT, LUTON_VISIT]),
        (Scope(pick=LATEST, kinds=(Kind.MINUTES,), authorities=("Luton",)), [LUTON_MINUTES]),
        (Scope(pick=LATEST, years=(2018,)), [OLD_DURHAM]),
        (Scope(judged=OVERALL_INADEQUATE), [OLD_DURHAM, YORK]),
        (Scope(judged=OVERALL_INADEQUATE, pick=LATEST), [YORK]),
        (Scope(judged=(Judged((Grade.GOOD,), ()),)), [OLD_DURHAM, NEW_DURHAM, YORK]),
        (Scope(judged=(Judged((Grade.GOOD,), (Area.CARE_LEAVERS,)),)), [OLD_DURHAM, YORK]),
        (Scope(judged=(Judged((Grade.OUTSTANDING,), (Area.CARE_LEAVERS,)),)), []),
        (Scope(kinds=(Kind.AREA_SEND,)), []),
        (Scope(("Durham",), neither=(Scope(years=(2018, 2022)),)), [DURHAM_VISIT, DURHAM_MINUTES]),
        (Scope(events=(Event(Side.AFTER, Scope(kinds=(Kind.ILACS,))),)), [DURHAM_VISIT, DURHAM_MINUTES]),
        (Scope(events=(Event(Side.BEFORE, Scope(kinds=(Kind.ILACS,))),)), [OLD_DURHAM, YORK_VISIT]),
        (Scope(("Luton",), events=(Event(Side.AFTER, Scope(kinds=(Kind.ILACS,))),)), []),
        (
            Scope(("Luton",), events=(Event(Side.AFTER, Scope(kinds=(Kind.ILACS,), years=(2021,))),)),
            [LUTON_VISIT, LUTON_MINUTES],
        ),
        (
            Scope(("Luton",), events=(Event(Side.BEFORE, Scope(kinds=(Kind.ILACS,), years=(2021,))),)),
            [LUTON_VISIT_BEFORE],
        ),
    ],
)
def test_documents(scope: Scope, inside: list[Record]) -> None:
    assert scope.documents(RECORDS) == inside


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (Scope(), ""),
        (Scope(("Devon",), (2022,), kinds=(Kind.FOCUSED_VISIT,)), "Devon, 2022, focused visit letters"),
        (
            Scope(regions=("North East",), judged=OVERALL_INADEQUATE, pick=LATEST),
            "North East; judged inadequate; latest inspection of each",
        ),
        (Scope(("Devon",), pick=LATEST), "Devon; latest inspection"),
        (Scope(("Devon",), pick=LATEST, kinds=(Kind.MINUTES,)), "Devon, council minutes; latest only"),
        (
            Scope(("Kent", "Essex"), (2019, 2020, 2021), without=("London",)),
            "Kent, Essex, 2019 to 2021, excluding London",
        ),
        (
            Scope(("Somerset", "Kent"), neighbours_of=("Devon",)),
            "the statistical neighbours of Devon (Somerset, Kent)",
        ),
        (
            Scope(judged=(Judged((Grade.GOOD, Grade.OUTSTANDING), (Area.CARE_LEAVERS,)),)),
            "judged good or outstanding for care leavers",
        ),
        (Scope(judged=(Judged((Grade.INADEQUATE,), ()),)), "judged inadequate in any area"),
        (Scope(months=((2020, 3),), years=(2020,)), "March 2020"),
        (
            Scope(("Kent",), neither=(Scope(periods=(Period(date(2020, 1, 1), date(2020, 12, 31), "2020"),)),)),
            "Kent; excluding 2020",
        ),
        (
            Scope(events=(Event(Side.AFTER, Scope(kinds=(Kind.ILACS,), years=(2022,))),)),
            "after the ILACS inspection report of 2022",
        ),
        (Scope(kinds=tuple(kind for kind in Kind if kind is not Kind.NEWS)), "excluding news items"),
    ],
)
def test_a_scope_in_words(scope: Scope, words: str) -> None:
    assert str(scope) == words
    assert hash(scope) == hash(replace(scope))


def test_our_statistical_neighbours_are_those_of_the_authority_chosen(sample_index: Index) -> None:
    question = "how do our statistical neighbours recruit foster carers"
    assert parse(sample_index, question, Scope(("Devon",))).scope.authorities == neighbours_of("Devon")
    assert parse(sample_index, "foster carers", Scope(("Devon",))).scope.authorities == ("Devon",)
    for chosen in (None, Scope(), Scope(("Marlbridge",))):
        answer = ask(sample_index, question, chosen)
        assert answer.reason is Reason.UNKNOWN_AUTHORITY
        assert "“our statistical neighbours”" in answer.explanation
        assert "Name the authority" in answer.explanation


def test_a_chosen_filter_replaces_the_words(sample_index: Index) -> None:
    chosen = Scope(("Marlbridge",), kinds=(Kind.ILACS,), pick=LATEST)
    scope = parse(sample_index, "focused visits in the North East", chosen).scope
    assert (scope.authorities, scope.regions, scope.kinds, scope.latest) == (("Marlbridge",), (), (Kind.ILACS,), True)
    assert parse(sample_index, "supervision in Kent", Scope(regions=("London",))).scope.authorities == ()
    assert parse(sample_index, "was it rated inadequate", Scope(("Marlbridge",))).scope.judged == ()


@pytest.mark.parametrize(
    ("question", "explanation"),
    [
        ("joint targeted area inspection in Marlbridge in 2012", "For Marlbridge it holds"),
        ("supervision in the North East", "no documents for North East"),
        ("which councils in the North East were rated outstanding", "for North East; authorities ever outstanding"),
        ("supervision in herfordshire", "Herefordshire or Hertfordshire for “herfordshire”"),
    ],
)
def test_a_scope_without_documents_is_explained(sample_index: Index, question: str, explanation: str) -> None:
    answer = ask(sample_index, question)
    assert not answer.answered
    assert explanation in answer.explanation


def test_a_question_knows_which_words_its_scope_was_read_from(parser: QuestionParser) -> None:
    question = "how many focused visits on care leavers in Devon since 2022, not counting 2023"
    heeded = parser.parse(question).heeded
    read = {
        name: [question[start:end].strip() for start, end in getattr(heeded, name)]
        for name in ("places", "times", "papers", "visits")
    }
    assert read["places"] == ["Devon"]
    assert read["times"][0] == "since 2022"
    assert read["papers"] == ["focused visits"]
    assert read["visits"] == ["on care leavers"]
