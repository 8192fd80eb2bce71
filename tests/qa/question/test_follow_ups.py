"""Follow-up questions: a table of what each keeps from the question before, and the effect of chosen filters."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.lexical import STOPWORDS, words
from ingest import Area, Grade, Kind
from qa.question import FactsAsked, ParsedQuestion, QuestionParser, Scope, counts_from_quoted, follow
from qa.question.topic import OVERVIEW
from tests.qa.question.catalogue import records

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
        "judged": [
            f"{area}:{grade}" for judged in scope.judged for area in judged.areas or ("",) for grade in judged.grades
        ]
        + [str(history) for history in scope.histories],
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
    ("question", "expected"),
    [
        ("and before that?", "devon/ilacs-2020.pdf devon/single-2015.pdf"),
        ("the one before?", "devon/ilacs-2020.pdf"),
        ("since then?", "devon/ilacs-2025.pdf"),
        ("the second one", "devon/ilacs-2025.pdf"),
    ],
)
def test_before_and_since_count_from_the_documents_quoted(parser: QuestionParser, question: str, expected: str) -> None:
    before = parser.parse("supervision in Devon in full inspections")
    held = {record.path: record for record in records()}
    quoted = [held["devon/ilacs-2023.pdf"]]
    if "second" in question:
        quoted.append(held["devon/ilacs-2025.pdf"])
    scope = follow(parser, before, question, quoted=quoted).scope
    inspections = [record for record in records() if record.kind in (Kind.ILACS, Kind.SINGLE)]
    assert " ".join(record.path for record in scope.documents(inspections)) == expected
    assert not follow(parser, before, question).scope.names_time  # nothing to count from


def test_what_is_counted_from_documents_quoted_is_asked_of_another_place_by_day(parser: QuestionParser) -> None:
    held = {record.path: record for record in records()}
    quoted = [held["devon/ilacs-2023.pdf"]]
    scope = follow(parser, parser.parse("supervision in Devon"), "and in Kent before that?", quoted=quoted).scope
    assert (scope.authorities, str(scope)) == (("Kent",), "Kent, before 17 November 2023")


@pytest.mark.parametrize(
    ("previous", "question", "facts"),
    [
        ("How was Devon judged in 2022?", "and in 2019?", FactsAsked(grades=True)),
        ("How was Devon judged in 2022?", "and for leadership?", FactsAsked(grades=True, areas=(Area.LEADERS,))),
        (
            "Was Devon's leadership good in 2022?",
            "and its help and protection?",
            FactsAsked(grades=True, areas=(Area.HELP_AND_PROTECTION,), claimed=Grade.GOOD),
        ),
        ("How was Devon judged in 2022?", "who led it?", FactsAsked(lead=True, of_ofsted=True)),
        ("When was Devon inspected in 2022?", "and Plymouth?", FactsAsked(inspected=True)),
    ],
)
def test_facts_are_merged(parser: QuestionParser, previous: str, question: str, facts: FactsAsked) -> None:
    followed = follow(parser, parser.parse(previous), question)
    assert followed.intent.facts == facts
    assert followed.text == question


def test_what_a_person_calls_their_own_lasts_for_the_conversation(parser: QuestionParser) -> None:
    stated = replace(parser.parse("my council is Devon"), home=("Devon",))
    kent = follow(parser, stated, "caseloads in Kent in 2022")
    assert (kent.scope.authorities, kent.home) == (("Kent",), ("Devon",))
    assert follow(parser, kent, "and ours?").scope == Scope(authorities=("Devon",), years=(2022,))
    alone = follow(parser, kent, "what did Ofsted say about recruitment of foster carers and the support they get?")
    assert (alone.scope, alone.taken) == (Scope(authorities=("Devon",)), ("Devon",))
    assert follow(parser, kent, "which councils have trouble recruiting foster carers?").scope == Scope()
    assert follow(parser, kent, "and caseloads?", Scope(authorities=("Essex",))).scope.authorities == ()


def test_thanks_ask_nothing_and_change_nothing(parser: QuestionParser) -> None:
    before = parser.parse(QUESTION)
    assert follow(parser, before, "Thanks!") == replace(before, text="Thanks!")


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
    assert counts_from_quoted(parser.parse(previous), question) is counts
