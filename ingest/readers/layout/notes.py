"""Says in plain English where a PDF's text was changed by what its pages show."""

from collections.abc import Collection, Iterator, Sequence

from ingest.readers.layout.arranging import Arranged

_MOST = 12  # page numbers in a note


def listed(numbers: Collection[int]) -> str:
    """Name pages, such as "pages 2, 3"; only the first if there are many."""
    shown = ", ".join(map(str, list(numbers)[:_MOST]))
    more = f" and {len(numbers) - _MOST} more" if len(numbers) > _MOST else ""
    return f"page{'s' if len(numbers) > 1 else ''} {shown}{more}"


def notes_on(pages: Sequence[Arranged], left_out: Collection[int]) -> Iterator[str]:
    """Give a note for each kind of change.

    Args:
        pages: what was done to each page.
        left_out: the numbers of pages whose text comes from elsewhere.
    """
    marks: dict[str, list[int]] = {}
    changes: dict[str, list[int]] = {}
    for number, page in enumerate(pages, 1):
        if page.marked:
            marks.setdefault(page.marked[:60], []).append(number)
        if number in left_out:
            continue
        for cause in page.unseen:
            changes.setdefault(f"text that nobody sees was left out ({cause})", []).append(number)
        for change in dict.fromkeys(page.changes):
            changes.setdefault(change, []).append(number)
        if page.unplaced:
            changes.setdefault("two extractors read different letters, so places were not used", []).append(number)
    for words, numbers in list(marks.items())[:3]:
        yield f"marked {words} on {listed(numbers)}"
    for change, numbers in changes.items():
        yield f"{change} on {listed(numbers)}"
