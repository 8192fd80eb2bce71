from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from ctypes import c_double
from pathlib import Path, PurePath
from random import Random

import numpy as np
import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject
from pypdfium2 import raw
from reportlab.pdfgen.canvas import Canvas

from ingest import Document, ReadError, read_document
from ingest.readers.rectangles import Rectangle, rectangles
from tests.broken import write_all
from tests.conftest import SAMPLE

HAIR = 0.01  # points taken off each side, so that a neighbour that only touches is outside


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def words_inside(path: Path, page: int, places: list[Rectangle]) -> str:
    """Give what PDFium finds inside the rectangles, only letters and digits."""
    with pypdfium2.PdfDocument(path) as document:
        opened = document[page - 1]
        textpage = opened.get_textpage()
        return letters("".join(textpage.get_text_bounded(*_on_written_page(opened, place)) for place in places))


def _on_written_page(page: pypdfium2.PdfPage, place: Rectangle) -> tuple[float, float, float, float]:
    grid, corners = 1 << 24, []
    for across, down in ((place.left, place.top), (place.right, place.bottom)):
        x, y = c_double(), c_double()
        raw.FPDF_DeviceToPage(page, 0, 0, grid, grid, 0, round(across * grid), round(down * grid), x, y)
        corners.append((x.value, y.value))
    (left, right), (bottom, top) = (sorted(axis) for axis in zip(*corners, strict=True))
    return left + HAIR, bottom + HAIR, right - HAIR, top - HAIR


def parts(document: Document) -> Iterator[tuple[int, str]]:
    """Give each passage's part of each of its pages."""
    for passage in document.passages:
        for span in passage.spans:
            yield span.page, document.pages[span.page - 1].text[span.start : span.end]


@pytest.mark.parametrize("path", sorted(SAMPLE.rglob("*.pdf")), ids=lambda path: path.stem)
def test_passages_of_a_sample_document_are_where_they_are_printed(path: Path) -> None:
    for page, text in parts(read_document(path)):
        assert words_inside(path, page, rectangles(path, page, text)) == letters(text), (page, text)


@pytest.mark.slow
def test_published_passages_are_where_they_are_printed(real_corpus: Path) -> None:
    """Nothing is missing, and no part of a neighbouring word or line is inside."""
    drawn = Random(20)
    checked = 0
    for path in drawn.sample(sorted(real_corpus.rglob("*.pdf")), 16):
        try:
            document = read_document(path, PurePath(path.relative_to(real_corpus)))
        except ReadError:  # a few web pages saved as .pdf
            continue
        page, text = drawn.choice(list(parts(document)))
        assert words_inside(path, page, rectangles(path, page, text)) == letters(text), (path.name, page, text[:60])
        checked += 1
        if checked == 12:
            break
    assert checked == 12


def write_pdf(path: Path, *lines: tuple[float, float, str], angle: float = 0) -> Path:
    canvas = Canvas(str(path), pagesize=(400, 600))
    canvas.setFont("Helvetica", 12)
    for x, y, text in lines:
        canvas.saveState()
        canvas.translate(x, y)
        canvas.rotate(angle)
        canvas.drawString(0, 0, text)
        canvas.restoreState()
    canvas.save()
    return path


def test_one_rectangle_for_each_printed_line(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "a.pdf", (40, 500, "4. The quick brown fox has well-"), (54, 486, "known habits.1 It jumps.")
    )
    first, second = rectangles(path, 1, "The quick brown fox has well-known habits.")
    assert first.top == pytest.approx(1 - 509 / 600, abs=0.005)
    assert first.bottom == pytest.approx(1 - 497 / 600, abs=0.005)
    assert second.left == pytest.approx(54 / 400, abs=0.005)
    assert first.left > 50 / 400  # the number is not among the words
    assert first.bottom < second.top
    assert rectangles(path, 1, "the quick brown fox") == []
    assert rectangles(path, 2, "The quick brown fox") == []
    assert rectangles(path, 0, "The quick brown fox") == []
    assert rectangles(path, 1, " – ") == []


def test_the_outer_punctuation_is_inside(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", (40, 500, "said (so they hoped). Later"))
    (bare,) = rectangles(path, 1, "so they hoped")
    (whole,) = rectangles(path, 1, "(so they hoped).")
    assert whole.left < bare.left
    assert whole.right > bare.right


def test_which_of_several(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", (40, 500, "Thus heart and art"), (40, 480, "and more art"))
    first, second = (rectangles(path, 1, "art", occurrence=n)[0] for n in (0, 1))
    assert first.left > 100 / 400  # not the end of a longer word
    assert second.top > first.top
    assert rectangles(path, 1, "art", occurrence=2) == []
    assert rectangles(path, 1, "hear")  # without a whole word, a part of one
    assert rectangles(path, 1, "art", occurrence=-1) == []


def test_a_cell_beside_two_lines_has_its_own_rectangle(tmp_path: Path) -> None:
    path = write_pdf(
        tmp_path / "a.pdf", (40, 500, "The impact of leaders on"), (40, 486, "social work practice"), (300, 493, "Good")
    )
    lines = rectangles(path, 1, "The impact of leaders on social work practice | Good")
    assert len(lines) == 3
    assert words_inside(path, 1, lines) == "TheimpactofleadersonsocialworkpracticeGood"


@pytest.mark.parametrize("crop", [None, (30, 50, 380, 540)], ids=["whole", "cropped"])
@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_rectangles_hold_the_ink_of_a_turned_or_cropped_page(
    tmp_path: Path, turn: int, angle: int, crop: tuple[int, int, int, int] | None
) -> None:
    writer = PdfWriter(
        clone_from=PdfReader(write_pdf(tmp_path / "upright.pdf", (200, 300, "Help, early help"), angle=angle))
    )
    page = writer.pages[0]
    page.rotate(turn)
    if crop:
        page.cropbox = RectangleObject(crop)
    path = tmp_path / "turned.pdf"
    writer.write(path)
    (place,) = rectangles(path, 1, "Help, early help")
    with pypdfium2.PdfDocument(path) as document:
        image = document[0].render(scale=2, grayscale=True).to_numpy().copy()
    dark = np.argwhere(image < 200)
    height, width = image.shape
    (top, left), (bottom, right) = dark.min(axis=0), dark.max(axis=0) + 1
    seen = [place.left * width, place.top * height, place.right * width, place.bottom * height]
    assert seen == pytest.approx([left, top, right, bottom], abs=2)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    write_all(tmp_path, SAMPLE)
    for name in ("truncated.pdf", "empty.pdf", "zeros.pdf", "gone.pdf", "lost.pdf", "binary.bin", "false.docx"):
        with pytest.raises(ReadError, match=name):
            rectangles(tmp_path / name, 1, "any words")
    with pytest.raises(ReadError, match="is encrypted"):
        rectangles(tmp_path / "encrypted.pdf", 1, "any words")
    for name in ("scan.pdf", "blank.pdf"):
        assert rectangles(tmp_path / name, 1, "any words") == []


def test_many_threads_may_ask() -> None:
    path = min(SAMPLE.rglob("*.pdf"))
    asked = list(parts(read_document(path)))[:20]
    alone = [rectangles(path, page, text) for page, text in asked]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda wanted: rectangles(path, *wanted), asked)) == alone
