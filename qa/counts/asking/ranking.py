"""The groups that a question asks for: all of them ("by region"), or the one with the most or the fewest."""

from dataclasses import dataclass

from qa.counts.asking.asked import IN_DOUBT, By, Extreme, Unread
from qa.counts.asking.mentions import NOUNS
from qa.counts.asking.subjects import DIMENSIONS, RANKED
from qa.counts.asking.words import Token, Tokens, Word

_MOST = (Word.MOST, Word.OFTENEST, Word.HIGHEST, Word.COMMON)
_RANKS = (*_MOST, Word.FEWEST, Word.LOWEST, Word.RARE)
_OF_VALUES = (Word.GRADE_NOUN, Word.TOPIC_NOUN, Word.OUTCOME_NOUN)
_BEFORE_COUNTED = (*NOUNS, Word.GRADES, Word.RATED, Word.PLACE, Word.NOW, Word.AREA, Word.INSPECTED)


@dataclass(frozen=True)
class Groups:
    """The groups that a question asks for.

    Attributes:
        named: the noun that says what the one group is: "which region".
    """

    by: tuple[By, ...] = ()
    extreme: Extreme | None = None
    named: Token | None = None


def read_groups(tokens: Tokens) -> Groups | Unread:
    """Read what divides the things counted, and which of the groups is asked for."""
    by = [DIMENSIONS[token.word] for token in tokens.take(*DIMENSIONS)]
    ranks = tokens.of(*_RANKS)
    if tokens.has(Word.AVERAGE, Word.MEDIAN):  # "which region has the longest average wait"
        ranks += tokens.of(Word.LONGEST, Word.SHORTEST)
    if not ranks:
        return _all_groups(tokens, by)
    if len(ranks) > 1 or by:
        return Unread(tuple(token.text for token in ranks), IN_DOUBT)
    rank = ranks[0]
    named = _named(tokens, rank)
    if named is None or not _ranks_what_is_counted(tokens, rank):
        return Unread((rank.text,), "does not say of what groups")
    tokens.heed((rank, named))
    extreme = Extreme.MOST if rank.word in (*_MOST, Word.LONGEST) else Extreme.FEWEST
    return Groups((RANKED[named.word],), extreme, named)


def _all_groups(tokens: Tokens, by: list[By]) -> Groups | Unread:
    tokens.take(Word.BREAKDOWN)
    if tokens.has(Word.BREAKDOWN) or (by and not tokens.has(Word.GRADES)):
        nouns = tokens.of(*_OF_VALUES)
        if nouns and RANKED[nouns[0].word] not in by and not tokens.has(Word.GRADES):
            by.append(RANKED[nouns[0].word])  # "breakdown of grades", "grades by region"
    if len(by) > 2 or (len(by) == 2 and By.GRADE not in by) or len(set(by)) < len(by):
        return Unread(
            tuple(token.text for token in tokens.of(*DIMENSIONS)), "names more groups than Kloe makes at once"
        )
    return Groups(tuple(sorted(by, key=lambda each: each is By.GRADE)))


def _named(tokens: Tokens, rank: Token) -> Token | None:
    """The noun of the groups: before the rank, or behind it where values are ranked: "the most common grade"."""
    if rank.word in (Word.COMMON, Word.RARE):
        values = tokens.of(*_OF_VALUES)
        return values[0] if len(values) == 1 else None
    before = [token for token in tokens.of(*RANKED) if token.start < rank.start]
    if rank.word is Word.OFTENEST and (topics := tokens.of(Word.TOPIC_NOUN)):
        return topics[0]
    return before[0] if before else None


def _ranks_what_is_counted(tokens: Tokens, rank: Token) -> bool:
    """True if what is counted stands behind "most": "improved most" may mean anything."""
    if rank.word in (Word.HIGHEST, Word.LOWEST):
        return tokens.has(Word.SHARE, Word.AVERAGE, Word.MEDIAN)  # "the highest grade" is no number of anything
    if rank.word not in (Word.MOST, Word.FEWEST):
        return True
    place = tokens.telling(tokens.all.index(rank) + 1)
    return place < len(tokens.all) and tokens.all[place].word in _BEFORE_COUNTED
