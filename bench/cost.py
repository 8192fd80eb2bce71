"""Measures what reading costs, compared with pypdf alone on the same pages in the same run.

    python -m bench.cost ../shared/corpus [--every 8]

Prints the processor time of extraction and of structure in seconds, their ratio, the time with one and with two processes, and the
peak memory of a process.
"""

import argparse
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path

from pypdf import PdfReader

from ingest.lines import printed_lines
from ingest.reading import try_read
from ingest.structure import gather_passages


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--every", type=int, default=8, help="read one PDF in this many")
    arguments = parser.parse_args()
    paths = [path for path in sorted(arguments.corpus.rglob("*.pdf")) if path.read_bytes()[:5] == b"%PDF-"][
        :: arguments.every
    ]
    extraction = structure = 0.0
    pages = 0
    for path in paths:
        begun = time.process_time()
        texts = [page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages]
        between = time.process_time()
        gather_passages([printed_lines(number, text) for number, text in enumerate(texts, 1)])
        extraction += between - begun
        structure += time.process_time() - between
        pages += len(texts)
    print(f"{len(paths)} PDFs, {pages:,} pages")
    print(f"pypdf alone {extraction:.1f} s, structure {structure:.1f} s: {structure / extraction:.2f} times as much")
    for workers in (1, 2):
        begun = time.perf_counter()
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            read = sum(
                not isinstance(result, str) for result in pool.map(try_read, paths, map(str, paths), chunksize=4)
            )
        print(f"{workers} process{'es' * (workers > 1)}: {time.perf_counter() - begun:.1f} s for {read} documents")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of a reading process: {peak:.0f} MB")


if __name__ == "__main__":
    main()
