"""Asks for the grades, dates and inspectors of reports whose facts were read by others, as councillors ask for them.

    KLOE_INDEX=.kloe/bench python -m bench.asked ../shared/eval/judgements.csv [--sample 300] [--list]

Every fact of every report is asked for, in wordings taken in turn; a grade also as one that was given ("was X good?")
and as one that was not. An answer is right where it tells the fact of that report and nothing that is not so of another,
and its quotation holds the words; declined where it gives a reason instead; else wrong. A table has a line for each kind of
question, and one in all.
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
from index import Embedder, Index, Record
from ingest.document import Grade
from ingest.facts.judgements import read_grade
from qa import Answer, Reason, ask
from qa.evidence import FactValue, InspectedFact, InspectorFact, JudgedFact, PublishedFact

RIGHT, DECLINED, WRONG = "right", "declined", "wrong"
_AREAS = ("overall_effectiveness", "leaders", "help_and_protection", "in_care", "care_leavers")
_SAID = {
    "leaders": ("leadership", "leaders", "the impact of leaders"),
    "help_and_protection": ("help and protection", "children who need help and protection", "child protection"),
    "in_care": ("children in care", "looked after children", "children in care"),
    "care_leavers": ("care leavers", "care leavers", "leaving care"),
}
_WORDINGS = {
    "overall": (
        "What was {name}'s overall grade in {year}?",
        "How was {name} rated in {year}?",
        "What grade did {name} get from Ofsted in {year}?",
        "How did Ofsted judge {name} in {year}?",
        "What was the overall effectiveness judgement for {name} in {year}?",
        "{name} {year} Ofsted rating",
        "how did {name} do in {year}",
        "Which grade was {name} given overall in {year}?",
        "How well did {name} do in its {year} inspection?",
        "What was the outcome of the {year} inspection of {name}?",
    ),
    "area": (
        "How did Ofsted judge {area} in {name} in {year}?",
        "What was the grade for {area} in {name} in {year}?",
        "How were services for {area} rated in {name} in {year}?",
        "What judgement did {name} get for {area} in {year}?",
        "{name} {year}: grade for {area}",
        "How was {name} judged on {area} in {year}?",
        "What did Ofsted judge {area} to be in {name} in {year}?",
        "What rating did inspectors give {name} for {area} in {year}?",
    ),
    "whether it was given": (
        "Was {name} {grade} in {year}?",
        "Was {name} rated {grade} in {year}?",
        "Was {name} judged to be {grade} in {year}?",
        "Did {name} get a {grade} rating in {year}?",
        "Was {name} council {grade} overall in {year}?",
        "Is it true that {name} was {grade} in {year}?",
        "Did Ofsted rate {name} as {grade} in {year}?",
    ),
    "whether it was given, area": (
        "Was {name}'s {area} {grade} in {year}?",
        "Was {name} judged {grade} for {area} in {year}?",
        "Were {area} in {name} rated {grade} in {year}?",
        "In {year}, was {name} {grade} for {area}?",
    ),
    "why, of a grade not given": (
        "Why was {name} judged {grade} in {year}?",
        "Why did {name} get {grade} in {year}?",
        "What led to {name} being rated {grade} in {year}?",
    ),
    "inspected": (
        "When was {name} inspected in {year}?",
        "What were the dates of the {year} inspection of {name}?",
        "When did Ofsted inspect {name} in {year}?",
        "When did the {year} inspection of {name} take place?",
        "{name} {year} inspection dates",
        "On what dates did the inspection of {name} in {year} take place?",
        "When did inspectors visit {name} in {year}?",
    ),
    "lead inspector": (
        "Who led the inspection of {name} in {year}?",
        "Who was the lead inspector in {name} in {year}?",
        "Which inspector led the {year} inspection of {name}?",
        "Who inspected {name} in {year}?",
        "name of the lead inspector, {name} {year}",
        "Which HMI led the {name} inspection in {year}?",
    ),
    "published": (
        "When was the {year} Ofsted report on {name} published?",
        "When was {name}'s {year} inspection report published?",
        "What was the publication date of the {name} report in {year}?",
        "When did the {year} report on {name} come out?",
        "When did Ofsted publish its {year} report on {name}?",
    ),
}


@dataclass(frozen=True)
class Case:
    """A question, and the fact of one report that is its answer.

    Attributes:
        field: the column of the list that holds the fact.
        claimed: the grade that the question names.
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
    parser.add_argument("--sample", type=int, help="ask only so many questions, drawn by a fixed seed")
    parser.add_argument("--list", action="store_true", help="print every question that was not answered rightly")
    given = parser.parse_args()
    index = Index(settings().index, Embedder())
    records = {record.path: record for record in index.catalogue.records()}
    with given.judgements.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cases = list(make_cases(rows, records))
    if given.sample:
        cases = random.Random(5).sample(cases, min(given.sample, len(cases)))
    facts = {row["document"]: read_row(row) for row in rows}
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for case in cases:
        answer = ask(index, case.question)
        verdict = score(case, answer, facts)
        counts[case.kind][verdict] += 1
        if given.list and verdict != RIGHT:
            told = "; ".join(said for said, _ in answer.told) or answer.explanation or "nothing told"
            print(f"{verdict}: {case.question} [{_words(facts[case.document][case.field])}] {told}")
    print_table(counts)


def make_cases(rows: Iterable[dict[str, str]], records: dict[str, Record]) -> Iterator[Case]:
    """Make the questions about each report: every fact once, the overall grade and its dates in two wordings."""
    for number, row in enumerate(rows):
        record = records[row["document"]]
        name, held = record.authority or row["authority"].title(), read_row(row)
        year = record.years[number % len(record.years)]
        wording = _Wording(number, row["document"], name, year)
        yield wording.make("overall", "overall_effectiveness")
        yield wording.make("overall", "overall_effectiveness", skip=3)
        for field in filter(held.get, _AREAS[1:]):
            yield wording.make("area", field)
        yield from _graded(wording, row, record)
        for field in ("inspected", "lead inspector", "published"):
            if held.get(field):
                yield wording.make(field, field)


@dataclass(frozen=True)
class _Wording:
    """Puts questions about one report in words, taking the wordings in turn."""

    number: int
    document: str
    name: str
    year: int

    def make(self, kind: str, field: str, claimed: Grade | None = None, skip: int = 0, suffix: str = "") -> Case:
        wordings = _WORDINGS[kind + suffix]
        area = _SAID[field][self.number % 3] if field in _SAID else ""
        wording = wordings[(self.number + skip + len(field)) % len(wordings)]
        grade = (claimed or "").removesuffix(" to be good") if self.number % 2 else claimed
        question = wording.format(name=self.name, year=self.year, area=area, grade=grade)
        return Case(
            kind, question.replace("a inad", "an inad").replace("a outs", "an outs"), self.document, field, claimed
        )


def _graded(wording: _Wording, row: dict[str, str], record: Record) -> Iterator[Case]:
    """Questions that name a grade: the one that was given, one that was not, and one that no area was, of which it is asked why."""
    fields = [field for field in _AREAS[1:] if row[field]]
    field = fields[wording.number % len(fields)]
    for one, suffix in (("overall_effectiveness", ""), (field, ", area")):
        given = read_grade(row[one])
        others = [grade for grade in Grade if grade is not given]
        yield wording.make("whether it was given", one, given, suffix=suffix)
        yield wording.make("whether it was given", one, others[wording.number % 3], skip=1, suffix=suffix)
    borne = {judgement.grade for judgement in record.judgements}
    absent = [grade for grade in Grade if grade not in borne]
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
    """Say whether an answer tells the fact that was asked for, and nothing else of any report."""
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
    """True where a fact has the value that is wanted; of inspectors, where the name that is wanted is among those given."""
    match fact:
        case JudgedFact():
            return fact.grade is wanted
        case InspectedFact():
            return (fact.start, fact.end) == wanted
        case PublishedFact():
            return fact.day == wanted
        case InspectorFact():
            return str(wanted) in fact.person


def _is_so(fact: FactValue, facts: Facts | None) -> bool:
    """True where what is told of a report is what others read of it, or where they read no such thing."""
    return facts is None or fact.name not in facts or _is(fact, facts[fact.name])


def _bears(quote: str, wanted: Value) -> bool:
    """True where a quotation holds the words of the fact; a day of publication is the file's name to tell."""
    words = " ".join(quote.lower().split())
    if isinstance(wanted, Grade):
        return wanted.split()[0].removesuffix("s") in words
    return not isinstance(wanted, str) or wanted.lower() in words


def print_table(counts: dict[str, collections.Counter[str]]) -> None:
    """Print a line for each kind of question, and one for them all."""
    print("| question | asked | right | declined | wrong | right, of all |")
    print("|---|---|---|---|---|---|")
    whole: collections.Counter[str] = sum(counts.values(), collections.Counter())
    for kind, count in [*sorted(counts.items()), ("all", whole)]:
        share = count[RIGHT] / max(count.total(), 1)
        print(f"| {kind} | {count.total()} | {count[RIGHT]} | {count[DECLINED]} | {count[WRONG]} | {share:.1%} |")


if __name__ == "__main__":
    main()
