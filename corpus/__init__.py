"""Holds the documents that come with Kloe, and the list of where papers were published."""
