"""Asks for the grades, dates and inspectors of reports as councillors would, and scores the answers against a checked list.

    KLOE_INDEX=.kloe/bench python -m bench.asked ../shared/eval/judgements.csv [--sample 300] [--list]

Asks for every fact of every report, with different wordings in turn. For grades it also asks whether a grade was given
("was X good?"), both for the grade that was and for one that was not. An answer is right if it states the fact for that report,
states nothing false of any other report, and quotes the grade or name; declined if it gives a reason instead; otherwise wrong.
Prints a table with a line for each kind of question and one for all.
"""

import argparse
import collections
import csv
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.settings import settings
from bench.wordings import AREA_NAMES, WORDINGS
from index import Embedder, Index, Record
from ingest import Grade, read_grade
from qa import Answer, Reason, ask
from qa.evidence import FactValue, InspectedFact, InspectorFact, JudgedFact, PublishedFact

RIGHT, DECLINED, WRONG = "right", "declined", "wrong"
_AREAS = ("overall_effectiveness", "leaders", "help_and_protection", "in_care", "care_leavers")


@dataclass(frozen=True)
class Case:
    """A question, and the fact of one report that answers it.

    Attributes:
        field: the column of the list with the fact.
        claimed: the grade that the question names, if any.
    """

    kind: str
    question: str
    document: str
    field: str
    claimed: Grade | None = None


Value = Grade | date | tuple[date, date] | str
Facts = dict[str, Value]  # what others read of a report, by column


def main() -> None:
    """Ask, score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judgements", type=Path)
    parser.add_argument("--sample", type=int, help="ask only this many questions, drawn with a fixed seed")
    parser.add_argument("--list", action="store_true", help="print every question that was not answered correctly")
    arguments = parser.parse_args()
    index = Index(settings().index, Embedder())
    records = {record.path: record for record in index.catalogue.records()}
    with arguments.judgements.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cases = list(make_cases(rows, records))
    if arguments.sample:
        cases = random.Random(5).sample(cases, min(arguments.sample, len(cases)))
    facts = {row["document"]: read_row(row) for row in rows}
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for case in cases:
        answer = ask(index, case.question)
        verdict = score(case, answer, facts)
        counts[case.kind][verdict] += 1
        if arguments.list and verdict != RIGHT:
            told = "; ".join(said for said, _ in answer.told) or answer.explanation or "nothing told"
            print(f"{verdict}: {case.question} [{_words(facts[case.document][case.field])}] {told}")
    print_table(counts)


def make_cases(rows: Iterable[dict[str, str]], records: dict[str, Record]) -> Iterator[Case]:
    """Make the questions about each report: one for every fact, and a second for the overall grade."""
    for number, row in enumerate(rows):
        record = records[row["document"]]
        name, values = record.authority or row["authority"].title(), read_row(row)
        year = record.years[number % len(record.years)]
        wording = _Wording(number, row["document"], name, year)
        yield wording.make("overall", "overall_effectiveness")
        yield wording.make("overall", "overall_effectiveness", skip=3)
        for field in filter(values.get, _AREAS[1:]):
            yield wording.make("area", field)
        yield from _graded(wording, row, record)
        for field in ("inspected", "lead inspector", "published"):
            if values.get(field):
                yield wording.make(field, field)


@dataclass(frozen=True)
class _Wording:
    """Words the questions about one report, taking the wordings in turn."""

    number: int
    document: str
    name: str
    year: int

    def make(self, kind: str, field: str, claimed: Grade | None = None, skip: int = 0, suffix: str = "") -> Case:
        wordings = WORDINGS[kind + suffix]
        area = AREA_NAMES[field][self.number % 3] if field in AREA_NAMES else ""
        wording = wordings[(self.number + skip + len(field)) % len(wordings)]
        grade = (claimed or "").removesuffix(" to be good") if self.number % 2 else claimed
        question = wording.format(name=self.name, year=self.year, area=area, grade=grade)
        return Case(
            kind, question.replace("a inad", "an inad").replace("a outs", "an outs"), self.document, field, claimed
        )


def _graded(wording: _Wording, row: dict[str, str], record: Record) -> Iterator[Case]:
    """Make questions that name a grade: whether the right one or a wrong one was given, and why one that no area got."""
    fields = [field for field in _AREAS[1:] if row[field]]
    field = fields[wording.number % len(fields)]
    for asked_for, suffix in (("overall_effectiveness", ""), (field, ", area")):
        given = read_grade(row[asked_for])
        others = [grade for grade in Grade if grade is not given]
        yield wording.make("whether it was given", asked_for, given, suffix=suffix)
        yield wording.make("whether it was given", asked_for, others[wording.number % 3], skip=1, suffix=suffix)
    grades = {judgement.grade for judgement in record.judgements}
    absent = [grade for grade in Grade if grade not in grades]
    if absent:
        grade = absent[wording.number % len(absent)]
        yield wording.make("why, of a grade not given", "overall_effectiveness", grade)


def read_row(row: dict[str, str]) -> Facts:
    """Read what others read of a report."""
    facts: Facts = {area: read_grade(row[area]) for area in _AREAS if row[area]}
    facts["inspected"] = (date.fromisoformat(row["inspection_start"]), date.fromisoformat(row["inspection_end"]))
    facts["published"] = date.fromisoformat(row["published"])
    if row["lead_inspector"]:
        facts["lead inspector"] = row["lead_inspector"]
    return facts


def _words(value: Value) -> str:
    return " to ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def score(case: Case, answer: Answer, facts: dict[str, Facts]) -> str:
    """Score an answer: right if it states the fact asked for, and nothing false about any report."""
    wanted = facts[case.document][case.field]
    if case.kind.startswith("why"):
        if answer.reason is not Reason.PREMISE:
            return DECLINED if answer.reason else WRONG
        return RIGHT if str(wanted) in answer.explanation else WRONG
    if answer.reason:
        return DECLINED
    told = [(fact, answer.citation(number)) for fact, number in answer.facts]
    right = [
        (fact, citation)
        for fact, citation in told
        if citation.record.path == case.document and fact.name == case.field and _is(fact, wanted)
    ]
    if not right or not all(_is_so(fact, facts.get(citation.record.path)) for fact, citation in told):
        return WRONG
    if case.claimed and not all(isinstance(fact, JudgedFact) and fact.claimed is case.claimed for fact, _ in right):
        return WRONG
    return RIGHT if any(_bears(citation.quote, wanted) for _, citation in right) else WRONG


def _is(fact: FactValue, wanted: Value) -> bool:
    """True if a fact has the value that is wanted; of inspectors, where the name that is wanted is among those given."""
    match fact:
        case JudgedFact():
            return fact.grade is wanted
        case InspectedFact():
            return (fact.start, fact.end) == wanted
        case PublishedFact():
            return fact.day == wanted
        case InspectorFact():
            return str(wanted) in fact.person
        case _:  # what a meeting did is no fact of an inspection
            return False


def _is_so(fact: FactValue, facts: Facts | None) -> bool:
    """True if what is told of a report is what others read of it, or where they read no such thing."""
    return facts is None or fact.name not in facts or _is(fact, facts[fact.name])


def _bears(quote: str, wanted: Value) -> bool:
    """True if a quotation holds the grade or the inspector's name; dates are not checked."""
    words = " ".join(quote.lower().split())
    if isinstance(wanted, Grade):
        return wanted.split()[0].removesuffix("s") in words
    return not isinstance(wanted, str) or wanted.lower() in words


def print_table(counts: dict[str, collections.Counter[str]]) -> None:
    """Print a line for each kind of question, and one for all."""
    print("| question | asked | right | declined | wrong | share right |")
    print("|---|---|---|---|---|---|")
    total: collections.Counter[str] = sum(counts.values(), collections.Counter())
    for kind, count in [*sorted(counts.items()), ("all", total)]:
        share = count[RIGHT] / max(count.total(), 1)
        print(f"| {kind} | {count.total()} | {count[RIGHT]} | {count[DECLINED]} | {count[WRONG]} | {share:.1%} |")


if __name__ == "__main__":
    main()
