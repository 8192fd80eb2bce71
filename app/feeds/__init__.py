"""Feeds of new findings: takes a search, a precedent, a theme or an authority, gives what was found, newest first, as Atom (RFC 4287).

The routes stand in `routes`, which loads the web server.
"""

from app.feeds.entries import Entry, Feed, FeedError, cite_words
from app.feeds.queries import CouncilFeed, PrecedentsFeed, SearchFeed, ThemeFeed, query_of

__all__ = [
    "CouncilFeed",
    "Entry",
    "Feed",
    "FeedError",
    "PrecedentsFeed",
    "SearchFeed",
    "ThemeFeed",
    "cite_words",
    "query_of",
]
