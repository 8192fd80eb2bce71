"""Signing in and out: by name and password, or at the council's own sign-in service."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from anyio import to_thread
from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException

from app.access.identity import Identity
from app.access.openid import OpenId, SignInError
from app.access.requests import Refused, address_of, has_sign_in, person_of, scope_of
from app.access.sessions import COOKIE, Session, Way
from app.access.table import SIGN_IN
from app.pages.templating import render
from app.root import rooted
from app.settings import Settings
from app.watching import Audit, Event

_STATIC = Path(__file__).parent / "static"
PLAIN_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
_WRONG = "The name or the password is not right."


Note = Callable[..., Awaitable[None]]
Show = Callable[..., Response]


def sign_in_routes(chosen: Settings, identity: Identity, audit: Audit) -> APIRouter:
    """The routes; there is nothing to sign in to where the settings name neither users nor a provider."""
    router = APIRouter(include_in_schema=False)
    openid = OpenId(chosen) if chosen.openid_issuer else None
    show = partial(_page, has_password=chosen.users_file is not None, has_openid=openid is not None)

    async def note(event: Event, who: str, request: Request, detail: str = "") -> None:
        await to_thread.run_sync(audit.write, event, who, address_of(request), detail)

    @router.get("/static/sign-in.css")
    def style() -> FileResponse:
        return FileResponse(_STATIC / "sign-in.css", media_type="text/css")

    @router.get("/account")
    def account(request: Request) -> JSONResponse:
        rights = sorted(scope_of(request)["auth"].scopes)
        told = {"name": person_of(request), "rights": rights, "can_sign_out": COOKIE in request.cookies}
        return JSONResponse(told, headers={"Cache-Control": "no-store"})

    @router.get(SIGN_IN)
    def ask(next: str = "/") -> Response:
        if not has_sign_in(chosen):
            raise HTTPException(404, "Nobody needs to sign in to this Kloe.")
        return show(_own(next))

    @router.post(SIGN_IN)
    async def sign_in(
        request: Request,
        name: Annotated[str, Form(max_length=200)] = "",
        password: Annotated[str, Form(max_length=2000)] = "",
        next: Annotated[str, Form(max_length=4000)] = "/",
    ) -> Response:
        try:
            user = await identity.check(name.strip(), password, address_of(request))
        except Refused as refused:
            await note(Event.SIGN_IN_REFUSED, name, request, refused.detail)
            return show(_own(next), name=name, fault=refused.detail, status=429)
        if user is None:
            await note(Event.SIGN_IN_REFUSED, name, request, "wrong name or password")
            return show(_own(next), name=name, fault=_WRONG, status=401)
        token = await identity.begin(Session(user.name, Way.PASSWORD, frozenset(), user.stamp))
        await note(Event.SIGN_IN, user.name, request, "password")
        return _with_cookie(request, _own(next), token, identity.sessions.seconds)

    @router.post("/sign-out")
    async def sign_out(request: Request) -> Response:
        session = await identity.end(request)
        if session:
            await note(Event.SIGN_OUT, session.name, request)
        response = RedirectResponse(rooted(SIGN_IN if has_sign_in(chosen) else "/"), 303)
        response.delete_cookie(COOKIE, path=rooted("/"))
        return response

    if openid:
        _add_openid(router, openid, identity, note, show)
    return router


def _add_openid(router: APIRouter, openid: OpenId, identity: Identity, note: Note, show: Show) -> None:
    """Add the routes to the provider and back. The request's `session` remembers what a sign-in under way needs."""

    @router.get(f"{SIGN_IN}/openid")
    async def leave(request: Request, next: str = "/") -> Response:
        request.session["next"] = _own(next)
        back = f"{request.url.scheme}://{request.url.netloc}{rooted(SIGN_IN)}/openid/back"
        try:
            return await openid.leave(request, back)
        except SignInError as error:
            return show(_own(next), fault=_sentence(error), status=error.status)

    @router.get(f"{SIGN_IN}/openid/back")
    async def come_back(request: Request) -> Response:
        wanted = _own(str(request.session.pop("next", "/")))
        try:
            session = await openid.come_back(request)
        except SignInError as error:
            await note(Event.SIGN_IN_REFUSED, "", request, f"openid: {error.cause}")
            return show(wanted, fault=_sentence(error), status=error.status)
        token = await identity.begin(session)
        await note(Event.SIGN_IN, session.name, request, "openid")
        return _with_cookie(request, wanted, token, identity.sessions.seconds)


def _page(
    wanted: str,
    name: str = "",
    fault: str = "",
    status: int = 200,
    *,
    has_password: bool,
    has_openid: bool,
) -> HTMLResponse:
    """The page on which people sign in."""
    html = render(
        "sign_in.html",
        wanted=wanted,
        wanted_coded=quote(wanted, safe=""),
        name=name[:200],
        fault=fault,
        has_password=has_password,
        has_openid=has_openid,
    )
    return HTMLResponse(html, status, {"Content-Security-Policy": PLAIN_POLICY, "Cache-Control": "no-store"})


def _with_cookie(request: Request, wanted: str, token: str, seconds: int) -> Response:
    response = RedirectResponse(rooted(wanted), 303)
    response.set_cookie(COOKIE, token, max_age=seconds, path=rooted("/"), httponly=True, samesite="lax")
    return response


def _own(address: str) -> str:
    """An address on Kloe's own pages: what leads elsewhere becomes the start page."""
    is_own = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_own and "\\" not in address else "/"


def _sentence(error: SignInError) -> str:
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."
