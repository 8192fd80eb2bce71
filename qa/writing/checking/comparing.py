"""Whether two statements say the same: of the same things, in the same time, with everybody in his part, and limited in the same way."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from qa.writing.checking.lexicon import ASPECTS, DROPPED, EMPTY, LOOSE, NEAR, WEAK
from qa.writing.checking.statement import Statement, Thing

_MOST_MOVES = 0.6  # places where two neighbours in the sentence were none in the quotation, as a share of its words
_AT_ENDS = 2  # two things that only take each other's place at the ends of the sentence: a phrase was moved
_SEVERAL = frozenset("children peopl staff".split())
_PASSIVE = ("passive", "being", "was passive", "perfect passive")
_TOGETHER = tuple(
    frozenset(pair.split(", "))
    for pair in (
        "passive, past",
        "passive, present",
        "passive, bare -ing",
        "passive, being",
        "past, bare -ing",
        "past, was passive",
        "past, being",
        "present, bare -ing",
        "ongoing, bare -ing",
        "ongoing, being",
        "perfect, perfect passive",
    )
)


def is_same(said: Statement, quoted: Statement) -> bool:
    """True if a sentence says what a statement of a quotation says, no less and no more."""
    return (
        _same_things(said, quoted)
        and _same_bearing(said, quoted)
        and _same_times(said, quoted)
        and _same_forms(said, quoted)
        and _same_prepositions(said, quoted)
        and _same_parts(said, quoted)
        and not _exchanged(said, quoted)
        and _moves(said, quoted) <= max(3, _MOST_MOVES * len(quoted.things))
    )


def _same_things(said: Statement, quoted: Statement) -> bool:
    """True if both speak of the same things; the sentence may leave out a word of stress, and name a thing again or once less."""
    added, left = said.counted - quoted.counted, quoted.counted - said.counted
    left = Counter({root: count for root, count in left.items() if root not in LOOSE})
    again = all(root in quoted.counted and root in said.named_again for root in added)
    once_less = all(root in said.counted and root.endswith("§several") for root in left)
    return again and once_less and added.total() + left.total() <= 1


def _same_bearing(said: Statement, quoted: Statement) -> bool:
    """True if the same words deny, limit, count and link, each bearing on the same."""
    left = list(quoted.bearing)
    for key, bound in said.bearing:
        same = next((other for other in left if other[0] == key and (other[1] & bound or other[1] == bound)), None)
        if same is None:
            return False
        left.remove(same)
    return all(key in DROPPED for key, _ in left)


def _by_root(statement: Statement) -> dict[str, Thing]:
    """The things that stand in a statement once."""
    counts = Counter(thing.root for thing in statement.things)
    return {thing.root: thing for thing in statement.things if counts[thing.root] == 1}


def _same_times(said: Statement, quoted: Statement) -> bool:
    """True if as much is told of what was; "was seen by" and "saw" tell of it once each."""
    mine, other = _by_root(said), _by_root(quoted)
    pairs = Counter((mine[root].verb, other[root].verb) for root in mine if root in other)
    turned = pairs["was passive", "past"] - pairs["past", "was passive"]
    told = said.times - Counter(past=max(0, turned))
    return told == quoted.times - Counter(past=max(0, -turned))


def _same_forms(said: Statement, quoted: Statement) -> bool:
    """True if each verb stands in the same time: "has improved" is not "is improving"."""
    other = _by_root(quoted)
    for root, thing in _by_root(said).items():
        forms = {thing.verb, other[root].verb} if root in other else {None}
        if None not in forms and len(forms) > 1 and not any(forms <= together for together in _TOGETHER):
            return False
    return True


def _same_prepositions(said: Statement, quoted: Statement) -> bool:
    """True if nothing stands "from" where it stood "for"."""
    other = _by_root(quoted)
    for root, thing in _by_root(said).items():
        own = other.get(root)
        if (
            own is None
            or root in EMPTY
            or thing.verb
            or own.verb
            or thing.before == own.before
            or {thing.before, own.before} == {"by", None}
        ):
            continue  # who does it, in the active and in the passive: see below
        two = {thing.before, own.before}
        if any(two <= near for near in NEAR) or root in ASPECTS or (None in two and (own.loose or thing.loose)):
            continue
        if None in two and two - {None} <= WEAK and _left_of(said, root) == _left_of(quoted, root):
            continue  # "completing agreed actions" and "completion of agreed actions"
        if not two - {None} <= WEAK or not (own.qualifies or thing.qualifies or thing.adverb):
            return False
    return True


def _left_of(statement: Statement, root: str) -> str:
    return statement.neighbours.get(root, [("", "")])[0][0] or root


def _same_parts(said: Statement, quoted: Statement) -> bool:
    """True if who does what to whom is the same, in the active or in the passive."""
    mine, other = _by_root(said), _by_root(quoted)
    for root, verb in other.items():
        own = mine.get(root)
        if own is None or (verb.verb is None and own.verb is None) or "bare -ing" in (verb.verb, own.verb):
            continue
        turned = (verb.verb in _PASSIVE) != (own.verb in _PASSIVE)
        if "past" in (verb.verb, own.verb) or (not turned and verb.verb != own.verb):
            continue  # a participle may stand before its noun: "the completed plans"
        for neighbour, stood_before in ((quoted.before(verb), True), (quoted.after(verb), False)):
            place = mine.get(neighbour.root) if neighbour else None
            if (
                neighbour is None
                or place is None
                or (stood_before and "to" in (quoted.word_before(verb), said.word_before(own)))
            ):
                continue
            if neighbour.before not in (None, "by") or place.before not in (None, "by"):
                continue
            if ((place.place < own.place) != stood_before) != turned:
                return False
    return all(_agent_acts(one, two) for one, two in ((said, quoted), (quoted, said)))


def _agent_acts(passive: Statement, active: Statement) -> bool:
    """True if whoever stands behind "by" stands before the verb where it is active."""
    other = _by_root(active)
    for verb, agents in passive.agents:
        if verb is None or verb.verb not in (*_PASSIVE, "past"):
            continue
        acts = _verb_of(active, verb.root)
        if acts is None and verb.root in EMPTY:
            continue  # "work is carried out by staff", "staff work"
        known = [other[agent.root] for agent in agents if agent.root in other and other[agent.root].before != "by"]
        same = len(active.agents) == len(passive.agents)
        if not known and not same:
            return False
        if known and (acts is None or acts.verb in _PASSIVE or any(agent.place > acts.place for agent in known)):
            return False
    return True


def _verb_of(statement: Statement, root: str) -> Thing | None:
    """The verb with this root, or the only thing that has it."""
    things = [thing for thing in statement.things if thing.root == root]
    verbs = [thing for thing in things if thing.verb not in (None, "bare -ing")]
    return next(iter(verbs or things), None)


def _exchanged(said: Statement, quoted: Statement) -> bool:
    """True if two things have changed places, each beside the neighbours of the other."""
    mine, other = said.neighbours, quoted.neighbours
    verbs = {thing.root for one in (said, quoted) for thing in one.things if thing.verb is not None}
    roots = [root for root in mine if root in other and root not in verbs and mine[root] != other[root]]
    behind_by = {thing.root for one in (said, quoted) for thing in one.things if thing.before == "by"}
    for number, one in enumerate(roots):
        for two in roots[number + 1 :]:
            if {one, two} & behind_by or _keep_their_words(said, quoted, one, two):
                continue
            if any(two in pair for pair in other[one]):
                if _are_turned(said, quoted, one, two):
                    return True
                continue
            if min(taken := (_takes(mine[one], other[two]), _takes(mine[two], other[one]))) and sum(taken) > _AT_ENDS:
                return True
    return False


def _are_turned(said: Statement, quoted: Statement, one: str, two: str) -> bool:
    """True if two neighbours, each several, stand the other way round, and neither "and" nor a genitive joins them."""
    pair = frozenset((one, two))
    several = all(root.endswith("§several") or root in _SEVERAL for root in pair)
    if not several or pair in said.joined | quoted.joined:
        return False
    mine, other = _by_root(said), _by_root(quoted)
    if not pair <= mine.keys() & other.keys():
        return False
    return (mine[one].place < mine[two].place) != (other[one].place < other[two].place)


def _keep_their_words(said: Statement, quoted: Statement, one: str, two: str) -> bool:
    """True if two things stand behind different prepositions and each behind its own: a phrase was moved."""
    mine, other = _by_root(said), _by_root(quoted)
    if not all(root in mine and root in other for root in (one, two)):
        return False
    return mine[one].before == other[one].before != mine[two].before == other[two].before


def _takes(places: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> int:
    """2 if a thing stands beside a neighbour of the other, 1 if it stands at the same end of the sentence, else 0."""
    pairs = [(left == before, left) for left, _ in places for before, _ in others]
    pairs += [(right == after, right) for _, right in places for _, after in others]
    return max((2 if root else 1 for same, root in pairs if same), default=0)


def _moves(said: Statement, quoted: Statement) -> int:
    """How many neighbours in the sentence were none in the quotation."""
    places: dict[str, list[int]] = {}
    for number, thing in enumerate(t for t in quoted.things if t.root not in EMPTY):
        places.setdefault(thing.root, []).append(number)
    order = [places[thing.root].pop(0) for thing in said.things if places.get(thing.root)]
    return sum(abs(second - first) > 2 for first, second in pairwise(order))
