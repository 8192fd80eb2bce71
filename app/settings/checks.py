"""The kinds of value that settings have, and how each is checked."""

import re
from ipaddress import ip_network
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
from pydantic_settings import NoDecode


def _split(value: Any) -> Any:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _is_rate(value: str) -> str:
    from limits import parse

    parse(value)
    return value


def _are_networks(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        ip_network(value)
    return values


def _are_origins(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not re.fullmatch(r"\*|https?://[^/\s;,]+", value):
            raise ValueError(f"{value!r} is not an origin such as https://example.org")
    return values


def _are_hosts(values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not re.fullmatch(r"\*|[A-Za-z0-9.-]+|\[?[0-9A-Fa-f:]+\]?", value):
            raise ValueError(f"{value!r} is not the name of a host, without a port, such as kloe.example.org")
    return tuple(value.lower() for value in values)


# Where `root_path` began like one of these, nobody could tell whether a proxy has taken it off a path.
_OWN_PATHS = frozenset(
    "account alive api assets box export feeds gradio_api health metrics originals pictures ready remove saved sign-in sign-out static"
    " svelte".split()
)


def _is_root(value: str) -> str:
    if not re.fullmatch(r"(?:/[\w~][\w.~-]*)*", value, re.ASCII):
        raise ValueError("this is not a path such as /kloe, without a slash at its end")
    if value and value.split("/")[1] in _OWN_PATHS:
        raise ValueError("the server itself has paths that begin like this")
    return value


# A list in `kloe.toml`; values separated by commas in the environment.
Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
Networks = Annotated[Listed, AfterValidator(_are_networks)]
Origins = Annotated[Listed, AfterValidator(_are_origins)]
Hosts = Annotated[Listed, AfterValidator(_are_hosts)]
Root = Annotated[str, AfterValidator(_is_root)]
Rate = Annotated[str, AfterValidator(_is_rate)]
