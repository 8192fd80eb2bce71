"""Sign-in by OpenID Connect: the person signs in at the council's provider, which tells Kloe who it was."""

import logging
import secrets
from dataclasses import dataclass
from typing import Any

from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.starlette_client import OAuth
from joserfc.errors import JoseError
from starlette.requests import Request
from starlette.responses import Response

from app.access.sessions import Session, Way
from app.access.users import Right, with_lesser
from app.settings import Settings
from app.watching import SharedFile
from ingest import KloeError

_CONFIGURATION = "/.well-known/openid-configuration"
_TIMEOUT = 10  # seconds for an answer of the provider
_LONGEST_NAME = 200  # characters
_FORGEABLE = ("none", "HS")  # ways to sign that anybody can forge, or whoever knows Kloe's secret
_LOG = logging.getLogger(__name__)
_KEY = "CREATE TABLE IF NOT EXISTS keys (name TEXT PRIMARY KEY, value TEXT NOT NULL)"


class SignInError(KloeError):
    """The provider did not sign the person in; the text says so to the person.

    Args:
        cause: what exactly went wrong, for the audit record. It may come from an address, which anybody can make, and so is
            not shown on a page.
        status: the status of the response.
    """

    def __init__(self, text: str, cause: object, status: int = 401) -> None:
        super().__init__(text)
        self.cause = str(cause) or type(cause).__name__
        self.status = status


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
        """The person's rights: to read, and those that the provider lists. Each brings the lesser ones."""
        value = self.told.get(self.rights_claim)
        listed = value if isinstance(value, list) else str(value or "").split()
        named = [right for right in Right if right.value in listed]
        return frozenset({Right.READ}.union(*map(with_lesser, named)))


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
        except Exception as error:  # of the network, or of what the provider answers: the library's own versions differ
            raise _unusable(error) from error
        return response

    async def come_back(self, request: Request) -> Session:
        """The session of a person whom the provider sends back.

        Raises:
            SignInError: the provider did not sign them in, or what it sent is not valid.
        """
        try:
            options = await self._asked_of_token()
            token = await self._client.authorize_access_token(request, claims_options=options)
        except (OAuthError, JoseError) as error:
            raise SignInError("the sign-in service did not sign you in: try again", error) from error
        except Exception as error:
            raise _unusable(error) from error
        claims = _Claims(token.get("userinfo") or {}, self._chosen.openid_name_claim, self._chosen.openid_rights_claim)
        if not claims.name:
            text = f"the sign-in service did not tell your name ({self._chosen.openid_name_claim})"
            raise SignInError(text, text)
        return Session(claims.name, Way.OPENID, claims.rights)

    async def _asked_of_token(self) -> dict[str, dict[str, Any]]:
        """What an ID token must say; of the ways to sign it that the provider lists, only safe ones are left."""
        told = await self._client.load_server_metadata()
        listed = told.get("id_token_signing_alg_values_supported") or []
        safe = [way for way in listed if not way.startswith(_FORGEABLE)]
        told["id_token_signing_alg_values_supported"] = safe or ["RS256"]
        return {
            "iss": {"essential": True, "value": told["issuer"]},
            "aud": {"essential": True, "value": self._chosen.openid_client_id},
        }


def _unusable(error: Exception) -> SignInError:
    _LOG.warning("the sign-in service cannot be used: %s: %s", type(error).__name__, error)
    return SignInError(
        "the sign-in service cannot be reached, or answers as it should not: try again later", error, 502
    )


def cookie_key(file: SharedFile) -> str:
    """The key that signs the cookie of a sign-in under way, the same for all processes of an index."""
    with file.transaction() as db:
        db.execute(_KEY)
        db.execute("INSERT OR IGNORE INTO keys (name, value) VALUES ('cookie', ?)", (secrets.token_urlsafe(32),))
        return str(db.execute("SELECT value FROM keys WHERE name = 'cookie'").fetchone()[0])
