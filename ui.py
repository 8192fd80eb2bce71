"""The pages: ask, search, documents. Mounted on the application of `app.server`.

Each view has an address of its own, `/?view=…`, and the server draws what an address says. A click on a link into the page, a
question that is typed and the browser's Back button all come to `_Page` with such an address; `app/static/kloe.js` sends them.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr
from fastapi import FastAPI
from gradio.events import api

from app.access.guards import may_upload
from app.api.tools import Tools
from app.asking.filters import LONGEST_QUESTION
from app.documents.uploading import LARGEST, add_files
from app.feedback import Thumb, feedback_on, keep_feedback
from app.pages.addresses.documents import listed_documents, read_documents
from app.pages.addresses.question import LinkError, read_asked
from app.pages.addresses.search import SearchAsked, facets_asked, read_search, search_asked, topic_stems
from app.pages.conversation import Conversation, Shown, ask_again, ask_next
from app.pages.routes import OwnAddress, page_routes
from app.pages.source import find_document, marked_link, read_page_view
from app.pages.timeline.events import TIMELINE_CSS
from app.pages.views.answer import error_html
from app.pages.views.documents import documents_html, record_html
from app.pages.views.search import facets_html, results_html
from app.pages.views.source import source_html
from app.pages.views.start import start_html
from app.pages.views.uploads import upload_html
from app.schemas import RecordBody
from app.server import create_app, open_index
from app.settings import Settings, settings
from index import Index
from ingest import KloeError

TITLE = "Kloe: what inspections found, in their own words"
_STATIC = Path(__file__).parent / "app" / "pages" / "static"
_TABS = {"ask": "ask", "search": "search", "documents": "documents", "document": "documents", "page": "documents"}
_HEADER = (
    '<header class="kloe-header"><h1>Kloe</h1><p>What inspections of children’s services found, in their own words</p></header>'
    '<p id="kloe-said" class="kloe-hidden" role="status"></p>'
)
_ON_START = "window.kloe.start((name, what) => trigger(name, what)); // 'go' 'typed' 'beside' 'feedback'"
# A part whose tab opens with the page is first drawn before it can be watched.
_ON_DRAWN = "const drawn = () => window.kloe.drawn('{name}', element); watch('value', drawn); drawn();"

Updates = dict[Any, Any]


def create(opened: Callable[[], Index] = open_index, chosen: Settings | None = None) -> FastAPI:
    """Make the application with the pages on it.

    Args:
        opened: gives the index that is served.
        chosen: by default the settings of this process.
    """
    chosen = chosen or settings()
    app = create_app(chosen, opened)
    app.include_router(page_routes(opened))
    app.add_middleware(OwnAddress)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        pages(opened, chosen.cache),
        path="/",
        theme=gr.themes.Default(
            primary_hue="blue", font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]
        ),
        head=_head(),
        ssr_mode=False,
        footer_links=[],
        show_error=True,
        max_file_size=LARGEST,
        mcp_server=True,
        run_history=False,
    )
    return mounted


def _head() -> str:
    """Style and script; not by Gradio's `css`, which rewrites selectors and knows no container queries."""
    style, script = ((_STATIC / name).read_text(encoding="utf-8") for name in ("kloe.css", "kloe.js"))
    return f"<style>{style}{TIMELINE_CSS}</style><script>{script}</script>"


def pages(opened: Callable[[], Index], cache: Path) -> Any:
    """Lay out the three pages, and give programs the tools and nothing else.

    Args:
        cache: the folder of the vector cache, for what is added.
    """
    with gr.Blocks(title=TITLE, analytics_enabled=False) as blocks:
        _Page(opened, cache).listen(blocks)
        for event in blocks.fns.values():
            event.api_visibility = "private"
        for tool in Tools(opened).all:
            api(tool, queue=False)
    blocks.queue(default_concurrency_limit=8)
    return blocks


class _Page:
    """The parts of the page, and what is drawn in them."""

    def __init__(self, opened: Callable[[], Index], cache: Path) -> None:
        self._opened = opened
        self._cache = cache
        self._conversation = gr.State(Conversation())
        self._router = gr.HTML(_HEADER, js_on_load=_ON_START, apply_default_css=False, elem_id="kloe-header")
        with gr.Tabs(selected="ask", elem_id="tabs") as self._tabs:
            for name in ("Ask", "Search", "Documents"):
                with gr.Tab(name, id=name.lower()):
                    getattr(self, f"_lay_{name.lower()}")()

    def _lay_ask(self) -> None:
        with gr.Row(equal_height=True, elem_classes="kloe-asking"):
            self._question = gr.Textbox(
                label="Question",
                placeholder="What did Ofsted say about management oversight in 2022?",
                scale=5,
                elem_id="question",
                autofocus=True,
                max_length=LONGEST_QUESTION,
                interactive=True,
            )
            button = gr.Button("Ask", variant="primary", scale=0, min_width=110, elem_id="ask-button")
        with gr.Row(elem_classes="kloe-columns"):
            self._answer = _html("answer")
            self._source = _html("source")
        gr.on([button.click, self._question.submit], None, js="() => window.kloe.ask()")

    def _lay_search(self) -> None:
        self._query = gr.Textbox(
            label="Search",
            placeholder="letters before proceedings",
            elem_id="query",
            max_length=LONGEST_QUESTION,
            interactive=True,
        )
        with gr.Row(elem_classes=["kloe-columns", "kloe-with-facets"]):
            self._facets = _html("facets")
            self._results = _html("results")
            self._search_source = _html("search-source")

    def _lay_documents(self) -> None:
        self._documents = _html("documents")
        with gr.Column(visible=False, elem_id="adding") as self._adding:
            gr.HTML("<h2>Add documents</h2><p>PDF, Word, HTML, Markdown or text, at most 50 MB each.</p>")
            self._files = gr.File(file_count="multiple", label="Files to add", elem_id="upload", height=160)
            self._added = _html("added")

    def listen(self, blocks: gr.Blocks) -> None:
        """Connect what people do with what is drawn."""
        drawn = [self._tabs, self._question, self._answer, self._source, self._conversation]
        drawn += [self._query, self._facets, self._results, self._search_source, self._documents]
        panels = [self._source, self._search_source]
        blocks.load(self._load, None, [*drawn, self._adding], show_progress="hidden")
        self._on("go", self._go, self._conversation, drawn)
        self._on("typed", self._typed, None, [self._facets, self._results, self._search_source])
        self._on("beside", self._beside, None, panels)
        self._on("feedback", self._feedback, self._conversation, None)
        self._files.upload(
            self._add, self._files, [self._added, self._files], show_progress="hidden", concurrency_limit=1
        )

    def _on(self, name: str, act: Callable[..., Any], inputs: Any, outputs: Any) -> None:
        """Act on what the script sends, and tell it when that is done; it sends no more before."""
        sent = getattr(self._router, name)(act, inputs, outputs, show_progress="hidden", trigger_mode="multiple")
        sent.then(None, js=f"() => window.kloe.done('{name}')")

    def _load(self, request: gr.Request) -> Iterator[Updates]:
        """Draw what the address says that the page was opened with."""
        query = request.query_params if isinstance(request.query_params, str) else str(request.query_params)
        for updates in self._draw(query, "", Conversation()):
            yield {self._adding: gr.Column(visible=may_upload(request))} | updates

    def _go(self, conversation: Conversation, event: gr.EventData) -> Iterator[Updates]:
        """Draw what a link says (`query`), or the answer to what is typed (`question`)."""
        yield from self._draw(event.query, event.question, conversation if event.keep else Conversation())

    def _draw(self, query: str, question: str, conversation: Conversation) -> Iterator[Updates]:
        given = parse_qs(query.removeprefix("?"))
        view = given.get("view", ["ask"])[0]
        try:
            draw = getattr(self, f"_draw_{view}") if view in _TABS else None
            if draw is None:
                raise LinkError(f"Kloe has no view {view[:40]!r}")
            for updates in draw(query, question, conversation):
                yield {self._tabs: gr.Tabs(selected=_TABS[view])} | updates
        except KloeError as error:
            place = {"search": self._results, "ask": self._answer}.get(_TABS.get(view, "ask"), self._documents)
            yield {self._tabs: gr.Tabs(selected=_TABS.get(view, "ask")), place: error_html(str(error))}

    def _draw_ask(self, query: str, question: str, conversation: Conversation) -> Iterator[Updates]:
        index = self._opened()
        asked = read_asked(query)
        if not (question or asked.question):
            yield {
                self._answer: start_html(index),
                self._source: "",
                self._question: gr.Textbox(label="Question"),
                self._conversation: Conversation(),
            }
            return
        turns = ask_next(index, question, conversation) if question else ask_again(index, asked, conversation)
        yield from map(self._turn, turns)

    def _turn(self, shown: Shown) -> Updates:
        updates: Updates = {self._answer: shown.html, self._source: ""}
        held = shown.conversation
        if held is None:
            return updates
        label = "Ask a follow-up, or something else" if held.answer else "Question"
        updates |= {self._conversation: held, self._question: gr.Textbox(label=label)}
        if held.answer and held.answer.citations:
            first = held.answer.citations[0]
            link = marked_link(first.record, first.page, first.spans)
            updates[self._source] = source_html(read_page_view(self._opened(), link.removeprefix("/?")), "source")
        return updates

    def _draw_search(self, query: str, _: str, __: Conversation) -> Iterator[Updates]:
        asked = read_search(query)
        yield {self._query: asked.words, **self._found(asked)}

    def _typed(self, event: gr.EventData) -> Updates:
        """Search for what stands in the box, which is left alone: the person may type on."""
        try:
            return self._found(read_search(event.query))
        except KloeError as error:
            return {self._results: error_html(str(error)), self._facets: "", self._search_source: ""}

    def _found(self, asked: SearchAsked) -> Updates:
        index = self._opened()
        found = search_asked(index, asked)
        return {
            self._facets: facets_html(asked, facets_asked(index, asked)),
            self._results: results_html(asked, found, topic_stems(index, asked)),
            self._search_source: "",
        }

    def _draw_documents(self, query: str, _: str, __: Conversation) -> Iterator[Updates]:
        asked = read_documents(query)
        yield {self._documents: documents_html(self._opened(), asked, listed_documents(self._opened(), asked))}

    def _draw_document(self, query: str, _: str, __: Conversation) -> Iterator[Updates]:
        index = self._opened()
        record = find_document(index, parse_qs(query.removeprefix("?")).get("document", [""])[0])
        yield {self._documents: record_html(record, RecordBody.read(index, record).model_dump(mode="json"))}

    def _draw_page(self, query: str, _: str, __: Conversation) -> Iterator[Updates]:
        yield {self._documents: source_html(read_page_view(self._opened(), query))}

    def _beside(self, event: gr.EventData) -> Updates:
        """Draw the page that a citation or a result names, in the panel beside it."""
        panel = self._search_source if event.panel == "search-source" else self._source
        try:
            return {panel: source_html(read_page_view(self._opened(), event.query), event.panel)}
        except KloeError as error:
            return {panel: error_html(str(error))}

    def _feedback(self, conversation: Conversation, event: gr.EventData) -> None:
        """Keep what a person says of the answer that stands."""
        if conversation.answer is None:
            return
        try:
            keep_feedback(self._opened().folder, feedback_on(conversation.answer, Thumb(event.thumb), str(event.word)))
        except KloeError as error:
            raise gr.Error(str(error), title="Not kept", print_exception=False) from error

    def _add(self, paths: list[str] | None, request: gr.Request) -> Iterator[Updates]:
        """Index files that were uploaded, by a person who may."""
        if not may_upload(request):
            raise gr.Error("You may read here, and not add documents.", title="Not added", print_exception=False)
        try:
            for progress in add_files(self._opened(), list(map(Path, paths or [])), self._cache):
                yield {self._added: upload_html(progress), self._files: gr.skip()}
        except KloeError as error:
            yield {self._added: error_html(str(error)), self._files: gr.skip()}
        yield {self._files: None}


def _html(name: str) -> gr.HTML:
    """A part of the page that the server draws."""
    return gr.HTML(elem_id=name, js_on_load=_ON_DRAWN.format(name=name), apply_default_css=False)
