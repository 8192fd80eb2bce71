"""Puts an answer into a chat model's words: takes an `Answer`, gives a `Written` one of which every sentence is checked."""
