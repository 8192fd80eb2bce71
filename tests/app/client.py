"""The client of the tests: it reaches Kloe by an address, because Kloe answers to no unknown name."""

from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient as AnyClient

PASSWORD = "long enough"
HERE = {"client": ("127.0.0.1", 5000)}
"""What puts a client at this machine."""


class TestClient(AnyClient):
    """A client that asks for http://127.0.0.1 unless told otherwise, but is not at this machine."""

    __test__ = False

    def __init__(self, app: Any, base_url: str = "http://127.0.0.1", **given: Any) -> None:
        super().__init__(app, base_url=base_url, **given)


Serve = Callable[..., TestClient]
"""Serves the sample: takes what the client is given, and settings."""
