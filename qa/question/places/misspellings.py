"""Authorities whose names are misspelt, by a letter or two, in words that no document uses."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from index.lexical import STOPWORDS
from ingest.authorities import Mention, authorities, fold, names_in_list
from qa.question.exclusion import Span

_WORD = re.compile(r"[^\W\d_]+")
_GLUE = frozenset("and upon on with of the under by".split())
_COMPASS = frozenset("north south east west central city isle county saint".split())
_GAP = re.compile(r"[\s&'’.,-]*(?:(?:and|upon|on|with|of|the|under|by)\b[\s&'’.,-]*)*", re.I)
# Places, names and words that are a letter or two away from an authority's name and not meant for it.
_REAL = frozenset(
    """boston barnes burnet melton morton marton hatton hilton holton newnham belton bilton swinton bramley harlow hertford
    workington dartington lanchester harlington derry brett stafford lancaster warwick lichfield borough boroughs bent""".split()
)
# Where a short name must stand to be taken for a misspelt authority: "in Devom", "Essec's", "leeds cuoncil 2022".
_PLACE_BEFORE = re.compile(
    r"(?:^|[,:;(]|\b(?:in|at|for|of|about|from|to|and|or|with|v|vs|compare|council|lb))\s*$", re.I
)
_PLACE_AFTER = re.compile(
    r"\s*(?:['’]s?\b|$|\?|,|:|(?:county |city |borough )?council\b|(?:in )?(?:19|20)\d\d\b)", re.I
)


@dataclass(frozen=True)
class _Target:
    words: tuple[str, ...]  # without "upon", "and" and the like
    joined: tuple[bool, ...]  # which of the words such a word stands before
    names: tuple[str, ...]
    official: bool


class Misspellings:
    """Finds misspelt authorities.

    Args:
        by_name: the official names behind each name, folded.
        also_words: names that are ordinary words; for these a misspelling is one of the word.
        is_word: tells whether the documents use a word. What they use is no misspelling.
    """

    def __init__(
        self, by_name: Mapping[str, tuple[str, ...]], also_words: frozenset[str], is_word: Callable[[str], bool]
    ) -> None:
        self._is_word = is_word
        self._names = frozenset(by_name)
        official = {fold(authority.name) for authority in authorities()}
        self._single: dict[str, tuple[str, ...]] = {}
        self._several: list[_Target] = []
        for name, names in by_name.items():
            words = tuple(word for word in _WORD.findall(name) if word not in _GLUE)
            if "children" in name or not words:
                continue
            whole = "".join(_WORD.findall(name))
            if (
                len(whole) >= 5 if name in official else name == whole and len(whole) >= 7
            ):  # "towerhamlets", "berkshire"
                self._single.setdefault(whole, names)
            if len(words) > 1 and len(whole) >= 8:
                self._several.append(_Target(words, _joined(_WORD.findall(name)), names, name in official))
        for name in also_words:
            self._single.pop(name, None)
        # "Kents care leavers": names too short to be misspelt, whose apostrophe is left out.
        self._short: dict[str, tuple[str, ...]] = {
            name: (official,) for name in ("kent", "hull") for official in by_name[name]
        }

    def find(self, text: str, found: Sequence[Mention]) -> tuple[list[Mention], list[Span]]:
        """The misspelt authorities beside those `found`, and the misspellings that may be either of two.

        A mention may cover one of those found, of which it is the whole name: "Kensington" of "Kensington and Chelsee".
        """
        words = [(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
        mentions = [mention for place in range(len(words)) for mention in self._of_several(text, words[place:], found)]
        open_: list[Span] = []
        covered = [(m.start, m.end) for m in (*found, *mentions)]
        for word, start, end in words:
            if any(first <= start < last for first, last in covered):
                continue
            names = self._near(word, text, start, end)
            if len(names) == 1:
                mentions += [Mention(name, start, end) for name in names[0]]
            elif names:
                open_.append((start, end))
        return mentions, open_

    def nearest(self, word: str) -> tuple[str, ...]:
        """The official names that a word is nearest to, where it is near enough to be meant for them."""
        return tuple(name for names in self._nearest(fold(word)) for name in names)

    def _near(self, word: str, text: str, start: int, end: int) -> list[tuple[str, ...]]:
        """The authorities that a word may be meant for: of each of the nearest names."""
        if len(word) < 4:
            return []
        owner = self._short.get(word.removesuffix("s")) if word.endswith("s") else None
        nearest = [owner] if owner else self._nearest(word)
        if not nearest or self._is_word(word):
            return []
        stands = len(word) > 7 or owner or _PLACE_BEFORE.search(text, 0, start) or _PLACE_AFTER.match(text, end)
        return nearest if stands else []

    def _nearest(self, word: str) -> list[tuple[str, ...]]:
        if word in STOPWORDS or word in _REAL or word in self._names:
            return []
        distances: dict[int, list[tuple[str, ...]]] = {}
        for name, names in self._single.items():
            distance = _distance(word, name)
            if distance is not None and names not in distances.setdefault(distance, []):
                distances[distance].append(names)
        return distances[min(distances)] if distances else []

    def _of_several(self, text: str, words: Sequence[tuple[str, int, int]], found: Sequence[Mention]) -> list[Mention]:
        """The authority of several words that begins here with a word wrong; the longest, where there are two."""
        start = words[0][1]
        if any(mention.start < start < mention.end for mention in found):
            return []
        best: tuple[int, _Target, int] | None = None
        for target in self._several:
            end = self._end(text, words, target)
            if end is None or any(m.start <= start and end <= m.end for m in found):
                continue
            if best is None or end > best[2]:
                best = (start, target, end)
        return [Mention(name, best[0], best[2]) for name in best[1].names] if best else []

    def _end(self, text: str, words: Sequence[tuple[str, int, int]], target: _Target) -> int | None:
        """Where the name ends, None where the words are not that name with a letter or two wrong."""
        wrong: list[str] = []
        letters, place, end = 0, 0, words[0][1]
        for wanted, joined in zip(target.words, target.joined, strict=True):
            while joined and 0 < place < len(words) and words[place][0] in _GLUE:
                place += 1
            if place == len(words) or not _GAP.fullmatch(text, end, words[place][1]):
                return None
            word, _, end = words[place]
            place += 1
            if word != wanted:
                distance = _distance(word, wanted, shortest=4) if target.official or len(wanted) > 5 else None
                if distance is None or word in self._names:
                    return None
                wrong.append(word)
                letters += distance
        if (
            not wrong and fold(text[words[0][1] : end]) in self._names
        ):  # spelt right, and left out for what goes with it
            return None
        telling = set(target.words) - set(wrong) - _COMPASS
        used = any(self._is_word(word) for word in wrong) and (len(wrong) == len(target.words) or not telling)
        return None if letters > 2 or used else end


@cache
def in_list() -> Misspellings:
    """Misspellings of the closed list, for which any word may stand."""
    return Misspellings(names_in_list().by_name, frozenset(), lambda word: False)


def _joined(words: Sequence[str]) -> tuple[bool, ...]:
    pairs = zip(("", *words), words, strict=False)
    return tuple(before in _GLUE for before, word in pairs if word not in _GLUE)


def _distance(word: str, name: str, shortest: int = 5) -> int | None:
    """How many letters of a name are wrong, None where it is too many to be a slip."""
    if len(name) < shortest:
        return 0 if word == name else None
    allowed = 1 if len(name) < 9 else 2
    wrong = OSA.distance(word, name, score_cutoff=allowed)
    first_is_right = word[:1] == name[:1] or word[:2] == name[1::-1] or (wrong == 1 and len(name) >= 8)
    return wrong if wrong <= allowed and first_is_right else None
