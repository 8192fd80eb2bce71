"""Holds the sample documents, all invented, and builds them from their texts: `python -m corpus.sample.build`."""
