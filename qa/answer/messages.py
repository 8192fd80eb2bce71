"""Why a question is declined, and what a follow-up carries over, in words for the reader."""

from collections.abc import Iterable, Sequence

from index import Record, authorities_of
from ingest import Judgement
from ingest.authorities import outside_england, related
from qa.answer.citing import document_reference
from qa.evidence import judged_fact
from qa.question import Scope, nearest_authorities, says_neighbours

_MOST_AUTHORITIES = 4  # beyond this, Kloe does not list what it holds for each


def unknown_words(scope: Scope) -> str:
    """Explain why a question that names a place unknown to Kloe is declined."""
    quoted = [f"“{name}”" for name in scope.unknown]
    if any(says_neighbours(name) for name in scope.unknown):
        return (
            f"Kloe cannot tell which authorities {joined(quoted)} {_verb(quoted, 'means', 'mean')}. Name the authority in the"
            " question, or choose it as a filter. Kloe knows the statistical neighbours of today's authorities in England."
        )
    nations = sorted({nation for name in scope.unknown for _, _, nation in outside_england(name)})
    if nations:
        are = _verb(quoted, "is", "are")
        return f"Ofsted inspects children's services only in England; {joined(quoted)} {are} in {joined(nations)}."
    explanation = (
        f"Kloe knows of no children's services authority in England called {' or '.join(quoted)}, and none of its documents"
        f" {_verb(quoted, 'names it', 'name them')}."
    )
    meant = [f"{' or '.join(near)} for “{name}”" for name in scope.unknown if (near := nearest_authorities(name))]
    return f"{explanation} Did you mean {joined(meant)}?" if meant else explanation


def premise_words(contradictions: Sequence[tuple[Record, Judgement]]) -> str:
    """Say what the documents judged, where a question takes another grade for granted."""
    judged = "; ".join(
        f"{judged_fact(judgement, record).text} ({document_reference(record)}, page {judgement.page}: “{judgement.words}”)"
        for record, judgement in contradictions
    )
    was = _verb(contradictions, "The judgement was", "The judgements were")
    return f"No matching document gives that grade. {was}: {judged}."


def remit_words(subject: str) -> str:
    """Say that Kloe's documents are not about a subject."""
    return f"Kloe does not cover {subject}. It holds inspections of children's services and council papers about them."


def none_held_words(scope: Scope, records: Sequence[Record]) -> str:
    """Say that no document matches the scope, and what Kloe holds instead."""
    explanation = f"Kloe holds no documents{for_words(scope)}."
    kinds = {record.kind for record in records}
    explanation += "".join(f" It holds no {kind.plural} at all." for kind in scope.kinds if kind not in kinds)
    if len(scope.authorities) > _MOST_AUTHORITIES:
        covered = _listed(set(scope.authorities) & authorities_of(records))
        if covered:
            return f"{explanation} Of these authorities, it holds documents only for {covered}."
        return f"{explanation} It holds documents for none of these authorities."
    held = (_held_words(scope, authority, records) for authority in scope.authorities)
    return " ".join(filter(None, (explanation, *held)))


def _held_words(scope: Scope, authority: str, records: Sequence[Record]) -> str:
    """Say what Kloe holds for an authority, or for those that it replaced or that replaced it."""
    of_authority = [record for record in records if authority in record.authorities]
    if of_authority:
        by_date = sorted(of_authority, key=lambda record: record.day_number)
        listed = "; ".join(f"{record.kind.label}, {record.when or 'undated'}" for record in by_date)
        return f"For {authority} it holds: {listed}."
    none_at_all = "" if str(scope) == authority else f"It holds none at all for {authority}."
    others = _listed(set(related(authority)) & authorities_of(records) - set(scope.authorities))
    before_or_after = f"It holds documents for what came before or after {authority}: {others}." if others else ""
    return " ".join(filter(None, (none_at_all, before_or_after)))


def for_words(scope: Scope) -> str:
    """The scope as the end of a sentence: " for Devon, 2022"; in brackets where it begins with no place or time; else empty."""
    if scope.authorities or scope.regions or scope.years or scope.months:
        return f" for {scope}"
    return scope_words(scope)


def scope_words(scope: Scope) -> str:
    """The scope in brackets, " (Devon, 2022)"; empty if nothing limits it."""
    return f" ({scope})" if str(scope) else ""


def silent_words(scope: Scope, inside: Sequence[Record]) -> str:
    """Say that the documents searched do not answer the question."""
    if len(inside) == 1:
        return f"The one matching document{scope_words(scope)} does not answer this question."
    return f"None of the {len(inside):,} documents searched{scope_words(scope)} answers this question."


def no_figure_words(scope: Scope, inside: Sequence[Record]) -> str:
    """Say that the documents searched are about what is asked, but do not give the figure."""
    if len(inside) == 1:
        searched, says = f"the one matching document{scope_words(scope)} does not give it", "it says"
    else:
        searched, says = (
            f"none of the {len(inside):,} documents searched{scope_words(scope)} gives it",
            "they say",
        )
    return f"The question asks for a figure, and {searched}. Ask without the figure to see what {says}."


def carried_over_words(taken: Sequence[str]) -> str:
    """Say what a follow-up carries over from the question before; empty if that is nothing."""
    return f"Carried over from the previous question: {', '.join(taken)}." if taken else ""


def joined(words: Sequence[str]) -> str:
    """Words in a list: "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _listed(names: Iterable[str]) -> str:
    """Names in order, with commas alone: an authority's own name may hold an "and"."""
    return ", ".join(sorted(names))


def _verb(subjects: Sequence[object], singular: str, plural: str) -> str:
    return singular if len(subjects) == 1 else plural
