"""Kloe on the published documents; skipped where they are not beside the repository."""

import json
import re
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from app.cli.batch import answer_file
from corpus.published import published_address
from index import Embedder, Index, update
from ingest import Document, Kind
from ingest.authorities import names_in_list
from ingest.reading import try_read
from ingest.structure import LONGEST, verbatim
from tests.conftest import SHARED, SHORT

pytestmark = [pytest.mark.slow, pytest.mark.soak, pytest.mark.timeout(1200)]

EVERY = 36 if SHORT else 6  # one document in so many is read; `bench.facts` and `bench.fidelity` read them all
EVERY_QUESTION = 40 if SHORT else 5

FOLDERS = {
    "focused-visits": {Kind.FOCUSED_VISIT},
    "jtai": {Kind.JOINT},
    "area-send": {Kind.AREA_SEND},
    "council": {Kind.MINUTES, Kind.NEWS},
    "ilacs": {Kind.ILACS, Kind.SINGLE, Kind.UNKNOWN},
}


@pytest.fixture(scope="module")
def read(real_corpus: Path) -> dict[str, Document | str]:
    """A share of the documents, and every web page saved as .pdf: what was read of each, or why it was skipped."""
    files = [path for path in sorted(real_corpus.rglob("*")) if path.is_file()]
    files = [path for number, path in enumerate(files) if number % EVERY == 0 or _is_web_page(path)]
    names = [path.relative_to(real_corpus).as_posix() for path in files]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        reads = pool.map(try_read, [real_corpus / name for name in names], names, chunksize=8)
        return {name: read.cause or read.documents[0] for name, read in zip(names, reads, strict=True)}


def _is_web_page(path: Path) -> bool:
    return path.suffix == ".pdf" and path.read_bytes()[:100].lstrip().startswith(b"<")


def _documents(read: dict[str, Document | str]) -> dict[str, Document]:
    return {name: document for name, document in read.items() if isinstance(document, Document)}


def test_the_list_knows_where_every_fifth_paper_was_published(read: dict[str, Document | str]) -> None:
    listed = [
        document
        for document in _documents(read).values()
        if document.authority
        and document.published
        and published_address(document.kind, document.authority, document.published)
    ]
    assert len(listed) > len(_documents(read)) / 10  # of all 565 it knows 126


def test_only_the_saved_web_pages_are_left_out(real_corpus: Path, read: dict[str, Document | str]) -> None:
    skipped = {name: cause for name, cause in read.items() if isinstance(cause, str)}
    assert len(read) > 540 // EVERY
    assert set(skipped) == {name for name in read if _is_web_page(real_corpus / name)}
    assert all("a web page saved as .pdf" in cause for cause in skipped.values())


def test_passages_are_the_pages_own_words(read: dict[str, Document | str]) -> None:
    for name, document in _documents(read).items():
        assert document.passages, name
        for passage in document.passages:
            assert verbatim(passage, document.pages), (name, passage.page, passage.text[:80])
            assert len(passage.text) <= LONGEST


def test_kind_and_authority(read: dict[str, Document | str]) -> None:
    for name, document in _documents(read).items():
        folder, *rest = name.split("/")
        assert document.kind in FOLDERS[folder], name
        named = re.sub(r"^\d+_", "", rest[0]) if len(rest) > 1 else name.rsplit("/", 1)[-1].split("-")[0]
        assert document.authority == names_in_list().find(f"in {named}:")[0].name, name


def test_every_dated_file_has_its_date(read: dict[str, Document | str]) -> None:
    for name, document in _documents(read).items():
        if not name.startswith("council/"):  # minutes may state no date at all
            assert document.published, name
            assert document.years, name


def test_a_slice_of_the_evaluation(real_corpus: Path, tmp_path: Path) -> None:
    """A share of the factoid and themed questions, over the reports that hold their answers, marked by score.py."""
    asked = [json.loads(line) for line in (SHARED / "eval" / "questions.jsonl").read_text("utf-8").splitlines()]
    asked = [q for q in asked if q["category"] in ("factoid", "themed") and len({g["doc"] for g in q["gold"]}) == 1]
    asked = asked[::EVERY_QUESTION]
    documents = sorted({gold["doc"] for q in asked for gold in q["gold"]})
    for document in documents:
        link = tmp_path / "documents" / document
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(real_corpus / document)
    questions, answers = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    questions.write_text("".join(json.dumps(q) + "\n" for q in asked), "utf-8")
    index = Index(tmp_path / "index", Embedder())
    update(index, [tmp_path / "documents"], tmp_path / "cache")
    answer_file(index, questions, answers, lambda *_: None)
    script = [sys.executable, SHARED / "eval" / "score.py", questions, answers, "--json"]
    ran = subprocess.run(
        [*script, "--pages", SHARED / "eval" / "pages.jsonl.gz"], capture_output=True, text=True, check=True
    )
    score = json.loads(ran.stdout)["metrics"]["all"]
    print(score)
    assert score["cite_valid"] == 1.0
    assert score["recall@20"] >= 0.9
    assert score["mrr@10"] >= 0.8
    assert score["key"] >= 0.75
