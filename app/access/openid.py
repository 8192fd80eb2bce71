"""Sign-in by OpenID Connect: the person signs in at the council's provider, which tells Kloe who it was."""

import secrets
from dataclasses import dataclass
from typing import Any

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.starlette_client import OAuth
from httpx import HTTPError
from joserfc.errors import JoseError
from starlette.requests import Request
from starlette.responses import Response

from app.access.sessions import Session, Way
from app.access.users import Right
from app.settings import Settings
from app.watching import SharedFile
from ingest import KloeError

_CONFIGURATION = "/.well-known/openid-configuration"
_TIMEOUT = 10  # seconds for an answer of the provider
_LONGEST_NAME = 200  # characters
_KEY = "CREATE TABLE IF NOT EXISTS keys (name TEXT PRIMARY KEY, value TEXT NOT NULL)"


class SignInError(KloeError):
    """The provider did not sign the person in; the text says why."""


@dataclass(frozen=True)
class _Claims:
    """What the provider tells of a person, and which of it Kloe reads."""

    told: dict[str, Any]
    name_claim: str
    rights_claim: str

    @property
    def name(self) -> str:
        """The person's name; empty if the provider tells none."""
        value = self.told.get(self.name_claim)
        return value.strip()[:_LONGEST_NAME] if isinstance(value, str) and value.isprintable() else ""

    @property
    def rights(self) -> frozenset[Right]:
        """The person's rights: to read, and those that the provider lists. The right to remove brings that to add."""
        value = self.told.get(self.rights_claim)
        listed = value if isinstance(value, list) else str(value or "").split()
        named = {right for right in Right if right.value in listed}
        return frozenset({Right.READ} | named | ({Right.UPLOAD} if Right.REMOVE in named else set()))


class OpenId:
    """The provider that the settings name."""

    def __init__(self, chosen: Settings) -> None:
        secret = chosen.openid_client_secret
        self._chosen = chosen
        self._client = OAuth().register(
            name="openid",
            server_metadata_url=f"{(chosen.openid_issuer or '').rstrip('/')}{_CONFIGURATION}",
            client_id=chosen.openid_client_id,
            client_secret=secret.get_secret_value() if secret else None,
            client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256", "timeout": _TIMEOUT},
        )

    async def leave(self, request: Request, back: str) -> Response:
        """Send the person to the provider.

        Args:
            back: the address that the provider sends them back to.

        Raises:
            SignInError: the provider cannot be reached.
        """
        try:
            response: Response = await self._client.authorize_redirect(request, back)
        except (OAuthError, HTTPError, ValueError, KeyError) as error:
            raise SignInError(f"the sign-in service cannot be reached: {error}") from error
        return response

    async def come_back(self, request: Request) -> Session:
        """The session of a person whom the provider sends back.

        Raises:
            SignInError: the provider did not sign them in, or what it sent is not valid.
        """
        try:
            token = await self._client.authorize_access_token(request)
        except (OAuthError, HTTPError, JoseError, ValueError, KeyError) as error:
            raise SignInError(f"the sign-in service did not sign you in: {error}") from error
        claims = _Claims(token.get("userinfo") or {}, self._chosen.openid_name_claim, self._chosen.openid_rights_claim)
        if not claims.name:
            raise SignInError(f"the sign-in service did not tell your name ({self._chosen.openid_name_claim})")
        return Session(claims.name, Way.OPENID, claims.rights)


def cookie_key(file: SharedFile) -> str:
    """The key that signs the cookie of a sign-in under way, the same for all processes of an index."""
    with file.transaction() as db:
        db.execute(_KEY)
        db.execute("INSERT OR IGNORE INTO keys (name, value) VALUES ('cookie', ?)", (secrets.token_urlsafe(32),))
        return str(db.execute("SELECT value FROM keys WHERE name = 'cookie'").fetchone()[0])
