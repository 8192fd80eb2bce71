"""Whether a sentence says what a quotation says: the same shape, in whole or with a whole statement of it left out."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ingest.sentences import sentence_spans
from qa.writing.checking.comparing import is_same
from qa.writing.checking.framing import without_improve, without_needs, without_opening
from qa.writing.checking.lexicon import HERE, PREPOSITIONS
from qa.writing.checking.statement import Statement
from qa.writing.checking.verbs import form_of
from qa.writing.checking.wording import BREAK, OWNER, Word, read_words

# A statement that begins so may take back the one before: "and not all are good".
_TAKES_BACK = re.compile(
    r"(?:however|but|although|though|yet|while|except|not|no|none|neither|only|they|this|these|those|it|such)\b"
    r"|(?:few|some|many|most|all)\b(?= (?:are|is|were|was|have|has|had|do|does|of (?:them|these|those))\b)",
    re.I,
)
_INSIDE = frozenset(["in", "at", "across", "within"])
_ABBREVIATION = re.compile(r" ?\((?:[‘'\"]?[A-Z][\w&/-]*[’'\"]?)\)")
# A statement that could stand alone follows; one that begins with a verb has its subject in the statement before.
_JOINT = re.compile(r"(?:;|,? and(?: that)?,?) (?=\w)")
_TELLING = frozenset("is are was were has have had do does did will would can could may might should must".split())
_SUBORDINATE = frozenset("who which that where how when whose if whether what why to".split())
_FINITE = frozenset("is was has had do did will would can could may might should §must".split())
_LEANING = re.compile(r"\b(?:they|them|their|he|she|it|its|his|her|this|these|those|such|which|who)\b", re.I)
# A statement after "inspectors found" is their own finding, and in their reports it is they who speak.
_FOUND = re.compile(
    r"^(?:(?:during|at|in|on) (?:this|the) [\w ]{3,20}, )?(?:ofsted )?inspectors (?:found|noted|saw|identified|reported|concluded)"
    r"(?: (?:evidence )?that)? ",
    re.I,
)
_BACK = {"was": "is", "had": "has", "would": "will", "could": "can", "were": "is"}


@lru_cache(maxsize=512)
def statements_of(quote: str, by_inspectors: bool) -> tuple[Statement, ...]:
    """The shapes of what a sentence may say of a quotation.

    Args:
        quote: with `HERE` for the authority that the document is about.
        by_inspectors: inspectors wrote the document, so that "inspectors found" adds nothing.
    """
    said = list(dict.fromkeys(_statements(quote, by_inspectors)))
    return tuple(Statement(_without_place(read_words(text))) for text in said)


@lru_cache(maxsize=512)
def needs_of(quote: str) -> tuple[Statement, ...]:
    """The shapes of what a quotation lists as needing to improve."""
    said = [
        text for start, end in sentence_spans(quote) for text in (quote[start:end], without_improve(quote[start:end]))
    ]
    said += [left for text in said for left in without_needs(text)]
    return tuple(Statement(_without_place(read_words(text))) for text in dict.fromkeys(said))


def _statements(quote: str, by_inspectors: bool) -> Iterator[str]:
    """The sentences of a quotation, and what is left of them when a whole statement is left out."""
    for start, end in sentence_spans(quote):
        sentence = _ABBREVIATION.sub("", quote[start:end])
        opened = without_opening(sentence)
        found = _FOUND.sub("", opened) if by_inspectors else opened
        for text in dict.fromkeys((sentence, opened, found)):
            yield text
            yield from _parts(text)


def _parts(text: str) -> Iterator[str]:
    """The statements that "and" or a semicolon joins. Where something governs or takes back a part of the sentence, it is one statement."""
    if any(word.governs for word in read_words(text)):
        return
    starts = [0, *(match.start() for match in joints(text)), len(text)]
    parts = [re.sub(r"^(?:;|,? and(?: that)?,?) ", "", text[one:two]) for one, two in pairwise(starts)]
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            left_out = [*parts[:first], *parts[last:]]
            if left_out and not _leans(first, parts) and not any(_TAKES_BACK.match(part) for part in left_out):
                yield " and ".join(parts[first:last])


def _leans(first: int, parts: Sequence[str]) -> bool:
    return first > 0 and bool(_LEANING.search(parts[first]))


def joints(text: str) -> list[re.Match[str]]:
    """Where "and" or a semicolon joins two statements."""
    found: list[re.Match[str]] = []
    for match in _JOINT.finditer(text):
        before = text[found[-1].end() if found else 0 : match.start()]
        if _is_statement(before) and _is_statement(text[match.end() :]):
            found.append(match)
    return found


def _is_statement(text: str) -> bool:
    """True if a text has a verb of its own and something before it."""
    things = read_words(text)
    verbs = [
        n
        for n, word in enumerate(things)
        if word.key in _FINITE or form_of(word.printed.lower()) in ("present", "past")
    ]
    if things and things[0].key in PREPOSITIONS:
        return False
    return bool(verbs) and verbs[0] > 0 and things[0].key != "to" and form_of(things[0].printed.lower()) != "present"


def is_finding(quote: str) -> bool:
    """True for a whole sentence, which says by itself what is; an item of a list such as "The extent to which plans are kept" does not."""
    words = [word.printed.lower() for word in read_words(quote)]
    verb = next((n for n, word in enumerate(words) if n and (word in _TELLING or form_of(word) == "present")), None)
    if verb is None or form_of(words[0]) == "present":
        return False
    return not _SUBORDINATE & set(re.findall(r"\w+", quote.lower().partition(words[verb])[0]))


def is_list_line(quote: str) -> bool:
    """True for a line without a verb of its own, such as a row of judgements."""
    return not any(word.key in _FINITE for word in read_words(quote))


def matches(text: str, shapes: tuple[Statement, ...], past: bool) -> bool:
    """True if a sentence without its frames has one of the shapes.

    Args:
        past: somebody found it, so that it may put in the past what the quotation puts in the present.
    """
    words = read_words(_ABBREVIATION.sub("", text))
    if sum(word.key not in (BREAK, OWNER, HERE) for word in words) < 2:
        return False
    ways = [words, _set_back(words)] if past else [words]
    return any(is_same(Statement(_without_place(way)), one) for way in ways for one in shapes)


def _set_back(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(Word(_BACK.get(word.key, word.key), word.printed) for word in words)


def _without_place(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without "in" the authority that the document is about, which the heading names anyway."""
    kept: list[Word] = []
    for place, word in enumerate(words):
        names_here = word.key == HERE and kept and kept[-1].key in _INSIDE
        owned_next = place + 1 < len(words) and words[place + 1].key == OWNER
        if (names_here and not owned_next) or (word.key == OWNER and place and words[place - 1].key == HERE):
            kept.pop()
        else:
            kept.append(word)
    return tuple(kept)
