"""A small OpenID Connect provider: it signs in at once whom a test names, and lies where a test wants it to."""

import base64
import hashlib
import json
import secrets
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import httpx
import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT_ID, CLIENT_SECRET = "kloe", "the secret of Kloe"
KEY = RSAKey.generate_key(2048, {"kid": "first"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "first"})


@dataclass
class Provider:
    """What the provider does until a test changes it.

    Attributes:
        issuer: its address.
        person: the claims of whoever signs in.
        lies: claims that take the place of right ones; None takes one away.
        header: the head of the ID token; `alg` none leaves it unsigned.
        key: signs the ID token.
        metadata: what it tells of itself beside its addresses.
        leaves_out: what its answers do not have.
        left: how the person came, by code: what the address to sign in at said.
    """

    issuer: str
    person: dict[str, Any] = field(default_factory=lambda: {"preferred_username": "sam"})
    lies: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "first"})
    key: RSAKey = field(default_factory=lambda: KEY)
    metadata: dict[str, Any] = field(default_factory=dict)
    leaves_out: set[str] = field(default_factory=set)
    left: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def settings(self) -> dict[str, Any]:
        """Kloe's settings for this provider."""
        return {
            "openid_issuer": self.issuer,
            "openid_client_id": CLIENT_ID,
            "openid_client_secret": CLIENT_SECRET,
        }

    def back_from(self, address: str) -> str:
        """The address to which it sends a person back who comes to sign in at an address."""
        response = httpx.get(address)
        assert response.status_code == 302, response.text
        return str(response.headers["location"])

    def app(self) -> Starlette:
        """The provider as an application."""
        routes = [
            Route("/.well-known/openid-configuration", self._describe),
            Route("/authorize", self._authorize),
            Route("/token", self._give_token, methods=["POST"]),
            Route("/keys", self._give_keys),
        ]
        return Starlette(routes=routes)

    async def _describe(self, _: Request) -> Response:
        told = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "id_token_signing_alg_values_supported": ["RS256"],
        }
        return self._answer(told | self.metadata)

    async def _authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        if asked.get("client_id") != CLIENT_ID or asked.get("response_type") != "code":
            return JSONResponse({"error": "invalid_request"}, 400)
        if asked.get("code_challenge_method") != "S256" or "openid" not in asked.get("scope", "").split():
            return JSONResponse({"error": "invalid_request"}, 400)
        code = secrets.token_urlsafe()
        self.left[code] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?code={code}&state={asked['state']}", 302)

    async def _give_token(self, request: Request) -> Response:
        form = await request.form()
        if request.headers.get("authorization") != f"Basic {_base64(f'{CLIENT_ID}:{CLIENT_SECRET}'.encode())}":
            return JSONResponse({"error": "invalid_client"}, 401)
        asked = self.left.pop(str(form.get("code")), None)  # a code is good once
        challenge = _coded(hashlib.sha256(str(form.get("code_verifier")).encode()).digest())
        if not asked or asked["redirect_uri"] != form.get("redirect_uri") or asked["code_challenge"] != challenge:
            return JSONResponse({"error": "invalid_grant", "error_description": "this code is not good"}, 400)
        return self._answer({"access_token": "x", "token_type": "Bearer", "id_token": self._id_token(asked["nonce"])})

    async def _give_keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [KEY.as_dict(private=False)]})

    def _id_token(self, nonce: str) -> str:
        now = int(time.time())
        claims = {"iss": self.issuer, "sub": "1", "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": nonce}
        told = {name: value for name, value in (claims | self.person | self.lies).items() if value is not None}
        if self.header["alg"] == "none":
            return f"{_coded(json.dumps(self.header).encode())}.{_coded(json.dumps(told).encode())}."
        return jwt.encode(self.header, told, self.key)

    def _answer(self, told: dict[str, Any]) -> Response:
        return JSONResponse({name: value for name, value in told.items() if name not in self.leaves_out})


@contextmanager
def provider_here() -> Iterator[Provider]:
    """Serve a provider on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        provider = Provider(f"http://127.0.0.1:{listening.getsockname()[1]}")
        config = uvicorn.Config(provider.app(), ws="none", lifespan="off", log_config=None, timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield provider
        finally:
            server.should_exit = True
            thread.join()


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _coded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
