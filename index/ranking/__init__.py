"""Ranks passages: takes the scores of candidates, gives one order."""

from index.ranking.fusion import Candidate, Weights, fuse
from index.ranking.reranking import make_reranker, rerank_scores
from index.ranking.tokens import Projection, QueryTokens, TokenVectors, query_tokens

__all__ = [
    "Candidate",
    "Projection",
    "QueryTokens",
    "TokenVectors",
    "Weights",
    "fuse",
    "make_reranker",
    "query_tokens",
    "rerank_scores",
]
