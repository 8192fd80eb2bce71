"""Real files damaged as disks, networks and careless programs damage them, each in one of many ways."""

import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

_KINDS = ("pdf", "docx", "html")
_WEIGHTS = (6, 2, 2)
_MEMBER, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
_NUMBERS = (0, 1, -1, 7, 65_535, 1_000_000, 2**31 - 1, 2**32, 10**12)
_NUMBERED = (
    rb"/(?:Length|Length1|Count|Width|Height|Columns|Predictor|First|N|Size|Prev|FirstChar|LastChar|W|Rotate) (\d+)"
)

Sources = dict[str, list[bytes]]
"""Whole files by their kind."""


@dataclass(frozen=True)
class Beside:
    """The files beside the one that is damaged: those of its kind, and the others."""

    same: Sequence[bytes]
    others: Sequence[bytes]


Mutation = Callable[[bytes, Beside, Random], bytes]


def sources(folders: Sequence[Path], most: int, largest: int, random: Random) -> Sources:
    """Choose up to so many PDFs, Word and HTML files each below some folders."""
    found: dict[str, list[Path]] = {kind: [] for kind in _KINDS}
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.is_file() and path.stat().st_size <= largest and (kind := _kind(path)):
            found[kind].append(path)
    return {
        kind: [path.read_bytes() for path in random.sample(paths, min(most, len(paths)))]
        for kind, paths in found.items()
    }


def _kind(path: Path) -> str:
    data = path.read_bytes()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_MEMBER) and b"word/document" in data:
        return "docx"
    return "html" if b"<html" in data[:1024].lower() else ""


def mutated(sources: Sources, count: int, random: Random) -> Iterator[tuple[str, bytes]]:
    """Give names and bytes of so many damaged files; each name says how the file was made."""
    kinds = [kind for kind in _KINDS if sources[kind]]
    weights = [weight for kind, weight in zip(_KINDS, _WEIGHTS, strict=True) if sources[kind]]
    for number in range(count):
        (kind,) = random.choices(kinds, weights)
        beside = Beside(sources[kind], [data for other in _KINDS if other != kind for data in sources[other]])
        how = random.choice(_MUTATIONS[kind])
        changed = how(random.choice(sources[kind]), beside, random)
        if len(changed) > 100 and random.random() < 0.2:
            changed = random.choice(_MUTATIONS[kind])(changed, beside, random)
        yield f"{number:04}-{how.__name__.strip('_')}.{kind}", changed


def _flip(data: bytes, _: Beside, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 200)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _cut(data: bytes, _: Beside, random: Random) -> bytes:
    return data[: random.randrange(1, len(data))]


def _behead(data: bytes, _: Beside, random: Random) -> bytes:
    return data[random.randrange(1, min(len(data), 5_000)) :]


def _block(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(data))
    return start, min(len(data), start + random.randint(1, 20_000))


def _duplicate(data: bytes, _: Beside, random: Random) -> bytes:
    start, end = _block(data, random)
    return data[:end] + data[start:end] * random.choice((1, 1, 3, 20)) + data[end:]


def _zero(data: bytes, _: Beside, random: Random) -> bytes:
    start, end = _block(data, random)
    return data[:start] + bytes(end - start) + data[end:]


def _lose(data: bytes, _: Beside, random: Random) -> bytes:
    start, end = _block(data, random)
    return data[:start] + data[end:] or data


def _splice(data: bytes, beside: Beside, random: Random) -> bytes:
    """Put the middle of another file of the same kind into the middle of this one."""
    other = random.choice(beside.same)
    place = random.randrange(len(data))
    return data[:place] + other[len(other) // 3 : 2 * len(other) // 3] + data[place:]


def _cross(data: bytes, beside: Beside, random: Random) -> bytes:
    """Put the head of this file before the body of one of another kind."""
    return data[: random.randint(8, 3_000)] + random.choice(beside.others or [data])


def _number(data: bytes, _: Beside, random: Random) -> bytes:
    """Give some numbers in the objects of a PDF other values."""
    places = list(re.finditer(_NUMBERED, data))
    for place in sorted(random.sample(places, min(len(places), random.randint(1, 6))), key=lambda one: -one.start()):
        start, end = place.span(1)
        data = data[:start] + b"%d" % random.choice(_NUMBERS) + data[end:]
    return data


def _point(data: bytes, _: Beside, random: Random) -> bytes:
    """Let references in a PDF point to other objects, and its table of objects to other places."""
    count = len(re.findall(rb" obj\b", data)) + 2
    places = list(re.finditer(rb"\b(\d+) 0 R\b|\b(\d{10}) \d{5} n", data))
    for place in sorted(random.sample(places, min(len(places), random.randint(1, 20))), key=lambda one: -one.start()):
        group = 1 if place[1] else 2
        new = b"%d" % random.randrange(count) if group == 1 else b"%010d" % random.randrange(len(data))
        data = data[: place.start(group)] + new + data[place.end(group) :]
    return data


def _members(data: bytes) -> dict[str, bytes] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # one that a mutation has damaged already
        return None


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in members.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _inside(data: bytes, beside: Beside, random: Random) -> bytes:
    """Damage a part of a Word document within its archive, most often the text."""
    members = _members(data)
    if not members:
        return _flip(data, beside, random)
    name = "word/document.xml" if random.random() < 0.6 else random.choice(list(members))
    how = random.choice((_flip, _cut, _duplicate, _zero, _lose, _letters, _letters, _tags))
    if members.get(name):
        members[name] = how(members[name], beside, random)
    return _zipped(members)


def _letters(data: bytes, _: Beside, random: Random) -> bytes:
    """Change characters outside the marks of XML, so that it can still be parsed."""
    changed = bytearray(data)
    places = [place for text in re.finditer(rb">([^<&]+)<", data) for place in range(*text.span(1))]
    for place in random.sample(places, min(len(places), 300)):
        changed[place] = random.choice(b"abcdefgh \t0123456789.,")
    return bytes(changed)


def _tags(data: bytes, _: Beside, random: Random) -> bytes:
    """Put a whole element within another, or between others."""
    elements = [each for each in re.finditer(rb"<(\w[\w:]*)\b[^<>]*>[^<>]*</\1>", data) if each.end() > each.start()]
    for _ in range(random.randint(1, 30) if elements else 0):
        one, other = random.choice(elements), random.choice(elements)
        place = other.end()
        data = data[:place] + one[0] * random.randint(1, 5) + data[place:] if place <= len(data) else data
    return data


def _drop(data: bytes, beside: Beside, random: Random) -> bytes:
    """Take a part out of a Word document, or put another in its place."""
    members = _members(data)
    if not members:
        return _lose(data, beside, random)
    name, other = random.choice(list(members)), random.choice(list(members))
    if random.random() < 0.5:
        del members[name]
    else:
        members[name] = members[other]
    return _zipped(members)


def _forge(data: bytes, beside: Beside, random: Random) -> bytes:
    """Give a member of an archive a false size, checksum, method or place."""
    heads = [each.start() for each in re.finditer(re.escape(_CENTRAL), data)]
    if not heads:
        return _zero(data, beside, random)
    changed = bytearray(data)
    for head in random.sample(heads, min(len(heads), random.randint(1, 4))):
        field, form = random.choice(((10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"), (28, "<H"), (42, "<I")))
        most = 2 ** (16 if form == "<H" else 32) - 1
        value = random.choice((0, 1, 99, most // 2, most, random.randrange(most)))
        if head + field + 4 <= len(changed):
            struct.pack_into(form, changed, head + field, value)
    return bytes(changed)


def _shorten(data: bytes, beside: Beside, random: Random) -> bytes:
    """Cut a member of an archive short; the list at its end stays."""
    heads = [each.start() for each in re.finditer(re.escape(_MEMBER), data)]
    if not heads:
        return _cut(data, beside, random)
    start = random.choice(heads) + 40
    return data[:start] + data[start + random.randint(1, 3_000) :]


def _markup(data: bytes, _: Beside, random: Random) -> bytes:
    """Lose, double and open tags of a web page."""
    tags = list(re.finditer(rb"<[^<>]{1,200}>", data))
    for tag in sorted(random.sample(tags, min(len(tags), random.randint(1, 60))), key=lambda one: -one.start()):
        new = random.choice((b"", tag[0] * 2, tag[0] * 400, tag[0][:-1], tag[0][1:], b"<table>", b"<!--", b"</div>"))
        data = data[: tag.start()] + new + data[tag.end() :]
    return data


_ANY = (_flip, _flip, _cut, _behead, _duplicate, _zero, _lose, _splice, _cross)
_MUTATIONS: dict[str, tuple[Mutation, ...]] = {
    "pdf": (*_ANY, _number, _number, _number, _point, _point),
    "docx": (*_ANY, _inside, _inside, _inside, _inside, _inside, _drop, _forge, _forge, _shorten),
    "html": (*_ANY, _markup, _markup, _markup, _tags, _letters),
}
