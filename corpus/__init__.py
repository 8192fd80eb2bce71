"""Holds the documents that come with Kloe."""
