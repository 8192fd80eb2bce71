"""The columns count what the passages and findings say one by one, and follow every change."""

from pathlib import Path

import pytest

from index import PassageScope, Polarity, Said
from index.catalogue import Catalogue, CatalogueWriter, StoredFinding
from ingest import Stance
from tests.index.made import document, put, writer_of

CARE, STAFF = "Care leavers", "Workforce"
SAIDS = [
    Said(),
    Said(stances=[Stance.NEITHER]),
    Said(polarities=[Polarity.PRAISE]),
    Said(polarities=[Polarity.PRAISE, Polarity.CRITICISM]),
    Said(themes=[CARE]),
    Said(polarities=[Polarity.CRITICISM], themes=[CARE]),
    Said([Stance.STRENGTH], [Polarity.PRAISE], [STAFF]),
    Said(themes=["no such theme"]),
]


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Two documents; the first passage praises care leavers' support and blames on staff, the second blames on care leavers."""
    writer = writer_of(tmp_path)
    with_findings(writer, tmp_path, "one.pdf", ["Support is good.", "Support is poor.", "Nothing is said."])
    with_findings(writer, tmp_path, "two.pdf", ["Staff are good.", "Staff are poor."])
    return Catalogue(tmp_path)


def with_findings(writer: CatalogueWriter, folder: Path, name: str, texts: list[str]) -> None:
    put(writer, document(name, texts), name)
    held = Catalogue(folder)
    record = next(record for record in held.records() if record.path == name)
    first, second, *_ = (stored.id for stored in held.document_passages(record.id))
    found = [
        StoredFinding(first, 0, 5, (), 0.9, 0.1, (CARE,), ()),
        StoredFinding(first, 5, 9, (), 0.1, 0.9, (STAFF,), ()),
        StoredFinding(second, 0, 5, (), 0.2, 0.8, (CARE, STAFF), ()),
    ]
    writer.findings.put(record.id, "rule", found if name == "one.pdf" else found[:1])


@pytest.mark.parametrize("said", SAIDS, ids=str)
def test_the_passages_that_say_something_are_those_that_sqlite_finds(catalogue: Catalogue, said: Said) -> None:
    every = [stored.id for record in catalogue.records() for stored in catalogue.document_passages(record.id)]
    one = [catalogue.records()[0].id]
    for documents in (None, one, []):
        asked, known = PassageScope(documents, said), catalogue.columns.scope(documents, said)
        assert catalogue.inside(every, known) == catalogue.inside(every, asked)
        assert catalogue.count_passages(known) == catalogue.count_passages(asked)
        assert catalogue.vectors_in(known)[0] == catalogue.vectors_in(asked)[0]
        assert catalogue.match_terms(["good"], 9, known) == catalogue.match_terms(["good"], 9, asked)


def test_one_finding_must_point_the_way_and_be_about_the_theme(catalogue: Catalogue) -> None:
    columns = catalogue.columns.now()
    every = columns.that_say(Said())
    assert columns.count_polarities(every, Said()) == {"praise": 2, "criticism": 2}
    assert columns.count_themes(every, Said()) == {CARE: 3, STAFF: 2}
    assert columns.count_polarities(every, Said(themes=[STAFF])) == {"criticism": 2}
    assert columns.count_themes(every, Said(polarities=[Polarity.PRAISE])) == {CARE: 2}
    none = columns.of_documents([])
    assert (columns.documents_of(none), columns.count_themes(none, Said())) == ([], {})


def test_the_passages_that_use_all_words_or_any(catalogue: Catalogue) -> None:
    columns = catalogue.columns.now()
    for terms, every, expected in (
        (["support", "good"], True, 1),
        (["support", "good"], False, 3),
        (["support", "zeppelin"], True, 0),
        (["zeppelin"], False, 0),
        ([], True, 0),
    ):
        assert columns.of_rows(catalogue.columns.using(terms, every)).sum() == expected


def test_what_is_new_is_counted(tmp_path: Path) -> None:
    writer = writer_of(tmp_path)
    put(writer, document("a.pdf", ["Support is good."]), "a.pdf")
    catalogue = Catalogue(tmp_path)
    before = catalogue.columns.now()
    assert catalogue.columns.now() is before
    assert not before.count_themes(before.that_say(Said()), Said())
    with_findings(writer, tmp_path, "one.pdf", ["Support is good.", "Support is poor."])
    after = catalogue.columns.now()
    assert (len(after.ids), len(after.rows)) == (2, 3)
    assert after.count_themes(after.that_say(Said()), Said()) == {CARE: 2, STAFF: 2}


def test_an_empty_catalogue_has_nothing_to_count(tmp_path: Path) -> None:
    writer_of(tmp_path)
    columns = Catalogue(tmp_path).columns.now()
    every = columns.that_say(Said(themes=[CARE]))
    assert (columns.documents_of(every), columns.count_polarities(every, Said())) == ([], {})
