"""What is known of a request: its path, who sent it and what they may do, and how it is refused."""

from collections.abc import Callable, Sequence
from ipaddress import ip_address, ip_network
from typing import Any, NamedTuple

from starlette.authentication import AuthCredentials, BaseUser, SimpleUser
from starlette.requests import HTTPConnection

from app.access.users import Right
from app.settings import Settings

PEER = "kloe.peer"
_FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")


class Program(SimpleUser):
    """A program that has sent an API key; it is nobody's own."""


class AtThisMachine(SimpleUser):
    """Whoever sits at the machine that Kloe runs on, where nobody has to sign in."""

    @property
    def is_authenticated(self) -> bool:
        """False: nobody has said who it is."""
        return False


class Signed(NamedTuple):
    """Who sent a request, and their rights."""

    credentials: AuthCredentials
    user: BaseUser


class Refused(Exception):
    """A request is refused.

    Args:
        status: the status of the response, from 400.
        detail: why, in a sentence.
        challenges: how to sign in, as values of WWW-Authenticate.
        wait: seconds to wait before another try; None if waiting does not help.
        allow: the methods that the path has, where this one is not among them.
        is_recorded: True if the audit record should have it.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        challenges: Sequence[str] = (),
        wait: int | None = None,
        allow: Sequence[str] = (),
        is_recorded: bool = False,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.challenges = challenges
        self.wait = wait
        self.allow = allow
        self.is_recorded = is_recorded


def person_of(request: Any) -> str | None:
    """The name of the person who sent a request (from Starlette, FastAPI or Gradio); None if nobody has signed in as a person."""
    user = scope_of(request).get("user")
    return str(user.display_name) if user and user.is_authenticated and not isinstance(user, Program) else None


def named(request: Any) -> str:
    """Who sent a request, for the audit record: a person, a key, "this machine", or nobody."""
    user = scope_of(request).get("user")
    return str(user.display_name) if user else ""


def kind_of(request: Any) -> str:
    """Who sent a request, for the log, which names nobody: a person, a key, this machine or nobody."""
    user = scope_of(request).get("user")
    if isinstance(user, AtThisMachine):
        return "this machine"
    if user is None or not user.is_authenticated:
        return "nobody"
    return "key" if isinstance(user, Program) else "person"


def address_of(request: Any) -> str:
    """The address that a request came from."""
    return str((scope_of(request).get("client") or ("",))[0])


def caller(request: Any) -> str:
    """Whose requests are counted together: a person's, a key's, or else an address's."""
    user = scope_of(request).get("user")
    if user and user.is_authenticated:
        return f"user {user.display_name}"
    return f"address {address_of(request)}"


def may(request: Any, right: Right) -> bool:
    """True if whoever sent a request (from Starlette, FastAPI or Gradio) has a right."""
    auth = scope_of(request).get("auth")
    return bool(auth and right in auth.scopes)


def may_use_generator(request: Any, chosen: Settings) -> bool:
    """True if the chat model may work for whoever sent a request: somebody signed in, a program with a key, or at this machine."""
    user = scope_of(request).get("user")
    return chosen.generator_open or bool(user and (user.is_authenticated or isinstance(user, AtThisMachine)))


def scope_of(request: Any) -> dict[str, Any]:
    """The ASGI scope of a request; empty if it has none."""
    return getattr(getattr(request, "request", request), "scope", None) or {}


def trusts(chosen: Settings) -> Callable[[str], bool]:
    """Make the check whether an address is that of a trusted proxy."""
    networks = [ip_network(value) for value in chosen.trusted_proxies]

    def is_trusted(address: str) -> bool:
        try:
            return any(ip_address(address) in network for network in networks)
        except ValueError:  # a socket without an address
            return False

    return is_trusted


def is_loopback(host: str) -> bool:
    """True for an address that only this machine can reach."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_open(chosen: Settings) -> bool:
    """True if anyone who can reach the pages may read."""
    return not (chosen.users_file or chosen.proxy_user_header or chosen.openid_issuer)


def has_sign_in(chosen: Settings) -> bool:
    """True if people sign in on a page of Kloe."""
    return bool(chosen.users_file or chosen.openid_issuer)


def is_local(conn: HTTPConnection, chosen: Settings) -> bool:
    """True if both ends of a connection are this machine, with no proxy passing on somebody else's request.

    Where `hosts` is set, others are meant to reach Kloe, and a proxy that tells nothing of itself might stand before it.
    """
    ends = ((conn.scope.get("server") or ("",))[0], conn.scope.get(PEER, ""), address_of(conn), conn.url.hostname or "")
    return not chosen.hosts and all(map(is_loopback, ends)) and not any(name in conn.headers for name in _FORWARDED)
