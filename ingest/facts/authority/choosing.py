"""The authorities that a paper is about, chosen among all that its clues tell of."""

import re
from collections import Counter
from pathlib import PurePath

from ingest.authorities import authorities, names_in_list, outside_england
from ingest.document import Fact
from ingest.facts.authority.clues import OF_TEXT, Case, Form, cases
from ingest.facts.authority.finding import find_clues
from ingest.facts.authority.own import read_subject
from ingest.facts.authority.schools import read_school_authority
from ingest.facts.authority.unlisted import of_another, unlisted_name
from ingest.facts.head import Head
from ingest.vocabulary import Kind

_ENOUGH = 1.4  # one sentence that is about a place is enough, or two that name it; a name dropped once is not
_SHARE = 0.45  # of the heaviest case's weight, for another to be a subject of the same paper
_OF_ONE = (Kind.MINUTES, Kind.COUNCIL_REPORT, Kind.GUIDANCE)  # a council's own paper is about that council
_PRINTED = (Form.LETTERHEAD, Form.TITLE, Form.FIELD, Form.HEADLINE)
_MOST_NOTED = 12
_LETTERHEAD = re.compile(
    r"(?m)^\W*(?P<name>[A-Z][^\n.:;?|]{2,50}? (?:[Cc]ouncil|COUNCIL))\W*$|\bvisit to (?P<visited>[A-Z][^\n.:;?]{2,40}? Council)\b"
)
_NAMED_COUNCIL = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|and|upon|of|on|the)){0,3}?)"
    r" (?:(?:County|City|Borough|District|Metropolitan|Unitary) ){0,2}Council\b"
)
_HEADLINE = 400  # characters, within which a story names its subject
_OFTEN = 3  # times that it names it in all
_NATION = re.compile(r"(?i)wales|welsh|scot(?:land|tish)|(?:northern )?ir(?:eland|ish)|eire|ulster|republic.*")


def read_authorities(head: Head, kind: Kind, path: PurePath) -> tuple[str, ...]:
    """Read the authorities that a document is about, and note each clue with its words; none where none can be told.

    Args:
        head: its text.
        kind: its kind; one of Ofsted's own tells its authority in its title.
        path: its path below the indexed folder.
    """
    if kind.of_ofsted and (names := read_subject(head, path)):
        return names
    if kind is Kind.SCHOOL:
        return read_school_authority(head)
    if name := _unlisted_letterhead(head):
        return (name,)
    found = cases(find_clues(head))
    chosen = _choose(found, kind)
    if not chosen and (name := _outside(head) or _unlisted_in_text(head)):
        return (name,)
    _note(head, found, chosen)
    return tuple(case.name for case in chosen) or _of_path(head, path)


def _choose(found: list[Case], kind: Kind) -> list[Case]:
    """Choose the cases that the paper is about, in the order in which it names them."""
    if not found or found[0].weight < _ENOUGH or (kind in (*_OF_ONE, Kind.UNKNOWN) and _only_in_passing(found)):
        return []
    trust = [case for case in found if Form.TRUST in case.forms]
    if trust and not any(case.own > found[0].weight - Form.TRUST.weight for case in found if case not in trust):
        chosen = _of_trust(trust)
    else:
        best = found[0]
        chosen = [case for case in found if case is best or _shares(case, best, kind)]
    return sorted(chosen, key=lambda case: min(clue.start or 0 for clue in case.clues))


def _only_in_passing(found: list[Case]) -> bool:
    """True if nothing but sentences tells, and they tell of no place or of several: a council compares itself with others."""
    best, others = found[0], found[1:]
    if best.forms.difference(OF_TEXT):
        return False
    return Form.SUBJECT not in best.forms or any(case.weight >= _SHARE * best.weight for case in others)


def _of_trust(trust: list[Case]) -> list[Case]:
    """Choose among the councils of a trust or agency: all, unless the paper is about some of them alone."""
    most = max(case.own for case in trust)
    meant = [case for case in trust if case.own >= max(_ENOUGH, _SHARE * most)]
    return meant or trust


def _shares(case: Case, best: Case, kind: Kind) -> bool:
    """True if a paper is about this authority too, beside the one that most tells for."""
    if kind in _OF_ONE:
        return any(form in case.forms and form in best.forms for form in (Form.LETTERHEAD, Form.TITLE))
    told = case.text >= _ENOUGH or any(form in case.forms for form in _PRINTED) or len(case.clues) > 1
    return told and case.own >= _SHARE * best.own


def _note(head: Head, found: list[Case], chosen: list[Case]) -> None:
    """Note the best clue of each that was chosen as its words, then every other clue once for each form."""
    listed = {authority.name for authority in authorities()}
    for case in chosen:
        _note_clue(head, "authority", case, case.best.form)
        if case.name not in listed:
            _note_clue(head, "authority not in the list", case, case.best.form)
    noted = [(case, form) for case in found for form in Form if form in case.forms]
    rest = [(case, form) for case, form in noted if case not in chosen or form is not case.best.form]
    for case, form in rest[:_MOST_NOTED]:
        _note_clue(head, "authority clue", case, form)


def _note_clue(head: Head, fact: str, case: Case, form: Form) -> None:
    clue = next(clue for clue in case.clues if clue.form is form)
    if clue.start is None:
        head.facts.append(Fact(fact, case.name, clue.words, 1, form.confidence))
    else:
        head.note(fact, case.name, clue.start, clue.end, form.confidence)


def _unlisted_letterhead(head: Head) -> str | None:
    """Read a council that is not in the list from a letterhead or title, as printed and without "council"."""
    for match in _LETTERHEAD.finditer(head.text[:1500]):
        printed = match["name"] or match["visited"]
        listed = names_in_list().find(printed)
        if listed and not of_another(printed, listed[0].start):
            continue
        if name := unlisted_name(printed):
            head.note("authority", name, *match.span(), 0.8)
            head.note("authority not in the list", name, *match.span())
            return name
    return None


def _unlisted_in_text(head: Head) -> str | None:
    """Read a council that is not in the list from sentences: the only one so called, named at the head and several times in all."""
    named = {name: match for match in _NAMED_COUNCIL.finditer(head.text) if (name := unlisted_name(match["name"]))}
    if len(named) != 1:
        return None
    ((name, match),) = named.items()
    if names_in_list().find(name) or name not in head.text[:_HEADLINE] or head.whole.count(name) < _OFTEN:
        return None
    head.note("authority", name, *match.span(), 0.7)
    head.note("authority not in the list", name, *match.span())
    return name


def _outside(head: Head) -> str | None:
    """Read a council beyond England from the head, as printed: the one that it names most, for an inspectorate prints its address."""
    named = [(head.text[start:end], start, nation) for start, end, nation in outside_england(head.text)]
    councils = [place for place in named if not _NATION.fullmatch(place[0])]
    if not councils:
        return None
    counts = Counter(name for name, _, _ in councils)
    name, start, nation = max(councils, key=lambda place: (counts[place[0]], -place[1]))
    head.note("authority", name, start, start + len(name), 0.7)
    head.note("authority not in the list", f"{name} ({nation})", start, start + len(name))
    return name


def _of_path(head: Head, path: PurePath) -> tuple[str, ...]:
    """Read the authority from the path, where the paper itself tells none."""
    for part in reversed(path.parts):
        mentions = names_in_list().find(re.sub(r"[-_]+", " ", part) + ":")
        if len(mentions) == 1 and not of_another(part, mentions[0].start):
            head.note_path("authority", mentions[0].name, part)
            return (mentions[0].name,)
    return ()
