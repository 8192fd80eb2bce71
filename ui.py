"""The pages: ask, search, documents. Mounted on the application of `app.server`."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr
from fastapi import FastAPI

import qa
from app.library import find_record, record_rows
from app.markup import answer_html, record_html, results_html, source_html
from app.server import create_app, open_index
from index import Record
from ingest import Kind, KloeError, Span

TITLE = "Kloe: what inspections found, in their own words"

# A click on a citation, wherever it is drawn, tells the server which one.
_ON_CLICK = """
element.addEventListener('click', (event) => {
  const cite = event.target.closest('[data-show]');
  if (cite) trigger('click', {show: Number(cite.dataset.show)});
});
"""
# On a narrow screen the source stands below the answer, so it is brought into view.
_TO_SOURCE = "() => setTimeout(() => document.querySelector('{} mark, {} .kloe-passage')?.scrollIntoView({{block: 'center'}}), 300)"

_CSS = """
.kloe-answer blockquote { margin: .6em 0; padding: .2em 0 .2em .9em; border-left: 3px solid #1d70b8; }
.kloe-answer h3, .kloe-source h3 { margin: 1em 0 .3em; font-size: 1.05em; font-weight: 600; }
.kloe-cite { font: inherit; color: #1d4f91; text-decoration: underline; background: none;
  border: 0; padding: 2px 4px; cursor: pointer; text-align: left; }
.kloe-cite:hover { background: #e8f1f8; } .kloe-cite:focus-visible { outline: 3px solid #ffbf47; }
.dark .kloe-cite { font: inherit; color: #9cc7f0; } .dark .kloe-cite:hover { background: #1f2a37; }
.kloe-refusal { border-left: 3px solid #b58105; padding-left: .9em; } .kloe-refusal h2 { font-size: 1.1em; }
.kloe-coverage { font-weight: 600; }
.kloe-page { border: 1px solid #b1b4b6; padding: .8em 1em; overflow-wrap: anywhere; }
.kloe-page p { margin: .4em 0; } .kloe-page .kloe-passage { background: rgba(255, 191, 71, .14); }
.kloe-page mark { background: #ffdd00; color: #0b0c0c; padding: 1px 0; }
.kloe-record td { padding: .15em .6em .15em 0; vertical-align: top; overflow-wrap: anywhere; }
.kloe-section { margin: .5em 0 0; font-size: .92em; }
.kloe-answer blockquote p { margin: 0; }
.kloe-results li { margin-bottom: 1em; } .kloe-results li p { display: block; margin: .15em 0; }
.kloe-answer ol, .kloe-results { padding-left: 1.6em; list-style: decimal; }
"""


@dataclass(frozen=True)
class Shown:
    """What a click on a citation or a result shows: the passage's place, and the quotation's inside it."""

    record: Record
    reference: str
    passage: tuple[Span, ...]
    quote: tuple[Span, ...] = ()


def create() -> FastAPI:
    """Make the application with the pages on it."""
    theme = gr.themes.Default(
        primary_hue="blue", font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]
    )
    app: FastAPI = gr.mount_gradio_app(
        create_app(), pages(), path="/", theme=theme, css=_CSS, ssr_mode=False, footer_links=[], show_error=True
    )
    return app


def pages() -> Any:
    """Lay out the three pages."""
    with gr.Blocks(title=TITLE, analytics_enabled=False) as blocks:
        gr.Markdown(f"# {TITLE}")
        with gr.Accordion("Filters", open=False), gr.Row():
            authority = gr.Dropdown([], multiselect=True, label="Authority", elem_id="authority")
            year = gr.Dropdown([], multiselect=True, label="Year of inspection or publication", elem_id="year")
            kind = gr.Dropdown([], multiselect=True, label="Kind of document", elem_id="kind")
        filters: list[Any] = [authority, year, kind]
        with gr.Tab("Ask", id="ask"):
            _ask_tab(filters)
        with gr.Tab("Search", id="search"):
            _search_tab(filters)
        with gr.Tab("Documents", id="documents"):
            summary, table = _documents_tab()
        blocks.load(_choices, outputs=filters, show_progress="hidden")
        blocks.load(_library, filters, [summary, table], show_progress="hidden")
        gr.on([component.change for component in filters], _library, filters, [summary, table], show_progress="hidden")
    return blocks


def _ask_tab(filters: list[Any]) -> None:
    shown = gr.State([])
    with gr.Row(equal_height=True):
        question = gr.Textbox(
            label="Question",
            placeholder="What did Ofsted say about management oversight in 2022?",
            scale=5,
            elem_id="question",
            autofocus=True,
            max_length=1000,
        )
        button = gr.Button("Ask", variant="primary", scale=1, min_width=90, elem_id="ask-button")
    gr.Examples(_examples(), question, label="Examples")
    with gr.Row():
        with gr.Column(scale=3, min_width=320):
            answer = gr.HTML(elem_id="answer", js_on_load=_ON_CLICK)
        with gr.Column(scale=2, min_width=320):
            source = gr.HTML(elem_id="source")
    gr.on([button.click, question.submit], _ask, [question, *filters], [answer, shown, source])
    answer.click(_show, shown, source, show_progress="hidden").then(None, js=_TO_SOURCE.format("#source", "#source"))


def _search_tab(filters: list[Any]) -> None:
    shown = gr.State([])
    with gr.Row(equal_height=True):
        query = gr.Textbox(
            label="Search", placeholder="letters before proceedings", scale=5, elem_id="query", max_length=1000
        )
        button = gr.Button("Search", variant="primary", scale=1, min_width=90, elem_id="search-button")
    with gr.Row():
        with gr.Column(scale=3, min_width=320):
            results = gr.HTML(elem_id="results", js_on_load=_ON_CLICK)
        with gr.Column(scale=2, min_width=320):
            source = gr.HTML(elem_id="search-source")
    gr.on([button.click, query.submit], _search, [query, *filters], [results, shown, source])
    results.click(_show, shown, source, show_progress="hidden").then(
        None, js=_TO_SOURCE.format("#search-source", "#search-source")
    )


def _documents_tab() -> tuple[gr.Markdown, gr.Dataframe]:
    summary = gr.Markdown()
    gr.Markdown(
        "Choose a row to see the document's record: its facts with the words behind them, and all its passages."
    )
    headers = ["Authority", "Year", "Kind", "Published", "Inspected", "Pages", "Passages", "Document"]
    widths: list[str | int] = ["150px", "90px", "190px", "110px", "210px", "70px", "90px", "420px"]
    table = gr.Dataframe(
        headers=headers, column_widths=widths, interactive=False, wrap=True, show_search="filter", elem_id="library"
    )
    record = gr.HTML(elem_id="record")
    table.select(_record, None, record, show_progress="hidden").then(
        None, js="() => document.querySelector('#record')?.scrollIntoView()"
    )
    return summary, table


def _record(event: gr.SelectData) -> str:
    """The record of the document whose row was chosen."""
    row = event.row_value
    record = find_record(open_index(), row[-1]) if row else None
    return record_html(record_rows(open_index(), record)) if record else ""


def _scope(authorities: list[str], years: list[int], kinds: list[str]) -> qa.Scope | None:
    if not (authorities or years or kinds):
        return None
    return qa.Scope(authorities=tuple(authorities), years=tuple(map(int, years)), kinds=tuple(map(Kind, kinds)))


def _ask(question: str, authorities: list[str], years: list[int], kinds: list[str]) -> tuple[str, list[Shown], str]:
    try:
        answer = qa.ask(open_index(), question, _scope(authorities, years, kinds))
    except KloeError as error:
        raise gr.Error(escape(str(error)), title="Kloe cannot answer") from error
    shown = [
        Shown(c.record, c.reference, _passage_spans(answer, c.passage_id) or c.spans, c.spans) for c in answer.citations
    ]
    return answer_html(answer), shown, _source(shown[0]) if shown else ""


def _passage_spans(answer: qa.Answer, passage_id: str) -> tuple[Span, ...]:
    return next((result.passage.spans for result in answer.results if result.id == passage_id), ())


def _search(query: str, authorities: list[str], years: list[int], kinds: list[str]) -> tuple[str, list[Shown], str]:
    if not query.strip():
        return results_html([], "Type what to look for."), [], ""
    try:
        parsed = qa.parse(open_index(), query, _scope(authorities, years, kinds))
        results = qa.find(open_index(), parsed)
        none_found = "" if results else qa.ask(open_index(), query, _scope(authorities, years, kinds)).explanation
    except KloeError as error:
        raise gr.Error(escape(str(error)), title="Kloe cannot search") from error
    shown = [Shown(result.record, qa.document_reference(result.record), result.passage.spans) for result in results]
    return results_html(results, none_found), shown, ""


def _show(shown: Sequence[Shown], event: gr.EventData) -> str:
    number = event.show
    return _source(shown[number]) if isinstance(number, int) and 0 <= number < len(shown) else ""


def _source(shown: Shown) -> str:
    pages = open_index().catalogue.pages(shown.record.id)
    return source_html(shown.reference, shown.record.path, pages, shown.passage, shown.quote)


def _choices() -> tuple[gr.Dropdown, gr.Dropdown, gr.Dropdown]:
    records = open_index().catalogue.records()
    authorities = sorted({record.authority for record in records if record.authority})
    years = sorted({year for record in records for year in record.years}, reverse=True)
    kinds = [kind for kind in Kind if any(record.kind is kind for record in records)]
    return (
        gr.Dropdown(authorities),
        gr.Dropdown([(str(year), year) for year in years]),
        gr.Dropdown([(kind.label, kind.value) for kind in kinds]),
    )


def _library(authorities: list[str], years: list[int], kinds: list[str]) -> tuple[str, list[list[Any]]]:
    records = open_index().catalogue.records()
    scope = _scope(authorities, years, kinds)
    inside = scope.documents(records) if scope else records
    if not records:
        return "Nothing is indexed yet. Run `kloe index FOLDER`, then load this page again.", []
    said = f"{len(inside):,} of {len(records):,} documents, {sum(record.passages for record in inside):,} passages."
    return said, [_row(record) for record in sorted(inside, key=lambda record: (record.authority or "", record.years))]


def _row(record: Record) -> list[Any]:
    inspected = " to ".join(dict.fromkeys(str(day) for day in (record.inspection_start, record.inspection_end) if day))
    published = str(record.published or "")
    years = ", ".join(map(str, record.years))
    counts = [record.pages, record.passages]
    return [record.authority or "", years, record.kind.label, published, inspected, *counts, record.path]


def _examples() -> list[str]:
    """Questions that the index can be asked: its own years and authorities, put into the usual words."""
    records = open_index().catalogue.records()
    years = sorted(year for record in records for year in record.years)
    year = years[len(years) // 2] if years else 2022
    latest = max((r for r in records if r.authority and r.date), key=lambda r: str(r.date), default=None)
    named = latest.authority if latest else "Devon"
    return [
        f"What did Ofsted say about management oversight in {year}?",
        f"How well are care leavers supported in {named}?",
        "Which authorities were told that social workers' caseloads are too high?",
    ]
