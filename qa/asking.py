"""Answers a question: one that counts or lists by counting, any other by quoting."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index import Index, Record, one_state
from ingest import Stance
from qa.answer import Answer, Citation, Table, TableBar, TableRow, pipeline
from qa.answer.composing import Citer
from qa.answer.parsing import parse
from qa.counts import Counted, count_parsed
from qa.findings import ThemeCount, count_themes, findings_of
from qa.question import ParsedQuestion, Scope

_EXAMPLES = 3  # quotations of each theme
_MOST_FREQUENT = re.compile(r"\b(?:most (?:common(?:ly)?|frequent(?:ly)?|often)|commonest|recurring)\b", re.I)
_LISTED = (
    (
        (Stance.PRIORITY_ACTION,),
        "areas for priority action",
        re.compile(r"\bpriority (?:and immediate )?actions?\b", re.I),
    ),
    ((Stance.STRENGTH,), "strengths", re.compile(r"\bstrengths?\b|\bstrong(?:est)?\b", re.I)),
    (
        (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION),
        "areas for improvement",
        re.compile(r"\bimprov\w+|\brecommend\w*|\bweak\w*|\bconcerns?\b|\bcritici\w+|\bfailings?\b|\bthemes?\b", re.I),
    ),
)


@one_state
def ask(
    index: Index,
    question: str,
    chosen: Scope | None = None,
    previous: ParsedQuestion | None = None,
    quoted: Sequence[Record] = (),
) -> Answer:
    """Answer a question, or decline it with the reason.

    Args:
        chosen: filters that a person chose; each overrides what the question's words say.
        previous: the question before, which a follow-up continues from.
        quoted: the documents that the previous answer quotes, `Answer.quoted`.
    """
    if wordless := pipeline.answer_without_words(question):
        return wordless
    parsed = parse(index, question, chosen, previous, quoted)
    return answer_parsed(index, question, parsed)


def answer_parsed(index: Index, question: str, parsed: ParsedQuestion) -> Answer:
    """Answer a parsed question, or decline it."""
    if themed := _most_frequent(index, question, parsed):
        return themed
    counted = count_parsed(index, parsed)
    answer = _counted(parsed, counted) if counted.computed else pipeline.answer_parsed(index, question, parsed)
    return replace(answer, parsed=parsed)


def _counted(parsed: ParsedQuestion, counted: Counted) -> Answer:
    """What was counted, as an answer."""
    citations = {citation.number: citation for row in counted.rows for citation in row.citations}
    rows = [TableRow(row.authority, row.value, tuple(each.number for each in row.citations)) for row in counted.rows]
    bars = [TableBar(group.label, group.number, group.of) for group in counted.groups]
    return Answer(
        counted.question,
        parsed.scope,
        tuple(citations.values()),
        (),
        " ".join(counted.missing),
        lead=counted.lead,
        table=Table(counted.asked, counted.unit, tuple(bars), tuple(rows)),
    )


def _most_frequent(index: Index, question: str, parsed: ParsedQuestion) -> Answer | None:
    """Which themes the papers in scope list most often; None if the question does not ask it, or if they list nothing."""
    asked = next((listed for listed in _LISTED if listed[2].search(question)), None)
    frequent = [limit for limit in parsed.not_applied if _MOST_FREQUENT.search(limit)]
    if not asked or not frequent or parsed.scope.unknown:
        return None
    stances, named, _ = asked
    inside = parsed.scope.held_by(index)
    papers = [record for record in inside if record.kind.of_ofsted and record.authority]
    counted = count_themes(index, papers, stances)
    if not counted.counts:
        return None
    authorities = len({record.place for record in counted.listing})
    citer = Citer(index)
    rows: list[TableRow] = []
    citations: list[Citation] = []
    for each in counted.counts:
        found = _examples(index, citer, each, stances)
        citations += found
        rows.append(TableRow(each.theme, _papers_words(each), tuple(citation.number for citation in found)))
    first = counted.counts[0]
    unread = f" {counted.unread:,} have not been read for findings: run `kloe index`." if counted.unread else ""
    return Answer(
        question,
        parsed.scope,
        tuple(citations),
        (),
        f"Counted in {len(counted.listing):,} of {len(papers):,} reports and letters, which list {named}; each authority counts"
        f" once a theme, and an item may be on several. The themes are read by a model.{unread}",
        lead=f"{first.theme} comes first: {first.authorities:,} of {authorities:,} authorities have it among their {named}.",
        table=Table(
            f"Authorities by the themes of their {named}",
            "authorities",
            tuple(TableBar(each.theme, each.authorities, authorities) for each in counted.counts),
            tuple(rows),
        ),
        parsed=replace(parsed, not_applied=tuple(limit for limit in parsed.not_applied if limit not in frequent)),
    )


def _examples(index: Index, citer: Citer, counted: ThemeCount, stances: Sequence[Stance]) -> list[Citation]:
    """What the newest papers list on a theme, one quotation each."""
    found = []
    for paper in counted.papers[:_EXAMPLES]:
        listed = (each for each in findings_of(index, [paper], [counted.theme]) if each.stance in stances)
        first = next(listed, None)
        citation = citer.cite(first.evidence) if first else None
        found += [citation] if citation else []
    return found


def _papers_words(counted: ThemeCount) -> str:
    papers = len(counted.papers)
    authorities = "1 authority" if counted.authorities == 1 else f"{counted.authorities:,} authorities"
    return f"{authorities}, in {papers:,} report{'' if papers == 1 else 's'} or letter{'' if papers == 1 else 's'}"
