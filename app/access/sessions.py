"""Sessions: a person who has signed in holds a cookie, and Kloe holds its digest, so that signing out ends it everywhere."""

import hashlib
import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.access.users import Right
from app.watching import SharedFile

COOKIE = "kloe_session"


class Way(StrEnum):
    """How a person signed in."""

    PASSWORD = "password"  # noqa: S105 - a word, not a password
    OPENID = "openid"


@dataclass(frozen=True)
class Session:
    """A person who has signed in.

    Attributes:
        way: how they signed in.
        rights: those that the OpenID provider gave; the users file gives others.
        stamp: what must still be so for the session to hold: for a password, the digest of its hash.
    """

    name: str
    way: Way
    rights: frozenset[Right]
    stamp: str = ""


class Sessions:
    """The sessions of an index, in a file that all its processes share.

    Args:
        file: the file, with the tables of `counting.SCHEMA`.
        hours: how long a session holds.
    """

    def __init__(self, file: SharedFile, hours: float) -> None:
        self._file = file
        self.seconds = round(hours * 3600)

    def begin(self, session: Session) -> str:
        """Begin a session; returns the token for its cookie, 256 bits at random."""
        token, now = secrets.token_urlsafe(32), time.time()
        row = (_digest(token), session.name, session.way.value, _written(session.rights), session.stamp)
        with self._file.transaction() as db:
            db.execute("DELETE FROM sessions WHERE expires < ?", (now,))
            db.execute(
                "INSERT INTO sessions (token, name, way, rights, stamp, expires) VALUES (?, ?, ?, ?, ?, ?)",
                (*row, now + self.seconds),
            )
        return token

    def of(self, token: str) -> Session | None:
        """The session of a token; None if it has ended, or there never was one."""
        with self._file.transaction() as db:
            row = db.execute(
                "SELECT name, way, rights, stamp FROM sessions WHERE token = ? AND expires > ?",
                (_digest(token), time.time()),
            ).fetchone()
        if row is None:
            return None
        return Session(row[0], Way(row[1]), frozenset(map(Right, filter(None, row[2].split(",")))), row[3])

    def end(self, token: str) -> Session | None:
        """End a session; returns it, or None if there is none."""
        session = self.of(token)
        with self._file.transaction() as db:
            db.execute("DELETE FROM sessions WHERE token = ?", (_digest(token),))
        return session


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _written(rights: Iterable[Right]) -> str:
    return ",".join(sorted(rights))
