"""Tables of phrases over the invented catalogue, each with its intent and the documents that must be in scope."""
