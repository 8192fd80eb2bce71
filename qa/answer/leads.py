"""The first and the last line of an answer: what it is drawn from, and what was searched."""

from collections.abc import Sequence

from index import Record, authorities_of
from ingest import Kind
from ingest.authorities import in_region
from qa.answer.citing import Citation
from qa.answer.messages import joined, scope_words
from qa.question import Measure, Scope

_MOST_FIGURES = 3  # markers that a lead names for a figure


def lead_words(inside: Sequence[Record], citations: Sequence[Citation], measure: Measure | None = None) -> str:
    """The first line of an answer: where the figure is, or in how many documents an answer was found, and of several authorities which.

    Args:
        measure: the kind of figure that the question asks for; each quotation holds one.
    """
    if measure:
        return f"For the figure, see {', '.join(f'[{citation.number}]' for citation in citations[:_MOST_FIGURES])}."
    plain = [citation for citation in citations if not citation.near]
    if not plain:
        return f"No document plainly says this. {'This comes' if len(citations) == 1 else 'These come'} near it."
    authorities = sorted(authorities_of(citation.record for citation in plain))
    quoted = len({citation.record.id for citation in plain})
    if len(authorities) > 1:
        return f"Answers were found for {len(authorities):,} authorities: {', '.join(authorities)}."
    if len(inside) == 1:
        return "An answer was found in the one matching document."
    if quoted == len(inside):
        return f"An answer was found in {'both' if quoted == 2 else f'all {quoted:,}'} documents searched."
    return f"An answer was found in {quoted:,} of the {len(inside):,} documents searched."


def coverage_words(scope: Scope, inside: Sequence[Record], citations: Sequence[Citation]) -> str:
    """The last line of an answer: what was searched, how much is quoted, and which authorities or kinds have nothing to show."""
    quoted = len({citation.record.id for citation in citations})
    return " ".join((_searched_words(scope, inside, quoted), *_gaps(scope, inside, citations)))


def _searched_words(scope: Scope, inside: Sequence[Record], quoted: int) -> str:
    if len(inside) == 1:
        return f"Kloe searched the one matching document{scope_words(scope)} and quotes from it."
    years = sorted({year for record in inside for year in record.years})
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 and not scope.names_time else ""
    limits = ", ".join(filter(None, (str(scope), span)))
    documents = f"{len(inside):,} documents{f' ({limits})' if limits else ''}"
    found = "1 is quoted." if quoted == 1 else f"{quoted:,} are quoted."
    if str(scope):
        return f"Kloe searched {documents}: {found}"
    return f"No authority or year given, so all {documents} were searched: {found}"


def _gaps(scope: Scope, inside: Sequence[Record], citations: Sequence[Citation]) -> list[str]:
    """What the question asks about and the answer does not show, a sentence each."""
    searched = authorities_of(inside)
    answering = authorities_of(citation.record for citation in citations)
    absent = [authority for authority in scope.authorities if authority not in searched]
    absent += [region for region in scope.regions if not searched & set(in_region(region))]
    silent = [authority for authority in scope.authorities if authority in searched - answering]
    gaps = [f"Kloe holds no matching documents for {' or '.join(absent)}."] if absent else []
    gaps += [f"No answer was found for {' or '.join(silent)}."] if silent else []
    gaps += [f"Kloe holds no matching {kind.plural}." for kind in _missing_kinds(scope, inside)]
    if latest := _unquoted_latest(scope, inside, citations):
        gaps.append(f"Not quoted: the latest document{'' if len(latest) == 1 else 's'} for {joined(latest)}.")
    return gaps


def _unquoted_latest(scope: Scope, inside: Sequence[Record], citations: Sequence[Citation]) -> list[str]:
    """Each authority's latest document where older ones alone are quoted, since what they found may no longer hold."""
    if scope.years:
        return []
    quoted = {citation.record.id for citation in citations}
    latest = []
    for authority in scope.authorities:
        records = [record for record in inside if authority in record.authorities]
        newest = max(records, key=lambda record: record.day_number, default=None)
        if newest and newest.id not in quoted and any(record.id in quoted for record in records):
            latest.append(f"{authority} ({newest.kind.label}, {newest.when or 'undated'})")
    return latest


def _missing_kinds(scope: Scope, inside: Sequence[Record]) -> list[Kind]:
    """The kinds that the question names and no document is of; a full inspection may be either of two kinds."""
    if len(scope.kinds) != 2 or set(scope.kinds) == {Kind.ILACS, Kind.SINGLE}:
        return []
    return [kind for kind in scope.kinds if all(record.kind is not kind for record in inside)]
