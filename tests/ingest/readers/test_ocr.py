"""Scanned pages are read with the installed engines; a page that fails gives no text."""

import re
import shutil
import subprocess
from io import BytesIO
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image, ImageFilter
from pypdf import PdfReader

from ingest.readers import ocr
from tests.conftest import SAMPLE

PAGES = [
    ("inspections/ashcombe/children's services inspection - 29 november 2021.pdf", 1),
    ("visits/westhaven/monitoring visit - 21 february 2023.pdf", 1),
]
# The least share of a page's words that must be read: a little below what was measured.
FLOORS = {
    "tesseract": {"straight": 0.95, "skewed": 0.85, "noisy": 0.85},
    "rapidocr": {"straight": 0.97, "skewed": 0.95, "noisy": 0.93},
}


def use(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if engine == "rapidocr":
        monkeypatch.setattr(shutil, "which", lambda _: None)
    if ocr.engine() != engine:
        pytest.skip(f"{engine} is not installed (or pypdfium2, which draws the pages, is not)")


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text.lower().replace("’", "'")))


def drawn(name: str, number: int) -> Image.Image:
    pypdfium2 = pytest.importorskip("pypdfium2", reason="pypdfium2, which draws the pages, is not installed")
    with pypdfium2.PdfDocument(SAMPLE / name) as document:
        return document[number - 1].render(scale=150 / 72).to_pil().convert("L").copy()


def scanned(image: Image.Image, condition: str) -> Image.Image:
    if condition == "skewed":
        return image.rotate(1, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    if condition == "noisy":
        dots, chance = np.array(image), np.random.default_rng(1).random((image.height, image.width))
        dots[chance < 0.005], dots[chance > 0.995] = 0, 255
        return Image.fromarray(dots).filter(ImageFilter.GaussianBlur(0.5))
    return image


def as_pdf(*images: Image.Image) -> bytes:
    file = BytesIO()
    images[0].save(file, "PDF", resolution=150, save_all=True, append_images=images[1:])
    return file.getvalue()


@pytest.mark.parametrize("condition", ["straight", "skewed", "noisy"])
@pytest.mark.parametrize("engine", ["tesseract", "rapidocr"])
def test_words_are_found_again(engine: str, condition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use(engine, monkeypatch)
    data = as_pdf(*(scanned(drawn(name, number), condition) for name, number in PAGES))
    assert not any(page.extract_text().strip() for page in PdfReader(BytesIO(data)).pages)
    texts = ocr.read_scanned(data, [1, 2])
    for (name, number), text in zip(PAGES, texts.values(), strict=True):
        printed = words(PdfReader(SAMPLE / name).pages[number - 1].extract_text())
        assert len(printed & words(text)) / len(printed) >= FLOORS[engine][condition], sorted(printed - words(text))


@pytest.mark.parametrize("engine", ["tesseract", "rapidocr"])
def test_lines_paragraphs_and_pages_that_fail(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use(engine, monkeypatch)
    image = drawn(*PAGES[1])
    data = as_pdf(Image.new("L", image.size, 255), image.crop((0, 580, image.width, 850)))
    texts = ocr.read_scanned(data, [2, 1, 3, 0])
    assert (texts[1], texts[3], texts[0]) == ("", "", "")
    assert list(texts) == [2, 1, 3, 0]
    paragraphs = [paragraph.split("\n") for paragraph in texts[2].split("\n\n")]
    assert paragraphs[0] == ["Dear Ms Amory"]
    assert paragraphs[-1][-1] == "were Rosalind Pickard and Gareth Howell."
    assert [line.split()[0] for line in paragraphs[-1][-4:]] == ["This", "services", "authority", "were"]
    assert ocr.read_scanned(b"%PDF-1.7 and no more", [1]) == {1: ""}
    assert ocr.read_scanned(data, []) == {}


def test_an_engine_that_fails_gives_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    data = as_pdf(drawn(*PAGES[1]))
    monkeypatch.setattr(shutil, "which", lambda _: "/tesseract")
    for fault in (subprocess.TimeoutExpired("tesseract", 1), subprocess.CalledProcessError(1, "tesseract"), OSError()):
        calls = []

        def run(command: list[str], fault: Exception = fault, calls: list[list[str]] = calls, **_: object) -> None:
            calls.append(command)
            raise fault

        monkeypatch.setattr(subprocess, "run", run)
        assert ocr.read_scanned(data, [1]) == {1: ""}
        assert calls == [["/tesseract", "stdin", "stdout", "--psm", "4"]]


def test_engines_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    missing: set[str] = set()
    monkeypatch.setattr(ocr, "find_spec", lambda name: None if name in missing else name)
    monkeypatch.setattr(shutil, "which", lambda name: None if name in missing else name)
    assert ocr.engine() == "tesseract"
    missing.add("tesseract")
    assert ocr.engine() == "rapidocr"
    missing.add("onnxruntime")
    assert ocr.engine() is None
    missing.clear()
    missing.add("pypdfium2")
    assert ocr.engine() is None
    assert ocr.read_scanned(b"", [4, 2]) == {4: "", 2: ""}


@pytest.mark.parametrize("degrees", [-2.0, 0.0, 2.0])
def test_pieces_are_put_in_order(degrees: float, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [  # left, top, right, bottom
        ((700, 300, 1100, 330), "line."),
        ((100, 334, 1100, 364), "Its second."),
        ((100, 100, 300, 130), "Heading"),
        ((100, 302, 690, 329), "The first"),
        ((100, 367, 180, 397), "Last."),
        ((100, 430, 1000, 460), "Another paragraph."),
    ]
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    boxes = np.array([[(x, y) for x, y in ((a, b), (c, b), (c, d), (a, d))] for (a, b, c, d), _ in pieces])
    found = SimpleNamespace(boxes=boxes @ np.array([[cos, sin], [-sin, cos]]), txts=tuple(text for _, text in pieces))
    monkeypatch.setattr(ocr, "_rapidocr_model", lambda: lambda _: found)
    expected = "Heading\n\nThe first line.\nIts second.\nLast.\n\nAnother paragraph."
    assert ocr._rapidocr(Image.new("L", (9, 9))) == expected
