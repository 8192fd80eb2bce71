"""The vector cache gives what was put in it, to the same model and axes."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from index import StoreError
from index.vectors.cache import VectorCache

ROWS = [(b"first", b"vector 1", b"tokens 1"), (b"second", b"vector 2", b"")]
HELD = {digest: (vector, tokens) for digest, vector, tokens in ROWS}


@pytest.fixture
def cache(tmp_path: Path) -> VectorCache:
    return VectorCache(tmp_path / "cache", "words")


def test_it_gives_what_was_put_in_it(cache: VectorCache) -> None:
    assert cache.get(HELD) == {}
    cache.put(ROWS)
    assert cache.get([*HELD, b"unknown"]) == HELD
    assert cache.get([b"second"]) == {b"second": HELD[b"second"]}
    assert cache.get([]) == {}


def test_what_it_holds_already_stays(cache: VectorCache) -> None:
    cache.put(ROWS[:1])
    cache.put([(b"first", b"other", b"other"), ROWS[1]])
    assert cache.get(HELD) == HELD


def test_it_outlives_its_process(cache: VectorCache, tmp_path: Path) -> None:
    cache.put(ROWS)
    assert VectorCache(tmp_path / "cache", "words").get(HELD) == HELD


def test_models_do_not_share_vectors(cache: VectorCache, tmp_path: Path) -> None:
    cache.put(ROWS)
    other = VectorCache(tmp_path / "cache", "other")
    assert other.get(HELD) == {}
    other.put([(b"first", b"its own", b"")])
    assert other.get(HELD) == {b"first": (b"its own", b"")}
    assert cache.get(HELD) == HELD


def test_several_runs_share_it(cache: VectorCache, tmp_path: Path) -> None:
    rows = [(bytes([number]), b"vector", b"tokens") for number in range(40)]
    with ThreadPoolExecutor(4) as runs:
        list(runs.map(lambda row: VectorCache(tmp_path / "cache", "words").put([row]), rows))
    assert len(cache.get(digest for digest, _, _ in rows)) == 40


def test_a_cache_of_an_older_version_begins_anew(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "vectors.sqlite")) as db, db:
        for table in ("vectors", "projections", "texts"):
            db.execute(f"CREATE TABLE {table} (key TEXT PRIMARY KEY, value BLOB)")
            db.execute(f"INSERT INTO {table} VALUES ('k', 'v')")
    cache = VectorCache(tmp_path, "words")
    cache.put(ROWS)
    assert cache.get(HELD) == HELD


@pytest.mark.parametrize("broken", ["a file where the folder would be", "no database"])
def test_a_cache_that_cannot_be_opened(tmp_path: Path, broken: str) -> None:
    folder = tmp_path / "cache"
    if broken == "no database":
        folder.mkdir()
        (folder / "vectors.sqlite").write_text("this is not a database, and never was one" * 40)
    else:
        folder.write_text("")
    with pytest.raises(StoreError, match=r"the vector cache .*vectors\.sqlite"):
        VectorCache(folder, "words")
