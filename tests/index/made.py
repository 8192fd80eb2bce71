"""Documents that nobody wrote, for the tests of the index: as files to read, and as they are once they are read."""

from collections.abc import Sequence
from pathlib import Path

from index import Index
from index.catalogue import CatalogueWriter, Source
from index.settings import settings_of
from index.updating.embedding import PassageEncoder
from index.vectors import axes_of
from ingest import Document, Kind, Page, Passage, Span
from tests.conftest import WordEmbedder

EMBEDDER = WordEmbedder(dimensions=32)


def write_minutes(folder: Path, name: str, words: str) -> Path:
    """Write minutes of one item."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"Agenda item\n\nMinutes:\n\n{words}\n", encoding="utf-8")
    return path


def write_letter(folder: Path, name: str, heard: str) -> Path:
    """Write minutes of one item, in which members heard something."""
    words = f"Members heard that {heard} and asked for a report to the next meeting of the committee."
    return write_minutes(folder, name, words)


def names_of(index: Index) -> list[str]:
    """The names of every document of an index, in order of the documents."""
    return [path for record in index.catalogue.records() for path in record.sources]


def document(name: str, passages: Sequence[str | Passage]) -> Document:
    """A document of one page; passages given as text stand on it one below the other."""
    made, at = [], 0
    for each in passages:
        passage = each if isinstance(each, Passage) else Passage(each, (Span(1, at, at + len(each)),))
        made.append(passage)
        at += len(passage.text) + 1
    return Document(
        id=name,
        title=name,
        kind=Kind.UNKNOWN,
        authorities=(),
        inspection_start=None,
        inspection_end=None,
        published=None,
        met=None,
        lead_inspector=None,
        outcome=None,
        judgements=(),
        reported=(),
        facts=(),
        years=(),
        pages=(Page(1, "\n".join(passage.text for passage in made)),),
        passages=tuple(made),
    )


def writer_of(folder: Path) -> CatalogueWriter:
    """An empty catalogue in the folder of a generation."""
    writer = CatalogueWriter(folder)
    writer.take_on(settings_of(EMBEDDER))
    writer.set_axes(axes_of(EMBEDDER))
    return writer


def put(writer: CatalogueWriter, made: Document, path: str = "") -> Source:
    """Take in a document as if it had been read from a file."""
    source = Source("/documents", path or f"{made.id}.txt")
    writer.put([made], source, PassageEncoder(EMBEDDER, axes_of(EMBEDDER), []).encode([made]))
    return source
