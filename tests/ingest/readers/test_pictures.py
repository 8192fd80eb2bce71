"""Pages are drawn as they are displayed."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest import ReadError
from ingest.readers.pictures import draw_page


def pdf(path: Path, width: float, height: float) -> Path:
    canvas = Canvas(str(path), (width, height))
    canvas.drawString(20, 20, "words")
    canvas.save()
    return path


def test_a_page_is_drawn_at_twice_its_points(tmp_path: Path) -> None:
    image = draw_page(pdf(tmp_path / "a.pdf", 300, 400), 1)
    assert (image.size, image.mode) == ((600, 800), "RGB")


def test_a_large_page_is_drawn_smaller(tmp_path: Path) -> None:
    assert max(draw_page(pdf(tmp_path / "a.pdf", 14_000, 7_000), 1).size) <= 2401


@pytest.mark.parametrize("page", [0, 2])
def test_a_missing_page(tmp_path: Path, page: int) -> None:
    with pytest.raises(ReadError, match=f"has no page {page}"):
        draw_page(pdf(tmp_path / "a.pdf", 300, 400), page)


def test_a_file_that_is_not_a_pdf(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 broken")
    with pytest.raises(ReadError, match=r"a\.pdf: cannot be drawn"):
        draw_page(tmp_path / "a.pdf", 1)
    with pytest.raises(ReadError, match=r"none\.pdf"):
        draw_page(tmp_path / "none.pdf", 1)
