"""Asks for the grades, dates and inspectors of reports as councillors would, and scores the answers against a checked list.

    KLOE_INDEX=.kloe/bench python -m bench.asked ../shared/eval/judgements.csv [--sample 300] [--list]

Asks for every fact of every report, with different wordings in turn. For grades it also asks whether a grade was given
("was X good?"), both for the grade that was and for one that was not. An answer is right if it states the fact for that report,
states nothing false of any other report, and quotes the fact's words; declined if it gives a reason instead; otherwise wrong.
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
from bench.wordings import AREA_NAMES, LABELS, WORDINGS
from index import Embedder, Index, Record
from ingest import Grade, read_grade
from ingest.dates import day_words
from qa import Answer, Reason, ask

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


@dataclass(frozen=True)
class Facts:
    """The listed facts of a report, by column, in the words of an answer."""

    values: dict[str, tuple[str, ...]]


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
            reply = "; ".join(text for text, _ in answer.told) or answer.explanation or "no fact stated"
            print(f"{verdict}: {case.question} [{', '.join(facts[case.document].values[case.field])}] {reply}")
    print_table(counts)


def make_cases(rows: Iterable[dict[str, str]], records: dict[str, Record]) -> Iterator[Case]:
    """Make the questions about each report: one for every fact, and a second for the overall grade."""
    for number, row in enumerate(rows):
        record = records[row["document"]]
        name, values = record.authority or row["authority"].title(), read_row(row).values
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
    """Make questions that name a grade: the one given, another one, and, asking why, one that no area was given."""
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
    """Put a row of the list in the words of an answer."""
    values: dict[str, tuple[str, ...]] = {area: (read_grade(row[area]).value,) for area in _AREAS if row[area]}
    values["inspected"] = (_day(row["inspection_start"]), _day(row["inspection_end"]))
    values["published"] = (_day(row["published"]),)
    if row["lead_inspector"]:
        values["lead inspector"] = (row["lead_inspector"],)
    return Facts(values)


def _day(text: str) -> str:
    return day_words(date.fromisoformat(text))


def score(case: Case, answer: Answer, facts: dict[str, Facts]) -> str:
    """Say whether an answer states the fact that was asked for, and nothing false of any report."""
    wanted = facts[case.document].values[case.field]
    if case.kind.startswith("why"):
        if answer.reason is not Reason.PREMISE:
            return DECLINED if answer.reason else WRONG
        return RIGHT if wanted[0] in answer.explanation else WRONG
    if answer.reason:
        return DECLINED
    stated = [(text, answer.citation(number)) for text, number in answer.told]
    right = [
        (text, citation)
        for text, citation in stated
        if citation.record.path == case.document and _states(text, case.field, wanted)
    ]
    if not right or not all(_is_true(text, facts.get(citation.record.path)) for text, citation in stated):
        return WRONG
    if case.claimed and not all(text.startswith("Yes. " if wanted[0] == case.claimed else "No. ") for text, _ in right):
        return WRONG
    return RIGHT if any(_quotes(citation.quote, case.field, wanted) for _, citation in right) else WRONG


def _states(text: str, field: str, wanted: tuple[str, ...]) -> bool:
    label, _, value = text.removeprefix("Yes. ").removeprefix("No. ").partition(": ")
    return (
        label in LABELS[field] and all(part in value for part in wanted) and (field not in _AREAS or value == wanted[0])
    )


def _is_true(text: str, facts: Facts | None) -> bool:
    """True if a stated fact agrees with the list, or the list does not have it."""
    label = text.removeprefix("Yes. ").removeprefix("No. ").partition(":")[0]
    fields = [field for field, labels in LABELS.items() if label in labels]
    return facts is None or all(_states(text, field, facts.values[field]) for field in fields if field in facts.values)


def _quotes(quote: str, field: str, wanted: tuple[str, ...]) -> bool:
    """True if a quotation has the words of the fact, except for dates, which a file name can give."""
    words = " ".join(quote.lower().split())
    if field in _AREAS:
        return wanted[0].split()[0].removesuffix("s") in words
    return field != "lead inspector" or wanted[0].lower() in words


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
