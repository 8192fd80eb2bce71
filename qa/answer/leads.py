"""The first and the last line of an answer: what it is drawn from, and what was searched."""

from collections.abc import Sequence

from index import Record, authorities_of
from ingest import Kind
from ingest.authorities import in_region
from qa.answer.citing import Citation
from qa.answer.messages import joined, scope_words
from qa.question import Scope

_MOST_FIGURES = 3  # markers that a lead names for a figure


def lead_words(
    inside: Sequence[Record], citations: Sequence[Citation], mentioning: int, figures: Sequence[str] = ()
) -> str:
    """The first line of an answer: where to find the figure asked for, or else how many documents mention the topic.

    Where several authorities are quoted, it names them.

    Args:
        mentioning: how many documents mention the topic.
        figures: the sentences that give the figure, where the question asks for one.
    """
    markers = [f"[{citation.number}]" for citation in citations if any(text in citation.quote for text in figures)]
    if markers:
        return f"For the figure, see {', '.join(markers[:_MOST_FIGURES])}."
    authorities = sorted(authorities_of(citation.record for citation in citations))
    quoted = f" Quoted below: {', '.join(authorities)}." if len(authorities) > 1 else ""
    return f"Found in {_share_words(mentioning, len(inside))}.{quoted}"


def _share_words(mentioning: int, searched: int) -> str:
    if searched == 1:
        return "the one matching document"
    if mentioning == searched:
        return f"{'both' if searched == 2 else f'all {searched:,}'} documents searched"
    return f"{mentioning:,} of the {searched:,} documents searched"


def coverage_words(scope: Scope, inside: Sequence[Record], citations: Sequence[Citation], mentioning: int) -> str:
    """The last line of an answer: what was searched, how much is quoted, and which authorities or kinds have nothing to show.

    Args:
        mentioning: how many documents mention the topic.
    """
    quoted = len({citation.record.id for citation in citations})
    return " ".join((_searched_words(scope, inside, mentioning, quoted), *_gaps(scope, inside, citations)))


def _searched_words(scope: Scope, inside: Sequence[Record], mentioning: int, quoted: int) -> str:
    if len(inside) == 1:
        return f"Kloe searched the one matching document{scope_words(scope)} and quotes from it."
    years = sorted({year for record in inside for year in record.years})
    span = f"{years[0]} to {years[-1]}" if len(years) > 1 and not scope.names_time else ""
    limits = ", ".join(filter(None, (str(scope), span)))
    documents = f"{len(inside):,} documents{f' ({limits})' if limits else ''}"
    found = f"{_mentioning_words(mentioning, len(inside))} this and {_quoted_words(mentioning, quoted)} quoted."
    if str(scope):
        return f"Kloe searched {documents}: {found}"
    return f"No authority or year given, so all {documents} were searched: {found}"


def _mentioning_words(mentioning: int, searched: int) -> str:
    if mentioning == searched:
        return "both mention" if searched == 2 else "all mention"
    return "1 mentions" if mentioning == 1 else f"{mentioning:,} mention"


def _quoted_words(mentioning: int, quoted: int) -> str:
    if quoted == 1:
        return "is" if mentioning == 1 else "1 is"
    if quoted == mentioning:
        return "both are" if quoted == 2 else "all are"
    return f"{quoted:,} are"


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
