"""Why a question is declined, what else was found, what is carried over and what is not applied, in words for the reader."""

from collections.abc import Iterable, Sequence

from index import Record, authorities_of
from ingest import Judgement
from ingest.authorities import districts, names_in_list, outside_england, related
from qa.answer.citing import document_reference
from qa.evidence import judged_fact
from qa.question import Scope, nearest_authorities, says_neighbours

NEAREST = "None of these clearly answers it"  # above the passages nearest to a question that is declined
MORE = "More passages"  # above those that an answer does not quote
NOT_CHOSEN = "Found, but not chosen as an answer"  # with each of them

_MOST_NAMED = 30  # authorities named in a sentence
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
    counties = [(name, found[0].county) for name in scope.unknown if (found := districts(name))]
    if counties:
        return " ".join(
            f"{name[:1].upper()}{name[1:]} is a district in {county}; children's services there are {_possessive(county)}."
            for name, county in counties
        )
    parts = [(name, inside[0].name) for name in scope.unknown if len(inside := names_in_list().find(name)) == 1]
    if parts:
        return " ".join(
            f"“{name}” is no children's services authority that Kloe knows. For {whole}, ask about “{whole}”."
            for name, whole in parts
        )
    explanation = (
        f"Kloe knows of no children's services authority in England called {' or '.join(quoted)}, and none of its documents"
        f" {_verb(quoted, 'names it', 'name them')}."
    )
    meant = [f"{' or '.join(near)} for “{name}”" for name in scope.unknown if (near := nearest_authorities(name))]
    return f"{explanation} Did you mean {joined(meant)}?" if meant else explanation


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def which_words(authorities: Sequence[str]) -> str:
    """Ask which authority is meant, and say which are held."""
    ask = "Which council is meant? Name it in the question, or choose it as a filter."
    if len(authorities) > _MOST_NAMED:
        return (
            f"{ask} Kloe holds documents on {len(authorities):,} councils, from {authorities[0]} to {authorities[-1]}."
        )
    return f"{ask} Kloe holds documents on {_listed(authorities)}."


def spoken_words(scope: Scope) -> str:
    """Say which year or kind no document is of, where papers that speak of it are searched; empty if there is none."""
    spoken = scope.spoken
    kinds = " or ".join(kind.label for kind in spoken.kinds)
    years = " or ".join(map(str, spoken.years))
    what = " of ".join(filter(None, (kinds or "document", years)))
    places = _listed((*scope.authorities, *scope.regions)) if len(scope.authorities) <= _MOST_AUTHORITIES else ""
    held = f"No {what} is held{f' for {places}' if places else ''}"
    return f"{held}; {'later' if years else 'other'} papers speak of it." if kinds or years else ""


def undecided_words(scope: Scope, inside: Sequence[Record], told: str) -> str:
    """Say that the documents searched do not record what a question asks of a meeting.

    Args:
        told: what they would record: "a decision on this".
    """
    if len(inside) == 1:
        return f"The one matching document{scope_words(scope)} does not record {told}."
    return f"None of the {len(inside):,} documents searched{scope_words(scope)} records {told}."


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


def near_words(quotations: int) -> str:
    """The line above what only comes near: "These come near, without plainly saying it:"."""
    return f"{'This comes' if quotations == 1 else 'These come'} near, without plainly saying it:"


def otherwise_words(documents: int) -> str:
    """Say how many documents say the opposite of what was asked; empty if none does."""
    return f"{documents:,} document{' says' if documents == 1 else 's say'} otherwise." if documents else ""


def carried_over_words(taken: Sequence[str]) -> str:
    """Say what a follow-up carries over from the question before; empty if that is nothing."""
    return f"Carried over from the previous question: {', '.join(taken)}." if taken else ""


def not_applied_words(limits: Sequence[str]) -> str:
    """Say which limiting words of the question were not understood; empty if there are none."""
    return f"Not applied: {', '.join(f'“{limit}”' for limit in limits)}." if limits else ""


def joined(words: Sequence[str]) -> str:
    """Words in a list: "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _listed(names: Iterable[str]) -> str:
    """Names in order, with commas alone: an authority's own name may hold an "and"."""
    return ", ".join(sorted(names))


def _verb(subjects: Sequence[object], singular: str, plural: str) -> str:
    return singular if len(subjects) == 1 else plural
