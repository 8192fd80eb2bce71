"""People who add files: some that can be read, and some that are made to hurt."""

import asyncio
import io
import time
import zipfile
from collections.abc import Callable
from functools import cache

import httpx

from tests.app.siege.people import Fault, opened
from tests.broken import encrypted_pdf, false_docx, good_pdf, image_only_pdf
from tests.conftest import SAMPLE

GOOD = 8  # files that each uploader adds again and again


@cache
def zip_bomb() -> bytes:
    """A Word file of 200 kB that is 200 MB unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(200 * 1024**2))
    return out.getvalue()


@cache
def _cut_pdf() -> bytes:
    whole = good_pdf(SAMPLE)
    return whole[: len(whole) // 3]


@cache
def _locked_pdf() -> bytes:
    return encrypted_pdf(SAMPLE)


def hostile(seed: int) -> dict[str, bytes]:
    """Files that cannot be read, or whose names are made to leave their folder; each round under other names, so that none is known."""
    mark = str(seed).encode()
    return {
        f"cut {seed}.pdf": _cut_pdf(),
        f"locked {seed}.pdf": _locked_pdf(),
        f"scan {seed}.pdf": image_only_pdf() + mark,
        f"bomb {seed}.docx": zip_bomb(),
        f"false {seed}.docx": false_docx(),
        f"nested {seed}.html": b"<div>" * 200_000 + mark,
        f"nothing {seed}.pdf": b"",
        f"../../../outside {seed}.txt": b"\0" * 100 + mark,
        f"bell\x07 and\r\nline {seed}.bin": bytes(range(256)) * 20 + mark,
    }


def good(who: str, number: int) -> dict[str, bytes]:
    """One of few files that can be read; one has a name that is made to leave its folder."""
    words = f"Members heard that the {who} report {number} was late, and asked for another to the next committee."
    name = f"../../minutes\x01 of {who} {number}.txt" if number == 0 else f"minutes of {who} {number}.txt"
    return {name: f"Agenda item\n\nMinutes:\n\n{words}\n".encode()}


async def add(client: httpx.AsyncClient, who: str, until: Callable[[], bool], pause: float, faults: list[str]) -> int:
    """Add files until it is time; every time a good one, and now and then what is made to hurt. Returns how many times."""
    page, rounds = await opened(client), 0
    seed = 1000 * sum(map(ord, who))
    while not until():
        files = good(who, rounds % GOOD)
        if rounds % 3 == 0:
            files |= hostile(seed + rounds)
        try:
            await page.add(files)
        except Fault as fault:
            faults.append(f"{who} adds {list(files)}: {fault}")
        rounds += 1
        await asyncio.sleep(pause)
    return rounds


def after(seconds: float) -> Callable[[], bool]:
    """A check whether so many seconds are over."""
    ends = time.monotonic() + seconds
    return lambda: time.monotonic() >= ends
