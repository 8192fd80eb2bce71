"""Compares stored pages with what is printed on them by position, for `bench.fidelity`.

    python -m bench.positions FOLDER [--every 8] [--list]

reads a sample of a folder's PDFs again; `bench.fidelity` compares the pages of an index. `bench.printed` gathers the print from
PDFium's boxes alone. On each page it is asked whether the same words are on it, whether the words of a printed line stand
together in the text, and whether the lines of a paragraph follow one another.
"""

import argparse
import collections
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from rich.progress import track

from bench.comparison import Comparison
from bench.printed import print_of
from ingest import Page, ReadError, read_documents
from ingest.document import BY_OCR, Fact

PROCESSES = 2


@dataclass
class Compared:
    """Figures of a comparison.

    Attributes:
        pages: how many pages were compared.
        explained: for each reason, the pages on which the words or their order differ for it.
        unexplained: what differs, a line for each page.
    """

    pages: int = 0
    explained: collections.Counter[str] = field(default_factory=collections.Counter)
    unexplained: list[str] = field(default_factory=list)

    def add(self, other: "Compared") -> None:
        """Add the figures of other pages."""
        self.pages += other.pages
        self.explained += other.explained
        self.unexplained += other.unexplained

    def report(self, listing: bool) -> Iterator[str]:
        """Give the lines to print."""
        share = len(self.unexplained) / max(self.pages, 1)
        yield f"{self.pages:,} PDF pages compared by position, {len(self.unexplained)} ({share:.2%}) differ without a reason"
        for reason, count in self.explained.most_common():
            yield f"  {count:6,} pages: {reason}"
        if listing:
            yield from self.unexplained


def compare(name: str, pages: Sequence[Page], by_ocr: frozenset[int], path: Path) -> Compared:
    """Compare the stored pages of one PDF with its print."""
    done = Compared()
    with pypdfium2.PdfDocument(path) as document:
        for page in pages:
            done.pages += 1
            if page.number in by_ocr:
                done.explained["read by OCR"] += 1
                continue
            reasons, faults = Comparison(page, print_of(document[page.number - 1])).run()
            done.explained.update(reasons)
            if faults:
                done.unexplained.append(f"{name}, page {page.number}: {'; '.join(faults)[:400]}")
    return done


def by_ocr_of(facts: Sequence[Fact]) -> frozenset[int]:
    """Give the pages that were read by OCR."""
    return frozenset(fact.page for fact in facts if fact.name == BY_OCR and fact.page)


def _read_again(path: Path, root: Path) -> Compared:
    done = Compared()
    try:
        documents = read_documents(path, path.relative_to(root))
    except ReadError:
        return done
    for document in documents:
        done.add(compare(str(path.relative_to(root)), document.pages, by_ocr_of(document.facts), path))
    return done


def main() -> None:
    """Print the figures for a sample of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=8, help="compare every so many files, one")
    parser.add_argument("--list", action="store_true", help="print what differs without a reason")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.pdf"))[:: arguments.every]
    compared = Compared()
    with ProcessPoolExecutor(PROCESSES) as pool:
        for done in track(pool.map(_read_again, paths, [arguments.folder] * len(paths)), total=len(paths)):
            compared.add(done)
    print("\n".join(compared.report(arguments.list)))


if __name__ == "__main__":
    main()
