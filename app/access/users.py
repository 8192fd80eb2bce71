"""The users file: who may sign in, their rights, and the hashes of their passwords."""

import hashlib
import hmac
import secrets
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from threading import Lock

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.settings import SettingsError
from ingest import KloeError

SHORTEST_PASSWORD = 10  # characters
LONGEST_PASSWORD = 1000
_HEAD = "# Who may sign in to Kloe. Each line is name:rights:hash; rights are read, upload and remove. Made by `kloe user add`.\n"


class Right(StrEnum):
    """What a person may do: read, add documents, or remove them from the index."""

    READ = "read"
    UPLOAD = "upload"
    REMOVE = "remove"


def with_lesser(right: Right) -> set[Right]:
    """A right with those that go with it: who may remove documents may add them, and who may add them may read."""
    return set(list(Right)[: list(Right).index(right) + 1])


@dataclass(frozen=True)
class User:
    """A person, their rights and the hash of their password. Without a hash, only a proxy can sign them in."""

    name: str
    rights: frozenset[Right]
    hash: str

    @property
    def line(self) -> str:
        """The person's line in the users file."""
        return f"{self.name}:{','.join(sorted(self.rights))}:{self.hash}"

    @property
    def stamp(self) -> str:
        """Changes when the password changes, and tells nothing of it."""
        return hashlib.sha256(self.hash.encode()).hexdigest()


def read_users(file: Path) -> dict[str, User]:
    """Read a users file; gives the users by name.

    Raises:
        SettingsError: it cannot be read, or a line is not `name:rights:hash`; the text gives the line.
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
            raise SettingsError(f"users_file {file}, line {number} is not name:rights:hash") from error
    return users


def add_user(file: Path, name: str, rights: Iterable[Right], password: str) -> None:
    """Add a person to a users file, replacing anyone of that name. Makes the file if it does not exist.

    Raises:
        KloeError: the name or the password is not allowed, or the file cannot be read or written.
    """
    if not name.isprintable() or not name.strip() or ":" in name or name.startswith("#") or name != name.strip():
        raise KloeError(
            f"{name!r} cannot be a user's name: a name may not be empty, contain a colon or unprintable characters,"
            " start with # or start or end with a space"
        )
    users = read_users(file) if file.exists() else {}
    _write_users(file, users | {name: User(name, frozenset(rights), _hashed(password))})


def change_password(file: Path, name: str, password: str) -> None:
    """Change a person's password; their rights stay. Who has signed in with the old one is signed out.

    Raises:
        KloeError: there is no such person, the password is not allowed, or the file cannot be read or written.
    """
    users = read_users(file)
    _write_users(file, users | {name: replace(_named(file, users, name), hash=_hashed(password))})


def remove_user(file: Path, name: str) -> None:
    """Remove a person, and sign them out.

    Raises:
        KloeError: there is no such person, nobody would be left, or the file cannot be read or written.
    """
    users = read_users(file)
    removed = _named(file, users, name)
    left = {kept: user for kept, user in users.items() if user is not removed}
    if not left:
        raise KloeError(f"{name} is the last person in {file}: add another first, or unset users_file")
    _write_users(file, left)


def _named(file: Path, users: Mapping[str, User], name: str) -> User:
    if name not in users:
        raise KloeError(f"{file} has no person called {name!r}: `kloe user list` lists them")
    return users[name]


def _hashed(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise KloeError(f"a password must have {SHORTEST_PASSWORD} to {LONGEST_PASSWORD:,} characters")
    return PasswordHasher().hash(password)


def _write_users(file: Path, users: Mapping[str, User]) -> None:
    text = _HEAD + "".join(f"{user.line}\n" for user in users.values())
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", dir=file.parent, encoding="utf-8", delete=False
        ) as temporary:  # mode 0600
            temporary.write(text)
        Path(temporary.name).replace(file)
    except OSError as error:
        raise KloeError(f"{file} cannot be written: {error.strerror or error}") from error


class Users:
    """The people in a users file, which is read again when it changes.

    Raises:
        SettingsError: the file cannot be read or names nobody.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = Lock()
        self._hasher = PasswordHasher()
        self._nobody = self._hasher.hash(secrets.token_hex())
        self._salt = secrets.token_bytes()
        self._verified: dict[str, bytes] = {}  # stored hash → a fast digest of the password that matched it
        self._stamp = file.stat().st_mtime_ns if file.is_file() else 0
        self._users = read_users(file)
        if not self._users:
            raise SettingsError(f"users_file {file} names nobody: run `kloe user add NAME`")

    def get(self, name: str) -> User | None:
        """The person with that name; None if there is none."""
        with self._lock:
            try:
                stamp = self._file.stat().st_mtime_ns
                if stamp != self._stamp:
                    self._users, self._stamp = read_users(self._file), stamp
            except (OSError, SettingsError):  # the file is being edited: keep the last good version
                pass
            return self._users.get(name)

    def check(self, name: str, password: str) -> User | None:
        """The person with that name and password; None if there is none.

        An unknown name takes as long as a wrong password, so the time does not reveal names.
        """
        if len(password) > LONGEST_PASSWORD:
            return None
        user = self.get(name)
        hashed = user.hash if user and user.hash else self._nobody
        quick = hmac.new(self._salt, password.encode(), hashlib.sha256).digest()
        if hmac.compare_digest(
            self._verified.get(hashed, b""), quick
        ):  # a page makes many requests: verify only the first
            return user
        try:
            self._hasher.verify(hashed, password)
        except (VerificationError, InvalidHashError):
            return None
        self._verified[hashed] = quick
        return user
