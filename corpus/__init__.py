"""The documents that come with Kloe."""
