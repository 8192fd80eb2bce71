"""The users file: who may sign in, with which rights, and the hash of their password."""

import hashlib
import hmac
import secrets
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.settings import SettingsError
from ingest import KloeError

SHORTEST_PASSWORD = 10
_LONGEST_PASSWORD = 1000
_HEAD = "# Kloe: who may sign in. Each line is name:rights:hash, of rights read and upload. Made by `kloe user add`.\n"


class Right(StrEnum):
    """What a person may do."""

    READ = "read"
    UPLOAD = "upload"


@dataclass(frozen=True)
class User:
    """A person: their rights and the hash of their password; without a hash only a proxy can sign them in."""

    name: str
    rights: frozenset[Right]
    hash: str

    @property
    def line(self) -> str:
        """The person's line of the users file."""
        return f"{self.name}:{','.join(sorted(self.rights))}:{self.hash}"


def read_users(file: Path) -> dict[str, User]:
    """Read a users file, by name.

    Raises:
        SettingsError: it cannot be read, or a line is not `name:rights:hash`; the line is named.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"users_file {file} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    users = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            name, rights, hashed = line.strip().split(":", 2)
            users[name] = User(name, frozenset(map(Right, rights.split(","))), hashed)
        except ValueError as error:
            raise SettingsError(f"users_file {file}, line {number}: not name:rights:hash") from error
    return users


def add_user(file: Path, name: str, rights: Iterable[Right], password: str) -> None:
    """Write a person into a users file, in place of the one of that name; the file is made where there is none.

    Raises:
        KloeError: the name or the password cannot be used, or the file cannot be read or written.
    """
    if not name.isprintable() or not name.strip() or ":" in name or name.startswith("#") or name != name.strip():
        raise KloeError(f"{name!r} cannot be a user's name: it needs letters, and no colon")
    if not SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
        raise KloeError(f"a password has {SHORTEST_PASSWORD} to {_LONGEST_PASSWORD:,} characters")
    users = read_users(file) if file.exists() else {}
    users[name] = User(name, frozenset(rights), PasswordHasher().hash(password))
    text = _HEAD + "".join(f"{user.line}\n" for user in users.values())
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=file.parent, encoding="utf-8", delete=False) as made:  # mode 0600
            made.write(text)
        Path(made.name).replace(file)
    except OSError as error:
        raise KloeError(f"{file} cannot be written: {error.strerror or error}") from error


class Users:
    """The people of a users file, read again when it changes.

    Raises:
        SettingsError: the file cannot be read or names nobody.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()
        self._hasher = PasswordHasher()
        self._of_nobody = self._hasher.hash(secrets.token_hex())
        self._salt = secrets.token_bytes()
        self._right: dict[str, bytes] = {}  # by stored hash, a quick digest of the password that was right
        self._stamp = file.stat().st_mtime_ns if file.is_file() else 0
        self._users = read_users(file)
        if not self._users:
            raise SettingsError(f"users_file {file} names nobody: run `kloe user add NAME`")

    def get(self, name: str) -> User | None:
        """The person of that name."""
        with self._lock:
            try:
                stamp = self._file.stat().st_mtime_ns
                if stamp != self._stamp:
                    self._users, self._stamp = read_users(self._file), stamp
            except (OSError, SettingsError):  # being edited: whoever was known stays so until it is whole again
                pass
            return self._users.get(name)

    def check(self, name: str, password: str) -> User | None:
        """The person of that name and password; None where there is none, after the same time."""
        if len(password) > _LONGEST_PASSWORD:
            return None
        user = self.get(name)
        hashed = user.hash if user and user.hash else self._of_nobody
        quick = hmac.new(self._salt, password.encode(), hashlib.sha256).digest()
        if hmac.compare_digest(self._right.get(hashed, b""), quick):  # a page makes many requests
            return user
        try:
            self._hasher.verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return None
        self._right[hashed] = quick
        return user
