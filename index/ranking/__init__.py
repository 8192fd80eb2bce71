"""Ranks passages: takes the scores of candidates, gives one order."""
