"""Measures whether Kloe can serve twelve readers at once during an index run.

    python -m bench.readers [--index FOLDER] [--seconds 120] [--readers 12] [--pause 5] [--quiet]

Serves a copy of an index folder (by default, of the sample documents) and sends it the requests of the pages and of search boxes on
other sites: searches, questions, the library, counts and pictures of pages. First one reader asks alone, then all of them while
`kloe index` runs on the same index. That run reads copies of the index's own files, and minutes put together from its passages
that change from run to run, so that documents come and go.
Prints the requests, errors, median and 95th percentile of each kind of request, and the ratio of the 95th percentiles. The single
reader asks without pausing. The others pause between requests as people do, for the average that `--pause` sets; with
`--pause 0` the figures show how much the machine can do. `--quiet` skips the index run. The machine's load is printed too,
because anything else that runs affects the figures.
"""

import argparse
import asyncio
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx

from bench.serving import KLOE, environment, lay_out, served, warm
from index import Embedder, Index

_API = "/api/v1"
ALONE = 30  # seconds for the single reader
_FILES = 12  # files in one index run
_MINUTES = 4  # of these, the minutes that change from run to run
_TOPICS = (
    "management oversight|social workers' caseloads|supervision|"
    "children missing from home|letters before proceedings|care leavers' accommodation|"
    "private fostering|the response to domestic abuse|return home interviews|"
    "permanence planning|strategy discussions|personal education plans"
).split("|")
# How many of each kind there are in ten requests.
_MIX = ("search",) * 4 + ("ask",) * 2 + ("picture",) * 2 + ("documents", "facets")


@dataclass
class Measurements:
    """The seconds of each request by kind, and the number of each error."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)

    def high(self, kind: str = "") -> float:
        """Give the 95th percentile in seconds of one kind, or of all."""
        seconds = self.of(kind)
        return quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) > 1 else float("nan")

    def of(self, kind: str) -> list[float]:
        """Give the seconds of each request of one kind, or of all for ""."""
        return self.seconds.get(kind, []) if kind else list(itertools.chain.from_iterable(self.seconds.values()))


class Reader:
    """A person who makes one request after another."""

    def __init__(self, client: httpx.AsyncClient, facets: dict[str, Any], seed: int) -> None:
        self._client = client
        self._names = [value["value"] for value in facets["authority"]]
        self._years = [value["value"] for value in facets["year"]]
        self._chance = random.Random(seed)
        self._pictures: list[str] = []

    async def read(self, until: float, pause: float, into: Measurements) -> None:
        """Make requests until the time is up, with a pause of `pause` seconds on average after each."""
        while time.perf_counter() < until:
            kind = self._chance.choice(_MIX)
            if kind == "picture" and not self._pictures:
                kind = "search"
            begun = time.perf_counter()
            try:
                await getattr(self, f"_{kind}")()
            except (httpx.HTTPError, ValueError, KeyError) as error:
                into.errors[f"{kind}: {_brief(error)}"] += 1
            else:
                into.seconds.setdefault(kind, []).append(time.perf_counter() - begun)
            if pause:
                await asyncio.sleep(self._chance.expovariate(1 / pause))

    def _about(self) -> tuple[str, dict[str, Any]]:
        """Choose a topic and filters: an authority, a year, both or neither."""
        chance = self._chance
        where = {"authority": chance.choice(self._names), "year": chance.choice(self._years)}
        kept = chance.sample(sorted(where), chance.choice((0, 1, 1, 2)))
        return chance.choice(_TOPICS), {name: where[name] for name in kept}

    async def _search(self) -> None:
        topic, filters = self._about()
        body = (await self._get("search", {"q": topic, **filters})).json()
        if not (body["results"] or body["explanation"]):
            raise ValueError("neither passages nor a reason")
        self._keep(body["results"])

    async def _ask(self) -> None:
        topic, filters = self._about()
        place = "".join(f" in {value}" for value in filters.values())
        response = await self._client.post(
            f"{_API}/ask", json={"question": f"What did inspectors say about {topic}{place}?"}
        )
        body = response.raise_for_status().json()
        if not (body["citations"] or body["explanation"]):
            raise ValueError("neither quotations nor a reason")
        self._keep(body["citations"])

    async def _documents(self) -> None:
        _, filters = self._about()
        await self._get("documents", {"limit": 50, **filters})

    async def _facets(self) -> None:
        topic, filters = self._about()
        await self._get("facets", {**filters, **({"q": topic} if self._chance.random() < 0.5 else {})})

    async def _picture(self) -> None:
        picture = await self._get(self._chance.choice(self._pictures))
        if not picture.content.startswith(b"\x89PNG"):
            raise ValueError("not a picture")

    def _keep(self, places: list[dict[str, Any]]) -> None:
        self._pictures = [place["image"] for place in places if place["image"]] or self._pictures

    async def _get(self, path: str, parameters: dict[str, Any] | None = None) -> httpx.Response:
        address = path if path.startswith("/") else f"{_API}/{path}"
        return (await self._client.get(address, params=parameters)).raise_for_status()


def _brief(error: Exception) -> str:
    if isinstance(error, httpx.HTTPStatusError):
        return f"{error.response.status_code} {error.response.text[:200]}"
    return f"{type(error).__name__} {error}"


async def measure(address: str, readers: int, seconds: float, pause: float) -> Measurements:
    """Let this many readers make requests for this many seconds."""
    into = Measurements()
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        facets = (await client.get(f"{_API}/facets")).raise_for_status().json()
        until = time.perf_counter() + seconds
        await asyncio.gather(*(Reader(client, facets, seed).read(until, pause, into) for seed in range(readers)))
    return into


@contextmanager
def indexing(folder: Path, log: Path) -> Iterator[None]:
    """Index documents into a folder, one run after another, until the block ends."""
    command = [sys.executable, "-m", "bench.readers", "--take-in", str(folder)]
    with log.open("wb") as output:
        runs = subprocess.Popen(command, stdout=output, stderr=output, start_new_session=True)
        try:
            yield
        finally:
            with suppress(ProcessLookupError):
                os.killpg(runs.pid, signal.SIGINT)  # like Ctrl+C, which keeps what is finished
            runs.wait(60)


def take_in(folder: Path) -> None:
    """Run `kloe index` repeatedly on a folder where files are added and minutes change; print each run's line of counts."""
    catalogue = Index(folder / "index", Embedder()).catalogue
    files = [source.location for _, source in sorted(catalogue.sources().items())]
    passages = [
        stored.passage.text for record in catalogue.records()[:200] for stored in catalogue.document_passages(record.id)
    ]
    chance = random.Random(7)
    files = [file for file in files if file.is_file()]
    chance.shuffle(files)
    waiting = itertools.cycle(files)
    batch = folder / "added"
    batch.mkdir()
    for number in itertools.count(1):
        for _ in range(min(_FILES - _MINUTES, len(files))):
            file = next(waiting)
            shutil.copy2(file, batch / f"zz-{number}-{file.name}")
        for minutes in range(_MINUTES):
            text = "\n\n".join(chance.choices(passages, k=40))
            (batch / f"zz-minutes-{minutes}.md").write_text(f"# Minutes {number}.{minutes}\n\n{text}\n", "utf-8")
        run = subprocess.run([*KLOE, "index", str(batch)], env=environment(folder), capture_output=True, text=True)
        outcome = run.stdout.strip().splitlines()[-2] if not run.returncode else f"FAILED: {run.stderr.strip()}"
        print(outcome, flush=True)


def report(alone: Measurements, many: Measurements) -> None:
    """Print the figures of one reader and of many, and their ratio."""
    print(f"{'':10}{'one reader':>30}{'many readers':>30}")
    print(f"{'':10}" + f"{'requests':>10}{'p50 ms':>10}{'p95 ms':>10}" * 2 + f"{'ratio':>8}")
    for kind in (*sorted(alone.seconds | many.seconds), ""):
        line = f"{kind or 'all':10}"
        for measured in (alone, many):
            seconds = measured.of(kind)
            line += f"{len(seconds):10}{median(seconds or [0]) * 1000:10.0f}{measured.high(kind) * 1000:10.0f}"
        print(f"{line}{many.high(kind) / alone.high(kind):8.1f}")
    print(f"errors: {alone.errors.total()} for one reader, {many.errors.total()} for many")
    for error, count in (alone.errors + many.errors).most_common():
        print(f"  {count} times {error}")


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, help="index folder to copy; by default the sample documents are indexed")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--readers", type=int, default=12)
    parser.add_argument("--pause", type=float, default=5, help="average seconds between one reader's requests")
    parser.add_argument("--quiet", action="store_true", help="skip the index run")
    parser.add_argument("--take-in", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.take_in:
        with suppress(KeyboardInterrupt):
            take_in(arguments.take_in)
        return
    with tempfile.TemporaryDirectory() as made:
        folder, log = Path(made), Path(made, "runs.txt")
        lay_out(folder, arguments.index)
        with served(folder) as (address, _):
            warm(address)
            load, cores = os.getloadavg()[0], os.cpu_count()
            alone = asyncio.run(measure(address, 1, min(ALONE, arguments.seconds), 0))
            many = measure(address, arguments.readers, arguments.seconds, arguments.pause)
            with nullcontext() if arguments.quiet else indexing(folder, log):
                crowd = asyncio.run(many)
        print(f"{arguments.readers} readers, {cores} cores, load {load:.1f} before and {os.getloadavg()[0]:.1f} after")
        report(alone, crowd)
        if not arguments.quiet:
            print("index runs during the reading:", log.read_text("utf-8") or "the first did not finish", sep="\n")
    if alone.errors or crowd.errors:
        sys.exit(1)


if __name__ == "__main__":
    main()
