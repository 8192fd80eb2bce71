"""Whether Kloe bears twelve readers at once while an index run goes on.

    python -m bench.readers [--index FOLDER] [--seconds 120] [--readers 12] [--pause 5] [--quiet]

Serves a copy of an index folder (by default one of the sample documents) and asks it over loopback as the pages and other sites'
search boxes do: searches, questions, the library, counts and pictures of pages. First one reader asks alone, then all of them
while `kloe index` runs on the same index: it reads copies of the index's own files in full, and embeds minutes put together
from its passages, which change from run to run, so that documents come and go. `--rebuild` would be no fair test: it forgets
what the readers ask for.

Prints the requests, the errors and the median and 95th percentile of each kind, and how many times that of the one reader the 95th
percentile of many is. The one reader asks without a pause. Each of the many reads for so many seconds, on average, between one
request and the next, as people do; with `--pause 0` they wait for nobody, and what is measured is how much the machine can do.
`--quiet` leaves the index run out. The load of the machine is printed too: what else runs on it is in the figures.
"""

import argparse
import asyncio
import itertools
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx

from bench.serving import KLOE, environment, lay_out, served, warm

_API = "/api/v1"
ALONE = 30  # seconds that one reader is measured for
_FILES = 12  # files that one index run takes in
_MINUTES = 4  # of them, minutes that change from run to run
_TOPICS = (
    "management oversight",
    "social workers' caseloads",
    "supervision",
    "children missing from home",
    "letters before proceedings",
    "care leavers' accommodation",
    "private fostering",
    "the response to domestic abuse",
    "return home interviews",
    "permanence planning",
    "strategy discussions",
    "personal education plans",
)
# How often each kind comes among ten requests.
_MIX = ("search",) * 4 + ("ask",) * 2 + ("picture",) * 2 + ("documents", "facets")


@dataclass
class Measured:
    """The seconds of each request by kind, and what went wrong."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)

    @property
    def all(self) -> list[float]:
        """Of every kind."""
        return [one for kind in self.seconds.values() for one in kind]

    def high(self, kind: str = "") -> float:
        """The 95th percentile in seconds of a kind, or of all."""
        held = self.seconds.get(kind, []) if kind else self.all
        return quantiles(held, n=20, method="inclusive")[-1] if len(held) > 1 else float("nan")


class Reader:
    """Somebody who asks one thing after another."""

    def __init__(self, client: httpx.AsyncClient, held: dict[str, Any], seed: int) -> None:
        self._client = client
        self._names = [value["value"] for value in held["authority"]]
        self._years = [value["value"] for value in held["year"]]
        self._chance = random.Random(seed)
        self._pictures: list[str] = []

    async def read(self, until: float, pause: float, into: Measured) -> None:
        """Ask until the time is up, waiting `pause` seconds on average after each request."""
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
        """A topic, and an authority and a year or neither."""
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
        asked = await self._client.post(
            f"{_API}/ask", json={"question": f"What did inspectors say about {topic}{place}?"}
        )
        body = asked.raise_for_status().json()
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
        drawn = await self._get(self._chance.choice(self._pictures))
        if not drawn.content.startswith(b"\x89PNG"):
            raise ValueError("no picture")

    def _keep(self, places: list[dict[str, Any]]) -> None:
        self._pictures = [place["image"] for place in places if place["image"]] or self._pictures

    async def _get(self, path: str, given: dict[str, Any] | None = None) -> httpx.Response:
        address = path if path.startswith("/") else f"{_API}/{path}"
        return (await self._client.get(address, params=given)).raise_for_status()


def _brief(error: Exception) -> str:
    if isinstance(error, httpx.HTTPStatusError):
        return f"{error.response.status_code} {error.response.text[:200]}"
    return f"{type(error).__name__} {error}"


async def measure(address: str, readers: int, seconds: float, pause: float) -> Measured:
    """Let so many readers ask for so many seconds."""
    into = Measured()
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        held = (await client.get(f"{_API}/facets")).raise_for_status().json()
        until = time.perf_counter() + seconds
        await asyncio.gather(*(Reader(client, held, seed).read(until, pause, into) for seed in range(readers)))
    return into


@contextmanager
def indexing(folder: Path, log: Path) -> Iterator[None]:
    """Take documents into the index of a folder, one run after another, until the block is left."""
    command = [sys.executable, "-m", "bench.readers", "--take-in", str(folder)]
    with log.open("wb") as said:
        runs = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)
        try:
            yield
        finally:
            with suppress(ProcessLookupError):
                os.killpg(runs.pid, signal.SIGINT)  # as Ctrl+C does: what was finished is kept
            runs.wait(60)


def take_in(folder: Path) -> None:
    """Run `kloe index` again and again on a folder where files come and minutes change; prints what each run says."""
    with closing(sqlite3.connect(f"file:{folder / 'index' / 'catalogue.sqlite'}?mode=ro", uri=True)) as db:
        files = [Path(root, path) for root, path in db.execute("SELECT root, path FROM sources ORDER BY path")]
        said = [row[0] for row in db.execute("SELECT text FROM passages ORDER BY row LIMIT 20000")]
    chance = random.Random(7)
    files = [file for file in files if file.is_file()]
    chance.shuffle(files)
    waiting = itertools.cycle(files)
    batch = folder / "taken"
    batch.mkdir()
    for number in itertools.count(1):
        for _ in range(min(_FILES - _MINUTES, len(files))):
            file = next(waiting)
            shutil.copy2(file, batch / f"zz-{number}-{file.name}")
        for minutes in range(_MINUTES):
            text = "\n\n".join(chance.choices(said, k=40))
            (batch / f"zz-minutes-{minutes}.md").write_text(f"# Minutes {number}.{minutes}\n\n{text}\n", "utf-8")
        run = subprocess.run([*KLOE, "index", str(batch)], env=environment(folder), capture_output=True, text=True)
        print(
            run.stdout.strip().splitlines()[-2] if not run.returncode else f"FAILED: {run.stderr.strip()}", flush=True
        )


def report(alone: Measured, many: Measured) -> None:
    """Print the figures of one reader and of many, and what the latter's are to the former's."""
    print(f"{'':10}{'one reader':>30}{'many readers':>30}")
    print(f"{'':10}" + f"{'requests':>10}{'p50 ms':>10}{'p95 ms':>10}" * 2 + f"{'times':>8}")
    for kind in (*sorted(alone.seconds | many.seconds), ""):
        line = f"{kind or 'all':10}"
        for one in (alone, many):
            held = one.seconds.get(kind, []) if kind else one.all
            line += f"{len(held):10}{median(held or [0]) * 1000:10.0f}{one.high(kind) * 1000:10.0f}"
        print(f"{line}{many.high(kind) / alone.high(kind):8.1f}")
    print(f"errors: {alone.errors.total()} of one reader, {many.errors.total()} of many")
    for error, count in (alone.errors + many.errors).most_common():
        print(f"  {count} times {error}")


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, help="the index folder, which is copied; by default the sample's is made")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--readers", type=int, default=12)
    parser.add_argument("--pause", type=float, default=5, help="seconds that each reads between requests, on average")
    parser.add_argument("--quiet", action="store_true", help="no index run beside the readers")
    parser.add_argument("--take-in", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.take_in:
        with suppress(KeyboardInterrupt):
            take_in(given.take_in)
        return
    with tempfile.TemporaryDirectory() as made:
        folder, log = Path(made), Path(made, "runs.txt")
        lay_out(folder, given.index)
        with served(folder) as (address, _):
            warm(address)
            load, cores = os.getloadavg()[0], os.cpu_count()
            alone = asyncio.run(measure(address, 1, min(ALONE, given.seconds), 0))
            many = measure(address, given.readers, given.seconds, given.pause)
            if given.quiet:
                crowd = asyncio.run(many)
            else:
                with indexing(folder, log):
                    crowd = asyncio.run(many)
        print(f"{given.readers} readers, {cores} cores, load {load:.1f} before and {os.getloadavg()[0]:.1f} after")
        report(alone, crowd)
        if not given.quiet:
            print("index runs beside the readers:", log.read_text("utf-8") or "the first was not finished", sep="\n")
    if alone.errors or crowd.errors:
        sys.exit(1)


if __name__ == "__main__":
    main()
