"""Answers a question: takes a parsed question and an index, gives an `Answer` of citations, or a refusal with its reason."""
