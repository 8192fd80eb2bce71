"""Pictures of pages with words marked in them."""

import os
import shutil
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.documents.page_images import PictureError, page_image, parse_marks, source_of, write_marks
from index import Index, Record, update
from ingest import Span
from tests.conftest import SAMPLE, WordEmbedder

PDF = "inspections/marlbridge/children's services inspection - 18 march 2022.pdf"


@pytest.fixture
def copied(tmp_path: Path) -> tuple[Index, Record, Path]:
    """An index of one PDF, which a test may change."""
    file = tmp_path / "held" / "report.pdf"
    file.parent.mkdir()
    shutil.copy(SAMPLE / PDF, file)
    index = Index(tmp_path / "index", WordEmbedder())
    update(index, [file.parent], tmp_path / "cache", workers=1)
    return index, index.catalogue.records()[0], file


def record_of(index: Index, path: str) -> Record:
    return next(record for record in index.catalogue.records() if record.path == path)


def yellow(png: bytes) -> list[int]:
    """The rows of the pixels that have the marker's colour."""
    pixels = np.asarray(Image.open(BytesIO(png)).convert("RGB"))
    return np.nonzero((pixels == (255, 236, 110)).all(axis=2))[0].tolist()


def test_words_are_marked_where_they_stand(sample_index: Index) -> None:
    record = record_of(sample_index, PDF)
    text = sample_index.catalogue.pages(record.id)[0].text
    start = text.index("The size of social workers")
    end = text.index(".", start) + 1
    bare = page_image(sample_index, record, 1)
    marked = page_image(sample_index, record, 1, [(start, end)])
    assert (bare.marked, marked.marked) == (0, 1)
    assert bare.etag != marked.etag
    assert not yellow(bare.png)
    rows = yellow(marked.png)
    assert len(rows) > 1000
    assert max(rows) - min(rows) < 100  # two lines of a page of some 1,700 rows


def test_of_words_that_stand_twice_the_right_ones_are_marked(sample_index: Index) -> None:
    record = record_of(sample_index, PDF)
    text = sample_index.catalogue.pages(record.id)[0].text
    first = text.index("social workers")
    again = text.index("social workers", first + 1)
    tops = [min(yellow(page_image(sample_index, record, 1, [(at, at + 14)]).png)) for at in (first, again)]
    assert tops[0] < tops[1]
    assert page_image(sample_index, record, 1, [(again, again + 11)]).marked == 0  # a part of a word is not guessed at


def test_marks_outside_the_page_are_left_out(sample_index: Index) -> None:
    record = record_of(sample_index, PDF)
    image = page_image(sample_index, record, 1, [(999_999, 1_000_000), (5, 5), (9, 3)])
    assert image.marked == 0


def test_marks_are_read_as_they_are_written() -> None:
    spans = (Span(2, 10, 20), Span(3, 0, 5), Span(2, 30, 44))
    assert write_marks(spans, 2) == "10-20,30-44"
    assert parse_marks("10-20,30-44") == [(10, 20), (30, 44)]
    assert parse_marks("") == []


@pytest.mark.parametrize("suffix", [".html", ".docx", ".txt", ".md"])
def test_only_a_pdf_has_pictures(sample_index: Index, suffix: str) -> None:
    record = next(record for record in sample_index.catalogue.records() if record.path.endswith(suffix))
    with pytest.raises(PictureError, match=f"not a PDF .{suffix}"):
        page_image(sample_index, record, 1)


def test_a_page_that_is_not_there(sample_index: Index) -> None:
    with pytest.raises(PictureError, match="4 pages: there is no page 5"):
        page_image(sample_index, record_of(sample_index, PDF), 5)


def test_a_file_that_is_gone(copied: tuple[Index, Record, Path]) -> None:
    index, record, file = copied
    file.unlink()
    with pytest.raises(PictureError, match="no longer where it was indexed"):
        page_image(index, record, 1)


def test_a_file_that_has_changed(copied: tuple[Index, Record, Path]) -> None:
    index, record, file = copied
    file.write_bytes(file.read_bytes() + b"\n%")
    with pytest.raises(PictureError, match="has changed"):
        page_image(index, record, 1)


def test_a_file_with_a_new_date_only(copied: tuple[Index, Record, Path]) -> None:
    index, record, file = copied
    os.utime(file, (1, 1))
    assert page_image(index, record, 1).png.startswith(b"\x89PNG")


def test_a_link_out_of_the_folder_is_not_followed(copied: tuple[Index, Record, Path], tmp_path: Path) -> None:
    index, record, file = copied
    outside = tmp_path / "outside.pdf"
    file.rename(outside)
    file.symlink_to(outside)
    with pytest.raises(PictureError, match="outside the indexed folder"):
        page_image(index, record, 1)


def test_of_two_folders_with_a_file_of_one_name_the_right_one_is_drawn(tmp_path: Path) -> None:
    paths = sorted(path for path in SAMPLE.rglob("*.pdf"))[:2]
    for number, path in enumerate(paths):
        (tmp_path / str(number)).mkdir()
        shutil.copy(path, tmp_path / str(number) / "report.pdf")
    index = Index(tmp_path / "index", WordEmbedder())
    update(index, [tmp_path / "0", tmp_path / "1"], tmp_path / "cache", workers=1)
    first, second = index.catalogue.records()
    assert first.path == second.path == "report.pdf"
    assert {source_of(index, first).root, source_of(index, second).root} == {str(tmp_path / "0"), str(tmp_path / "1")}
    for record in (first, second):
        folder = Path(source_of(index, record).root).name
        page = index.catalogue.pages(record.id)[0]
        assert page_image(index, record, 1, [(0, len(page.text.split("\n")[0]))]).marked == 1, folder
