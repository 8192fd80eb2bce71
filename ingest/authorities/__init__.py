"""Knows the English children's services authorities: finds their names in a text; gives their regions, successors and neighbours."""

from ingest.authorities.councils import Sign, addresses, initials, seat
from ingest.authorities.districts import District, districts
from ingest.authorities.elsewhere import outside_england
from ingest.authorities.names import AuthorityNames, Mention, names_in_list
from ingest.authorities.ordinary_words import PLACES_THAT_ARE_WORDS
from ingest.authorities.register import Authority, authorities, in_region, neighbours_of, regions, related
from ingest.authorities.spelling import fold

__all__ = [
    "PLACES_THAT_ARE_WORDS",
    "Authority",
    "AuthorityNames",
    "District",
    "Mention",
    "Sign",
    "addresses",
    "authorities",
    "districts",
    "fold",
    "in_region",
    "initials",
    "names_in_list",
    "neighbours_of",
    "outside_england",
    "regions",
    "related",
    "seat",
]
