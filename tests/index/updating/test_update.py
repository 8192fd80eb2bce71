"""An index run does only what is needed, keeps what it cannot read again, and a broken file never stops the others."""

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from index import Embedder, Index, Record, StoredFinding, StoreError, check
from index import update as update_with_workers
from index.folder import writing
from tests import broken
from tests.conftest import ROOT, SAMPLE, WordEmbedder
from tests.index.made import names_of, write_letter
from tests.ingest import packs

update = partial(update_with_workers, workers=1)  # each worker is a process to start; the sample is read by several


def _is_whole(index: Index) -> bool:
    return check(index) == [] and index.catalogue.count_pending() == 0


def test_a_second_run_changes_nothing(index: Index, folder: Path, tmp_path: Path, embedder: WordEmbedder) -> None:
    first = update(index, [folder], tmp_path / "cache")
    assert (first.files, first.added, first.documents, first.embedded) == (2, 2, 2, first.passages)
    encoded, state = embedder.encoded, index.catalogue.state()
    second = update(index, [folder], tmp_path / "cache")
    assert (second.unchanged, second.added, second.embedded, second.mended) == (2, 0, 0, 0)
    assert (embedder.encoded, index.catalogue.state()) == (encoded, state)
    os.utime(folder / "a.txt", (1, 1))
    assert update(index, [folder], tmp_path / "cache").unchanged == 2
    assert {source.modified for source in index.catalogue.sources().values()} > {10**9}
    assert _is_whole(index)


def test_a_changed_file_is_replaced(index: Index, folder: Path) -> None:
    update(index, [folder])
    write_letter(folder, "a.txt", "foster carers were thanked warmly")
    update(index, [folder])
    assert names_of(index) == ["a.txt", "b.txt"]
    assert index.search("foster carers")[0].record.path == "a.txt"
    assert not any("caseloads" in result.passage.text for result in index.search("caseloads"))
    assert _is_whole(index)


def test_prune_removes_files_that_are_gone(index: Index, folder: Path) -> None:
    update(index, [folder])
    (folder / "a.txt").unlink()
    assert update(index, [folder]).documents == 2
    summary = update(index, [folder], prune=True)
    assert (summary.removed, summary.documents, summary.kept) == (1, 1, [])
    assert names_of(index) == ["b.txt"]
    assert _is_whole(index)


def test_a_file_that_moved_is_not_embedded_again(index: Index, folder: Path) -> None:
    update(index, [folder])
    (record,) = [record for record in index.catalogue.records() if record.path == "a.txt"]
    (folder / "older").mkdir()
    (folder / "a.txt").rename(folder / "older" / "a.txt")
    summary = update(index, [folder], prune=True)
    assert (summary.removed, summary.added, summary.embedded) == (1, 1, 0)
    assert names_of(index) == ["b.txt", "older/a.txt"]
    assert index.catalogue.record(record.id)
    assert _is_whole(index)


def test_facts_by_name_are_those_of_the_name_that_is_left(index: Index, folder: Path) -> None:
    for name in ("bury/note 3 march 2021.txt", "wigan/note 4 may 2022.txt"):
        write_letter(folder / name.partition("/")[0], name.partition("/")[2], "carers were thanked")
    update(index, [folder])
    (record,) = [record for record in index.catalogue.records() if "note" in record.path]
    assert (len(record.sources), record.when) == (2, "3 March 2021")
    (folder / "bury" / "note 3 march 2021.txt").unlink()
    update(index, [folder], prune=True)
    renamed = index.catalogue.record(record.id)
    assert renamed
    assert (renamed.sources, renamed.when) == (("wigan/note 4 may 2022.txt",), "4 May 2022")


def test_the_same_text_under_two_names_is_one_document(index: Index, folder: Path) -> None:
    text = (folder / "a.txt").read_text(encoding="utf-8")
    (folder / "copy.txt").write_text(text.replace("\n\n", "\n \n"), encoding="utf-8")
    assert update(index, [folder]).documents == 2
    assert index.catalogue.records()[0].sources == ("a.txt", "copy.txt")
    (folder / "a.txt").unlink()
    update(index, [folder], prune=True)
    assert names_of(index) == ["b.txt", "copy.txt"]


def test_overlapping_folders_hold_one_version_of_a_file(index: Index, folder: Path) -> None:
    write_letter(folder / "sub", "c.txt", "carers were thanked")
    update(index, [folder])
    write_letter(folder / "sub", "c.txt", "foster homes were opened")
    assert update(index, [folder / "sub"]).files == 1
    assert names_of(index) == ["a.txt", "b.txt", "sub/c.txt"]
    assert update(index, [folder / "sub", folder]).unchanged == 3
    (folder / "sub" / "c.txt").unlink()
    write_letter(folder / "sub", "d.txt", "plans were read")
    assert update(index, [folder / "sub"], prune=True).removed == 1
    assert names_of(index) == ["a.txt", "b.txt", "d.txt"]


def test_names_that_are_not_utf_8_stay_apart(index: Index, folder: Path) -> None:
    for byte, heard in ((b"\xe8", "carers were thanked"), (b"\xe9", "homes were opened")):
        write_letter(folder, os.fsdecode(b"caf" + byte + b".txt"), heard)
    assert update(index, [folder]).documents == 4
    assert names_of(index) == ["a.txt", "b.txt", "caf\\xe8.txt", "caf\\xe9.txt"]
    assert index.search("homes were opened")[0].record.path == "caf\\xe9.txt"
    assert update(index, [folder], prune=True).unchanged == 4
    (folder / os.fsdecode(b"caf\xe8.txt")).unlink()
    assert update(index, [folder], prune=True).removed == 1
    assert names_of(index) == ["a.txt", "b.txt", "caf\\xe9.txt"]


# -- what cannot be read


def test_broken_files_are_named_and_the_rest_is_indexed(index: Index, folder: Path) -> None:
    causes = broken.write_all(folder, SAMPLE) | {"pipe.txt": "a pipe, not a file"}
    os.mkfifo(folder / "pipe.txt")
    summary = update(index, [folder])
    assert (summary.documents, summary.kept) == (2, [])
    skipped = dict(summary.skipped)
    assert skipped.keys() == causes.keys()
    assert all(causes[name] in skipped[name] for name in causes)
    listed = {source.path: cause for source, cause in index.catalogue.skipped().items()}
    assert listed == {name: cause for name, cause in skipped.items() if name not in ("pipe.txt", "lost.pdf")}
    assert index.search("caseloads")[0].record.path == "a.txt"


def test_a_file_that_breaks_keeps_what_was_read_until_it_can_be_read_again(index: Index, folder: Path) -> None:
    update(index, [folder])
    whole = (folder / "a.txt").read_bytes()
    (folder / "a.txt").write_bytes(b"")
    for _ in range(2):
        summary = update(index, [folder])
        assert (summary.kept, summary.skipped, summary.documents) == ([("a.txt", "is empty")], [], 2)
    assert index.search("caseloads")[0].record.path == "a.txt"
    assert [source.path for source in index.catalogue.skipped()] == ["a.txt"]
    (folder / "a.txt").write_bytes(whole)
    assert update(index, [folder]).kept == []
    assert index.catalogue.skipped() == {}
    assert _is_whole(index)


def test_a_file_that_cannot_be_opened_any_more_keeps_what_was_read(index: Index, folder: Path) -> None:
    update(index, [folder])
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(folder / "nowhere.txt")
    summary = update(index, [folder], prune=True)
    assert [path for path, _ in summary.kept] == ["a.txt"]
    assert names_of(index) == ["a.txt", "b.txt"]


def test_a_broken_file_is_read_again_when_it_changes_or_a_person_asks(index: Index, folder: Path) -> None:
    read: list[str] = []

    def note(step: str, done: int, total: int, path: str) -> None:
        read.append(path)

    (folder / "c.txt").write_bytes(b"")
    update(index, [folder], progress=note)
    assert sorted(read) == ["a.txt", "b.txt", "c.txt"]
    read.clear()
    summary = update(index, [folder], progress=note)
    assert (read, summary.skipped, summary.unchanged) == ([], [("c.txt", "is empty")], 2)
    assert update(index, [folder], retry=True, progress=note).skipped == [("c.txt", "is empty")]
    assert read == ["c.txt"]
    write_letter(folder, "c.txt", "carers were thanked")
    assert (update(index, [folder]).skipped, names_of(index)) == ([], ["a.txt", "b.txt", "c.txt"])


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_that_is_away_is_named_and_its_documents_are_kept(
    index: Index, folder: Path, tmp_path: Path, is_there: bool
) -> None:
    update(index, [folder])
    folder.rename(tmp_path / "share")
    if is_there:
        folder.mkdir()
    other = write_letter(tmp_path / "other", "c.txt", "carers were thanked").parent
    summary = update(index, [folder, other], prune=True)
    assert [path for path, _ in summary.kept] == [str(folder)]
    assert (summary.removed, summary.added) == (0, 1)
    assert names_of(index) == ["a.txt", "b.txt", "c.txt"]
    if is_there:
        folder.rmdir()
    (tmp_path / "share").rename(folder)
    assert update(index, [folder], prune=True).unchanged == 2


@pytest.mark.parametrize("name", ["nothing", "missing"])
def test_a_folder_without_documents(index: Index, tmp_path: Path, name: str) -> None:
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / ".hidden").write_text("x")
    with pytest.raises(StoreError, match=name):
        update(index, [tmp_path / name])


# -- models and caches


def test_an_index_built_with_another_model_is_refused(index: Index, folder: Path) -> None:
    update(index, [folder])
    other = Index(index.folder, WordEmbedder("other", 256))
    with pytest.raises(StoreError, match=r"made with model 'words'.*--rebuild"):
        other.search("caseloads")
    with pytest.raises(StoreError, match="--rebuild"):
        update(other, [folder])
    assert index.search("caseloads")
    assert update(other, [], rebuild=True).documents == 2
    assert other.search("caseloads")


def test_a_second_index_embeds_nothing_that_is_in_the_cache(folder: Path, tmp_path: Path) -> None:
    update(Index(tmp_path / "one", WordEmbedder()), [folder], tmp_path / "cache")
    again = WordEmbedder()
    assert update(Index(tmp_path / "two", again), [folder], tmp_path / "cache").embedded == 0
    assert again.encoded == 0


def test_a_missing_model(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be loaded"):
        Embedder(str(tmp_path / "no-model")).encode(["x"])


# -- runs that are broken off, or in each other's way


def test_two_runs_at_once_are_refused(index: Index, folder: Path) -> None:
    with (
        writing(index.folder, "an upload"),
        pytest.raises(StoreError, match=r"another run is using .*\(an upload, process"),
    ):
        update(index, [folder])
    assert update(index, [folder]).documents == 2


def test_an_interrupted_run_is_continued_by_the_next(index: Index, folder: Path) -> None:
    class Broken(WordEmbedder):
        def encode(self, texts):  # type: ignore[no-untyped-def]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update(Index(index.folder, Broken(dimensions=256)), [folder])
    assert index.catalogue.records() == []
    summary = update(index, [folder])
    assert (summary.added, summary.documents) == (2, 2)
    assert _is_whole(index)


def test_wherever_a_run_is_broken_off_a_document_is_whole_or_not_there(index: Index, folder: Path) -> None:
    """Every moment, and every way to end, is tried by the soak tests of `test_broken_off.py`."""
    update(index, [folder])
    before = "caseloads"
    for number, name in enumerate(("put", "put done", "tell the vectors", "clear the outbox")):
        new = f"balloon{number}"
        write_letter(folder, "a.txt", f"{new} was early")

        def interrupt(step: str, at: str = name) -> None:
            if step == at:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            update(index, [folder], step=interrupt)
        assert check(index) == [], name
        (held,) = index.catalogue.document_passages(_document(index, "a.txt"))
        assert (before if name == "put" else new) in held.passage.text
        before = new
        update(index, [folder])
        assert _is_whole(index)
        assert index.search(new)[0].record.path == "a.txt"


def _document(index: Index, path: str) -> str:
    return next(record.id for record in index.catalogue.records() if record.path == path)


def test_a_lost_vector_store_is_made_again(index: Index, folder: Path, embedder: WordEmbedder) -> None:
    passages = update(index, [folder]).passages
    encoded = embedder.encoded
    shutil.rmtree(index.catalogue.file.with_name("vectors"))
    assert update(index, [folder]).mended == passages
    assert embedder.encoded == encoded
    assert _is_whole(index)


def test_a_full_disk_is_one_line_and_the_index_still_works(index: Index, folder: Path, tmp_path: Path) -> None:
    """A limit on file size imitates a full disk: writes fail inside SQLite and inside Chroma."""
    update(index, [folder], tmp_path / "cache")
    more = tmp_path / "more"
    for number in range(12):
        path = write_letter(more, f"{number}.txt", f"item {number} was noted")
        with path.open("a", encoding="utf-8") as file:
            file.write("\n\n".join(f"{n} of {number} plans were seen." for n in range(100)))
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
    assert _is_whole(index)


# -- packs, and findings


def test_each_paper_of_a_pack_is_a_document(index: Index, folder: Path) -> None:
    pack = packs.write_pack(folder / "pack.pdf", packs.REPORT, packs.LETTER)
    assert update(index, [folder]).documents == len(names_of(index))
    assert {"pack.pdf", "pack.pdf#page=2"} <= set(names_of(index))
    again = update(index, [folder], prune=True)
    assert (again.unchanged, again.removed) == (again.files, 0)
    packs.write_pack(pack, packs.REPORT, packs.MORE)
    update(index, [folder])
    assert "pack.pdf" in names_of(index)
    assert "pack.pdf#page=2" not in names_of(index)
    pack.unlink()
    assert update(index, [folder], prune=True).removed == 1
    assert not any("pack.pdf" in path for path in names_of(index))


class FirstWords:
    """Finds that the first words of a document judge something."""

    rule = "1"

    def __init__(self, index: Index) -> None:
        self._index = index

    def findings(self, record: Record) -> Iterable[StoredFinding]:
        first = self._index.catalogue.document_passages(record.id)[0]
        yield StoredFinding(first.id, 0, 5, (), 0.9, 0.1, ("theme",), ())


class Later(FirstWords):
    rule = "2"


def test_findings_are_made_for_what_was_read_and_for_all_when_the_rule_changes(index: Index, folder: Path) -> None:
    found: list[str] = []

    def note(step: str, done: int, total: int, path: str) -> None:
        if step == "Finding":
            found.append(path)

    update(index, [folder], annotator=FirstWords, progress=note)
    assert sorted(found) == ["a.txt", "b.txt"]
    write_letter(folder, "a.txt", "carers were thanked")
    update(index, [folder], annotator=FirstWords, progress=note)
    assert sorted(found) == ["a.txt", "a.txt", "b.txt"]
    update(index, [], rebuild=True, annotator=Later, progress=note)
    assert len(found) == 5
    findings = index.catalogue.findings.of([record.id for record in index.catalogue.records()])
    assert [each.themes for of in findings.values() for each in of] == [("theme",)] * 2
