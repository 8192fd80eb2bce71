"""The web application: the API, the feeds, sign-in and what guards them. `ui` mounts the pages on it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache, partial
from typing import Any

from anyio import to_thread
from fastapi import FastAPI, Response
from fastapi.responses import JSONResponse
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import HTTPConnection
from starlette.types import Scope

from app.access.counting import access_file
from app.access.guard import REFUSED, RULE, Guard
from app.access.headers import PagePolicy, SecurityHeaders
from app.access.hosts import ApiCors, Forwarded
from app.access.identity import Identity
from app.access.openid import cookie_key
from app.access.requests import kind_of
from app.api import create_api, no_such_path
from app.documents import API, Uploads
from app.documents.drawing import stop_drawing
from app.feeds.routes import FEEDS, create_feeds
from app.kept import Kept
from app.pages.box import box_routes
from app.pages.sign_in import sign_in_routes
from app.problems import Faulted, answer_with_problems
from app.published import use_published
from app.root import BelowRoot
from app.serving.preparing import prepare_answer
from app.serving.readiness import Readiness
from app.settings import Settings, settings
from app.watching import Audit, SharedFile
from app.watching.metrics import MEDIA_TYPE, Metrics
from app.watching.watched import Watched
from index import Embedder, Index
from ingest import KloeError
from qa.themes import use_themes

_SIGN_IN_SECONDS = 600  # that a sign-in at the provider may take


@cache
def open_index() -> Index:
    """The index of this process."""
    use_themes(settings().themes)
    use_published(settings().published)
    return Index(settings().index, Embedder(settings().model), settings().chroma_url, settings().reranker)


def create_app(
    chosen: Settings | None = None,
    opened: Callable[[], Index] = open_index,
    page_policy: PagePolicy | None = None,
) -> FastAPI:
    """Make the application. It serves the first page while the model still loads in the background.

    Its `state` has `kept`, for the pages, `readiness`, for the server, and `api`.

    Args:
        chosen: who may use it, and how much; by default this process's settings.
        opened: opens the index.
        page_policy: makes the Content-Security-Policy of the page.

    Raises:
        KloeError: the users file cannot be read.
    """
    chosen = chosen or settings()
    file = access_file(chosen.index)
    identity = Identity(chosen, file)
    readiness, uploads = Readiness(opened, prepare_answer), Uploads(chosen.cache, chosen.upload_space * 1024**2)
    metrics = Metrics(partial(_counts, opened, readiness, uploads))
    audit = Audit(chosen.index, chosen, lambda event: metrics.events.labels(event.value).inc())

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        readiness.begin()
        yield
        readiness.stop()
        await to_thread.run_sync(uploads.finish, chosen.stop_timeout)
        await to_thread.run_sync(stop_drawing)
        file.close()
        audit.close()

    guards = [
        *([Middleware(BelowRoot, root=chosen.root_path)] if chosen.root_path else []),
        Middleware(Watched, metrics=metrics, describe=_described),
        Middleware(Forwarded, trusted_hosts=list(chosen.trusted_proxies)),
        Middleware(SecurityHeaders, chosen=chosen, page_policy=page_policy),
        *_cors(chosen),
        Middleware(Faulted),
        Middleware(Guard, chosen=chosen, identity=identity, file=file, audit=audit),
        *_remembering(chosen, file),
    ]
    app = FastAPI(title="Kloe", openapi_url=None, docs_url=None, redoc_url=None, middleware=guards, lifespan=running)
    app.state.readiness = readiness
    app.state.kept = kept = Kept.make(chosen, opened, file, uploads, audit, metrics)
    answer_with_problems(app)
    _add_watching(app, opened, readiness, metrics)

    app.include_router(box_routes())
    app.include_router(sign_in_routes(chosen, identity, audit))
    app.state.api = create_api(kept)
    app.mount(API, app.state.api)
    app.mount("/api", no_such_path())
    app.mount(FEEDS, create_feeds(opened))
    return app


def _cors(chosen: Settings) -> list[Middleware]:
    """What lets the pages of listed sites call the API."""
    if not chosen.cors_origins:
        return []
    cors = Middleware(
        ApiCors,
        allow_origins=chosen.cors_origins,
        allow_methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type", "X-API-Key"],
        expose_headers=["Retry-After"],
    )
    return [cors]


def _remembering(chosen: Settings, file: SharedFile) -> list[Middleware]:
    """What remembers a sign-in under way, in a cookie that is signed, between leaving for the provider and coming back."""
    if not chosen.openid_issuer:
        return []
    key = cookie_key(file)
    return [Middleware(SessionMiddleware, secret_key=key, session_cookie="kloe_sign_in", max_age=_SIGN_IN_SECONDS)]


def _add_watching(app: FastAPI, opened: Callable[[], Index], readiness: Readiness, metrics: Metrics) -> None:
    """Add what monitoring asks: whether the process lives, whether it can answer, and its figures."""

    @app.get("/alive")
    def alive() -> dict[str, bool]:
        return {"alive": True}

    @app.get("/ready")
    def ready() -> JSONResponse:
        step, steps = readiness.step
        told = {
            "ready": readiness.is_ready,
            "waiting_for": readiness.waiting_for,
            "step": step,
            "steps": steps,
            "seconds_to_ready": readiness.seconds,
            "seconds_of_first_answer": metrics.first_answer,
        }
        return JSONResponse(told, 200 if readiness.is_ready else 503, headers={"Cache-Control": "no-store"})

    @app.get("/health")
    def health() -> dict[str, Any]:
        return {"documents": len(opened().catalogue.records()), "ready": readiness.is_ready}

    @app.get("/metrics")
    def figures() -> Response:
        return Response(metrics.text(), media_type=MEDIA_TYPE)


def _counts(opened: Callable[[], Index], readiness: Readiness, uploads: Uploads) -> dict[str, float]:
    """The figures of the present."""
    counts: dict[str, float] = {"ready": readiness.is_ready, "uploads_running": uploads.running}
    if readiness.seconds is not None:
        counts["ready_after_seconds"] = readiness.seconds
    if readiness.is_ready:
        try:
            records = opened().catalogue.records()
        except KloeError:
            return counts
        counts |= {"documents": len(records), "passages": sum(record.passages for record in records)}
    return counts


def _described(scope: Scope) -> dict[str, Any]:
    """What the log and the figures say of a request; of a person, only that it is one."""
    rule, refused = scope.get(RULE), scope.get(REFUSED)
    right = (rule.right or "open") if rule else "none"
    told = {"path": rule.path if rule else "none", "right": right, "who": kind_of(HTTPConnection(scope))}
    return told | ({"refused": refused.detail} if refused else {})
