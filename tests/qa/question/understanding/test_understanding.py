"""What is asked, and of which documents: every phrase of the tables in this folder, asked of the invented catalogue."""

import csv
import json
from pathlib import Path

import pytest

from index import authorities_of
from index.lexical import words
from ingest.authorities import authorities
from qa.question import ParsedQuestion, QuestionParser, follow
from qa.question.topic import OVERVIEW
from tests.qa.question.catalogue import TODAY, records
from tests.qa.question.choosing import chosen

_FOLDER = Path(__file__).parent
_UNUSED = frozenset(
    """atlantis narnia mordor agancy superivsion casloads liverpol croyden sommerset nothumberland plymoth herefordshre""".split()
)  # in no document
_NAMES = {word for authority in authorities() for name in (authority.name, *authority.aliases) for word in words(name)}


def _phrases() -> list[dict[str, str]]:
    rows = []
    for table in sorted(_FOLDER.glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as file:
            rows += [{"table": table.stem} | row for row in csv.DictReader(file)]
    return rows


PHRASES = _phrases()


def _is_word(text: str) -> bool:
    """True but for the words that no document uses; what councils are called is in no document as "… council" but by name."""
    used = words(text)
    if used[-1:] == ["council"] and len(used) > 1:
        return used[0] in {"youth", "care", "school", "the", "which", "our", "my"}
    return not set(used) & (_UNUSED | _NAMES)


@pytest.fixture(scope="module")
def parser() -> QuestionParser:
    held = records()
    years = {year for record in held for year in record.years}
    return QuestionParser(authorities_of(held), years, _is_word, today=TODAY)


def understand(parser: QuestionParser, row: dict[str, str]) -> ParsedQuestion:
    """Parse a phrase after the questions before it, of which the last was answered from the documents quoted."""
    before = json.loads(row["previous"] or "[]")
    held = {record.path: record for record in records()}
    quoted = [held[path] for path in json.loads(row.get("quoted") or "[]")]
    parsed: ParsedQuestion | None = None
    for number, question in enumerate((*before, row["question"])):
        answered_from = quoted if number == len(before) else ()
        parsed = follow(parser, parsed, question, None, answered_from) if parsed else parser.parse(question)
    assert parsed
    return parsed


def _name(row: dict[str, str]) -> str:
    return f"{row['table']}: {row['previous']} {row['question']}"


@pytest.mark.parametrize("row", PHRASES, ids=_name)
def test_a_phrase_is_understood(parser: QuestionParser, row: dict[str, str]) -> None:
    parsed = understand(parser, row)
    found = set() if parsed.scope.unknown else {record.path for record in parsed.scope.documents(records())}
    wanted = chosen(row["documents"])
    assert (sorted(found - wanted)[:8], sorted(wanted - found)[:8]) == ([], []), str(parsed.scope)
    assert parsed.intent.purpose == row["intent"]
    held = set() if parsed.topic == OVERVIEW else set(words(parsed.topic))
    needed, unwanted = (set(words(row[column].replace("|", " "))) for column in ("topic", "not_topic"))
    assert (needed - held, unwanted & held) == (set(), set()), parsed.topic


def test_the_tables_have_no_duplicates() -> None:
    asked = [(row["previous"], row["question"].lower()) for row in PHRASES]
    assert len(asked) == len(set(asked))
