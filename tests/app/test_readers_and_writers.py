"""Two processes index in turn while twenty people read: no error, no half document, and every change is seen within two seconds."""

import asyncio
import json
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from index import check, update
from tests.app.traffic import ITEMS, opened, write_minutes
from tests.conftest import ROOT, SHORT

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]
SECONDS = 30 if SHORT else 300
READERS = 20
SEEN_WITHIN = 2.0  # seconds


@contextmanager
def _child(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen([sys.executable, "-m", "tests.app.traffic", *arguments], cwd=ROOT)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


async def _wait_for(client: httpx.AsyncClient) -> None:
    for _ in range(240):
        try:
            (await client.get("/api/v1/health")).raise_for_status()
        except httpx.HTTPError:
            await asyncio.sleep(0.25)
        else:
            return
    pytest.fail("the server did not start within a minute")


async def _read(client: httpx.AsyncClient, seed: int, until: float, faults: list[str]) -> int:
    """Read as a person would, and note every error and every document that is not whole."""
    chance, requests = random.Random(seed), 0
    while time.time() < until:
        word = chance.choice(("members", "report", "committee", "late", "zeppelin"))
        listed = (await _get(client, "/api/v1/documents", {"limit": 50}, faults)).get("documents", [])
        await _get(client, "/api/v1/search", {"q": f"{word} noted"}, faults)
        if listed:
            document = chance.choice(listed)
            await _whole(client, document["id"], faults)
        requests += 3
        await asyncio.sleep(chance.random())
    return requests


async def _whole(client: httpx.AsyncClient, document: str, faults: list[str]) -> None:
    response = await client.get(f"/api/v1/documents/{document}")
    if response.status_code == 404:  # a run has just taken it away
        return
    if response.status_code != 200:
        faults.append(f"{response.status_code} {response.text[:200]}")
        return
    read = response.json()
    if not read["passages"] == len(read["passage_list"]) == ITEMS:
        faults.append(f"a document of {read['passages']} passages, of which {len(read['passage_list'])} are there")


async def _get(client: httpx.AsyncClient, path: str, query: dict[str, Any], faults: list[str]) -> dict[str, Any]:
    try:
        response = await client.get(path, params=query)
        response.raise_for_status()
        found: dict[str, Any] = response.json()
    except (httpx.HTTPError, ValueError) as error:
        faults.append(f"{path}: {type(error).__name__} {error}")
        return {}
    return found


async def _watch(client: httpx.AsyncClient, changes: Path, until: float, faults: list[str]) -> int:
    """Look for every change from the moment that its run has ended."""
    seen = 0
    while time.time() < until:
        lines = changes.read_text(encoding="utf-8").splitlines() if changes.exists() else []
        for line in lines[seen:]:
            change = json.loads(line)
            for word, is_there in ((change.get("new"), True), (change.get("gone"), False)):
                if word and not await _is_seen(client, word, is_there, change["time"] + SEEN_WITHIN, changes):
                    faults.append(f"{word} was {'not ' if is_there else 'still '}there two seconds after its run")
        seen = len(lines)
        await asyncio.sleep(0.05)
    return seen


async def _is_seen(client: httpx.AsyncClient, word: str, is_there: bool, until: float, changes: Path) -> bool:
    while True:
        begun = time.time()
        results = (await client.get("/api/v1/search", params={"q": word, "limit": 5})).json().get("results", [])
        found = any(word in result["text"] for result in results)
        if found == is_there:
            return True
        later = map(json.loads, changes.read_text(encoding="utf-8").splitlines())
        if is_there and any(change.get("going") == word for change in later):
            return True  # a later run takes it away again, or has done so
        if begun > until:
            return False
        await asyncio.sleep(0.05)


async def _traffic(address: str, folder: Path) -> tuple[int, int, list[str]]:
    faults: list[str] = []
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        await _wait_for(client)
        (await client.get("/api/v1/search", params={"q": "members"})).raise_for_status()
        until = time.time() + SECONDS
        *requests, seen = await asyncio.gather(
            *(_read(client, seed, until, faults) for seed in range(READERS)),
            _watch(client, folder / "changes.jsonl", until, faults),
        )
    return sum(requests), seen, faults


def test_readers_and_writers(tmp_path: Path) -> None:
    first = tmp_path / "documents" / "first.txt"
    first.parent.mkdir()
    write_minutes(first, "zeppelinfirst")
    update(opened(tmp_path), [first], workers=1)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (
        _child("serve", str(tmp_path), str(port)) as server,
        _child("write", str(tmp_path), "ash", str(SECONDS)),
        _child("write", str(tmp_path), "birch", str(SECONDS)),
    ):
        requests, seen, faults = asyncio.run(_traffic(f"http://127.0.0.1:{port}", tmp_path))
        assert server.poll() is None
    assert not faults, f"{len(faults)} faults in {requests} requests: {faults[:5]}"
    assert requests > READERS
    assert seen > 4, "the writers made too few changes"
    update(opened(tmp_path), [tmp_path / "documents"], workers=1, prune=True)
    assert check(opened(tmp_path)) == []
