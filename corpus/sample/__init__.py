"""Invented documents that come with Kloe, and what builds them."""
