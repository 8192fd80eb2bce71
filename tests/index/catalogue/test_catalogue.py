"""What a catalogue says of a scope is what its passages say one by one."""

from collections import Counter
from pathlib import Path

import pytest

from index import Index, PassageScope, Said, StoreError
from index.catalogue import Catalogue, Label
from ingest import Stance

SCOPES = [
    (None, ()),
    (None, (Stance.STRENGTH, Stance.PRIORITY_ACTION)),
    (3, ()),
    (3, (Stance.NEITHER,)),
    (1, (Stance.DECISION,)),
    (0, ()),
]


@pytest.mark.parametrize(("documents", "stances"), SCOPES)
def test_the_passages_of_a_scope(sample_index: Index, documents: int | None, stances: tuple[Stance, ...]) -> None:
    catalogue = sample_index.catalogue
    ids = [record.id for record in catalogue.records()][:documents]
    scope = PassageScope(None if documents is None else ids, Said(stances))
    inside = {
        stored.id
        for id_ in ids
        for stored in catalogue.document_passages(id_)
        if not stances or stored.passage.stance in stances
    }
    every = [stored.id for record in catalogue.records() for stored in catalogue.document_passages(record.id)]
    assert catalogue.count_passages(scope) == len(inside)
    assert catalogue.inside([*every, "unknown"], scope) == inside
    rows, _ = catalogue.vectors_in(scope)
    assert set(catalogue.ids_of(rows)) == inside
    assert sorted(row for row in rows if row > 9) == sorted(catalogue.vectors_in(scope, 10)[0])
    assert {id_ for id_, _ in catalogue.match('"children" OR "the"', 10_000, scope)} <= inside


def test_stances_are_counted_by_passage(sample_index: Index) -> None:
    catalogue = sample_index.catalogue
    ids = [record.id for record in catalogue.records()]
    counted = Counter(stored.passage.stance for id_ in ids for stored in catalogue.document_passages(id_))
    assert catalogue.counts(ids)[Label.STANCE] == catalogue.counts()[Label.STANCE] == counted
    assert not any(catalogue.counts([]).values())
    one = catalogue.counts(ids[:1])[Label.STANCE]
    assert one == Counter(stored.passage.stance for stored in catalogue.document_passages(ids[0]))


def test_documents_are_looked_up_by_their_labels(sample_index: Index) -> None:
    catalogue = sample_index.catalogue
    records = catalogue.records()
    place, year = records[0].authorities[0], records[0].years[0]
    about = [record for record in records if place in record.authorities]
    assert catalogue.labelled({Label.AUTHORITY: [place, "nowhere"]}) == about
    both = [record for record in about if year in record.years]
    assert catalogue.labelled({Label.AUTHORITY: [place], Label.YEAR: [str(year)]}) == both
    assert catalogue.labelled({Label.AUTHORITY: [place]}, [about[-1].id, "unknown"]) == about[-1:]
    assert catalogue.labelled({Label.STANCE: [Stance.STRENGTH]}, []) == []
    held = {
        id_: {stored.passage.stance for stored in catalogue.document_passages(id_)} for id_ in (r.id for r in records)
    }
    listing = [record for record in records if held[record.id] & {Stance.DECISION, Stance.PRIORITY_ACTION}]
    assert catalogue.labelled({Label.STANCE: [Stance.DECISION, Stance.PRIORITY_ACTION]}) == listing
    for label, values in (
        (Label.AUTHORITY, lambda record: record.authorities),
        (Label.KIND, lambda record: [record.kind]),
        (Label.YEAR, lambda record: map(str, record.years)),
    ):
        assert catalogue.counts()[label] == Counter(value for record in records for value in values(record))


def test_passages_come_in_the_order_asked_for(sample_index: Index) -> None:
    ids = [stored.id for stored in sample_index.catalogue.document_passages(sample_index.catalogue.records()[0].id)]
    asked = [ids[1], "unknown", ids[0]]
    assert [stored.id for stored in sample_index.catalogue.passages(asked)] == [ids[1], ids[0]]
    assert sample_index.catalogue.document("unknown") is None
    assert sample_index.catalogue.pages("unknown") == ()


def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match=r"catalogue\.sqlite failed: file is not a database"):
        Catalogue(tmp_path).records()
