"""Brings an index up to date: takes folders and files, gives a summary of what changed."""
