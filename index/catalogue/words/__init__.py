"""The words of passages: takes queries, gives the passages that match with their BM25 scores, and how often stems are used."""
