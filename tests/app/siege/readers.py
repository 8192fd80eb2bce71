"""Readers who behave: each does in turn what the API, the pages and the feeds are for, pauses as people do, and notes how long it took."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.app.siege.people import Fault, Page, asked, opened

QUESTIONS = (
    "What did Ofsted say about management oversight in 2022?",
    "What did inspectors find about care leavers in Ashcombe?",
    "Which authorities were told to improve supervision?",
)
WORDS = ("management oversight", "letters before proceedings", "care leavers", "supervision", "missing children")


@dataclass
class Told:
    """What all readers together have met.

    Attributes:
        seconds: how long each thing took.
        faults: every answer that was not right.
    """

    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """The seconds within which 95 of 100 things were done."""
        return sorted(self.seconds)[int(len(self.seconds) * 0.95)]


class Reader:
    """One person with a browser, and with a program that asks the API."""

    def __init__(self, client: httpx.AsyncClient, page: Page, documents: list[str], seed: int) -> None:
        self._client, self._page, self._documents = client, page, documents
        self._chance = random.Random(seed)
        self._acts: tuple[Callable[[], Awaitable[bool]], ...] = (
            self._opens_page,
            self._searches,
            self._asks,
            self._counts,
            self._lists,
            self._sees_page,
            self._sees_picture,
            self._follows_feed,
            self._loads,
            self._asks_on_page,
            self._types,
            self._reads_list,
        )

    async def read(self, until: float, pause: float, told: Told) -> None:
        """Do one thing after another, with a pause of about so many seconds after each."""
        acts = list(self._acts)
        while time.monotonic() < until:
            self._chance.shuffle(acts)
            for act in acts:
                await asyncio.sleep(pause * self._chance.uniform(0.5, 1.5))
                if time.monotonic() >= until:
                    return
                began = time.monotonic()
                try:
                    if not await act():
                        told.faults.append(f"{act.__name__}: not what it should be")
                except Fault as fault:
                    told.faults.append(str(fault))
                told.seconds.append(time.monotonic() - began)

    async def _json(self, method: str, path: str, **given: Any) -> Any:
        return (await asked(self._client, method, path, **given)).json()

    async def _opens_page(self) -> bool:
        return "</html>" in (await asked(self._client, "GET", "/")).text

    async def _searches(self) -> bool:
        found = await self._json("GET", "/api/v1/search", params={"q": self._chance.choice(WORDS)})
        return bool(found["results"])

    async def _asks(self) -> bool:
        answer = await self._json("POST", "/api/v1/ask", json={"question": self._chance.choice(QUESTIONS)})
        return bool(answer["scope"])

    async def _counts(self) -> bool:
        return bool((await self._json("GET", "/api/v1/facets"))["documents"] >= len(self._documents))

    async def _lists(self) -> bool:
        return bool((await self._json("GET", "/api/v1/documents"))["total"] >= len(self._documents))

    async def _sees_page(self) -> bool:
        path = f"/api/v1/documents/{self._chance.choice(self._documents)}/pages/1.png"
        return (await asked(self._client, "GET", path)).content.startswith(b"\x89PNG")

    async def _sees_picture(self) -> bool:
        path = f"/pictures/{self._chance.choice(self._documents)}/1.png"
        return (await asked(self._client, "GET", path)).content.startswith(b"\x89PNG")

    async def _follows_feed(self) -> bool:
        feed = await asked(self._client, "GET", "/feeds/search.atom", params={"q": self._chance.choice(WORDS)})
        return "</feed>" in feed.text

    async def _loads(self) -> bool:
        return bool(await self._page.act("load"))

    async def _asks_on_page(self) -> bool:
        question = self._chance.choice(QUESTIONS)
        return bool(await self._page.act("go", query="?view=ask", question=question, keep=False, saved=None))

    async def _types(self) -> bool:
        return "kloe" in str(await self._page.act("typed", query=f"?view=search&q={self._chance.choice(WORDS)}"))

    async def _reads_list(self) -> bool:
        return bool(await self._page.act("go", query="?view=documents", question="", keep=False, saved=None))


async def come(client: httpx.AsyncClient, seed: int) -> Reader:
    """A reader who has opened the page."""
    listed = (await asked(client, "GET", "/api/v1/documents", params={"limit": 50})).json()["documents"]
    pdfs = [each["id"] for each in listed if each["document"].endswith(".pdf")]
    return Reader(client, await opened(client), pdfs, seed)
