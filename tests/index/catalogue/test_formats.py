"""An index outlives its program: a newer one brings an older index up to date, and an older one refuses a newer index."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from index import Index, StoreError, check, update
from index.catalogue.database import FORMATS, format_of
from index.catalogue.migrations import migrating
from index.keeping import repair
from tests.conftest import WordEmbedder

FIRST = Path(__file__).with_name("format-0001.sqlite.gz")
"""An index of five of the sample's papers as the first format wrote it, with the embedder of these tests in 32 dimensions."""


@pytest.fixture
def index(tmp_path: Path) -> Index:
    generation = tmp_path / "index" / "generations" / "000001"
    generation.mkdir(parents=True)
    (generation / "catalogue.sqlite").write_bytes(gzip.decompress(FIRST.read_bytes()))
    (tmp_path / "index" / "current").write_text("000001\n")
    return Index(tmp_path / "index", WordEmbedder(dimensions=32))


def test_the_formats_that_the_program_knows_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrating.__file__).parent))
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert tuple(reversed([revision.revision for revision in script.walk_revisions()])) == FORMATS


def test_an_index_of_the_first_format_is_brought_up_to_date_and_answers(index: Index) -> None:
    assert format_of(index.generations.path("000001") / "catalogue.sqlite") == "0001"
    results = index.search("caseloads of social workers")
    assert "caseload" in " ".join((*results[0].passage.headings, results[0].passage.text)).lower()
    assert format_of(index.catalogue.file) == FORMATS[-1]
    assert len(index.catalogue.records()) == 5


def test_what_was_brought_up_to_date_is_whole(index: Index) -> None:
    repaired = repair(index)  # the fixture has no vector store: it is made from the catalogue
    assert repaired.left == []
    assert check(index) == []
    scoped = index.search("supervision", {index.catalogue.records()[0].id})
    assert {result.record.id for result in scoped} == {index.catalogue.records()[0].id}


def test_a_newer_format_is_refused(index: Index) -> None:
    file = index.generations.path("000001") / "catalogue.sqlite"
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    for use in (lambda: index.search("caseloads"), lambda: update(index, [], rebuild=False, prune=True)):
        with pytest.raises(StoreError, match="update Kloe"):
            use()


def test_a_migration_that_fails_changes_nothing(index: Index) -> None:
    file = index.generations.path("000001") / "catalogue.sqlite"
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("CREATE TABLE totals (in_the_way INTEGER)")
    before = shutil.copy(file, file.with_name("before"))
    with pytest.raises(StoreError, match="is as it was"):
        migrating.migrate(file)
    with closing(sqlite3.connect(file)) as now, closing(sqlite3.connect(before)) as then:
        assert list(now.iterdump()) == list(then.iterdump())
