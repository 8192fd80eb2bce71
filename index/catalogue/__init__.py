"""The catalogue in SQLite: takes documents, gives records, passages, words and token vectors. It is the truth of an index."""
