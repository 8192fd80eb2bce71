"""A reader sees what another process writes at once, reads again only what has changed, and can stay with one state."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from index.catalogue import Catalogue, CatalogueWriter, PassageScope
from index.catalogue.database import connect
from index.catalogue.held import HeldRecords
from tests.conftest import ROOT
from tests.index.made import document, put, writer_of

_ELSEWHERE = """
import sys
from pathlib import Path
from tests.index.made import document, put, writer_of
writer = writer_of(Path(sys.argv[1]))
put(writer, document("elsewhere", ["The zeppelin was late for members."]))
writer.close()
"""


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CatalogueWriter]:
    writer = writer_of(tmp_path)
    put(writer, document("first", ["The zeppelin was early for members.", "They were glad of it."]))
    yield writer
    writer.close()


@pytest.fixture
def catalogue(tmp_path: Path, writer: CatalogueWriter) -> Catalogue:
    """An open reader that has read already."""
    catalogue = Catalogue(tmp_path)
    assert [record.id for record in catalogue.records()] == ["first"]
    assert catalogue.uses("zeppelin") == 1
    return catalogue


def _ids(catalogue: Catalogue) -> list[str]:
    return [record.id for record in catalogue.records()]


def test_a_document_of_another_process_is_seen_at_once(catalogue: Catalogue, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _ELSEWHERE, tmp_path], check=True, cwd=ROOT, timeout=120)
    assert _ids(catalogue) == ["elsewhere", "first"]
    assert catalogue.record("elsewhere") == catalogue.records()[0]
    assert catalogue.uses("zeppelin") == 2
    assert len(catalogue.match_terms(["zeppelin"], 9)) == 2


def test_a_record_is_found_by_its_id(catalogue: Catalogue) -> None:
    assert catalogue.record("first") == catalogue.records()[0]
    assert catalogue.record("no such id") is None


def test_only_what_has_changed_is_read_again(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    before = catalogue.record("first")
    put(writer, document("second", ["The balloon was early."]))
    assert _ids(catalogue) == ["first", "second"]
    assert catalogue.record("first") is before


def test_a_document_that_is_forgotten_is_gone_at_once(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    source = put(writer, document("second", ["The balloon was early."]))
    assert catalogue.record("second")
    writer.remove([source])
    assert catalogue.record("second") is None
    assert _ids(catalogue) == ["first"]
    put(writer, document("second", ["The balloon was early."]))
    assert _ids(catalogue) == ["first", "second"]


def test_a_changed_file_holds_another_document(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    put(writer, document("changed", ["The zeppelin was late after all."]), "first.txt")
    assert _ids(catalogue) == ["changed"]


def test_another_name_of_a_document_is_seen_at_once(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    source = put(writer, document("first", ["The zeppelin was early for members.", "They were glad of it."]), "a.txt")
    assert catalogue.records()[0].sources == ("a.txt", "first.txt")
    writer.remove([source])
    assert catalogue.records()[0].sources == ("first.txt",)


def test_a_pinned_reader_sees_one_state_while_a_run_writes(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    with catalogue.pinned():
        state = catalogue.state()
        put(writer, document("second", ["The zeppelin came again."]))
        put(writer, document("changed", ["The balloon was late."]), "first.txt")
        with catalogue.pinned():
            assert _ids(catalogue) == ["first"]
        assert catalogue.record("second") is None
        assert [stored.document for stored in catalogue.document_passages("first")] == ["first", "first"]
        assert (catalogue.count_passages(), catalogue.uses("zeppelin"), catalogue.uses("balloon")) == (2, 1, 0)
        assert len(catalogue.sources()) == 1
        assert catalogue.state() == state
    assert _ids(catalogue) == ["changed", "second"]
    assert (catalogue.count_passages(), catalogue.uses("zeppelin"), catalogue.uses("balloon")) == (2, 1, 1)
    assert catalogue.state() != state


def test_others_are_not_pinned_with_a_pinned_reader(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    with catalogue.pinned(), ThreadPoolExecutor(1) as other:
        put(writer, document("second", ["The balloon was early."]))
        assert other.submit(_ids, catalogue).result() == ["first", "second"]
        assert _ids(catalogue) == ["first"]


def test_a_reader_of_an_older_state_does_not_take_newer_records(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    held = HeldRecords()
    with closing(connect(catalogue.file)) as older, closing(connect(catalogue.file)) as newer:
        older.execute("BEGIN")
        older.execute("SELECT count(*) FROM documents").fetchone()
        put(writer, document("second", ["The balloon was early."]))
        assert [record.id for record in held.at(newer).records] == ["first", "second"]
        assert [record.id for record in held.at(older).records] == ["first"]
        assert [record.id for record in held.at(newer).records] == ["first", "second"]


def test_the_state_changes_with_every_change_to_documents(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    states = [catalogue.state()]
    source = put(writer, document("second", ["The balloon was early."]))
    states.append(catalogue.state())
    writer.remove([source])
    states.append(catalogue.state())
    assert len(set(states)) == 3
    assert catalogue.state() == states[-1]


def test_readers_never_see_half_of_a_change(catalogue: Catalogue, writer: CatalogueWriter, tmp_path: Path) -> None:
    """The file holds one of two documents at any time, each of two passages about one thing."""
    two = [document(name, [f"The {name} was late.", f"The {name} was seen."]) for name in ("zeppelin", "balloon")]
    with ThreadPoolExecutor(2) as readers:

        def read(_: int) -> None:
            fresh = Catalogue(tmp_path)
            with fresh.pinned():
                (record,) = fresh.records()
                texts = [stored.passage.text for stored in fresh.document_passages(record.id)]
                assert len(texts) == 2
                assert len(fresh.vectors_in(PassageScope())[0]) == fresh.count_passages() == 2
                assert record.id == "first" or fresh.uses(record.id) == 2
            assert fresh.records()

        reads = readers.map(read, range(60))
        for number in range(60):
            put(writer, two[number % 2], "first.txt")
        assert len(list(reads)) == 60
