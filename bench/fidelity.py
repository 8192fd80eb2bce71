"""Measures how much of the pages the passages and furniture account for, over an index of the corpus.

    KLOE_INDEX=.kloe/bench python -m bench.fidelity [--list]

It then compares each PDF's pages with what is printed on them by position (see `bench.positions`), where the files still lie
under the indexed folder.

Prints the share of words that are in a passage, a heading or furniture, and how many passages differ from their page, are too long,
contain a running line, or break off. A passage breaks off if it ends without a full stop where the page continues in lower case, or
ends with a word that cannot end a sentence. `--list` prints the words left over and the passages that break off.
"""

import argparse
import collections
import re
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from rich.progress import track

from app.settings import settings
from bench.positions import PROCESSES, Compared, by_ocr_of, compare
from index import Embedder, Index
from index.catalogue import Catalogue
from index.catalogue.records import file_of
from ingest import Page, Passage
from ingest.structure import LONGEST, verbatim
from ingest.structure.block import MARKER

_ENDED = re.compile(r"[.!?:;…][\d]{0,2}[’'”\")\]]*\d?$")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="print the words left over and the passages that break off")
    arguments = parser.parse_args()
    catalogue = Index(settings().index, Embedder()).catalogue
    counts: collections.Counter[str] = collections.Counter()
    worst: list[tuple[float, str]] = []
    for record in track(catalogue.records(), description="Checking"):
        pages = catalogue.pages(record.id)
        passages = [stored.passage for stored in catalogue.document_passages(record.id)]
        counts["not verbatim"] += sum(not verbatim(passage, pages) for passage in passages)
        counts["too long"] += sum(len(passage.text) > LONGEST for passage in passages)
        counts["with a running line"] += sum(_has_running_line(passage, pages) for passage in passages)
        counts["passages"] += len(passages)
        for passage in passages:
            if _breaks_off(passage, pages):
                counts["breaking off"] += 1
                if arguments.list:
                    print(f"breaks off: {record.path}, page {passage.page}: …{passage.text[-70:]}")
        for page in pages:
            total, left = _left_over(page, passages)
            counts["words"] += total
            counts["left over"] += len(left)
            if total:
                worst.append((len(left) / total, f"{record.path}, page {page.number}: {' '.join(left)[:160]}"))
    print(f"{counts['words']:,} words on the pages, {counts['left over']:,} of them left over:", end=" ")
    print(f"{1 - counts['left over'] / counts['words']:.2%} in passages, headings or furniture")
    print(
        {name: counts[name] for name in ("passages", "not verbatim", "too long", "with a running line", "breaking off")}
    )
    print("\n".join(_compared(catalogue).report(arguments.list)))
    if arguments.list:
        for share, line in sorted(worst, reverse=True)[:60]:
            print(f"left over {share:.0%}: {line}")


def _compared(catalogue: Catalogue) -> Compared:
    """Compare the pages of each PDF with what is printed on them."""
    compared = Compared()
    roots = {source.path: Path(source.root) for source in catalogue.sources().values()}
    with ProcessPoolExecutor(PROCESSES) as pool:
        waiting = []
        for record in catalogue.records():
            file = roots[record.path] / file_of(record.path)
            if file.is_file() and file.open("rb").read(5) == b"%PDF-":
                by_ocr = by_ocr_of(record.facts)
                waiting.append(pool.submit(compare, record.path, catalogue.pages(record.id), by_ocr, file))
        for done in track(as_completed(waiting), total=len(waiting), description="Comparing"):
            compared.add(done.result())
    return compared


def _left_over(page: Page, passages: list[Passage]) -> tuple[int, list[str]]:
    """Count the words of a page, and list those outside its passages, headings and furniture."""
    covered = bytearray(len(page.text))
    for start, end in [
        *((span.start, span.end) for passage in passages for span in passage.spans if span.page == page.number),
        *((start, end) for _, start, end in page.furniture),
    ]:
        covered[start:end] = b"\1" * (end - start)
    headings = {heading for passage in passages for heading in passage.headings}
    at = 0
    for line in page.text.split("\n"):
        if any(line.startswith(heading[:60]) or heading.endswith(line) for heading in headings if line):
            covered[at : at + len(line)] = b"\1" * len(line)
        at += len(line) + 1
    words = list(re.finditer(r"\w+", page.text))
    return len(words), [m.group() for m in words if not covered[m.start()] and not re.fullmatch(r"\d{1,3}", m.group())]


def _has_running_line(passage: Passage, pages: tuple[Page, ...]) -> bool:
    page = pages[passage.page - 1]
    return any(
        kind == "running line" and len(line := page.text[start:end]) > 25 and line in passage.text
        for kind, start, end in page.furniture
    )


def _breaks_off(passage: Passage, pages: tuple[Page, ...]) -> bool:
    """True if a passage ends in mid-sentence; a bullet can end in "; and"."""
    if _ENDED.search(passage.text):
        return False
    span = passage.spans[-1]
    after = pages[span.page - 1].text[span.end :].lstrip("\n")
    continues = bool(re.match(r"[a-z]", after)) and not MARKER.match(after)
    return continues or bool(
        re.search(r"\b(?:the|of|to|in|for|with|by|a|an|on|at|from|is|are|was|were)$|[-–]$", passage.text)
    )


if __name__ == "__main__":
    main()
