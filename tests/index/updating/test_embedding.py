"""A text is embedded once: what an index holds, or the cache, is not asked of the model again."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from index.catalogue import Encoding, digest_of, embedded_text, pack_vector, unpack_vectors
from index.updating.embedding import PassageEncoder
from index.vectors import VectorCache, axes_of
from ingest import Document, Passage, Span
from tests.conftest import WordEmbedder
from tests.index.made import document

TEXTS = ["caseloads were high", "visits were late", "plans were clear"]
Encodings = dict[bytes, Encoding]


class Shelf:
    """Holds encodings, as a catalogue does."""

    def __init__(self, held: Encodings) -> None:
        self.held = held
        self.asked: set[bytes] = set()

    def encodings(self, digests: Iterable[bytes]) -> Encodings:
        self.asked |= set(digests)
        return {digest: self.held[digest] for digest in self.asked if digest in self.held}


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder(dimensions=64)


def read(*texts: str, headings: tuple[str, ...] = ()) -> Document:
    return document("d", [Passage(text, (Span(1, 0, 1),), headings) for text in texts])


def encode(embedder: WordEmbedder, *documents: Document) -> Encodings:
    return PassageEncoder(embedder, axes_of(embedder), []).encode(documents)


def test_each_text_is_encoded_with_the_headings_next_above_it(embedder: WordEmbedder) -> None:
    encoded = encode(embedder, read(*TEXTS, headings=("Report", "Findings", "Caseloads")))
    texts = [embedded_text("Findings. Caseloads", text) for text in TEXTS]
    assert list(encoded) == [digest_of(text) for text in texts]
    vectors = unpack_vectors([each.vector for each in encoded.values()])
    assert np.allclose(vectors, embedder.encode(texts), atol=1e-3)
    for text, each in zip(texts, encoded.values(), strict=True):
        (tokens,) = embedder.encode_with_tokens([text])
        assert each.tokens == axes_of(embedder).pack(tokens.tokens.vectors)
        assert each.vector == pack_vector(tokens.vector)


def test_a_text_that_stands_twice_is_embedded_once(embedder: WordEmbedder) -> None:
    encode(embedder, read(TEXTS[0], TEXTS[0]), read(TEXTS[0], TEXTS[1]))
    assert embedder.encoded == 2


def test_what_is_held_is_not_embedded_again(embedder: WordEmbedder) -> None:
    first, second = Shelf(encode(embedder, read(TEXTS[0]))), Shelf(encode(embedder, read(TEXTS[1])))
    other = WordEmbedder(dimensions=64)
    encoder = PassageEncoder(other, axes_of(other), [first, second])
    assert encoder.encode([read(*TEXTS)]) == encode(embedder, read(*TEXTS))
    assert (encoder.embedded, other.encoded) == (1, 1)
    assert second.asked == {digest_of(text) for text in TEXTS[1:]}, "it is asked only for what the first lacks"


def test_what_was_embedded_is_kept_in_the_cache(embedder: WordEmbedder, tmp_path: Path) -> None:
    axes = axes_of(embedder)
    for expected in (2, 1, 0):
        encoder = PassageEncoder(embedder, axes, [], VectorCache(tmp_path, "words"))
        texts = TEXTS[:2] if expected == 2 else TEXTS
        assert encoder.encode([read(*texts)]).keys() == {digest_of(text) for text in texts}
        assert encoder.embedded == expected
    other = PassageEncoder(embedder, axes, [], VectorCache(tmp_path, "another model"))
    other.encode([read(*TEXTS)])
    assert other.embedded == 3


def test_a_document_without_passages_needs_no_model(embedder: WordEmbedder) -> None:
    assert encode(embedder, read()) == {}
    assert embedder.encoded == 0
