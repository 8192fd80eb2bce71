"""Reads a follow-up question: takes it and the question before, gives it with what it leaves unsaid."""
