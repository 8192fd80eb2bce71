"""What a question confines itself to and a count cannot heed for certain."""

import re
from itertools import pairwise

from ingest.dates import MONTH
from qa.counts.asking.asked import IN_DOUBT, Unread
from qa.counts.asking.words import Token, Tokens, Word
from qa.question import ParsedQuestion, Scope

_LISTED = re.compile(r"\W*(?:and|or|&)?\W*", re.I)
_FROM = re.compile(r"from\b(?!.*\b(?:to|until|till|onwards?|on)\b)", re.I)
_PUBLISHED = re.compile(r"\b(?:published|released|issued) +$", re.I)
_MONTH = re.compile(rf"\b{MONTH}\b", re.I)


def unready(parsed: ParsedQuestion, tokens: Tokens) -> Unread | None:
    """The words of a limit that is in doubt, or that leaves nothing to count; None if all limits are clear."""
    scope = parsed.scope
    if scope.unknown:
        return Unread(scope.unknown, "is no authority that Kloe knows, or could be either of two")
    if scope.either:
        return Unread(tuple(map(str, scope.either)), IN_DOUBT)
    events = tokens.of(Word.EVENT)
    if events and not tells_an_event(parsed.scope):
        return Unread(_texts(events), "names an event of each authority, by which Kloe does not count")
    numbers = tokens.of(Word.HOW_MANY, Word.HOW_OFTEN)
    if len(numbers) > 1:
        return Unread(_texts(numbers), "asks for more than one number")
    return _time_in_doubt(parsed, tokens) or _standing(tokens) or _left(tokens)


def is_timed(scope: Scope) -> bool:
    """True if a scope is confined to days, months or years."""
    return bool(scope.years or scope.months or scope.periods or scope.neither)


def tells_an_event(scope: Scope) -> bool:
    """True if each event is the first or the last paper of one kind of an authority that the question names."""
    events = scope.events
    return len(scope.authorities) == 1 and all(
        event.of.pick is not None and event.of.pick.count == 1 and len(event.of.kinds) == 1 and not event.of.judged
        for event in events
    )


def _time_in_doubt(parsed: ParsedQuestion, tokens: Tokens) -> Unread | None:
    scope = parsed.scope.as_asked()
    times = tokens.of(Word.TIME)
    if not times:
        return None
    named = " ".join(_texts(times))
    if not is_timed(scope):
        return Unread(_texts(times), "dates no document")
    if _MONTH.search(named) and not (scope.months or scope.periods):
        return Unread(_texts(times), "is a month of which no document is held")
    if any(_FROM.match(token.text) for token in times) and len(scope.years) > 1:
        return Unread(_texts(times), IN_DOUBT)
    between = (tokens.text[one.end : other.start] for one, other in pairwise(times))
    if not scope.neither and not all(_LISTED.fullmatch(words) for words in between):
        return Unread(_texts(times), IN_DOUBT)
    return None


def _standing(tokens: Tokens) -> Unread | None:
    """Words such as "have been inadequate since 2019", which may mean at some inspection, or all that time."""
    since = [token for token in tokens.of(Word.TIME) if token.text.lower().startswith("since")]
    if not since or _PUBLISHED.search(tokens.text, 0, since[0].start) or tokens.has(Word.TIMES):
        return None
    for place, token in enumerate(tokens.all):
        after = tokens.telling(place + 1)
        if token.word is Word.WAS and " " in token.text and after < len(tokens.all):
            grade = tokens.all[after]
            if grade.word is Word.GRADES:
                return Unread((f"{token.text} {grade.text}", since[0].text), IN_DOUBT)
    return None


def _left(tokens: Tokens) -> Unread | None:
    """The words that are none by which a question counts: it is about something else too."""
    left = tokens.of(Word.LEFT)
    return Unread(_texts(left)) if left else None


def _texts(tokens: list[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(token.text for token in tokens))
