"""What the newest papers asked for, read off the tracker: each matter once, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index import Record
from ingest import stance_of_heading
from qa.answer import Citation
from qa.briefings.alone import stands_alone
from qa.briefings.papers import Papers, share_remit
from qa.evidence.relevance import stems
from qa.trajectories import Asked, Tells, Told, Tracker

IMPROVED, IN_PART, NO_BETTER, AGAIN, SILENT = OUTCOMES = (
    "improved",
    "improved in part",
    "no better",
    "still asked for",
    "not mentioned again",
)  # in a tracker's words
_LONG = 420  # characters of what a later paper says
_LEAST_WORDS = 3  # of something that is asked for
_HEAD = 40  # characters; the last cell of a table's head is shorter
_SAME = 0.3  # share of the shorter text's words that two requests for the same thing have in common


@dataclass(frozen=True)
class Matter:
    """Something that was asked for.

    Attributes:
        asked: the words of the paper that asked for it.
        is_priority: it is listed as a priority action.
        now: what became of it, in words, as a tracker says it.
        told: what the newest paper that speaks of it says; None if none does.
        again: the words of the newest paper that asks for it again.
        looked: a later paper that could have told of it is held.
    """

    asked: Citation
    is_priority: bool
    now: str
    told: Told | None
    again: Citation | None
    looked: bool

    @property
    def record(self) -> Record:
        """The paper that asked for it."""
        return self.asked.record

    @property
    def is_open(self) -> bool:
        """True if no later paper says that it has improved."""
        return self.now != IMPROVED

    @property
    def is_better_in_part(self) -> bool:
        """True if the newest paper that speaks of it finds some of it better."""
        return self.now == IN_PART

    @property
    def tells(self) -> list[Citation]:
        """The words that tell what became of it: those that ask again, the good and the bad, or the plainest that point one way."""
        if self.again:
            return [self.again]
        said = [each for each in (self.told.said if self.told else ()) if len(each.citation.quote) <= _LONG]
        if self.is_better_in_part:
            return [each.citation for each in said]
        one_way = [each.citation for each in said if (each.tells is Tells.STRENGTH) is not self.is_open]
        return sorted(one_way, key=lambda citation: not stands_alone(citation.quote))[:1]


def matters_of(tracker: Tracker, papers: Sequence[Record]) -> list[Matter]:
    """The matters that these papers asked for, newest paper first, each by its first sentence and once."""
    asked: dict[tuple[str, str], Asked] = {}
    for item in tracker.items:
        citation = item.asked.citation
        if citation.record in papers and _asks(citation):
            asked.setdefault((citation.record.id, citation.passage_id), item)
    return list(map(_matter, asked.values()))


def open_matters(papers: Papers, matters: Sequence[Matter], before: Sequence[Matter]) -> list[Matter]:
    """The matters that are still open, those that matter most first.

    Args:
        matters: what the newest papers asked for.
        before: what the inspection before asked for: of this what the newest papers ask for again, and last what they find no better.
    """
    settled = {matter.asked.spans for matter in matters if not matter.is_open}
    spoken = [matter for matter in before if matter.told and matter.told.record in papers.newest and matter.is_open]
    repeated = [matter for matter in spoken if matter.again and matter.again.spans not in settled]
    still = [matter for matter in matters if matter.is_open]
    chosen = [*_once([*still, *repeated]), *(matter for matter in still if not matter.again)]
    quoted = {citation.spans for matter in chosen for citation in matter.tells}
    left = [matter for matter in chosen if matter.asked.spans not in quoted or matter.is_priority]
    return [*sorted(left, key=_weight), *sorted((matter for matter in spoken if not matter.again), key=_weight)]


def _matter(item: Asked) -> Matter:
    """A matter by the later papers of the same remit alone."""
    asking = item.asked.citation.record
    item = replace(item, later=tuple(told for told in item.later if share_remit(asking, told.record)))
    told = item.newest
    again = next(_asked_again(item, told), None) if told else None
    now = AGAIN if again else NO_BETTER if item.now == AGAIN else item.now
    looked = any(each.record.kind.of_ofsted for each in item.later)
    return Matter(item.asked.citation, item.asked.tells is Tells.PRIORITY, now, told, again, looked)


def _asked_again(item: Asked, told: Told) -> Iterator[Citation]:
    """What a later paper lists to improve in words that have enough in common."""
    words = stems(item.asked.citation.quote)
    for said in told.said:
        others = stems(said.citation.quote)
        if said.tells.asks and len(words & others) >= _SAME * min(len(words), len(others)):
            yield said.citation


def _once(matters: Sequence[Matter]) -> Iterator[Matter]:
    """Of matters that one later request answers, the one whose words are nearest to it."""
    nearest: dict[object, Matter] = {}
    for matter in matters:
        if matter.again:
            key = matter.again.spans
            nearest[key] = max(nearest.get(key, matter), matter, key=_nearness)
    yield from nearest.values()


def _nearness(matter: Matter) -> tuple[bool, float]:
    """How near a matter is to what asks for it again; a priority action comes before others."""
    words, again = stems(matter.asked.quote), stems(matter.again.quote if matter.again else "")
    return matter.is_priority, len(words & again) / max(1, len(words | again))


def _weight(matter: Matter) -> tuple[bool, int]:
    """Priorities first, then what is asked for again, what is no better, better in part, and what no later paper tells of."""
    order = (AGAIN, NO_BETTER, IN_PART, SILENT)
    return not matter.is_priority, order.index(matter.now) if matter.now in order else len(order)


def _asks(citation: Citation) -> bool:
    """False for the head of a table, and for words in brackets alone."""
    words = citation.quote.split("(")[0]
    *others, last = words.split("|")
    is_head = bool(others) and len(last) < _HEAD and stance_of_heading(last.strip()) is not None
    return len(words.split()) >= _LEAST_WORDS and not is_head
