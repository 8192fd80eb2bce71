"""Reads a question by rule: takes text, gives a `ParsedQuestion` with its scope and topic."""
