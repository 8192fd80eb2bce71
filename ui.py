"""The pages: ask, search and documents. Layout and wiring only: `app.pages` renders what they show.

Each view has its own address, `/?view=…`, and the server draws what an address names. Links, typed questions and the browser's
Back button all reach `_Page` as such an address, sent by `app/pages/static/kloe.js`.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

import gradio as gr
from fastapi import FastAPI
from gradio.events import api
from starlette.middleware import Middleware

from app.access.guard import LONGEST_ADDRESS
from app.access.requests import may, person_of
from app.access.users import Right
from app.api.tools import Tools
from app.asking.filters import LONGEST_QUESTION
from app.documents import LARGEST, clean_folder
from app.feedback import Thumb, change_feedback, feedback_on, keep_feedback
from app.kept import Kept
from app.pages.adding import add_files, incoming_folder
from app.pages.addresses import LinkError, read_question_address
from app.pages.briefing import briefing_panels
from app.pages.conversation import Conversation, Shown, answer_shown, ask_address
from app.pages.correcting import correction_routes
from app.pages.council import council_panels, render_start
from app.pages.panels import (
    SearchPanels,
    comparison_panels,
    documents_panel,
    first_source,
    page_panel,
    precedents_panels,
    record_panel,
    saved_panel,
    search_panels,
    trajectory_panels,
)
from app.pages.policy import page_policy
from app.pages.removing import removal_routes
from app.pages.routes import OwnAddress, page_routes
from app.pages.sharing.tags import SharedTags
from app.pages.sharing.titles import home_title
from app.pages.shell import ICON, adding_heading, asking_notes, drawn_script, page_head, page_header, start_script
from app.pages.views import render_error, render_upload
from app.server import create_app, open_index
from app.settings import Settings, settings
from app.watching.watched import watching
from index import Index
from ingest import KloeError

_LIBRARY = {"documents": documents_panel, "document": record_panel, "page": page_panel}  # views of one tab
_FINDINGS = {
    "precedents": precedents_panels,
    "trajectory": trajectory_panels,
    "compare": comparison_panels,
    "brief": briefing_panels,
}
_TABS = {"ask": "ask", "council": "ask", "search": "search", "saved": "saved"}
_TABS |= dict.fromkeys(_FINDINGS, "findings") | dict.fromkeys(_LIBRARY, "documents")

_GRADIO_PAGE = Path(gr.__file__).parent / "templates" / "frontend" / "index.html"
_CLEANED, _KEPT = (
    3600,
    86400,
)  # seconds between two looks for files that were sent and not added, and how long they are kept

Updates = dict[Any, Any]


def create(opened: Callable[[], Index] = open_index, chosen: Settings | None = None) -> FastAPI:
    """Make the application with the pages on it: over the index that `opened` returns, by default with this process's settings."""
    chosen = chosen or settings()
    incoming = incoming_folder(chosen.index)
    os.environ["GRADIO_TEMP_DIR"] = str(incoming)  # not a folder that others on this machine can read
    clean_folder(chosen.index, incoming)
    head = page_head()
    app = create_app(chosen, opened, page_policy(_GRADIO_PAGE.read_text(encoding="utf-8"), head))
    app.include_router(page_routes(opened))
    app.include_router(removal_routes(app.state.kept))
    readiness = app.state.readiness
    app.user_middleware.append(Middleware(SharedTags, opened=opened, is_ready=lambda: readiness.is_ready))
    app.include_router(correction_routes(app.state.kept))
    app.user_middleware.append(Middleware(OwnAddress))  # the last: the path below the root is known by then
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        pages(app.state.kept),
        path="/",
        theme=gr.themes.Default(
            primary_hue="blue", font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]
        ),
        head=head,
        ssr_mode=False,
        footer_links=[],
        favicon_path=str(ICON),
        show_error=True,
        max_file_size=LARGEST,
        mcp_server=True,
        root_path=chosen.root_path,
        run_history=False,
    )
    return mounted


def pages(kept: Kept) -> Any:
    """Lay out the pages; programs see the tools and nothing else."""
    with gr.Blocks(title=home_title(), analytics_enabled=False, delete_cache=(_CLEANED, _KEPT)) as blocks:
        _Page(kept).listen(blocks)
        for event in blocks.fns.values():
            event.api_visibility = "private"
        for tool in Tools(kept.opened).all:
            api(tool, queue=False)
    blocks.queue(default_concurrency_limit=8)
    return blocks


class _Page:
    """The parts of the page, and what draws them."""

    def __init__(self, kept: Kept) -> None:
        self._opened = kept.opened
        self._kept = kept
        self._conversation = gr.State(Conversation())
        self._said = gr.State(("", 0))  # the link of the answer that feedback was given on, and its row
        self._router = gr.HTML(page_header(), js_on_load=start_script(), apply_default_css=False, elem_id="kloe-header")
        with gr.Tabs(selected="ask", elem_id="tabs", overflow_behavior="wrap") as self._tabs:
            for name in ("Ask", "Search", "Findings", "Documents"):
                with gr.Tab(name, id=name.lower()):
                    getattr(self, f"_lay_{name.lower()}")()
            with gr.Tab("Saved", id="saved"):
                self._saved = _html("saved")
        self._panels = {
            "source": self._source,
            "search-source": self._search_source,
            "findings-source": self._findings_source,
        }

    def _lay_ask(self) -> None:
        with gr.Row(equal_height=True, elem_classes="kloe-asking"):
            self._question = gr.Textbox(
                label="Question",
                placeholder="What did Ofsted say about management oversight in 2022?",
                scale=5,
                elem_id="question",
                autofocus=True,
                interactive=True,
            )
            button = gr.Button("Ask", variant="primary", scale=0, min_width=110, elem_id="ask-button")
        gr.HTML(asking_notes(), apply_default_css=False)
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

    def _lay_findings(self) -> None:
        with gr.Row(elem_classes="kloe-columns"):
            self._findings = _html("findings")
            self._findings_source = _html("findings-source")

    def _lay_documents(self) -> None:
        with gr.Column(visible=False, elem_id="adding") as self._adding:
            gr.HTML(adding_heading())
            self._files = gr.File(file_count="multiple", label="Files to add", elem_id="upload", height=160)
            self._added = _html("added")
        self._documents = _html("documents")

    def listen(self, blocks: gr.Blocks) -> None:
        """Connect what people do with what draws the page."""
        drawn = [self._tabs, self._question, self._answer, self._source, self._conversation]
        drawn += [self._query, self._facets, self._results, self._search_source, self._documents, self._saved]
        drawn += [self._findings, self._findings_source]
        panels = list(self._panels.values())
        load = blocks.load(self._watched("load", self._load), None, [*drawn, self._adding], show_progress="hidden")
        for ended in (load.then, load.failure):
            ended(None, js="() => window.kloe.done('go')")
        go = self._on("go", self._go, self._conversation, drawn)
        self._router.stop(None, None, None, cancels=[load, go])
        self._on("typed", self._typed, None, [self._facets, self._results, self._search_source])
        self._on("beside", self._beside, None, panels)
        given = self._on("feedback", self._feedback, [self._conversation, self._said], self._said)
        given.success(None, js="() => window.kloe.saved()")
        self._files.upload(
            self._watched("add", self._add),
            self._files,
            [self._added, self._files],
            show_progress="hidden",
            concurrency_limit=1,
        )

    def _on(self, name: str, act: Callable[..., Any], inputs: Any, outputs: Any) -> Any:
        """Act on what the script sends, and tell it when that is done; until then it sends nothing more."""
        sent = getattr(self._router, name)(
            self._watched(name, act), inputs, outputs, show_progress="hidden", trigger_mode="multiple"
        )
        for ended in (sent.then, sent.failure):  # Gradio runs the one or the other
            ended(None, js=f"() => window.kloe.done('{name}')")
        return sent

    def _watched(self, name: str, act: Callable[..., Any]) -> Any:
        """The same function, with each call timed and logged."""
        return watching(self._kept.metrics, name, act, self._kept.told_of_page)

    def _load(self, request: gr.Request) -> Iterator[Updates]:
        """Draw the address with which the page was opened."""
        query = request.query_params if isinstance(request.query_params, str) else str(request.query_params)
        saved = partial(saved_panel, person=person_of(request), sent=None)
        given = parse_qs(query.removeprefix("?"))
        first: Updates = {self._adding: gr.Column(visible=may(request, Right.UPLOAD))}
        if given.get("view") == ["search"] and "q" in given:  # later the page's script writes the box
            first[self._query] = given["q"][0][:LONGEST_QUESTION]
        for updates in self._draw(query, Conversation(), saved, request):
            yield first | updates
            first = {}

    def _go(self, conversation: Conversation, event: gr.EventData, request: gr.Request) -> Iterator[Updates]:
        """Draw an address (`query`): a link's, or that of a typed question."""
        saved = partial(saved_panel, person=person_of(request), sent=event.saved)
        yield from self._draw(str(event.query), conversation, saved, request)

    def _draw(
        self,
        query: str,
        conversation: Conversation,
        saved: Callable[[Index], str],
        request: gr.Request,
    ) -> Iterator[Updates]:
        """Draw an address; `saved` draws what the person has saved."""
        query = query[:LONGEST_ADDRESS]
        given = parse_qs(query.removeprefix("?"))
        view = given.get("view", ["ask"])[0]
        try:
            drawn = (
                [{self._saved: saved(self._opened())}]
                if view == "saved"
                else self._updates(view, query, conversation, request)
            )
            chosen: Updates = {self._tabs: gr.Tabs(selected=_TABS.get(view, "ask"))}
            for updates in drawn:
                yield chosen | updates
                chosen = {}  # a person may have gone to another tab meanwhile
        except KloeError as error:
            places = {"search": self._results, "ask": self._answer, "saved": self._saved, "findings": self._findings}
            place = places.get(_TABS.get(view, "ask"), self._documents)
            yield {self._tabs: gr.Tabs(selected=_TABS.get(view, "ask")), place: render_error(str(error))}

    def _updates(self, view: str, query: str, conversation: Conversation, request: gr.Request) -> Iterator[Updates]:
        if view in _FINDINGS:
            yield from self._in_steps(_FINDINGS[view](self._opened(), query), self._findings, self._findings_source)
        elif view in _LIBRARY:
            remove, correct = may(request, Right.REMOVE), may(request, Right.UPLOAD)
            draw = (
                partial(record_panel, may_remove=remove, may_correct=correct) if view == "document" else _LIBRARY[view]
            )
            yield {self._documents: draw(self._opened(), query)}
        elif view == "search":
            yield self._found(search_panels(self._opened(), query))
        elif view == "council":
            drawn = self._in_steps(council_panels(self._opened(), query), self._answer, self._source)
            yield from ({self._conversation: Conversation()} | updates for updates in drawn)
        elif view == "ask":
            yield from self._draw_ask(query, conversation, request)
        else:
            raise LinkError(f"Kloe has no view {view[:40]!r}")

    def _in_steps(self, panels: Iterator[str], part: Any, beside: Any) -> Iterator[Updates]:
        """Draw a part step by step; the page beside it goes with the first, because a person may open another meanwhile."""
        closed: Updates = {beside: ""}
        for html in panels:
            yield {part: html} | closed
            closed = {}

    def _draw_ask(self, query: str, conversation: Conversation, request: gr.Request) -> Iterator[Updates]:
        index = self._opened()
        address = read_question_address(query)
        if not address.question:
            yield {
                self._answer: render_start(index),
                self._source: "",
                self._question: gr.Textbox(label="Question"),
                self._conversation: Conversation(),
            }
            return
        self._kept.note_question(request, address.question)
        lend = partial(self._kept.lend_writer, request)
        yield from map(self._turn, ask_address(index, address, conversation, lend))

    def _turn(self, shown: Shown) -> Updates:
        if shown.is_more:
            return {self._answer: shown.html}  # the page beside may be another by now
        updates: Updates = {self._answer: shown.html, self._source: ""}
        conversation = shown.conversation
        if conversation is None:
            return updates
        label = "Ask a follow-up or a new question" if conversation.answer else "Question"
        updates |= {self._conversation: conversation, self._question: gr.Textbox(label=label)}
        if conversation.answer:
            updates[self._source] = first_source(self._opened(), conversation.answer)
        return updates

    def _typed(self, event: gr.EventData) -> Updates:
        """Search as a person types; the box itself stays as it is, because they may type on."""
        try:
            return self._found(search_panels(self._opened(), str(event.query)[:LONGEST_ADDRESS]))
        except KloeError as error:
            return {self._results: render_error(str(error)), self._facets: "", self._search_source: ""}

    def _found(self, panels: SearchPanels) -> Updates:
        return {self._facets: panels.facets, self._results: panels.results, self._search_source: ""}

    def _beside(self, event: gr.EventData) -> Updates:
        """Draw the page of a citation or a result in the panel beside it."""
        panel = self._panels.get(event.panel, self._source)
        try:
            return {panel: page_panel(self._opened(), str(event.query)[:LONGEST_ADDRESS], event.panel)}
        except KloeError as error:
            return {panel: render_error(str(error))}

    def _feedback(self, conversation: Conversation, said: tuple[str, int], event: gr.EventData) -> tuple[str, int]:
        """Save what a person says about the answer shown; what they say of it later takes the place of that."""
        index = self._opened()
        try:
            link, answer = answer_shown(index, str(event.query)[:LONGEST_ADDRESS], conversation)
            given = feedback_on(answer, Thumb(event.thumb), str(event.word))
            if said[0] == link:
                change_feedback(index.folder, said[1], given)
                return said
            return link, keep_feedback(index.folder, given)
        except KloeError as error:
            raise gr.Error(str(error), title="Not saved", print_exception=False) from error

    def _add(self, paths: list[str] | None, request: gr.Request) -> Iterator[Updates]:
        """Index uploaded files, where the person has permission."""
        if not may(request, Right.UPLOAD):
            raise gr.Error("You do not have permission to add documents.", title="Not added", print_exception=False)
        try:
            for progress in add_files(self._opened(), list(map(Path, paths or [])), self._kept, request):
                drawn = render_upload(progress, may_remove=may(request, Right.REMOVE))
                yield {self._added: drawn, self._files: gr.skip()}
        except KloeError as error:
            yield {self._added: render_error(str(error)), self._files: gr.skip()}
        yield {self._files: None}


def _html(name: str) -> gr.HTML:
    """A part of the page that the server draws."""
    return gr.HTML(elem_id=name, js_on_load=drawn_script(name), apply_default_css=False)
