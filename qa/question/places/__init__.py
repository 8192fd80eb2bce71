"""Finds the places that a question names: takes its words, gives authorities, regions, neighbours and unknown names."""

from qa.question.places.misspellings import nearest_authorities
from qa.question.places.names import NameFinder
from qa.question.places.neighbours import says_neighbours
from qa.question.places.reading import Places, read_places

__all__ = ["NameFinder", "Places", "nearest_authorities", "read_places", "says_neighbours"]
