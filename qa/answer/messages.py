"""What is said of a question's scope: what was searched, what is held instead, and which name is not known."""

from collections.abc import Iterable, Sequence

from index import Record
from ingest import Judgement, Kind
from ingest.authorities import in_region, outside_england, related
from qa.answer.types import Citation, document_reference
from qa.evidence.facts import judgement_words
from qa.question import Scope, nearest_authorities, says_neighbours

_MANY = 4  # authorities up to which it is said of each what is held


def unknown_words(scope: Scope) -> str:
    """Say why a question that names a place which Kloe does not know is declined."""
    names = " and ".join(f"“{name}”" for name in scope.unknown)
    if any(says_neighbours(name) for name in scope.unknown):
        return (
            f"Kloe cannot tell which authorities {names} are: name the authority in the question or choose it as a"
            " filter. It knows the statistical neighbours of today's authorities in England."
        )
    nations = {nation for name in scope.unknown for _, _, nation in outside_england(name)}
    if nations:
        return f"Ofsted inspects children's services in England only; {names} is in {' and '.join(sorted(nations))}."
    meant = [
        f"{' or '.join(near)} instead of “{name}”" for name in scope.unknown if (near := nearest_authorities(name))
    ]
    said = (
        f"Kloe knows no children's services authority in England called {names}, and holds no document that names it."
    )
    return f"{said} Write {' and '.join(meant)}, if that is meant." if meant else said


def premise_words(against: Sequence[tuple[Record, Judgement]]) -> str:
    """Say what the documents judged where a question takes another grade for granted."""
    said = "; ".join(
        f"{document_reference(record)}: {judgement_words(judgement)} (“{judgement.words}”, page {judgement.page})"
        for record, judgement in against
    )
    return f"No document in this scope bears that grade. What was judged: {said}."


def remit_words(subject: str) -> str:
    """Say that a subject is none that the documents are about."""
    return (
        f"Kloe holds inspections of children's services and council papers about them; “{subject}” is no part of those."
    )


def none_held_words(scope: Scope, records: Sequence[Record]) -> str:
    """Say that no document lies inside the scope, and what is held instead."""
    said = f"Kloe holds no document{for_words(scope)}."
    kinds = {record.kind for record in records}
    said += "".join(f" It holds no {kind.plural} at all." for kind in scope.kinds if kind not in kinds)
    if len(scope.authorities) > _MANY:
        held = {record.authority for record in records}
        return f"{said} Of these authorities it holds documents for {_listed(set(scope.authorities) & held) or 'none'}."
    return said + "".join(f" {_held_words(scope, authority, records)}" for authority in scope.authorities)


def _held_words(scope: Scope, authority: str, records: Sequence[Record]) -> str:
    """What is held for an authority instead, or for those that took its place or gave place to it."""
    held = [record for record in records if record.authority == authority]
    if held:
        in_time = sorted(held, key=lambda record: record.day_number)
        listed = "; ".join(f"{record.kind.label}, {record.when or 'undated'}" for record in in_time)
        return f"For {authority} it holds: {listed}."
    others = _listed(set(related(authority)) & {record.authority for record in records} - set(scope.authorities))
    said = f"It holds none for {authority} at all."
    return f"{said} Of what came before or after it, Kloe holds documents for {others}." if others else said


def _listed(names: Iterable[str | None]) -> str:
    return ", ".join(sorted(filter(None, names)))


def for_words(scope: Scope) -> str:
    """The scope as the end of a sentence, " for Devon, 2022"; nothing where it is unconfined."""
    return f" for {scope}" if str(scope) else ""


def silent_words(scope: Scope, inside: Sequence[Record]) -> str:
    """Say that the documents searched hold no answer."""
    return f"Nothing in the {_searched_words(scope, inside)} answers this question, so Kloe gives no answer."


def no_figure_words(scope: Scope, inside: Sequence[Record]) -> str:
    """Say that the documents searched speak of what is asked, but give no figure for it."""
    return (
        f"The question asks for a figure, and nothing in the {_searched_words(scope, inside)} gives it, so Kloe gives no"
        " answer. Ask without the figure to see what they do say."
    )


def _searched_words(scope: Scope, inside: Sequence[Record]) -> str:
    return f"{count_words(len(inside), 'document')} searched{for_words(scope)}"


def lead_words(
    inside: Sequence[Record], citations: Sequence[Citation], mentioned: int, figures: Sequence[str] = ()
) -> str:
    """The first line of an answer: where the figure stands that is asked for, else how many documents speak of it, and of whom.

    Args:
        mentioned: how many of the documents speak of what is asked.
        figures: the sentences that give the figure, where one is asked for.
    """
    numbers = [f"[{one.number}]" for one in citations if any(text in one.quote for text in figures)]
    if numbers:
        return f"For the figure see {', '.join(numbers[:3])}."
    of = f"{mentioned} of {count_words(len(inside), 'document')}" if len(inside) > 1 else "The one document"
    said = f"{of} in scope {'mention' if mentioned > 1 and len(inside) > 1 else 'mentions'} this."
    quoted = sorted({one.record.authority for one in citations if one.record.authority})
    if len(quoted) > 1:
        said += f" Quoted below: {', '.join(quoted)}."
    return said


def coverage_words(scope: Scope, inside: Sequence[Record], citations: Sequence[Citation], mentioned: int) -> str:
    """What was searched, how much of it is quoted, and which of the authorities asked about has nothing to show.

    Args:
        mentioned: how many of the documents speak of what is asked.
    """
    quoted = len({citation.record.id for citation in citations})
    years = sorted({year for record in inside for year in record.years})
    span = f", {years[0]} to {years[-1]}" if len(years) > 1 and not (scope.years or scope.latest) else ""
    said = f"{count_words(len(inside), 'document')} searched{for_words(scope)}{span};"
    said += f" {mentioned} {'mentions' if mentioned == 1 else 'mention'} it, {quoted} quoted here."
    if not str(scope):
        said = f"Not confined to an authority or a year: {said}"
    held = {record.authority for record in inside}
    answering = {citation.record.authority for citation in citations}
    absent = [authority for authority in scope.authorities if authority not in held]
    absent += [region for region in scope.regions if not held & set(in_region(region))]
    silent = [authority for authority in scope.authorities if authority in held - answering]
    if absent:
        said += f" None of them is about {' or '.join(absent)}."
    if silent:
        said += f" Nothing that answers was found for {' or '.join(silent)}."
    said += "".join(f" None of them is a document of the kind {kind.label}." for kind in _kinds_missed(scope, inside))
    for authority in [] if scope.years else [name for name in scope.authorities if name in answering]:
        # what an older report found may not hold any more
        newest = max(
            (record for record in inside if record.authority == authority), key=lambda record: record.day_number
        )
        if all(citation.record.id != newest.id for citation in citations):
            said += f" Not quoted: the newest for {authority}, {newest.kind.label}, {newest.when or 'undated'}."
    return said


def _kinds_missed(scope: Scope, inside: Sequence[Record]) -> list[Kind]:
    """The kinds that are asked for by name and not held; a full inspection is of one of two kinds."""
    if len(scope.kinds) != 2 or set(scope.kinds) == {Kind.ILACS, Kind.SINGLE}:
        return []
    return [kind for kind in scope.kinds if all(record.kind is not kind for record in inside)]


def count_words(number: int, noun: str) -> str:
    """A number of things, "1 document"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
