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


# A list in `kloe.toml`; values separated by commas in the environment.
Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]
Networks = Annotated[Listed, AfterValidator(_are_networks)]
Origins = Annotated[Listed, AfterValidator(_are_origins)]
Hosts = Annotated[Listed, AfterValidator(_are_hosts)]
Rate = Annotated[str, AfterValidator(_is_rate)]
