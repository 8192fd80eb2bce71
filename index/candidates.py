"""The candidate search: passages near in meaning and passages with the query's words, each with all its scores."""

from dataclasses import dataclass

from index.catalogue import Catalogue, PassageScope
from index.late_interaction import LateInteraction
from index.lexical import topic_words
from index.nearest import NearestSearch
from index.ranking.fusion import Candidate
from index.vectors.embedder import EncodedText

_PER_SEARCH = 100  # candidates from each of the two searches
_MOST_MATCHES = 1000  # the most matches given a BM25 score; the rest would score next to nothing, and count as 0


@dataclass(frozen=True)
class CandidateSearch:
    """Finds the candidates that are then ranked.

    Attributes:
        late_interaction: compares tokens; None to leave that score at 0.
    """

    catalogue: Catalogue
    near: NearestSearch
    late_interaction: LateInteraction | None

    def find(self, query: str, encoded: EncodedText, scope: PassageScope) -> list[Candidate]:
        """The candidates of a query, in no order.

        Args:
            encoded: the query's vectors.
        """
        similarities = self.near.nearest(encoded.vector, _PER_SEARCH, scope)
        terms = topic_words(query)
        scores = dict(self.catalogue.match_terms(terms, _MOST_MATCHES, scope)) if terms else {}
        best = [id_ for id_ in list(scores)[:_PER_SEARCH] if id_ not in similarities]
        similarities |= self.near.similarities(encoded.vector, best)
        late = self.late_interaction.scores(query, encoded.tokens, list(similarities)) if self.late_interaction else {}
        return [
            Candidate(id_, similarity, scores.get(id_, 0.0), late.get(id_, 0.0))
            for id_, similarity in similarities.items()
        ]
