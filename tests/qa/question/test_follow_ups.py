"""Follow-up questions: a table of what each keeps from the question before, and the effect of chosen filters."""

import csv
from datetime import date
from pathlib import Path

import pytest

from index.lexical import STOPWORDS, words
from ingest import Kind
from qa.question import ParsedQuestion, QuestionParser, Scope, counts_from_quoted_years, follow
from qa.question.topic import OVERVIEW

with (Path(__file__).parent / "follow_ups.csv").open(encoding="utf-8", newline="") as _file:
    FOLLOW_UPS = list(csv.DictReader(_file))

MISSPELT = {"plymoth", "atlantis"}
NEIGHBOURS = {"Devon": ("Somerset", "Cornwall")}
QUESTION = "what did Ofsted say about management oversight in Devon in 2022?"


@pytest.fixture(scope="module")
def parser() -> QuestionParser:
    return QuestionParser(
        ["Marlbridge"],
        range(2013, 2026),
        lambda text: not set(words(text)) & MISSPELT and not text.endswith("council"),
        neighbours=lambda name: NEIGHBOURS.get(name, ()),
        today=date(2025, 6, 1),
    )


def _subject(parsed: ParsedQuestion) -> set[str]:
    return set() if parsed.topic == OVERVIEW else set(words(parsed.topic)) - STOPWORDS


def test_the_table_is_long_enough_and_has_no_duplicates() -> None:
    pairs = [(row["previous"], row["question"]) for row in FOLLOW_UPS]
    assert len(pairs) == len(set(pairs)) >= 60
    assert sum(not row["taken"] for row in FOLLOW_UPS) >= 15


@pytest.mark.parametrize("row", FOLLOW_UPS, ids=lambda row: f"{row['previous']} {row['question']}")
def test_what_is_kept(parser: QuestionParser, row: dict[str, str]) -> None:
    followed = follow(parser, parser.parse(row["previous"]), row["question"])
    scope = followed.scope
    fields = {
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
    assert {name: "|".join(map(str, values)) for name, values in fields.items()} == {name: row[name] for name in fields}
    assert _subject(followed) == set(row["topic"].split())


def test_a_question_that_stands_alone_is_parsed_as_if_it_came_first(parser: QuestionParser) -> None:
    for row in FOLLOW_UPS:
        if not row["taken"] and not row["question"].lower().startswith(("and", "what about")):
            assert follow(parser, parser.parse(row["previous"]), row["question"]) == parser.parse(row["question"])


def test_a_chosen_filter_replaces_what_would_be_kept(parser: QuestionParser) -> None:
    before = parser.parse(QUESTION)
    chosen = Scope(authorities=("Kent",), years=(2019,), kinds=(Kind.MINUTES,))
    followed = follow(parser, before, "what about care leavers?", chosen)
    assert followed.scope == Scope()
    assert followed.topic == "care leavers"
    assert followed.taken == ()
    followed = follow(parser, before, "and then?", Scope(years=(2019,)))
    assert followed.taken == ("Devon", "management oversight")
    assert follow(parser, before, "care leavers", Scope(authorities=("Kent",))).taken == ()  # the filter names a place


def test_neighbours_are_kept_as_neighbours(parser: QuestionParser) -> None:
    before = parser.parse("caseloads in Devon's statistical neighbours since 2020")
    followed = follow(parser, before, "and agency staff?")
    assert followed.scope.neighbours_of == ("Devon",)
    assert followed.scope.authorities == ("Somerset", "Cornwall")
    assert followed.taken == ("the statistical neighbours of Devon (Somerset, Cornwall)", "2020 to 2025")
    assert follow(parser, before, "and in Kent?").scope.neighbours_of == ()


def test_one_follow_up_after_another(parser: QuestionParser) -> None:
    parsed = parser.parse(QUESTION)
    for question in ("and in Plymouth?", "the year before?", "what about care leavers?", "and the focused visits?"):
        parsed = follow(parser, parsed, question)
    assert parsed.scope == Scope(authorities=("Plymouth",), years=(2021,), kinds=(Kind.FOCUSED_VISIT,))
    assert parsed.topic == "care leavers"
    assert parsed.taken == ("Plymouth", "2021", "care leavers")


@pytest.mark.parametrize(
    ("question", "years", "latest"),
    [
        ("and before that?", (2013, 2019), False),
        ("the one before?", (2013, 2019), True),
        ("since then?", (2021, 2025), False),
    ],
)
def test_before_and_since_count_from_the_years_quoted(
    parser: QuestionParser, question: str, years: tuple[int, int], latest: bool
) -> None:
    before = parser.parse("supervision in Devon's latest inspection")
    scope = follow(parser, before, question, quoted_years=(2020, 2021)).scope
    assert (scope.years[0], scope.years[-1], scope.latest) == (*years, latest)
    assert follow(parser, before, question).scope.years == ()  # nothing to count from


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
def test_the_text_asks_for_the_same_fact(parser: QuestionParser, previous: str, question: str, text: str) -> None:
    assert follow(parser, parser.parse(previous), question).text == text


@pytest.mark.parametrize(
    ("previous", "question", "counts"),
    [
        ("supervision in Devon", "and before that?", True),
        ("supervision in Devon", "since then?", True),
        ("supervision in Devon", "and in Plymouth?", False),
        ("supervision in Devon in 2022", "and before that?", False),
    ],
)
def test_which_questions_count_from_the_answer_before(
    parser: QuestionParser, previous: str, question: str, counts: bool
) -> None:
    assert counts_from_quoted_years(parser.parse(previous), question) is counts
