"""How names are compared and matched, whatever their case, apostrophes, hyphens and line breaks."""

import re
from collections.abc import Iterable

# What must not come before a name: "Duke of York", "University of Derby".
NOT_A_TITLE = r"(?<!\bduke of )(?<!\bduchess of )(?<!\bprince of )(?<!\bprincess of )(?<!\buniversity of )"


def fold(text: str) -> str:
    """Write a name in the form in which names are compared; the length of `text` stays the same."""
    text = text.lower().replace("’", "'").replace("-", " ").replace("_", " ")
    return re.sub(r"\s", " ", text) if len(text.lower()) == len(text) else text


def any_of(names: Iterable[str]) -> str:
    """Give a pattern for any of these folded names, the longest first."""
    return "|".join(spaced(re.escape(name).replace(r"\ ", " ")) for name in sorted(names, key=len, reverse=True))


def spaced(pattern: str) -> str:
    """Let each space of a pattern match several, because a name can continue on an indented line."""
    return pattern.replace(" ", " +")


def matched_name(match: re.Match[str]) -> str:
    """Give the name that a match found, with single spaces."""
    return " ".join(match["name"].split())
