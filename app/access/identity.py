"""Who sends a request, and their rights: by session, API key, password, or a proxy that has signed the person in."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable
from functools import partial

from anyio import CapacityLimiter, to_thread
from starlette.authentication import AuthCredentials, SimpleUser, UnauthenticatedUser
from starlette.requests import HTTPConnection

from app.access.counting import Counter
from app.access.requests import (
    PEER,
    AtThisMachine,
    Program,
    Refused,
    Signed,
    address_of,
    is_local,
    is_open,
    trusts,
)
from app.access.sessions import COOKIE, Session, Sessions, Way
from app.access.table import For, Rule
from app.access.throttle import Throttle
from app.access.users import Right, User, Users
from app.settings import Settings
from app.watching import SharedFile


class Identity:
    """Finds out who sends a request.

    Args:
        file: where sessions and counts are kept.

    Raises:
        KloeError: the users file is missing or cannot be read.
    """

    def __init__(self, chosen: Settings, file: SharedFile) -> None:
        self._chosen = chosen
        self._users = Users(chosen.users_file) if chosen.users_file else None
        self._keys = [_digest_of_key(key) for key in chosen.api_keys]
        self._trusts = trusts(chosen)
        self._threads = CapacityLimiter(2)  # checking a password takes 64 MiB
        self._throttle = Throttle(Counter(file, chosen))
        self.sessions = Sessions(file, chosen.session_hours)

    async def of(self, conn: HTTPConnection, rule: Rule) -> Signed:
        """Who sends a request to a path.

        Raises:
            Refused: nobody may, without signing in: 401; or there were too many wrong passwords: 429.
        """
        if rule.right is None:
            key = self._by_key(conn) if rule.is_local else None
            return key or Signed(AuthCredentials(), UnauthenticatedUser())
        signed = self._by_key(conn) if rule.audience is not For.PEOPLE else None
        signed = signed or self._by_proxy(conn) or await self._by_session(conn) or await self._by_basic(conn)
        needs_key = self._keys and rule.audience is For.PROGRAMS
        if signed is None and is_open(self._chosen) and not needs_key:
            signed = self._unknown(conn)
        if signed is None:
            raise Refused(401, "Sign in to use Kloe.", self._challenges(conn, rule))
        return signed

    def _unknown(self, conn: HTTPConnection) -> Signed:
        """Somebody at this machine, who may do everything, or anybody, who may read."""
        if is_local(conn, self._chosen):
            return Signed(AuthCredentials(list(Right)), AtThisMachine("this machine"))
        return Signed(AuthCredentials([Right.READ]), UnauthenticatedUser())

    def _by_key(self, conn: HTTPConnection) -> Signed | None:
        scheme, _, bearer = conn.headers.get("authorization", "").partition(" ")
        sent = conn.headers.get("x-api-key") or (bearer.strip() if scheme.lower() == "bearer" else "")
        digest = hashlib.sha256(sent.encode("utf-8", "replace")).hexdigest()
        if sent and any(hmac.compare_digest(digest, key) for key in self._keys):
            return Signed(AuthCredentials([Right.READ]), Program(f"key {digest[:12]}"))
        return None

    def _by_proxy(self, conn: HTTPConnection) -> Signed | None:
        """The person that a trusted proxy names. Their rights come from the users file; without an entry they may read."""
        header = self._chosen.proxy_user_header
        name = conn.headers.get(header, "").strip() if header else ""
        if not name or not self._trusts(conn.scope.get(PEER, "")):
            return None
        return self._signed(name, [Right.READ])

    async def _by_session(self, conn: HTTPConnection) -> Signed | None:
        token = conn.cookies.get(COOKIE, "")
        session = await to_thread.run_sync(self.sessions.of, token) if token else None
        if session is None:
            return None
        if session.way is Way.OPENID:
            return self._signed(session.name, session.rights) if self._chosen.openid_issuer else None
        user = self._users.get(session.name) if self._users else None
        if user is None or user.stamp != session.stamp:  # removed since, or the password has changed
            return None
        return _signed_as(user)

    async def _by_basic(self, conn: HTTPConnection) -> Signed | None:
        credentials = _basic(conn.headers.get("authorization", ""))
        user = await self.check(*credentials, address_of(conn)) if credentials else None
        return _signed_as(user) if user else None

    async def check(self, name: str, password: str, address: str) -> User | None:
        """The person with that name and password; None if there is none.

        Raises:
            Refused: there were too many wrong passwords.
        """
        if self._users is None:
            return None
        return await to_thread.run_sync(
            partial(self._tried, self._users, name, password, address), limiter=self._threads
        )

    def _tried(self, users: Users, name: str, password: str, address: str) -> User | None:
        """Count a try, and make it. Few are under way at a time, so that a program's right ones are not counted together."""
        self._throttle.before(name, address)
        user = users.check(name, password)
        if user is not None:
            self._throttle.after(name, address)
        return user

    def _signed(self, name: str, rights: Iterable[Right]) -> Signed:
        """A person whom somebody else has signed in: the users file may give more rights, or other ones."""
        user = self._users.get(name) if self._users else None
        return _signed_as(user) if user else Signed(AuthCredentials(sorted(rights)), SimpleUser(name))

    def _challenges(self, conn: HTTPConnection, rule: Rule) -> list[str]:
        """The ways to sign in with a header; none that makes a browser ask, which would then not forget."""
        is_browser = "sec-fetch-mode" in conn.headers
        wants_basic = self._users and rule.audience is not For.PEOPLE and not is_browser
        challenges = ['Basic realm="Kloe", charset="UTF-8"'] if wants_basic else []
        return challenges + (['Bearer realm="Kloe"'] if self._keys and rule.audience is not For.PEOPLE else [])

    async def begin(self, session: Session) -> str:
        """Begin a session; returns the token for its cookie."""
        return await to_thread.run_sync(self.sessions.begin, session)

    async def end(self, conn: HTTPConnection) -> Session | None:
        """End the session of a request; returns it, or None if there is none."""
        token = conn.cookies.get(COOKIE, "")
        return await to_thread.run_sync(self.sessions.end, token) if token else None


def _signed_as(user: User) -> Signed:
    return Signed(AuthCredentials(sorted(user.rights)), SimpleUser(user.name))


def _digest_of_key(key: str) -> str:
    return (
        key.removeprefix("sha256:").lower() if key.startswith("sha256:") else hashlib.sha256(key.encode()).hexdigest()
    )


def _basic(header: str) -> tuple[str, str] | None:
    """`(name, password)` from an Authorization header; None if it is not a valid Basic one."""
    scheme, _, coded = header.partition(" ")
    try:
        name, colon, password = base64.b64decode(coded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if scheme.lower() == "basic" and colon else None
