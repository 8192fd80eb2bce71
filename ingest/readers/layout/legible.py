"""Tells text from letters that make no words, such as those of a font whose codes are shifted."""

import re
from collections.abc import Iterable

_COMMON = frozenset(
    """the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which were
    all we there can has been their more if will would who when so no out up into them than its about other some these may like
    then do any our what also made did after over must through where how should because each those very own was one two
    she her him you your my me us new page date report meeting council children services local authority members committee
    yn yr i o ar am gan wedi mae bod ei eu ac nad sydd hynny plant cyngor""".split()
)
_FEWEST = 12  # words on which to judge
_LEAST = 0.05  # of the words; English prose has some 45%, a table of names and figures some 10%


def words_of(text: str) -> list[str]:
    """Give a text's words in lower case."""
    return re.findall(r"[^\W\d_]+", text.lower())


def common_words(text: str) -> int:
    """Count the words that every paper has."""
    return sum(word in _COMMON for word in words_of(text))


def makes_no_words(texts: Iterable[str]) -> bool:
    """True if the lines of a page, or a stretch of them, hold hardly any of the words that every paper has."""
    run: list[str] = []
    longest: list[str] = []
    total = 0
    for text in texts:
        words = words_of(text)
        total += len(words)
        if any(word in _COMMON for word in words):
            run = []
        else:
            run += [word for word in words if len(word) > 1]
            longest = max(longest, run, key=len)
    return len(longest) >= _FEWEST and len(longest) > (1 - _LEAST) * total * 0.6


def is_better(recognised: str, text: str) -> bool:
    """True if what OCR reads on a page makes words that the page's text does not."""
    found = common_words(recognised)
    return found >= 3 and found > 1.5 * common_words(text) + 2
