"""Each grade that a question names, with the words that belong to it: of what it is said, when, and whether it is denied."""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest import Area
from qa.counts.asking.words import Token, Tokens, Word
from qa.question.grades.words import EVERY_AREA, area_named

NOUNS = (
    Word.AUTHORITIES,
    Word.INSPECTIONS,
    Word.SERVICES_INSPECTIONS,
    Word.VISITS,
    Word.REPORTS,
    Word.LETTERS,
    Word.DOCUMENTS,
    Word.PAPERS,
    Word.GRADE_NOUN,
)
_COURSES = (Word.NOW, Word.EVER, Word.NEVER, Word.ALWAYS, Word.NO_LONGER, Word.TIMES, Word.NEWEST)
_OF_A_PHRASE = ("in", "at", "by", "on", "for")
_SET_APART = (Word.HOW_MANY, Word.HOW_OFTEN, Word.SHARE, Word.LIST, Word.WHICH, Word.MOST, Word.FEWEST)


@dataclass(frozen=True)
class GradeMention:
    """A grade with the words that belong to it.

    Attributes:
        first, last: the places of its first and last token.
        areas: those that it is said of; empty where none is named.
        but: areas of which it is said not to be so.
        together: any of the areas will do, or of all areas if none is named.
        before, after: the words of time around it.
        passed: areas named before a grade behind which others are named, so that they do not belong to it.
    """

    grade: Token
    first: int
    last: int
    areas: tuple[Area, ...]
    but: tuple[Area, ...]
    together: bool
    before: str
    after: str
    passed: tuple[Token, ...] = ()


@dataclass(frozen=True)
class _Areas:
    """The areas behind a grade, and the place of the last of their tokens."""

    named: tuple[Area, ...]
    but: tuple[Area, ...]
    together: bool
    last: int


def find_mention(tokens: Tokens, mark: int, start: int) -> GradeMention:
    """Find the words that belong to a grade.

    Args:
        mark: its place.
        start: the place from which on words are not another grade's.
    """
    noun = _noun_after(tokens, mark)
    behind = _areas(tokens, noun or mark)
    first = _adverbs(tokens, mark) if noun else _bound(tokens, start, mark)
    named = behind.named
    before = tuple(token for token in tokens.all[_bound(tokens, start, mark) : mark] if token.word is Word.AREA)
    passed = before if named or behind.together else ()
    if not passed and not behind.together:
        named = named or tuple(area_named(token.text) for token in before)
    after, last = _after(tokens, behind.last)
    told = " ".join(token.text for token in tokens.all[first:mark] if token.word not in (Word.PLACE, Word.TIME))
    return GradeMention(
        tokens.all[mark], first, last, named, behind.but, behind.together, f"{told} ", f" {' '.join(after)}", passed
    )


def _noun_after(tokens: Tokens, mark: int) -> int | None:
    """The place of the noun that a grade stands before: "inadequate authorities", "good rated councils"."""
    place = tokens.telling(mark + 1)
    if any(token.text.lower() in _OF_A_PHRASE for token in tokens.all[mark + 1 : place]):
        return None  # "inadequate in an ILACS report"
    if place < len(tokens.all) and tokens.all[place].word is Word.RATED:
        place = tokens.telling(place + 1)
    return place if place < len(tokens.all) and tokens.all[place].word in NOUNS else None


def _areas(tokens: Tokens, place: int) -> _Areas:
    named: list[Area] = []
    but: list[Area] = []
    last, together, denied = place, False, False
    for at in _from(tokens, place):
        token = tokens.all[at]
        if token.word is Word.AREA:
            (but if denied else named).append(area_named(token.text))
        elif token.word is Word.EVERY_AREA:
            named += EVERY_AREA
        elif token.word is Word.ANY_AREA and not named:
            together = True
        elif token.word is Word.NOT and named and not denied:
            denied = True
            continue
        elif token.word is Word.OR and named and not denied:
            together = True
            continue
        else:
            break
        last = at
    return _Areas(tuple(named), tuple(but), together, last)


def _after(tokens: Tokens, last: int) -> tuple[list[str], int]:
    """The words of time behind a grade, such as "twice", and where they end; places and dates may stand before them."""
    words: list[str] = []
    for at in _from(tokens, last):
        token = tokens.all[at]
        if token.word in _COURSES or (token.word is Word.PAPERS and _is_newest_inspection(token)):
            words.append(token.text)
            last = at
        elif token.word not in (Word.PLACE, Word.TIME):
            break
    return words, last


def _is_newest_inspection(token: Token) -> bool:
    return "inspection" in token.text and token.text.split()[0].lower() in ("their", "its", "the")


def _from(tokens: Tokens, place: int) -> Iterator[int]:
    """The places behind one, of tokens that carry a meaning of their own."""
    at = tokens.telling(place + 1)
    while at < len(tokens.all):
        yield at
        at = tokens.telling(at + 1)


def _bound(tokens: Tokens, start: int, mark: int) -> int:
    """Where the words before a grade begin that belong to it: behind the noun that it is said of."""
    nouns = (place for place in range(mark - 1, start - 1, -1) if tokens.all[place].word in (*NOUNS, *_SET_APART))
    return next(nouns, start - 1) + 1


def _adverbs(tokens: Tokens, mark: int) -> int:
    """Where the adverbs before an adjective begin: "never inadequate councils"."""
    at = mark
    while at > 0 and tokens.all[at - 1].word in (*_COURSES, Word.NOT):
        at -= 1
    return at
