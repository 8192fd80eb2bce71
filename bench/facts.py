"""Compares the facts that Kloe reads with a checked list, over an index of the corpus.

    KLOE_INDEX=.kloe/bench python -m bench.facts ../shared/eval/judgements.csv

Prints a line for each difference, with both values and the words on the page, and the share of equal fields. Then it prints
how many documents have the authority that their folder names, and how many publication dates were printed.
"""

import argparse
import collections
import csv
import re
from pathlib import Path

from app.settings import settings
from index import Embedder, Index, Record
from ingest import Area, read_grade
from ingest.authorities import names_in_list

AREAS = (Area.OVERALL, Area.LEADERS, Area.HELP_AND_PROTECTION, Area.IN_CARE, Area.CARE_LEAVERS)


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judgements", type=Path)
    arguments = parser.parse_args()
    records = {record.path: record for record in Index(settings().index, Embedder()).catalogue.records()}
    with arguments.judgements.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    fields = differences = 0
    for row in rows:
        record = records[row["document"]]
        for name, wanted, read, words in compare(row, record):
            fields += 1
            if wanted != read:
                differences += 1
                print(f"{record.path}: {name}: the list has {wanted!r}, Kloe has {read!r}; the page says {words!r}")
    print(
        f"{len(rows)} reports, {fields} fields, {differences} of them different: {1 - differences / fields:.2%} equal"
    )
    _authorities(list(records.values()))
    printed = collections.Counter(
        "file name" if fact.page is None else "printed"
        for r in records.values()
        for fact in r.facts
        if fact.name == "published"
    )
    print(f"published: {dict(printed)}, none {sum(r.published is None for r in records.values())}")
    print("kinds:", dict(collections.Counter(str(record.kind) for record in records.values())))


def compare(row: dict[str, str], record: Record) -> list[tuple[str, str, str, str]]:
    """Give `(field, value in the list, value read, words on the page)` for each field."""
    words = {fact.name: fact.words for fact in record.facts}
    judged = {judgement.area: judgement for judgement in record.judgements}
    authority = names_in_list().find(f"in {row['authority']}:")[0].name
    fields = [
        ("authority", authority, record.authority or "", words.get("authority", "")),
        ("inspection_start", row["inspection_start"], str(record.inspection_start or ""), words.get("inspected", "")),
        ("inspection_end", row["inspection_end"], str(record.inspection_end or ""), words.get("inspected", "")),
        ("published", row["published"], str(record.published or ""), words.get("published", "")),
        ("lead_inspector", row["lead_inspector"], record.lead_inspector or "", words.get("lead inspector", "")),
    ]
    for area in AREAS:
        wanted = read_grade(row[area]).value if row[area] else ""
        judgement = judged.get(area)
        read, printed = (judgement.grade.value, judgement.words) if judgement else ("", "")
        fields.append((area.value, wanted, read, printed))
    return fields


def _authorities(records: list[Record]) -> None:
    """Check authorities against folder names, such as `80461_devon`."""
    checked = wrong = 0
    for record in records:
        if folder := re.search(r"/\d+_([^/]+)/", record.path):
            checked += 1
            if names_in_list().find(f"in {folder[1]}:")[0].name != record.authority:
                wrong += 1
                print(f"{record.path}: authority read as {record.authority}")
    print(f"authority: {checked - wrong} of {checked} documents have the one that their folder names")


if __name__ == "__main__":
    main()
