"""The index that the examples search."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from langchain_core.documents import Document

from index import Embedder, Index, update

DOCUMENTS = Path(__file__).parent.parent / "corpus" / "sample" / "documents"


@contextmanager
def open_index(folder: Path | None) -> Iterator[Index]:
    """Open an index folder or, without one, make a temporary index of the sample documents."""
    if folder:
        if not (folder / "catalogue.sqlite").is_file():
            raise SystemExit(f"There is no index at {folder}. Leave out --index to search the sample documents.")
        yield Index(folder, Embedder())
        return
    with TemporaryDirectory(ignore_cleanup_errors=True) as made:
        index = Index(Path(made, "index"), Embedder())
        update(index, [DOCUMENTS], Path(made, "cache"))
        yield index


def list_sources(documents: Sequence[Document]) -> str:
    """List the passages found, each by its number and reference."""
    lines = [
        f"[{number}] {document.metadata['reference']} ({document.metadata['document']})"
        for number, document in enumerate(documents, 1)
    ]
    return "\n".join(["Passages found:", *lines]) if lines else "No passages found."
