"""Decides who may do what: takes a request, lets it pass or refuses it."""
