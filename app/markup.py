"""Answers, results and pages as HTML. Every word from a document, a file name or a question is escaped here."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import Any

from index import SearchResult
from ingest import Page, Span
from qa import Answer, Citation, document_reference, place


def answer_html(answer: Answer) -> str:
    """An answer with a button for each citation, or the reason why there is none."""
    if not answer.answered:
        heading = f"No answer: {answer.reason}"
        return f'<section class="kloe-refusal" role="status"><h2>{escape(heading)}</h2><p>{escape(answer.explanation)}</p></section>'
    groups = []
    for record, sections in answer.sections:
        groups.append(f"<section><h3>{escape(document_reference(record))}</h3>")
        for section, citations in sections:
            groups.append(f"<p class=kloe-section>Under “{escape(section)}”</p>" if section else "")
            groups += map(_quote, citations)
        groups.append("</section>")
    sources = "".join(
        f"<li value={citation.number}>{_button(citation, citation.reference)} <small>{escape(citation.record.path)}</small></li>"
        for citation in answer.citations
    )
    told = "".join(f"<li>{_told(text, answer.citation(number))}</li>" for text, number in answer.told)
    first = f'<ul class="kloe-told">{told}</ul>' if told else f"<p>{escape(answer.lead)}</p>"
    return (
        f'<div class="kloe-answer">{first}<p class="kloe-coverage">{escape(answer.coverage)}</p>{"".join(groups)}'
        f"<h3>Sources</h3><ol>{sources}</ol></div>"
    )


def _told(text: str, citation: Citation) -> str:
    return f"<strong>{escape(text)}</strong> ({escape(document_reference(citation.record))}) {_button(citation, f'[{citation.number}]')}"


def _quote(citation: Citation) -> str:
    return f"<blockquote>“{escape(citation.quote)}” {_button(citation, f'[{citation.number}]')}</blockquote>"


def _button(citation: Citation, label: str) -> str:
    return (
        f'<button type="button" class="kloe-cite" data-show="{citation.number - 1}"'
        f' aria-label="Show source {citation.number}: {escape(citation.reference)}">{escape(label)}</button>'
    )


def results_html(results: Sequence[SearchResult], none_found: str) -> str:
    """A list of passages, each with a button that shows its page."""
    if not results:
        return f'<p role="status">{escape(none_found)}</p>'
    items = []
    for number, result in enumerate(results):
        passage = result.passage
        at = place(passage.number, passage.page)
        path = " › ".join(passage.headings)
        items.append(
            f'<li><button type="button" class="kloe-cite" data-show="{number}">'
            f"{escape(document_reference(result.record))}, {escape(at)}</button>"
            f"<p><small>{escape(path)}</small></p><p>{escape(passage.text)}</p></li>"
        )
    return f'<ol class="kloe-results">{"".join(items)}</ol>'


def source_html(
    reference: str, path: str, pages: Sequence[Page], passage: Sequence[Span], quote: Sequence[Span] = ()
) -> str:
    """The pages that a passage stands on, the passage set off and the quotation marked in it."""
    shown = sorted({span.page for span in passage})
    parts = [
        f"<h4>Page {number} of {len(pages)}</h4><div class='kloe-page'>{_page(pages[number - 1], passage, quote)}</div>"
        for number in shown
    ]
    return f'<article class="kloe-source"><h3>{escape(reference)}</h3><p><small>{escape(path)}</small></p>{"".join(parts)}</article>'


def _page(page: Page, passage: Sequence[Span], quote: Sequence[Span]) -> str:
    """The page's text, a paragraph for each of its lines."""
    html, start = [], 0
    for line in page.text.split("\n"):
        end = start + len(line)
        inside = any(span.page == page.number and span.start < end and start < span.end for span in passage)
        marked = _marked(line, start, [span for span in quote if span.page == page.number])
        html.append(f"<p{' class=kloe-passage' if inside else ''}>{marked}</p>")
        start = end + 1
    return "".join(html)


def _marked(line: str, start: int, quote: Sequence[Span]) -> str:
    html, at = [], 0
    for span in sorted(quote, key=lambda span: span.start):
        first, last = max(span.start - start, at), min(span.end - start, len(line))
        if first < last:
            html.append(f"{escape(line[at:first])}<mark>{escape(line[first:last])}</mark>")
            at = last
    return "".join(html) + escape(line[at:])


def record_html(row: dict[str, Any]) -> str:
    """One document's record (as `app.library.record_rows` gives it)."""
    facts = [(fact["fact"], fact["value"], fact["words"], fact["page"]) for fact in row["facts"]]
    facts += [
        (held["area"].replace("_", " "), held["grade"], held["words"], held["page"]) for held in row["judgement_words"]
    ]
    table = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in fact)}</tr>" for fact in facts)
    notes = "".join(f"<p>{escape(note)}</p>" for note in row["notes"])
    parts = []
    for section, passages in groupby(row["passage_list"], lambda passage: passage["section"]):
        held = list(passages)
        stance = "" if held[0]["stance"] == "neither" else f" ({held[0]['stance']})"
        parts.append(f"<h4>{escape(section or 'No heading')}{escape(stance)}</h4>")
        parts += [f"<p><small>{escape(_where(passage))}</small> {escape(passage['text'])}</p>" for passage in held]
    furniture = "".join(
        f"<li>page {held['page']}, {escape(held['kind'])}: {escape(held['text'])}</li>" for held in row["furniture"]
    )
    return (
        f'<article class="kloe-record"><h3>{escape(row["title"])}</h3><p><small>{escape(row["document"])}</small></p>{notes}'
        f"<table><thead><tr><th>Fact</th><th>Value</th><th>Words</th><th>Page</th></tr></thead><tbody>{table}</tbody></table>"
        f"{''.join(parts)}<details><summary>Furniture: kept, not searched</summary><ul>{furniture}</ul></details></article>"
    )


def _where(passage: dict[str, Any]) -> str:
    return f"page {passage['page']}" + (f", paragraph {passage['paragraph']}" if passage["paragraph"] else "")
