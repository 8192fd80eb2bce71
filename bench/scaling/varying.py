"""Varies documents: copies in which some words are replaced by others of the same length, so that spans stay right.

About a tenth of the running words change, in the texts of pages and passages alike, by one fixed mapping for each copy:
the words that it takes change places among those with as many letters and as many tokens of the model. So the words of
a copy are as common and as rare as those of its original. Words of two or three letters, stopwords, and words with a
capital (names, months, the first of a sentence) stay, and so do headings, facts, authorities, days and judgements. No
new words come in: the vocabulary of a real corpus would grow with its size, that of these copies does not.

The vectors of a copy are made up: those of its original with noise, so that they are as far from these (a mean cosine
of 0.90) as the model puts the varied words. Noise goes in all directions, as differences in meaning do not.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index import Embedder
from index.catalogue import Catalogue, Encoding, context_of, digest_of, embedded_text, pack_vector, unpack_vectors
from index.catalogue.writes import Encodings
from index.lexical import STOPWORDS
from ingest import Document

REPLACED = 0.1  # of the running words
NOISE = 0.025  # the standard deviation of what is added to each number of a vector
_WORD = re.compile(r"(?<![^\W_])[a-z]{4,}(?![^\W_])")
_ANY_WORD = re.compile(r"[^\W_]+")
Replacements = Mapping[str, str]


@dataclass(frozen=True)
class Vocabulary:
    """The words of an index that copies may replace.

    Attributes:
        alike: words with as many letters and tokens, in alphabetical order.
        share: what share of them a copy replaces, so that about a tenth of the running words change.
    """

    alike: Sequence[Sequence[str]]
    share: float

    def replacements(self, copy: int) -> Replacements:
        """Give the words that a copy replaces, each with the word that takes its place."""
        draw = random.Random(copy)
        mapping: dict[str, str] = {}
        for words in self.alike:
            taken = [word for word in words if draw.random() < self.share]
            draw.shuffle(taken)
            if len(taken) > 1:
                mapping |= zip(taken, [*taken[1:], taken[0]], strict=True)
        return mapping


def read_vocabulary(catalogue: Catalogue, embedder: Embedder) -> Vocabulary:
    """Read the words of all passages."""
    counts: Counter[str] = Counter()
    running = 0
    for record in catalogue.records():
        for stored in catalogue.document_passages(record.id):
            counts.update(replaceable(stored.passage.text))
            running += len(_ANY_WORD.findall(stored.passage.text))
    words = sorted(word for word in counts if word not in STOPWORDS)
    alike: dict[tuple[int, int], list[str]] = {}
    for word, spans in zip(words, embedder.token_spans(words), strict=True):
        alike.setdefault((len(word), len(spans)), []).append(word)
    changeable = sum(counts[word] for word in words)
    return Vocabulary([alike[key] for key in sorted(alike)], min(1.0, REPLACED * running / max(1, changeable)))


def replaceable(text: str) -> list[str]:
    """Give the words of a text that may be replaced, in order."""
    return _WORD.findall(text)


def varied(document: Document, id_: str, replacements: Replacements) -> Document:
    """Make a document of its own from another, with words replaced."""
    again = _replacing(replacements)
    return replace(
        document,
        id=id_,
        pages=tuple(replace(page, text=again(page.text)) for page in document.pages),
        passages=tuple(replace(passage, text=again(passage.text)) for passage in document.passages),
    )


def _replacing(replacements: Replacements) -> Callable[[str], str]:
    def again(text: str) -> str:
        return _WORD.sub(lambda match: replacements.get(match[0], match[0]), text)

    return again


def encodings_of(document: Document, catalogue: Catalogue, original: str, noise: float) -> Encodings:
    """Give the passages of a varied document the vectors of their originals with some noise, and their token vectors.

    Args:
        catalogue: holds the original.
        original: its id.
        noise: the standard deviation added to each number of a vector; 0 for none.
    """
    digests = catalogue.digests(original)
    held = catalogue.encodings(digests)
    vectors = unpack_vectors([held[digest].vector for digest in digests])
    if noise:
        vectors = _noisy(vectors, noise, document.id)
    given: Encodings = {}
    for passage, digest, vector in zip(document.passages, digests, vectors, strict=True):
        new = digest_of(embedded_text(context_of(passage), passage.text))
        given[new] = Encoding(new, pack_vector(vector) if noise else held[digest].vector, held[digest].tokens)
    return given


def _noisy(vectors: NDArray[np.float32], noise: float, seed: str) -> NDArray[np.float32]:
    draw = np.random.default_rng(int.from_bytes(digest_of(seed)))
    moved = vectors + noise * draw.standard_normal(vectors.shape, dtype=np.float32)
    return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)
