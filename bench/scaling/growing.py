"""Makes an index of about so many passages from the documents of another, through Kloe's own writer."""

import gc
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

from app.server import open_index
from bench.scaling.varying import NOISE, Replacements, encodings_of, read_vocabulary, varied
from index import Index, Record, StoreError
from index.catalogue import Catalogue, CatalogueWriter, Source
from index.folder import Generations, writing
from index.settings import settings_of
from index.updating.telling import Teller

_RULE = "1"  # the version of how copies are made
_TOLD_AT_ONCE = 1_000  # passages, as in an index run
_EVERY = 5  # seconds between two lines on how far it has come
_GROWN_FROM = "grown from"  # the entry of the metadata that names the index and the rule that it was made by


@dataclass(frozen=True)
class Planned:
    """A document that an index of some size holds.

    Attributes:
        copy: which copy of the record's document it is; 0 for the document itself.
    """

    copy: int
    record: Record

    @property
    def id(self) -> str:
        """The id of the document."""
        return sha256(f"{self.copy} {self.record.id}".encode()).hexdigest()[:16] if self.copy else self.record.id

    @property
    def path(self) -> str:
        """Its path; a later paper of a file has a file of its own."""
        path = self.record.path.replace("#page=", " page ")
        return f"copy {self.copy}/{path}" if self.copy else path


def in_order(records: Sequence[Record]) -> list[Record]:
    """Put documents in an order that is fixed and has nothing to do with what they are."""
    return sorted(records, key=lambda record: sha256(f"order {record.id}".encode()).digest())


def planned(records: Sequence[Record], size: int) -> Iterator[Planned]:
    """Give the documents of an index of about so many passages: whole ones in order, then copy after copy of them."""
    ordered = in_order([record for record in records if record.passages])
    if not ordered:
        raise StoreError("the index holds no passages to make others from")
    passages = 0
    for copy in count():
        for record in ordered:
            if passages >= size:
                return
            passages += record.passages
            yield Planned(copy, record)


def is_grown(folder: Path) -> bool:
    """True if the index in this folder is complete: readers use its generation only from then on."""
    return Generations(folder).current() is not None


def grow(folder: Path, size: int) -> None:
    """Make an index of about so many passages in a folder, or go on with one that was broken off."""
    source = open_index()
    source.check_settings()
    with writing(folder, "bench.scale"), source.pinned():
        generations = Generations(folder)
        name = next(iter(generations.names()), None) or generations.make()
        _Growing(source, generations.path(name), size).run()
        generations.use(name)


class _Growing:
    """One index in the making. In memory are one document at a time, the vocabulary and the vector store's graph."""

    def __init__(self, source: Index, folder: Path, size: int) -> None:
        self.source, self.size = source, size
        self.writer = CatalogueWriter(folder)
        made_by = {_GROWN_FROM: f"{source.catalogue.state()}, rule {_RULE}"}
        self.writer.take_on(settings_of(source.embedder) | made_by)
        metadata = Catalogue(folder).metadata()
        if metadata[_GROWN_FROM] != made_by[_GROWN_FROM]:
            raise SystemExit(f"{folder.parent.parent} was begun from another index: delete it to make it again.")
        if axes := source.catalogue.axes(source.embedder.token_axes):
            self.writer.set_axes(axes)
        self.teller = Teller(self.writer, folder / "vectors", None, metadata["name"], lambda _: None)

    def run(self) -> None:
        """Put every planned document that is not there yet, and tell the vector store."""
        held = {source.path for source in self.writer.sources().values()}
        try:
            if held:
                self.teller.check()
            self._put_all(held)
            self.teller.settle()
        finally:
            self.teller.close()
            self.writer.close()

    def _put_all(self, held: set[str]) -> None:
        vocabulary = read_vocabulary(self.source.catalogue, self.source.embedder)
        gc.freeze()  # the model stays; searching it for garbage again and again takes an eighth of the time
        replacements = vocabulary.replacements(0)
        progress, copy, passages = _Progress(self.size), 0, 0
        for document in planned(self.source.catalogue.records(), self.size):
            passages += document.record.passages
            if document.path in held:
                progress.skip(passages)
                continue
            if document.copy != copy:
                copy, replacements = document.copy, vocabulary.replacements(document.copy)
            self._put(document, replacements if copy else {})
            self.teller.settle(_TOLD_AT_ONCE)
            progress.tell(passages)

    def _put(self, planned_: Planned, replacements: Replacements) -> None:
        catalogue = self.source.catalogue
        original = catalogue.document(planned_.record.id)
        assert original is not None
        document = varied(original, planned_.id, replacements)
        encodings = encodings_of(document, catalogue, original.id, NOISE if planned_.copy else 0.0)
        self.writer.put([document], Source("/scale", planned_.path), encodings)


class _Progress:
    """Says how far it has come, every few seconds."""

    def __init__(self, size: int) -> None:
        self.size, self.begun, self.told, self.before = size, time.monotonic(), 0.0, 0

    def skip(self, passages: int) -> None:
        """Leave out of the pace what was there before."""
        self.before = passages

    def tell(self, passages: int) -> None:
        """Print a line, unless the last is recent."""
        now = time.monotonic()
        if now - self.told < _EVERY and passages < self.size:
            return
        self.told = now
        pace = (passages - self.before) / max(now - self.begun, 0.1)
        left = (self.size - passages) / max(pace, 0.1) / 60
        print(
            f"{self.size:,}: {passages:,} passages, {pace:,.0f} a second, about {max(left, 0):.0f} minutes left",
            file=sys.stderr,
            flush=True,
        )
