"""An index run does only what is needed, and a broken file never stops the others."""

import os
import subprocess
import sys
import textwrap
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from index import Embedder, Index, StoreError
from index import update as update_with_workers
from index.catalogue import Source
from index.updating.embedding import embed
from ingest import Page, Passage, Span, read_document
from tests import broken
from tests.conftest import ROOT, SAMPLE, WordEmbedder
from tests.ingest import packs

update = partial(update_with_workers, workers=1)  # each worker is a process to start; the sample is read by several
LETTER = (
    "Agenda item\n\nMinutes:\n\nMembers heard that {} and asked for a report to the next meeting of the committee.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in (("a.txt", "caseloads were high"), ("b.txt", "visits were late")):
        (folder / name).write_text(LETTER.format(text), encoding="utf-8")
    return folder


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder(dimensions=256)


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Index:
    return Index(tmp_path / "index", embedder)


def _paths(index: Index) -> list[str]:
    return [path for record in index.catalogue.records() for path in record.sources]


def test_a_second_run_changes_nothing(index: Index, folder: Path, tmp_path: Path, embedder: WordEmbedder) -> None:
    first = update(index, [folder], tmp_path / "cache")
    assert (first.files, first.added, first.documents, first.embedded) == (2, 2, 2, first.passages)
    encoded = embedder.encoded
    second = update(index, [folder], tmp_path / "cache")
    assert (second.unchanged, second.added, second.embedded) == (2, 0, 0)
    assert embedder.encoded == encoded
    os.utime(folder / "a.txt", (1, 1))
    assert update(index, [folder], tmp_path / "cache").unchanged == 2


def test_a_changed_file_is_replaced(index: Index, folder: Path, tmp_path: Path) -> None:
    update(index, [folder], tmp_path / "cache")
    (folder / "a.txt").write_text(LETTER.format("foster carers were thanked warmly"), encoding="utf-8")
    update(index, [folder], tmp_path / "cache")
    assert _paths(index) == ["a.txt", "b.txt"]
    assert index.search("foster carers")[0].record.path == "a.txt"
    assert not any("caseloads" in result.passage.text for result in index.search("caseloads"))
    assert len(index.vectors) == index.catalogue.count_passages()


def test_prune_removes_files_that_are_gone(index: Index, folder: Path, tmp_path: Path) -> None:
    update(index, [folder], tmp_path / "cache")
    (folder / "a.txt").unlink()
    assert update(index, [folder], tmp_path / "cache").documents == 2
    summary = update(index, [folder], tmp_path / "cache", prune=True)
    assert (summary.removed, summary.documents) == (1, 1)
    assert _paths(index) == ["b.txt"]


def test_the_same_text_under_two_names_is_one_document(index: Index, folder: Path, tmp_path: Path) -> None:
    text = (folder / "a.txt").read_text(encoding="utf-8")
    (folder / "copy.txt").write_text(text.replace("\n\n", "\n \n"), encoding="utf-8")
    assert update(index, [folder], tmp_path / "cache").documents == 2
    assert index.catalogue.records()[0].sources == ("a.txt", "copy.txt")
    (folder / "a.txt").unlink()
    update(index, [folder], tmp_path / "cache", prune=True)
    assert _paths(index) == ["b.txt", "copy.txt"]


def test_broken_files_are_named_and_the_rest_is_indexed(index: Index, folder: Path, tmp_path: Path) -> None:
    causes = broken.write_all(folder, SAMPLE)
    summary = update(index, [folder], tmp_path / "cache")
    assert summary.documents == 2
    skipped = dict(summary.skipped)
    assert skipped.keys() == causes.keys()
    assert all(causes[name] in skipped[name] for name in causes)
    assert {source.path: cause for source, cause in index.catalogue.skipped().items()} == skipped
    assert index.search("caseloads")[0].record.path == "a.txt"


def test_a_file_that_breaks_leaves_the_index(index: Index, folder: Path, tmp_path: Path) -> None:
    update(index, [folder], tmp_path / "cache")
    (folder / "a.txt").write_bytes(b"")
    assert update(index, [folder], tmp_path / "cache").skipped == [("a.txt", "is empty")]
    assert _paths(index) == ["b.txt"]


@pytest.mark.parametrize("name", ["nothing", "missing"])
def test_a_folder_without_documents(index: Index, tmp_path: Path, name: str) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / ".hidden").write_text("x")
    with pytest.raises(StoreError, match=name):
        update(index, [tmp_path / name], tmp_path / "cache")


def test_an_index_built_with_another_model_is_refused(index: Index, folder: Path, tmp_path: Path) -> None:
    update(index, [folder], tmp_path / "cache")
    other = Index(index.folder, WordEmbedder("other", 256))
    with pytest.raises(StoreError, match=r"made with model 'words'.*--rebuild"):
        other.search("caseloads")
    with pytest.raises(StoreError, match="--rebuild"):
        update(other, [folder], tmp_path / "cache")
    assert index.search("caseloads")
    assert update(other, [], tmp_path / "cache", rebuild=True).documents == 2
    assert other.search("caseloads")


def test_a_second_index_embeds_nothing_that_is_in_the_cache(folder: Path, tmp_path: Path) -> None:
    update(Index(tmp_path / "one", WordEmbedder()), [folder], tmp_path / "cache")
    again = WordEmbedder()
    update(Index(tmp_path / "two", again), [folder], tmp_path / "cache")
    assert again.encoded == 0


def test_two_runs_at_once_are_refused(index: Index, folder: Path, tmp_path: Path) -> None:
    from filelock import FileLock

    with FileLock(index.folder / "index.lock"), pytest.raises(StoreError, match="another"):
        update(index, [folder], tmp_path / "cache")


def test_an_interrupted_run_is_continued_by_the_next(
    index: Index, folder: Path, tmp_path: Path, embedder: WordEmbedder
) -> None:
    class Broken(WordEmbedder):
        def encode(self, texts):  # type: ignore[no-untyped-def]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update(Index(index.folder, Broken()), [folder], tmp_path / "cache")
    assert index.catalogue.count_unembedded() > 0
    summary = update(index, [folder], tmp_path / "cache")
    assert (summary.unchanged, index.catalogue.count_unembedded()) == (2, 0)


def test_a_full_disk_is_one_line_and_the_index_still_works(index: Index, folder: Path, tmp_path: Path) -> None:
    """A limit on file size imitates a full disk: writes fail inside SQLite and inside Chroma."""
    update(index, [folder], tmp_path / "cache")
    more = tmp_path / "more"
    more.mkdir()
    for number in range(12):
        text = LETTER.format(f"item {number} was noted") + "\n\n".join(
            f"{n} of {number} plans were seen." for n in range(100)
        )
        (more / f"{number}.txt").write_text(text, encoding="utf-8")
    limit = max(path.stat().st_size for path in index.folder.rglob("*") if path.is_file()) + 200_000
    script = textwrap.dedent(f"""
        import resource
        from pathlib import Path
        from ingest import KloeError
        from index import Index, update
        from tests.conftest import WordEmbedder
        if __name__ == "__main__":
            resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
            try:
                index = Index(Path({str(index.folder)!r}), WordEmbedder(dimensions=256))
                update(index, [Path({str(more)!r})], Path({str(tmp_path / "cache")!r}))
            except KloeError as error:
                print(error)
                raise SystemExit(3)
        """)
    (tmp_path / "full.py").write_text(script)
    ran = subprocess.run(
        [sys.executable, tmp_path / "full.py"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert ran.returncode == 3, ran.stderr
    assert ran.stdout.count("\n") == 1
    assert str(index.folder) in ran.stdout or str(tmp_path / "cache") in ran.stdout
    assert index.search("caseloads")[0].record.path == "a.txt"
    assert update(index, [more], tmp_path / "cache").documents == 14


def test_a_missing_model(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be loaded"):
        Embedder(str(tmp_path / "no-model")).encode(["x"])


def test_each_paper_of_a_pack_is_a_document(index: Index, folder: Path, tmp_path: Path) -> None:
    pack = packs.write_pack(folder / "pack.pdf", packs.REPORT, packs.LETTER)
    assert update(index, [folder], tmp_path / "cache").documents == len(_paths(index))
    assert {"pack.pdf", "pack.pdf#page=2"} <= set(_paths(index))
    again = update(index, [folder], tmp_path / "cache", prune=True)
    assert (again.unchanged, again.removed) == (again.files, 0)
    packs.write_pack(pack, packs.REPORT, packs.MORE)
    update(index, [folder], tmp_path / "cache")
    assert "pack.pdf" in _paths(index)
    assert "pack.pdf#page=2" not in _paths(index)
    pack.unlink()
    update(index, [folder], tmp_path / "cache", prune=True)
    assert not any("pack.pdf" in path for path in _paths(index))


def test_passages_about_another_authority_are_left_out(index: Index, tmp_path: Path) -> None:
    catalogue = index.catalogue
    passages = [
        Passage("Supervision in Bury is regular.", (Span(1, 0, 31),), authorities=("Bury",)),
        Passage("Supervision in Salford is rare.", (Span(1, 32, 63),), authorities=("Salford",)),
        Passage("Supervision matters to both.", (Span(1, 64, 92),)),
    ]
    page = Page(1, "\n".join(passage.text for passage in passages))
    read = read_document(packs.write_pack(tmp_path / "one.pdf", packs.REPORT))
    story = replace(read, id="story", authorities=("Bury", "Salford"), pages=(page,), passages=tuple(passages))
    catalogue.put([story], Source("root", "story.txt"))
    embed(index, tmp_path / "cache", lambda *_: None)
    found = index.search("supervision", authorities=["Salford"])
    assert {result.passage.text for result in found} == {passages[1].text, passages[2].text}
