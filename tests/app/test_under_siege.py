"""Readers notice nothing while others add hostile files and forty clients are slow, broken or greedy.

The readers keep the pace of people, one thing every few seconds: on two cores, twelve readers without a pause would wait twelve
times as long as one, siege or not. The embedder is the small one of the tests, so that it is the server that is measured, and not
the model.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import httpx
import pytest

from index import Index, check
from tests.app.siege.process import Served, copy_index, serving
from tests.app.siege.readers import Told, come
from tests.app.siege.slow_clients import Borne, kinds, trouble
from tests.app.siege.uploaders import GOOD, add, after
from tests.conftest import SHORT

pytestmark = [pytest.mark.soak, pytest.mark.timeout(900)]
SECONDS = 30 if SHORT else 300
WARM = 20 if SHORT else 60  # seconds of siege before memory is measured
ALONE = 10 if SHORT else 40  # seconds of one reader before the others come
READERS = 12
PAUSE = 6.0  # seconds between two things that a reader does
TROUBLE = 40
UPLOADERS = ("clerk", "councillor")
REQUEST_TIMEOUT = 25  # seconds
WORSE = 3  # times as long as alone
GROWTH = 1.25 if SHORT else 1.10  # of memory; in the short form the caches still fill


class Watched:
    """What the system says of the server's own process, without those that read files."""

    def __init__(self, served: Served) -> None:
        self._folder = Path("/proc") / str(served.process.pid)
        self.memory: list[int] = []

    @property
    def files(self) -> int:
        """How many files and connections it has open."""
        return len(list((self._folder / "fd").iterdir()))

    async def watch(self, until: float) -> None:
        """Note its memory in kB twice a second, once it is warm."""
        await asyncio.sleep(WARM)
        while time.monotonic() < until:
            lines = (self._folder / "status").read_text().splitlines()
            self.memory += [int(line.split()[1]) for line in lines if line.startswith("VmRSS")]
            await asyncio.sleep(0.5)

    @property
    def thirds(self) -> tuple[float, float]:
        """Its memory in MB in the first and in the last third."""
        third = len(self.memory) // 3
        return mean(self.memory[:third]) / 1024, mean(self.memory[-third:]) / 1024


def _client(served: Served) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=served.address, timeout=90)


async def _warm_up(served: Served) -> Told:
    """Let the server do everything once, each uploader's good files among it; then one reader comes alone."""
    alone = Told()
    async with _client(served) as client:
        for who in UPLOADERS:
            rounds = iter(range(GOOD))
            await add(client, who, lambda rounds=rounds: next(rounds, None) is None, 0, alone.faults)
        reader = await come(client, 0)
        await reader.read(time.monotonic() + ALONE / 2, 0.05, Told())
        await reader.read(time.monotonic() + ALONE, 0.2, alone)
    return alone


async def _besiege(served: Served, watched: Watched) -> tuple[Told, Borne, int]:
    """Let all come at once."""
    told, borne = Told(), Borne()
    async with _client(served) as first:
        document = (await first.get("/api/v1/documents")).json()["documents"][0]["id"]
    known = kinds(document, REQUEST_TIMEOUT)
    clients = [_client(served) for _ in range(READERS + len(UPLOADERS))]
    readers = [await come(client, seed) for seed, client in enumerate(clients[:READERS], 1)]
    until = time.monotonic() + WARM + SECONDS
    people = [reader.read(until, PAUSE, told) for reader in readers]
    added = [
        add(client, who, after(WARM + SECONDS), 3, told.faults)
        for who, client in zip(UPLOADERS, clients[READERS:], strict=True)
    ]
    others = [trouble(served.port, known, seed, until, borne) for seed in range(TROUBLE)]
    rounds, *_ = await asyncio.gather(_sum(added), watched.watch(until), *people, *others)
    for client in clients:
        await client.aclose()
    return told, borne, rounds


async def _sum(added: list) -> int:
    return sum(await asyncio.gather(*added))


def _until(holds: Callable[[], bool], seconds: float) -> bool:
    """Wait until something holds; False if it does not in time."""
    ends = time.monotonic() + seconds
    while not holds() and time.monotonic() < ends:
        time.sleep(0.2)
    return holds()


def _read_from(served: Served) -> set[str]:
    """The added files that are in the index."""
    root = str(served.uploads.resolve())
    return {path for folder, path in served.index().catalogue.sources() if folder == root}


def test_readers_under_siege(sample_index: Index, tmp_path: Path) -> None:
    copy_index(sample_index, tmp_path)
    with serving(tmp_path, request_timeout=REQUEST_TIMEOUT, upload_limit="100000/day") as served:
        watched = Watched(served)
        alone = asyncio.run(_warm_up(served))
        files = watched.files
        told, borne, rounds = asyncio.run(_besiege(served, watched))
        first, last = watched.thirds
        print(f"\n{len(alone.seconds)} things alone, {len(told.seconds)} under siege, {rounds} times files added")
        print(f"p95 alone {alone.p95:.3f} s, under siege {told.p95:.3f} s; RSS {first:.0f} MB, {last:.0f} MB")
        print("\n".join(f"{seconds:5.1f} s  {name}" for name, seconds in sorted(borne.seconds.items())))
        assert served.process.poll() is None
        assert _until(lambda: watched.files <= files + 3, 20), (
            f"{files} files open at the start, {watched.files} at the end"
        )
        assert set(served.kept()) == _read_from(served)
        assert served.incoming() == []
    assert not alone.faults + told.faults, f"{len(told.faults)} faults: {told.faults[:5]}"
    assert not borne.faults, borne.faults[:5]
    assert rounds >= len(UPLOADERS) * 2
    if not SHORT:  # other work on the machine would decide it in so short a time
        assert told.p95 <= WORSE * alone.p95
    assert last <= GROWTH * first
    assert check(served.index()) == []
