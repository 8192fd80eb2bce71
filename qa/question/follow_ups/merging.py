"""Merges the scope of a follow-up with that of the question before, part by part."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from index import Record
from ingest import Kind
from ingest.authorities import in_region
from qa.question.follow_ups.moments import at_moment, kinds_like, only, retarget
from qa.question.follow_ups.references import Place, References
from qa.question.follow_ups.times_meant import Time
from qa.question.intent import Purpose
from qa.question.scope import Scope

_OF_PLACE = ("authorities", "regions", "without", "unknown", "neighbours_of")
_OF_TIME = ("years", "months", "periods", "events", "pick", "neither")
_OF_KIND = ("kinds", "topics", "outcomes")
_OTHERS = tuple(
    field.name
    for field in fields(Scope)
    if field.name not in (*_OF_PLACE, *_OF_TIME, *_OF_KIND, "judged", "histories", "spoken")
)
_UNCONFINED = (Time.ANY, Time.UP_TO_NOW)


@dataclass(frozen=True)
class Merged:
    """A merged scope.

    Attributes:
        kept: the parts that come from the question before, or from the answer to it.
    """

    scope: Scope
    kept: Scope


@dataclass(frozen=True)
class Turn:
    """What a follow-up's scope is made from.

    Attributes:
        named: what its own words say.
        references: what it refers to.
        purpose: what it asks for in its own words.
        previous: the scope of the question before.
        dated: the kinds of the paper that its year tells apart.
        chosen: filters that the person has set, which stop the same parts from being kept.
        quoted: the documents quoted in the answer before.
        home: the authorities that the person called their own.
        held: the years of the documents held.
    """

    named: Scope
    references: References
    purpose: Purpose
    previous: Scope
    dated: tuple[Kind, ...]
    chosen: Scope
    quoted: Sequence[Record]
    home: tuple[str, ...]
    held: range

    @property
    def asks_what_followed(self) -> bool:
        """True if papers of any kind may tell, such as what a council did about a finding."""
        return self.references.any_kind or self.purpose is Purpose.NEXT_STEP


def merge(turn: Turn) -> Merged:
    """Merge the scopes: what the follow-up names or refers to stands, and it keeps the rest."""
    document = turn.references.document
    if document is not None and document < len(turn.quoted):
        one = only([turn.quoted[document]])
        return Merged(one, one)
    kept_place, place = _place(turn)
    kept_time, time = _time(turn, place)
    kept_kind, kind = _kinds(turn)
    kept_grades, grades = _grades(turn)
    keeps_both = kept_place == _place_of(turn.previous) and kept_time == _time_of(turn.previous) and not place.either
    previous, others = turn.previous if keeps_both else Scope(), turn.named if not place.either else Scope()
    kept = _joined(kept_place, kept_time, kept_kind, kept_grades, _part(previous, _OTHERS))
    scope = _joined(place, time, kind, grades, _part(previous, _OTHERS), _part(others, _OTHERS))
    return Merged(scope, kept)


def _joined(place: Scope, *parts: Scope) -> Scope:
    """One scope from several of which each holds other fields."""
    set_fields = {
        field.name: getattr(part, field.name) for part in parts for field in fields(part) if getattr(part, field.name)
    }
    return replace(place, **set_fields)


def _place(turn: Turn) -> tuple[Scope, Scope]:
    """The place that is kept, and the place in all."""
    named, previous, references = _place_of(turn.named), _place_of(turn.previous), turn.references
    if references.compares:
        joined = tuple(dict.fromkeys((*previous.authorities, *named.authorities)))
        regions = tuple(dict.fromkeys((*previous.regions, *named.regions)))
        return previous, replace(named, authorities=joined, regions=regions, without=previous.without)
    if references.place is Place.OTHERS and set(named.authorities) <= set(previous.authorities):
        others = Scope(
            without=(*previous.authorities, *(() if named.regions else previous.regions)) or previous.without
        )
        return others, replace(others, regions=named.regions)
    if named.names_place:
        return _named_place(turn, named, previous)
    if references.place is Place.ALL or turn.chosen.authorities or turn.chosen.regions:
        return Scope(), Scope()
    kept = Scope(authorities=turn.home) if references.ours and turn.home else previous
    return kept, kept


def _named_place(turn: Turn, named: Scope, previous: Scope) -> tuple[Scope, Scope]:
    if turn.references.leaves_out:
        named = Scope(without=(*named.without, *named.authorities, *named.regions), unknown=named.unknown)
    if named.without and not (named.authorities or named.regions or named.unknown):
        return _left_out(named, previous)
    if turn.references.narrows and previous.names_place and not named.unknown:
        return previous, replace(previous, either=(*previous.either, named))
    if turn.references.ours and turn.home and turn.purpose is Purpose.COMPARISON:
        ours = Scope(authorities=turn.home)
        return ours, replace(named, authorities=tuple(dict.fromkeys((*turn.home, *named.authorities))))
    return Scope(), named


def _left_out(named: Scope, previous: Scope) -> tuple[Scope, Scope]:
    """Leave places out of what was asked about before; a place that has nothing to do with them is not kept."""
    out = {name for place in named.without for name in in_region(place)}.union(named.without)
    remaining = tuple(name for name in previous.authorities if name not in out)
    if remaining and len(remaining) < len(previous.authorities):
        kept = replace(previous, authorities=remaining)
        return kept, kept
    is_part = any(out & set(in_region(region)) for region in previous.regions)
    kept = replace(previous, authorities=()) if is_part else Scope(without=previous.without)
    return kept, replace(kept, without=tuple(dict.fromkeys((*kept.without, *named.without))))


def _time(turn: Turn, place: Scope) -> tuple[Scope, Scope]:
    """The time that is kept, and the time in all."""
    named, previous, references = _time_of(turn.named), _time_of(turn.previous), turn.references
    if references.compares and named.years and not turn.named.names_place:
        return previous, replace(previous, years=tuple(sorted({*previous.years, *named.years})))
    time = references.time or (Time.AFTER if turn.purpose is Purpose.NEXT_STEP else None)
    if time and (named.pick or named.events):  # "the previous report": counted from what was quoted, and not from today
        named = replace(named, pick=None, events=())
    if turn.chosen.names_time or time in _UNCONFINED:
        return Scope(), Scope() if turn.chosen.names_time else named
    if references.pick or (references.narrows and named.pick and not named.years):
        return previous, replace(previous, pick=references.pick or named.pick)
    if named.names_time:
        return Scope(), named
    if references.all_documents:
        kept = replace(previous, pick=None)
        return kept, kept
    moved = _place_of(turn.previous).places() != place.places()
    if time:
        meant = at_moment(time, turn.previous, turn.quoted, turn.held, moved, turn.dated)
        return (Scope(), meant) if meant.names_time else (previous, previous)
    kept = replace(previous, events=retarget(previous.events, turn.previous, place)) if moved else previous
    return kept, kept


def _kinds(turn: Turn) -> tuple[Scope, Scope]:
    """The kinds, topics of visits and outcomes that are kept, and those in all."""
    named = _part(turn.named, _OF_KIND)
    previous, chosen, references = turn.previous, turn.chosen, turn.references
    if named != Scope():
        return Scope(), named
    if references.kinds:
        return Scope(), Scope(kinds=references.kinds)
    if chosen.kinds or chosen.topics or chosen.outcomes or turn.asks_what_followed:
        return Scope(), Scope()
    kept = _part(previous, _OF_KIND)
    if references.time in (Time.PREVIOUS, Time.NEXT) and kept == Scope() and not previous.names_time:
        return Scope(), Scope(kinds=kinds_like(turn.quoted))
    return kept, kept


def _grades(turn: Turn) -> tuple[Scope, Scope]:
    """The grades that are kept, and those in all."""
    judged = turn.named.judged or turn.references.judged
    if judged or turn.named.histories:
        named = Scope(judged=judged, histories=turn.named.histories)
        return Scope(), named
    if turn.chosen.judged or turn.chosen.histories:
        return Scope(), Scope()
    kept = Scope(judged=() if turn.asks_what_followed else turn.previous.judged, histories=turn.previous.histories)
    return kept, kept


def _part(scope: Scope, names: Sequence[str]) -> Scope:
    return Scope(**{name: getattr(scope, name) for name in names})


def _place_of(scope: Scope) -> Scope:
    return _part(scope, _OF_PLACE)


def _time_of(scope: Scope) -> Scope:
    return _part(scope, _OF_TIME)
