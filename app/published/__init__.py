"""Where documents were published: takes a record, gives its address, the day it was retrieved, and its licence, as far as known."""

from app.published.given import PublishedError, use_published
from app.published.origin import OPEN_GOVERNMENT, Licence, Origin, origin_of

__all__ = ["OPEN_GOVERNMENT", "Licence", "Origin", "PublishedError", "origin_of", "use_published"]
