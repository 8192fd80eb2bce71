"""What a person's browser sends to the page: it opens it, acts on it through the page's own queue, and adds files."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any
from uuid import uuid4

import httpx


class Fault(Exception):
    """The server did not do what a person may expect."""


async def asked(client: httpx.AsyncClient, method: str, path: str, **given: Any) -> httpx.Response:
    """The response to one request.

    Raises:
        Fault: there is none, or it is an error.
    """
    try:
        response = await client.request(method, path, **given)
    except httpx.HTTPError as error:
        raise Fault(f"{method} {path}: {error!r}") from error
    if response.status_code != 200:
        raise Fault(f"{method} {path}: {response.status_code} {response.text[:300]}")
    return response


class Page:
    """The page in one browser.

    Args:
        config: what the server tells the page of itself, at /config.
    """

    def __init__(self, client: httpx.AsyncClient, config: Mapping[str, Any]) -> None:
        self._client = client
        self._functions = {
            name: made for made in reversed(config["dependencies"]) for _, name in made["targets"] if name != "then"
        }
        self._session = uuid4().hex

    async def act(self, name: str, *data: Any, **event: Any) -> list[Any]:
        """Let the server draw what a person does, to the end; returns what is drawn last.

        Args:
            name: what is done, such as "go".
            data: the inputs of its function.
            event: what the page's script says of it.

        Raises:
            Fault: the server says that it failed, or says no end.
        """
        last: list[Any] = []
        async for message in self.steps(name, *data, **event):
            if message["msg"] == "process_completed":
                if not message["success"]:
                    raise Fault(f"{name} {event}: {message['output']}")
                last = message["output"]["data"]
        if not last:
            raise Fault(f"{name} {event}: it came to no end")
        return last

    async def steps(self, name: str, *data: Any, **event: Any) -> AsyncIterator[dict[str, Any]]:
        """Every message of the server while it draws what a person does.

        Raises:
            Fault: the server refuses it.
        """
        function = self._functions[name]
        body = {
            "data": list(data) or [None] * len(function["inputs"]),
            "fn_index": function["id"],
            "session_hash": self._session,
            "trigger_id": function["targets"][0][0],
            "event_data": event or None,
        }
        await asked(self._client, "POST", "/gradio_api/queue/join", json=body)
        query = {"session_hash": self._session}
        try:
            async with self._client.stream("GET", "/gradio_api/queue/data", params=query) as stream:
                if stream.status_code != 200:
                    raise Fault(f"{name}: {stream.status_code}")
                async for line in stream.aiter_lines():
                    if line.startswith("data:"):
                        yield json.loads(line.removeprefix("data:"))
        except httpx.HTTPError as error:
            raise Fault(f"{name} {event}: {error!r}") from error

    async def send(self, files: Mapping[str, bytes]) -> list[dict[str, Any]]:
        """Send files, as the page does before it says that they are to be added; returns what it then says of each.

        Raises:
            Fault: the server refuses them.
        """
        parts = [("files", (name, data)) for name, data in files.items()]
        response = await asked(
            self._client, "POST", "/gradio_api/upload", files=parts, params={"upload_id": uuid4().hex}
        )
        return [
            {"path": path, "orig_name": name, "meta": {"_type": "gradio.FileData"}}
            for path, name in zip(response.json(), files, strict=True)
        ]

    async def add(self, files: Mapping[str, bytes]) -> list[Any]:
        """Send files and add them; returns what is drawn.

        Raises:
            Fault: the server refuses them.
        """
        return await self.act("upload", await self.send(files))


async def opened(client: httpx.AsyncClient) -> Page:
    """Open the page, as a browser does.

    Raises:
        Fault: it cannot be opened.
    """
    page = await asked(client, "GET", "/")
    if "</html>" not in page.text:
        raise Fault("the page is not whole")
    return Page(client, (await asked(client, "GET", "/config")).json())
