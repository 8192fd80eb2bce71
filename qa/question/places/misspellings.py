"""Misspelt authorities: a letter or two wrong, and a word that no document uses."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from index.lexical import NAME_LINKS, STOPWORDS
from ingest.authorities import Mention, authorities, fold, names_in_list
from qa.question.spans import Span

_WORD = re.compile(r"[^\W\d_]+")
# Words that many names share, and that alone do not identify one.
_COMMON_IN_NAMES = frozenset("north south east west central city isle county saint".split())
_GAP = re.compile(rf"[\s&'’.,-]*(?:(?:{'|'.join(sorted(NAME_LINKS))})\b[\s&'’.,-]*)*", re.I)
# Other places, surnames and words within a letter or two of an authority's name.
_NOT_MISSPELT = frozenset(
    """boston barnes burnet melton morton marton hatton hilton holton newnham belton bilton swinton bramley harlow hertford
    workington dartington lanchester harlington derry brett stafford lancaster warwick lichfield borough boroughs bent""".split()
)
# A short name counts as a misspelt authority only beside one of these: "in Devom", "Essec's", "leeds cuoncil 2022".
_PLACE_BEFORE = re.compile(
    r"(?:^|[,:;(]|\b(?:in|at|for|of|about|from|to|and|or|with|v|vs|compare|council|lb))\s*$", re.I
)
_PLACE_AFTER = re.compile(
    r"\s*(?:['’]s?\b|$|\?|,|:|(?:county |city |borough )?council\b|(?:in )?(?:19|20)\d\d\b)", re.I
)


@dataclass(frozen=True)
class _Target:
    words: tuple[str, ...]  # without linking words such as "upon"
    follows_link: tuple[bool, ...]  # for each word, whether a linking word stands before it
    names: tuple[str, ...]
    official: bool


class Misspellings:
    """Finds misspelt authorities.

    Args:
        by_name: the official names for each folded name.
        also_words: names that are also ordinary words; a near match is taken for the word, not the place.
        is_word: tells whether the documents use a word. A word that they use is not a misspelling.
    """

    def __init__(
        self, by_name: Mapping[str, tuple[str, ...]], also_words: frozenset[str], is_word: Callable[[str], bool]
    ) -> None:
        self._is_word = is_word
        # Questions share most of their words.
        self._nearest = lru_cache(maxsize=4096)(self._find_nearest)
        self._beginning = lru_cache(maxsize=4096)(self._find_beginning)
        self._names = frozenset(by_name)
        official = {fold(authority.name) for authority in authorities()}
        self._single: dict[str, tuple[str, ...]] = {}
        self._several: list[_Target] = []
        for name, names in by_name.items():
            words = tuple(word for word in _WORD.findall(name) if word not in NAME_LINKS)
            if "children" in name or not words:
                continue
            whole = "".join(_WORD.findall(name))
            # Names of one word, and official ones run together: "berkshire", "towerhamlets".
            if len(whole) >= 5 if name in official else name == whole and len(whole) >= 7:
                self._single.setdefault(whole, names)
            if len(words) > 1 and len(whole) >= 8:
                self._several.append(_Target(words, _follows_link(_WORD.findall(name)), names, name in official))
        for name in also_words:
            self._single.pop(name, None)
        # Names that lack only an apostrophe: "Surreys last inspection".
        self._possessive = {
            f"{name}s": self._single[name] for name in official if name in self._single and not name.endswith("s")
        }
        # Names too short to allow a wrong letter, only a missing apostrophe: "Kents care leavers".
        self._short: dict[str, tuple[str, ...]] = {
            name: (official,) for name in ("kent", "hull") for official in by_name[name]
        }

    def find(self, text: str, exact: Sequence[Mention]) -> tuple[list[Mention], list[Span]]:
        """Find the misspelt authorities, and the spans that could misspell either of two.

        Args:
            exact: the authorities whose names are spelt right. One of them may be part of a misspelt name, as "Kensington" is of
                "Kensington and Chelsee".
        """
        words = [(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
        mentions = [mention for place in range(len(words)) for mention in self._of_several(text, words[place:], exact)]
        ambiguous: list[Span] = []
        covered = [(m.start, m.end) for m in (*exact, *mentions)]
        for word, start, end in words:
            if any(first <= start < last for first, last in covered):
                continue
            names = self._near(word, text, start, end)
            if len(names) == 1:
                mentions += [Mention(name, start, end) for name in names[0]]
            elif names:
                ambiguous.append((start, end))
        return mentions, ambiguous

    def nearest(self, word: str) -> tuple[str, ...]:
        """The official names that a word is nearest to; none where it is near to none."""
        return tuple(name for names in self._nearest(fold(word)) for name in names)

    def _near(self, word: str, text: str, start: int, end: int) -> list[tuple[str, ...]]:
        """The authorities that a word in the text may misspell, for each of the nearest names."""
        if len(word) < 4:
            return []
        if word in self._possessive:
            return [self._possessive[word]]
        short = self._short.get(word.removesuffix("s")) if word.endswith("s") else None
        nearest = [short] if short else self._nearest(word)
        if not nearest or self._is_word(word):
            return []
        is_place = len(word) > 7 or short or _PLACE_BEFORE.search(text, 0, start) or _PLACE_AFTER.match(text, end)
        return nearest if is_place else []

    def _find_nearest(self, word: str) -> list[tuple[str, ...]]:
        if word in STOPWORDS or word in _NOT_MISSPELT or word in self._names:
            return []
        distances: dict[int, list[tuple[str, ...]]] = {}
        for name, names in self._single.items():
            distance = _distance(word, name)
            if distance is not None and names not in distances.setdefault(distance, []):
                distances[distance].append(names)
        return distances[min(distances)] if distances else []

    def _of_several(self, text: str, words: Sequence[tuple[str, int, int]], exact: Sequence[Mention]) -> list[Mention]:
        """Find a misspelt name of several words that starts at the first word; the longest, if there are two."""
        start = words[0][1]
        if any(mention.start < start < mention.end for mention in exact):
            return []
        best: tuple[int, _Target, int] | None = None
        for target in self._beginning(words[0][0]):
            end = self._end(text, words, target)
            if end is None or any(m.start <= start and end <= m.end for m in exact):
                continue
            if best is None or end > best[2]:
                best = (start, target, end)
        return [Mention(name, best[0], best[2]) for name in best[1].names] if best else []

    def _find_beginning(self, word: str) -> list[_Target]:
        """The names of several words that may begin with a word, or with one a letter or two from it."""
        return [
            target for target in self._several if word == target.words[0] or _wrong_letters(word, target, 0) is not None
        ]

    def _end(self, text: str, words: Sequence[tuple[str, int, int]], target: _Target) -> int | None:
        """The end of the name in the text; None if the words are not that name with a letter or two wrong."""
        wrong: list[str] = []
        letters, place, end = 0, 0, words[0][1]
        for wanted, follows_link in zip(target.words, target.follows_link, strict=True):
            while follows_link and 0 < place < len(words) and words[place][0] in NAME_LINKS:
                place += 1
            if place == len(words) or not _GAP.fullmatch(text, end, words[place][1]):
                return None
            word, _, end = words[place]
            place += 1
            if word != wanted:
                distance = _wrong_letters(word, target, target.words.index(wanted))
                if distance is None or word in self._names:
                    return None
                wrong.append(word)
                letters += distance
        if not wrong and fold(text[words[0][1] : end]) in self._names:  # spelt right, and rejected for its neighbours
            return None
        distinctive = set(target.words) - set(wrong) - _COMMON_IN_NAMES
        used = any(self._is_word(word) for word in wrong) and (len(wrong) == len(target.words) or not distinctive)
        return None if letters > 2 or used else end


@cache
def _of_closed_list() -> Misspellings:
    return Misspellings(names_in_list().by_name, frozenset(), lambda word: False)


def nearest_authorities(name: str) -> tuple[str, ...]:
    """The official names in the closed list that a name, whatever it is, may misspell."""
    return _of_closed_list().nearest(name)


def _follows_link(words: Sequence[str]) -> tuple[bool, ...]:
    pairs = zip(("", *words), words, strict=False)
    return tuple(before in NAME_LINKS for before, word in pairs if word not in NAME_LINKS)


def _wrong_letters(word: str, target: _Target, place: int) -> int | None:
    """How many letters of one word of a name are wrong; None if too many, or if the name is too short to allow any."""
    wanted = target.words[place]
    return _distance(word, wanted, shortest=4) if target.official or len(wanted) > 5 else None


def _distance(word: str, name: str, shortest: int = 5) -> int | None:
    """How many letters of a name are wrong; None if too many for a misspelling."""
    if len(name) < shortest:
        return 0 if word == name else None
    allowed = 1 if len(name) < 9 else 2
    wrong = OSA.distance(word, name, score_cutoff=allowed)
    first_is_right = word[:1] == name[:1] or word[:2] == name[1::-1] or (wrong == 1 and len(name) >= 8)
    return wrong if wrong <= allowed and first_is_right else None
