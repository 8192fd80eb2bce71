"""Reads a chat model's reply as plain sentences with the numbers that they cite. Nothing in a reply is trusted, markup least of all."""

import re
import unicodedata
from dataclasses import dataclass
from html import unescape

from ingest.cleaning import drop_control_characters
from ingest.sentences import sentence_spans

_NUMBERS = r"\d{1,4}(?:\s*(?:[,;&–-]|and)\s*\d{1,4})*"
_MARKER = re.compile(
    rf"[\[【]\s*(?:(?:source|evidence|quotation|quote|citation)s?\s*:?\s*)?#?({_NUMBERS})\s*[\]】]", re.I
)
_MARKERS = rf"(?:\s*[\[【]{_NUMBERS}[\]】])+"
_STOP_BEFORE_MARKERS = re.compile(rf"(?P<stop>[.!?…]+[’”\"')]*)(?P<markers>{_MARKERS})(?=\s|$|[A-Z])")
_THOUGHT = re.compile(r"<think>.*?</think>", re.S | re.I)
_MANY = 12  # the most numbers in a range such as [1-3]

# Each removes one kind of markup; they run in this order.
_CLEANING = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), " "),  # an image
    (re.compile(r"(\[\d+\])\([^)]*\)"), r"\1"),  # a linked marker
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),  # a link
    (re.compile(r"</?[a-z!][^<>]*>", re.I), " "),  # a tag
    (re.compile(r"\b(?:https?://|www\.|(?:java|vb)script:|data:\w+/)[^\s\[\]]+", re.I), " "),
    (re.compile(r"^\s*(?:#{1,6}\s+|>\s*|[-*•]\s+|\d{1,2}[.)]\s+)+"), ""),  # a heading, a list
    (re.compile(r"\*\*|__|~~|`+|(?<!\w)[*_]|[*_](?!\w)"), ""),
)


@dataclass(frozen=True)
class Claim:
    """One sentence of a reply.

    Attributes:
        text: the sentence without markup and markers.
        parts: the sentence cut after its markers, each part with its markers' numbers.
    """

    text: str
    parts: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that it cites, without repeats."""
        return tuple(dict.fromkeys(number for _, numbers in self.parts for number in numbers))


class Reply:
    """Takes a reply in pieces as they arrive and gives its sentences, each as soon as it is complete."""

    def __init__(self) -> None:
        self._pending = ""
        self.length = 0

    def add(self, piece: str) -> list[Claim]:
        """The sentences that this piece completes. A sentence is complete when the next begins, as markers may follow its full stop."""
        self.length += len(piece)
        self._pending = _THOUGHT.sub(" ", self._pending + piece)
        if "<think>" in self._pending.lower():
            return []
        *lines, last = _markers_inside(self._pending).split("\n")
        spans = sentence_spans(last)
        if spans and last[spans[-1][0] :].startswith(("[", "【")):  # a marker that is not complete yet
            spans = spans[:-1]
        end = spans[-2][1] if len(spans) > 1 else 0
        self._pending = last[end:]
        return [claim for line in [*lines, last[:end]] for claim in _claims(line)]

    def finish(self) -> list[Claim]:
        """The sentences that are left when the reply ends."""
        rest, self._pending = re.sub(r"<think>.*", " ", self._pending, flags=re.S | re.I), ""
        return [claim for line in _markers_inside(rest).split("\n") for claim in _claims(line)]


def _markers_inside(text: str) -> str:
    """Move markers that follow a full stop to before it."""
    return _STOP_BEFORE_MARKERS.sub(lambda match: f"{match['markers']}{match['stop']} ", text)


def _claims(line: str) -> list[Claim]:
    claims = [read_claim(line[start:end]) for start, end in sentence_spans(line)]
    return [claim for claim in claims if re.search(r"\w", claim.text) or claim.numbers]


def clean(text: str) -> str:
    """Remove markup, addresses and unprintable characters from one line."""
    text = drop_control_characters(unescape(text))
    text = "".join(char for char in text if unicodedata.category(char)[0] != "C" or char.isspace())
    for pattern, replacement in _CLEANING:
        text = pattern.sub(replacement, text)
    return text


def read_claim(sentence: str) -> Claim:
    """Read one sentence with its markers; words after the last marker belong to the part before it."""
    cleaned = clean(sentence)
    parts: list[tuple[str, tuple[int, ...]]] = []
    at = 0
    for match in _MARKER.finditer(cleaned):
        text, numbers = cleaned[at : match.start()], _numbers(match[1])
        if parts and not re.search(r"\w", text):
            parts[-1] = (parts[-1][0], (*parts[-1][1], *numbers))
        else:
            parts.append((text, numbers))
        at = match.end()
    rest = cleaned[at:]
    if not parts or (re.search(r"\w", rest) and len(parts) == 1):
        numbers = parts[0][1] if parts else ()
        parts = [((parts[0][0] if parts else "") + rest, numbers)]
    elif re.search(r"\w", rest):
        parts[-1] = (parts[-1][0] + rest, parts[-1][1])
    text = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(_MARKER.sub("", cleaned).split()))
    return Claim(text, tuple(parts))


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers of one marker: "1, 3" and "2-4"."""
    numbers: list[int] = []
    for first, _, last in (part.partition("-") for part in re.split(r"[,;&]|and", text.replace("–", "-"))):
        low, high = int(first), int(last or first)
        numbers += range(low, high + 1) if low <= high < low + _MANY else (low, high)
    return tuple(numbers)
