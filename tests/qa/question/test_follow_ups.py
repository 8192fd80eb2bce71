"""Follow-up questions: a table of what each takes over, and the filters that a person set."""

import csv
from datetime import date
from pathlib import Path

import pytest

from index.lexical import STOPWORDS, words
from ingest import Kind
from qa.question.follow_ups.following import counts_from_read, follow
from qa.question.parser import QuestionParser
from qa.question.scope import ParsedQuestion, Scope
from qa.question.topic import OVERVIEW

with (Path(__file__).parent / "follow_ups.csv").open(encoding="utf-8", newline="") as _file:
    FOLLOW_UPS = list(csv.DictReader(_file))

NO_WORDS = {"plymoth", "atlantis"}
NEIGHBOURS = {"Devon": ("Somerset", "Cornwall")}
ASKED = "what did Ofsted say about management oversight in Devon in 2022?"


@pytest.fixture(scope="module")
def parser() -> QuestionParser:
    return QuestionParser(
        ["Marlbridge"],
        range(2013, 2026),
        lambda text: not set(words(text)) & NO_WORDS and not text.endswith("council"),
        neighbours=lambda name: NEIGHBOURS.get(name, ()),
        today=date(2025, 6, 1),
    )


def _subject(parsed: ParsedQuestion) -> set[str]:
    return set() if parsed.topic == OVERVIEW else set(words(parsed.topic)) - STOPWORDS


def test_the_table_is_long_enough_and_says_nothing_twice() -> None:
    asked = [(row["previous"], row["question"]) for row in FOLLOW_UPS]
    assert len(asked) == len(set(asked)) >= 60
    assert sum(not row["taken"] for row in FOLLOW_UPS) >= 15


@pytest.mark.parametrize("row", FOLLOW_UPS, ids=lambda row: f"{row['previous']} {row['question']}")
def test_what_is_taken_over(parser: QuestionParser, row: dict[str, str]) -> None:
    followed = follow(parser, parser.parse(row["previous"]), row["question"])
    scope = followed.parsed.scope
    found = {
        "authorities": scope.authorities,
        "regions": scope.regions,
        "years": scope.years,
        "months": [f"{year}-{month:02}" for year, month in scope.months],
        "kinds": scope.kinds,
        "latest": ["yes"] if scope.latest else [],
        "without": scope.without,
        "judged": [f"{area or ''}:{grade}" for area, grade in scope.judged],
        "unknown": scope.unknown,
        "taken": followed.taken,
    }
    assert {name: "|".join(map(str, values)) for name, values in found.items()} == {name: row[name] for name in found}
    assert _subject(followed.parsed) == set(row["topic"].split())


def test_a_question_of_its_own_is_as_it_was_read_without_the_one_before(parser: QuestionParser) -> None:
    for row in FOLLOW_UPS:
        if not row["taken"] and not row["question"].lower().startswith(("and", "what about")):
            assert follow(parser, parser.parse(row["previous"]), row["question"]).parsed == parser.parse(
                row["question"]
            )


def test_what_a_person_chose_is_not_taken_over(parser: QuestionParser) -> None:
    before = parser.parse(ASKED)
    chosen = Scope(authorities=("Kent",), years=(2019,), kinds=(Kind.MINUTES,))
    followed = follow(parser, before, "what about care leavers?", chosen)
    assert followed.parsed.scope == Scope()
    assert followed.parsed.topic == "care leavers"
    assert followed.taken == ()
    followed = follow(parser, before, "and then?", Scope(years=(2019,)))
    assert followed.taken == ("Devon", "management oversight")
    assert follow(parser, before, "care leavers", Scope(authorities=("Kent",))).taken == ()  # a place is chosen


def test_neighbours_are_taken_over_as_such(parser: QuestionParser) -> None:
    before = parser.parse("caseloads in Devon's statistical neighbours since 2020")
    followed = follow(parser, before, "and agency staff?")
    assert followed.parsed.scope.neighbours_of == ("Devon",)
    assert followed.parsed.scope.authorities == ("Somerset", "Cornwall")
    assert followed.taken == ("the statistical neighbours of Devon (Somerset, Cornwall)", "2020 to 2025")
    assert follow(parser, before, "and in Kent?").parsed.scope.neighbours_of == ()


def test_one_follow_up_after_another(parser: QuestionParser) -> None:
    said = parser.parse(ASKED)
    for question in ("and in Plymouth?", "the year before?", "what about care leavers?", "and the focused visits?"):
        followed = follow(parser, said, question)
        said = followed.parsed
    assert said.scope == Scope(authorities=("Plymouth",), years=(2021,), kinds=(Kind.FOCUSED_VISIT,))
    assert said.topic == "care leavers"
    assert followed.taken == ("Plymouth", "2021", "care leavers")


@pytest.mark.parametrize(
    ("question", "years", "latest"),
    [
        ("and before that?", (2013, 2019), False),
        ("the one before?", (2013, 2019), True),
        ("since then?", (2021, 2025), False),
    ],
)
def test_before_and_since_count_from_what_was_quoted(
    parser: QuestionParser, question: str, years: tuple[int, int], latest: bool
) -> None:
    before = parser.parse("supervision in Devon's latest inspection")
    scope = follow(parser, before, question, read=(2020, 2021)).parsed.scope
    assert (scope.years[0], scope.years[-1], scope.latest) == (*years, latest)
    assert follow(parser, before, question).parsed.scope.years == ()  # nothing to count from


@pytest.mark.parametrize(
    ("previous", "question", "text"),
    [
        ("How was Devon judged in 2022?", "and in 2019?", "How was Devon judged in 2022?"),
        ("How was Devon judged in 2022?", "and for leadership?", "leadership: How was Devon judged in 2022?"),
        (
            "Was Devon's leadership good in 2022?",
            "and its help and protection?",
            "Was Devon's help and protection good in 2022?",
        ),
        (
            "How was Devon judged in 2022?",
            "what did they say about leadership?",
            "what did ofsted say about leadership?",
        ),
        ("When was Devon inspected in 2022?", "and Plymouth?", "When was Devon inspected in 2022?"),
    ],
)
def test_the_text_asks_for_the_fact_that_is_meant(
    parser: QuestionParser, previous: str, question: str, text: str
) -> None:
    assert follow(parser, parser.parse(previous), question).parsed.text == text


@pytest.mark.parametrize(
    ("previous", "question", "counts"),
    [
        ("supervision in Devon", "and before that?", True),
        ("supervision in Devon", "since then?", True),
        ("supervision in Devon", "and in Plymouth?", False),
        ("supervision in Devon in 2022", "and before that?", False),
    ],
)
def test_what_counts_from_the_answer_before(parser: QuestionParser, previous: str, question: str, counts: bool) -> None:
    assert counts_from_read(parser.parse(previous), question) is counts
