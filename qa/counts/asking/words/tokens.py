"""The words of a question from left to right, with what each says, and which of them a count has heeded."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qa.counts.asking.words.vocabulary import VOCABULARY
from qa.counts.asking.words.word import MASKS, Word
from qa.question import ParsedQuestion
from qa.question.spans import Span

_REST = re.compile(r"[\w'’&£%-]+|\S")
_GRADE = re.compile(r"\s*(?:overall )?(?:grades?|ratings?|judge?ments?)\b", re.I)
_OF_GRADE = re.compile(rf"{_GRADE.pattern}$", re.I)
_BETWEEN = re.compile(r"[\s,.:;?!()\"“”‘–—/]+|['’]s?(?!\w)")
# These say nothing where they stand beside words that are heeded.
_BESIDE = frozenset({Word.NOTHING, Word.IS, Word.WAS, Word.FROM, Word.TO, Word.PLACE})


@dataclass(frozen=True)
class Token:
    """Words of a question, its characters `start:end`, and what they say."""

    word: Word
    text: str
    start: int
    end: int


class Tokens:
    """The words of a question in order; a count ticks off those that it heeds.

    Args:
        parsed: the question; words that its scope was read from are one token.
    """

    def __init__(self, parsed: ParsedQuestion) -> None:
        self.text = _masked(parsed)
        self.all = tuple(_read(self.text, parsed.text))
        self._heeded: set[Token] = set()

    def of(self, *words: Word) -> list[Token]:
        """Those that say one of these."""
        return [token for token in self.all if token.word in words]

    def has(self, *words: Word) -> bool:
        """True if one of these is said."""
        return bool(self.of(*words))

    def take(self, *words: Word) -> list[Token]:
        """Those that say one of these, which are heeded with this."""
        found = self.of(*words)
        self._heeded.update(found)
        return found

    def heed(self, tokens: Iterable[Token]) -> None:
        """Tick off words."""
        self._heeded.update(tokens)

    def telling(self, at: int) -> int:
        """The place of the first token from `at` on that carries a meaning of its own; the number of all if there is none."""
        while at < len(self.all) and self.all[at].word is Word.NOTHING:
            at += 1
        return at

    def unheeded(self) -> tuple[str, ...]:
        """The words that nothing has heeded, as printed; those that stand side by side as one."""
        runs: list[str] = []
        before: Token | None = None
        for token in self.all:
            if token in self._heeded or token.word in _BESIDE:
                before = None if token.word is not Word.NOTHING else before
                continue
            if before and token.start - before.end <= 1:
                runs[-1] = f"{runs[-1]} {token.text}"
            else:
                runs.append(token.text)
            before = token
        return tuple(dict.fromkeys(run.strip() for run in runs))


def _masked(parsed: ParsedQuestion) -> str:
    """The question with a sign for each letter that its scope was read from."""
    letters = list(parsed.text)
    heeded = parsed.heeded
    spans: tuple[tuple[Word, tuple[Span, ...]], ...] = (
        (Word.OUTCOME, heeded.outcomes),
        (Word.PAPERS, heeded.papers),
        (Word.VISIT_TOPIC, heeded.visits),
        (Word.EVENT, heeded.events),
        (Word.TIME, heeded.times),
        (Word.PLACE, heeded.places),
    )
    for word, of_word in spans:
        for start, end in of_word:
            if not _is_of_count(word, parsed.text[start:end], parsed.text[end:]):
                letters[start:end] = MASKS[word] * (end - start)
    return "".join(letters)


def _is_of_count(word: Word, text: str, after: str) -> bool:
    """True for words of the scope that a count may mean otherwise: the two ends of a time, and "by their latest grade"."""
    if word is Word.EVENT:
        return text.lower().startswith("between")
    return word is Word.PAPERS and bool(_OF_GRADE.search(text) or _GRADE.match(after))


def _read(text: str, printed: str) -> Iterable[Token]:
    at = 0
    waits = "wait" in text.lower()
    while at < len(text):
        if between := _BETWEEN.match(text, at):
            at = between.end()
            continue
        token = _token(text, at, printed, waits)
        yield token
        at = token.end


def _token(text: str, at: int, printed: str, waits: bool) -> Token:
    for word, pattern in VOCABULARY:
        if word is Word.FOR_REPORT and not waits:
            continue  # only who waits does so "for its report"
        if match := pattern.match(text, at):
            return Token(word, printed[at : match.end()], at, match.end())
    match = _REST.match(text, at)
    assert match
    return Token(Word.LEFT, printed[at : match.end()], at, match.end())
