"""Vectors of passages: takes texts, gives and keeps their embeddings."""
