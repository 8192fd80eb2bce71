"""Finds the places that a question names: takes its words, gives authorities, regions, neighbours and unknown names."""

from qa.question.places.misspellings import nearest_authorities
from qa.question.places.names import NameFinder
from qa.question.places.neighbours import Neighbours, find_neighbours, says_neighbours
from qa.question.places.regions import RegionMention, find_regions, parts_of_london

__all__ = [
    "NameFinder",
    "Neighbours",
    "RegionMention",
    "find_neighbours",
    "find_regions",
    "nearest_authorities",
    "parts_of_london",
    "says_neighbours",
]
