"""What a person sets of a document takes effect at once, and outlives every run, a rebuild, a repair, a backup and a migration."""

import gzip
import shutil
from functools import partial
from pathlib import Path

import pytest

from index import Index, Record, check, correct
from index import update as update_with_workers
from index.catalogue import Label, StoredFinding
from index.catalogue.corrections import Correction, Field
from index.folder import CorrectionStore, writing
from index.keeping import back_up, repair, restore
from ingest import Kind
from tests.conftest import WordEmbedder
from tests.index.made import write_letter

update = partial(update_with_workers, workers=1)
FIRST_FORMAT = Path(__file__).parent.parent / "catalogue" / "format-0001.sqlite.gz"


def _set(record: Record, field: Field, value: str) -> Correction:
    return Correction(record.id, field, value, "sam", "2026-11-28")


def _all(record: Record) -> list[Correction]:
    given = {Field.AUTHORITY: "Kent", Field.KIND: "news", Field.DATE: "2019-05-04", Field.INSPECTED: "2019-02-03"}
    return [_set(record, field, value) for field, value in given.items()]


def _one(index: Index, path: str = "a.txt") -> Record:
    return next(record for record in index.catalogue.records() if record.path == path)


@pytest.fixture
def read(index: Index, folder: Path) -> Record:
    update(index, [folder])
    return _one(index)


def _is_corrected(index: Index, path: str = "a.txt") -> bool:
    record = _one(index, path)
    return (record.authorities, record.kind, record.years) == (("Kent",), Kind.NEWS, (2019,)) and check(index) == []


def test_a_correction_takes_effect_at_once_and_is_taken_back(index: Index, read: Record) -> None:
    state = index.catalogue.state()
    assert correct(index, read, _all(read))
    assert _is_corrected(index)
    assert index.catalogue.state() != state, "what others keep of the index is out of date"
    assert [record.path for record in index.catalogue.labelled({Label.AUTHORITY: ["Kent"]})] == ["a.txt"]
    counts = index.catalogue.counts()
    assert (counts[Label.KIND]["news"], counts[Label.REGION], counts[Label.YEAR]) == (1, {"South East": 1}, {"2019": 1})
    assert correct(index, read, (), [Field.KIND, Field.INSPECTED])
    assert (_one(index).kind, _one(index).authorities) == (read.kind, ("Kent",))
    assert correct(index, read, (), list(Field))
    assert _one(index) == read
    assert check(index) == []


def test_a_correction_outlives_every_run(index: Index, read: Record, folder: Path) -> None:
    correct(index, read, _all(read))
    (folder / "a.txt").touch()
    update(index, [folder])
    assert _is_corrected(index)
    shutil.copy(folder / "a.txt", folder / "0.txt")  # the same text under another name is the same document
    update(index, [folder])
    assert _is_corrected(index, "0.txt")
    update(index, [], rebuild=True)
    assert _is_corrected(index, "0.txt")
    assert not repair(index).left
    assert _is_corrected(index, "0.txt")
    for name in ("0.txt", "a.txt"):
        (folder / name).unlink()
    update(index, [], rebuild=True)  # carried over, for its files are away
    assert _is_corrected(index, "0.txt")
    update(index, [folder], prune=True)
    write_letter(folder, "a.txt", "caseloads were high")
    update(index, [folder])
    assert _is_corrected(index), "it comes back as it was set"
    correct(index, read, (), list(Field))
    assert _one(index) == read


def test_a_correction_outlives_a_backup_and_stays_where_an_older_one_holds_none(
    index: Index, read: Record, tmp_path: Path
) -> None:
    back_up(index, tmp_path / "before")
    correct(index, read, _all(read))
    back_up(index, tmp_path / "after")
    correct(index, read, (), list(Field))
    restore(index, tmp_path / "after")
    assert _is_corrected(index)
    restore(index, tmp_path / "before")
    assert _is_corrected(index)
    elsewhere = Index(tmp_path / "other" / "index", index.embedder)
    restore(elsewhere, tmp_path / "after")
    assert _is_corrected(elsewhere)


def test_a_correction_outlives_a_migration(tmp_path: Path) -> None:
    generation = tmp_path / "index" / "generations" / "000001"
    generation.mkdir(parents=True)
    (generation / "catalogue.sqlite").write_bytes(gzip.decompress(FIRST_FORMAT.read_bytes()))
    (tmp_path / "index" / "current").write_text("000001\n")
    index = Index(tmp_path / "index", WordEmbedder(dimensions=32))
    repair(index)  # brings it to the newest format
    record = index.catalogue.records()[0]
    (generation / "catalogue.sqlite").write_bytes(gzip.decompress(FIRST_FORMAT.read_bytes()))
    shutil.rmtree(generation / "vectors")
    CorrectionStore(index.folder).put(_all(record))
    index = Index(tmp_path / "index", WordEmbedder(dimensions=32))
    repair(index)
    assert _is_corrected(index, record.path)


class Late:
    """Finds nothing, and is at work when a person corrects what it reads."""

    rule = "late"

    def __init__(self, index: Index) -> None:
        self._index = index

    def findings(self, record: Record) -> list[StoredFinding]:
        assert not correct(self._index, record, _all(record))
        return []


def test_a_correction_late_in_a_run_takes_effect_before_it_ends(index: Index, folder: Path) -> None:
    update(index, [folder], annotator=Late)
    assert _is_corrected(index)


def test_a_correction_during_a_run_takes_effect_when_that_ends(index: Index, read: Record, folder: Path) -> None:
    with writing(index.folder, "a long run"):
        assert not correct(index, read, _all(read))
    assert _one(index) == read
    update(index, [folder])
    assert _is_corrected(index)
