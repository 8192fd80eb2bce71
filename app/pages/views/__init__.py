"""Draws views: takes answers, results and records, gives HTML."""
