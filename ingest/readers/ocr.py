"""Reads scanned PDF pages with Tesseract or RapidOCR (the optional extra `kloe[ocr]`).

Nothing here raises an error: a page that cannot be drawn or read gives no text.
"""

import math
import os
import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ingest.readers.pdfium import PDFIUM

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 150
LONGEST_SIDE = 5000  # pixels; a page larger than A1 is drawn at fewer dots per inch
LONGEST_PAGE = 120  # seconds that Tesseract may spend on a page

# A piece of print: the middle across and down the page, the height, and the text, in pixels.
_Piece = tuple[float, float, float, str]


def engine() -> str | None:
    """Name the engine to use: `tesseract` if installed, or else `rapidocr`, or else None."""
    if not find_spec("pypdfium2") or not find_spec("PIL"):
        return None
    if shutil.which("tesseract"):
        return "tesseract"
    return "rapidocr" if find_spec("rapidocr") and find_spec("onnxruntime") else None


def read_scanned(data: bytes, numbers: Sequence[int]) -> dict[int, str]:
    """Read pages of a PDF as images.

    Args:
        data: the PDF.
        numbers: the pages to read; the first is 1.

    Returns:
        the text of each page: printed lines, with a blank line between paragraphs; "" if none could be read.
    """
    texts = dict.fromkeys(numbers, "")
    readers: dict[str | None, Callable[[Image], str]] = {"tesseract": _tesseract, "rapidocr": _rapidocr}
    if reader := readers.get(engine()):
        for number in texts:
            with suppress(Exception):  # a renderer or model can raise anything on an arbitrary page
                texts[number] = reader(_drawn(data, number))
    return texts


def _drawn(data: bytes, number: int) -> "Image":
    import pypdfium2

    with PDFIUM, pypdfium2.PdfDocument(data) as document:
        page = document[number - 1]
        scale = min(DPI / 72, LONGEST_SIDE / max(page.get_size()))
        image: Image = page.render(scale=scale, grayscale=True).to_pil().copy()
        return image


def _tesseract(image: "Image") -> str:
    program = shutil.which("tesseract") or "tesseract"
    png = BytesIO()
    image.save(png, "PNG", dpi=(DPI, DPI))
    done = subprocess.run(  # noqa: S603
        # 4: one column of text of several sizes; 3 would take paragraph numbers for a column.
        [program, "stdin", "stdout", "--psm", "4"],
        input=png.getvalue(),
        capture_output=True,
        timeout=LONGEST_PAGE,
        check=True,
        # Files are read in parallel, so Tesseract's own threads would only wait for each other.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return done.stdout.decode("utf-8", "replace").strip()


@cache
def _rapidocr_model() -> Callable[..., Any]:
    from rapidocr import RapidOCR

    settings = {
        "Global.log_level": "critical",
        # This looks for upside-down lines, and turns good ones over: some pages lose a tenth of their words.
        "Global.use_cls": False,
        # Files are read in parallel, as with Tesseract.
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    }
    model: Callable[..., Any] = RapidOCR(params=settings)
    return model


def _rapidocr(image: "Image") -> str:
    result = _rapidocr_model()(image)
    if not result.txts:
        return ""
    lines = list(_lines(_level(result.boxes.tolist(), result.txts)))
    middles = [statistics.fmean(down for _, down, _, _ in line) for line in lines]
    gaps = [below - above for above, below in pairwise(middles)]
    usual = statistics.median(gaps) if gaps else 0.0
    text = ""
    for gap, line in zip([0.0, *gaps], lines, strict=True):
        text += "\n\n" if gap > 1.3 * usual else "\n"
        text += " ".join(words for *_, words in sorted(line))
    return text.strip()


def _level(boxes: Sequence[Sequence[tuple[float, float]]], texts: Sequence[str]) -> list[_Piece]:
    """Level the boxes (corners clockwise from the top left) by the slope of most of the print."""
    slopes = [(right - left, lower - upper) for (left, upper), (right, lower), *_ in boxes]
    widest = sorted(slopes)[len(slopes) // 2 :]  # the slope of a short word is unreliable
    angle = statistics.median(math.atan2(down, across) for across, down in widest)
    cos, sin = math.cos(angle), math.sin(angle)
    pieces = []
    for box, text in zip(boxes, texts, strict=True):
        across, down = (statistics.fmean(corner[axis] for corner in box) for axis in (0, 1))
        height = math.dist(box[0], box[3])
        pieces.append((across * cos + down * sin, down * cos - across * sin, height, text))
    return pieces


def _lines(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Gather pieces into lines: a line ends where the next piece is more than half a height lower than its first."""
    line: list[_Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece[1]):
        if line and piece[1] - line[0][1] > min(piece[2], line[0][2]) / 2:
            yield line
            line = []
        line.append(piece)
    if line:
        yield line
