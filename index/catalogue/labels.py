"""Labels: what documents are narrowed down and counted by, an indexed row for each value of each; triggers keep the totals."""

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache

from index.catalogue.records import Record, read_records
from ingest import Area, Grade
from ingest.authorities import authorities


class Label(StrEnum):
    """What documents are narrowed down and counted by.

    The judgement is the grade for overall effectiveness, the outcome that of an area SEND inspection. Stances are those of a document's
    passages, themes those of its findings.
    """

    AUTHORITY = "authority"
    REGION = "region"
    YEAR = "year"
    KIND = "kind"
    JUDGEMENT = "judgement"
    TOPIC_OF_VISIT = "topic_of_visit"
    OUTCOME = "outcome"
    STANCE = "stance"
    THEME = "theme"


Counts = dict[str, int]
"""How many documents have each value of a label, or how many passages each stance, and how many findings each theme."""
_OF_PASSAGES = (Label.STANCE, Label.THEME)
_THEMES = (
    "SELECT passages.document, json_group_array(theme.value)"
    " FROM passages JOIN findings ON findings.passage = passages.id, json_each(findings.themes) AS theme"
)


def write_labels(db: sqlite3.Connection, record: Record) -> None:
    """Write the labels of a document in place of those that it had; its themes stay."""
    db.execute("DELETE FROM labels WHERE document = ? AND field <> ?", (record.id, Label.THEME.value))
    _insert(db, record.id, _labels(db, record))


def write_themes(db: sqlite3.Connection, document: str, themes: Iterable[str]) -> None:
    """Write the themes of a document's findings in place of those that it had; a theme may come more than once."""
    db.execute("DELETE FROM labels WHERE document = ? AND field = ?", (document, Label.THEME.value))
    _insert(db, document, [(Label.THEME, theme, times) for theme, times in Counter(themes).items()])


def make_labels_anew(db: sqlite3.Connection) -> None:
    """Make the labels of all documents again from their facts, passages and findings, and the totals from these."""
    for table in ("labels", "label_totals"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - fixed text
    for record in read_records(db):
        write_labels(db, record)
    for document, themes in db.execute(f"{_THEMES} GROUP BY passages.document").fetchall():
        write_themes(db, document, json.loads(themes))


def labels_agree(db: sqlite3.Connection, record: Record) -> bool:
    """True if a document has the labels that its facts, passages and findings give it."""
    rows = db.execute("SELECT field, value, passages FROM labels WHERE document = ?", (record.id,))
    (themes,) = db.execute(f"{_THEMES} WHERE passages.document = ?", (record.id,)).fetchone()[1:]
    themed = [(Label.THEME, theme, times) for theme, times in Counter(json.loads(themes)).items()]
    return {tuple(row) for row in rows} == {(field.value, *rest) for field, *rest in [*_labels(db, record), *themed]}


def read_labelled(
    db: sqlite3.Connection, wanted: Mapping[Label, Collection[str]], inside: Collection[str] | None = None
) -> set[str]:
    """The ids of the documents that have, of each of these labels, one of the values.

    Args:
        inside: ids of the documents to look among; None for all.
    """
    among = "" if inside is None else " AND document IN (SELECT value FROM json_each(?))"
    one = f"SELECT document FROM labels WHERE field = ? AND value IN (SELECT value FROM json_each(?)){among}"  # noqa: S608 - fixed text
    ids = [] if inside is None else [json.dumps(sorted(inside))]
    parameters = [text for label, values in wanted.items() for text in (label.value, json.dumps(sorted(values)), *ids)]
    return {row["document"] for row in db.execute(" INTERSECT ".join([one] * len(wanted)), parameters)}


def read_counts(db: sqlite3.Connection, documents: Collection[str] | None) -> dict[Label, Counts]:
    """Count the labels of documents, or of all for None."""
    if documents is None:
        rows = db.execute("SELECT field, value, documents, passages FROM label_totals")
    else:
        rows = db.execute(
            "SELECT field, labels.value, count(*) AS documents, sum(passages) AS passages FROM json_each(?) AS inside"
            " CROSS JOIN labels ON labels.document = inside.value GROUP BY field, labels.value",
            (json.dumps(sorted(documents)),),
        )
    counts: dict[Label, Counts] = {label: {} for label in Label}
    for row in rows:
        label = Label(row["field"])
        counts[label][row["value"]] = row["passages" if label in _OF_PASSAGES else "documents"]
    return counts


def _insert(db: sqlite3.Connection, document: str, labels: Iterable[tuple[Label, str, int]]) -> None:
    rows = [(label.value, value, document, passages) for label, value, passages in labels]
    db.executemany("INSERT INTO labels (field, value, document, passages) VALUES (?, ?, ?, ?)", rows)


def _labels(db: sqlite3.Connection, record: Record) -> Iterator[tuple[Label, str, int]]:
    """Each label of a document once, with how many passages it has, or how many of this stance."""
    values: dict[Label, Iterable[object]] = {
        Label.AUTHORITY: record.authorities,
        Label.REGION: (_regions()[name] for name in record.authorities if name in _regions()),
        Label.YEAR: record.years,
        Label.KIND: (record.kind,),
        Label.JUDGEMENT: (
            each.grade for each in record.judgements if each.area is Area.OVERALL and isinstance(each.grade, Grade)
        ),
        Label.TOPIC_OF_VISIT: record.visit_topics,
        Label.OUTCOME: (record.area_outcome,) if record.area_outcome else (),
    }
    for label, found in values.items():
        for value in {str(each) for each in found}:
            yield label, value, record.passages
    stances = db.execute("SELECT stance, count(*) FROM passages WHERE document = ? GROUP BY stance", (record.id,))
    for stance, passages in stances.fetchall():
        yield Label.STANCE, stance, passages


@cache
def _regions() -> dict[str, str]:
    return {authority.name: authority.region for authority in authorities()}
