"""PDF pages are read as a reader sees them: small pages are drawn, and read again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Furniture
from ingest.readers import Reading, read_pages
from ingest.readers.layout.legible import is_better, makes_no_words
from ingest.readers.rectangles import rectangles

BODY = [
    "Social workers know the children on their list and visit them at home and at school.",
    "Managers read a sample of records each month and talk about them with the teams.",
    "Most plans say who does what and by when, and they are kept up to date by the team.",
    "Care leavers are asked what they think of the help that they had in the past year.",
    "The police and the health services come to the meetings and share what they know.",
]


def read(folder: Path, draw: Callable[[Canvas], None], body: bool = True) -> Reading:
    path = folder / "page.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    if body:
        lines(canvas, 60, 720, BODY)
    draw(canvas)
    canvas.save()
    return read_pages(path)


def lines(canvas: Canvas, left: float, top: float, texts: list[str], size: float = 11, step: float = 14) -> None:
    canvas.setFont("Helvetica", size)
    for n, text in enumerate(texts):
        canvas.drawString(left, top - n * step, text)


def flow(reading: Reading) -> str:
    return "\n".join(line.text for page in reading.pages for line in page if line.furniture is None and line.text)


def test_text_that_nobody_sees_is_left_out(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        text = canvas.beginText(60, 500)
        text.setTextRenderMode(3)
        text.textLine("Invisible words")
        canvas.drawText(text)
        canvas.restoreState()
        canvas.setFillGray(1)
        canvas.drawString(60, 480, "White words")
        canvas.setFillGray(0)
        canvas.drawString(60, 460, "Covered words")
        canvas.rect(50, 455, 300, 16, fill=1)
        canvas.drawString(700, 440, "Words beside the paper")
        lines(canvas, 60, 420, ["Tiny words"], size=0.5)

    reading = read(tmp_path, draw)
    assert flow(reading) == "\n".join(BODY)
    assert sum("nobody sees" in note for note in reading.notes) >= 4


def test_text_that_can_be_seen_is_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.2)
        canvas.rect(50, 495, 400, 18, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(60, 500, "White words on a dark band.")
        canvas.setFillGray(0.75)
        canvas.drawString(60, 470, "Light grey words.")
        canvas.setFillGray(0)
        canvas.rect(50, 435, 300, 20, fill=0)
        canvas.drawString(60, 440, "Words in a frame.")

    reading = read(tmp_path, draw)
    assert flow(reading).split("\n")[5:] == ["White words on a dark band.", "Light grey words.", "Words in a frame."]
    assert reading.notes == ()


def test_invisible_words_over_a_scan_are_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (80, 80), 200)), 0, 0, 595, 842)
        text = canvas.beginText(60, 500)
        text.setTextRenderMode(3)
        for line in BODY:
            text.textLine(line)
        canvas.drawText(text)

    assert flow(read(tmp_path, draw, body=False)) == "\n".join(BODY)


@pytest.mark.parametrize(("angle", "size"), [(45, 90), (90, 14)])
def test_a_watermark_is_no_part_of_the_text(tmp_path: Path, angle: float, size: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(angle)
        canvas.setFont("Helvetica", size)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()

    reading = read(tmp_path, draw)
    assert "DRAFT" not in flow(reading)
    assert any(line.furniture is Furniture.WATERMARK for line in reading.pages[0])
    assert reading.notes == ("marked DRAFT on page 1",)


def test_a_page_that_is_printed_sideways_is_read(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(400, 100)
        canvas.rotate(90)
        lines(canvas, 0, 0, BODY)

    reading = read(tmp_path, draw, body=False)
    assert flow(reading) == "\n".join(BODY)
    assert reading.notes == ()


LEFT = ["Managers read twenty records", "in a month and then tell each", "of their teams what was found."]
RIGHT = ["Few young people are helped", "to find work, and the centre is", "open on one evening a week."]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 600, ["A heading across the whole of the page, above its two columns of prose"])
        for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            canvas.drawString(60, 570 - 14 * n, left)
            canvas.drawString(300, 570 - 14 * n, right)

    reading = read(tmp_path, draw)
    assert flow(reading).split("\n")[6:] == [*LEFT, *RIGHT]
    assert reading.notes == ("2 columns were read one after the other on page 1",)
    assert len(rectangles(tmp_path / "page.pdf", 1, " ".join(LEFT))) == 3
    assert rectangles(tmp_path / "page.pdf", 1, "words that stand nowhere") == []


@pytest.mark.parametrize("ruled", [True, False])
def test_cells_of_a_row_stay_together(tmp_path: Path, ruled: bool) -> None:
    def draw(canvas: Canvas) -> None:
        rows = [
            ["Area", "Grade"],
            ["The welcome of children", "Some work"],
            ["at the door", "to do"],
            ["Meals", "Fine"],
        ]
        heights = [560, 540, 527, 507]
        for (left, right), height in zip(rows, heights, strict=True):
            canvas.drawString(60, height, left)
            canvas.drawString(300, height, right)
        if ruled:
            for height in (573, 553, 521, 501):
                canvas.line(55, height, 450, height)
            for left in (55, 290, 450):
                canvas.line(left, 501, left, 573)

    table = [line.text for line in read(tmp_path, draw).pages[0] if " | " in line.text]
    assert table == ["Area | Grade", "The welcome of children at the door | Some work to do", "Meals | Fine"]


def test_an_empty_cell_keeps_its_column(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n, row in enumerate((["Home", "2019", "2023"], ["North", "", "Good"], ["South", "Fair", "Good"])):
            for at, text in enumerate(row):
                canvas.drawString(60 + 100 * at, 500 - 20 * n, text)
        for n in range(4):
            canvas.line(55, 514 - 20 * n, 355, 514 - 20 * n)
            canvas.line(55 + 100 * n, 454, 55 + 100 * n, 514)

    table = [line.text for line in read(tmp_path, draw).pages[0] if line.whole]
    assert table == ["Home | 2019 | 2023", "North | | Good", "South | Fair | Good"]


def test_a_table_that_a_page_parts_keeps_its_first_row(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n, row in enumerate((["North home", "12", "Good"], ["South home", "14", "Fair"])):
            for at, text in enumerate(row):
                canvas.drawString(60 + 100 * at, 500 - 20 * n, text)
            canvas.line(55, 494 - 20 * n, 355, 494 - 20 * n)
        for n in range(4):
            canvas.line(55 + 100 * n, 474, 55 + 100 * n, 514)

    table = [line.text for line in read(tmp_path, draw).pages[0] if line.whole]
    assert table == ["North home | 12 | Good", "South home | 14 | Fair"]


@pytest.mark.parametrize(("cells", "is_row"), [(["North home", "12"], True), ([BODY[0], BODY[1]], False)])
def test_one_row_in_rules_is_a_row_unless_its_cells_are_boxes_of_prose(
    tmp_path: Path, cells: list[str], is_row: bool
) -> None:
    def draw(canvas: Canvas) -> None:
        for n, text in enumerate(cells):
            lines(canvas, 60 + 250 * n, 500, [text[:42], text[42:]] if len(text) > 42 else [text])
        for height in (480, 514):
            canvas.line(55, height, 555, height)
        for n in range(3):
            canvas.line(55 + 250 * n, 480, 55 + 250 * n, 514)

    assert (" | " in flow(read(tmp_path, draw))) == is_row


@pytest.mark.parametrize("whole", ["Small capitals", "A plan for children"])
def test_letters_that_the_page_prints_as_one_word_are_read_as_one(tmp_path: Path, whole: str) -> None:
    def draw(canvas: Canvas) -> None:
        left = 60.0
        for letter in whole:
            text = canvas.beginText(left, 500)
            text.setFont("Helvetica", 11)
            text.textOut(letter.strip())
            canvas.drawText(text)
            left += canvas.stringWidth(letter, "Helvetica", 11)

    assert flow(read(tmp_path, draw)) == "\n".join([*BODY, whole])


def test_letters_that_stand_apart_stay_apart(tmp_path: Path) -> None:
    reading = read(tmp_path, lambda canvas: lines(canvas, 60, 500, ["Options A B C D E were read."]))
    assert flow(reading) == "\n".join([*BODY, "Options A B C D E were read."])


def test_a_page_that_says_it_is_to_be_turned_has_its_watermark_taken_out(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines(canvas, 60, 500, BODY)
        canvas.setFont("Helvetica", 60)
        canvas.rotate(40)
        canvas.drawString(200, 0, "DRAFT")

    read(tmp_path, draw, body=False)
    writer = PdfWriter(tmp_path / "page.pdf")
    writer.pages[0].rotate(90)
    writer.write(tmp_path / "turned.pdf")
    reading = read_pages(tmp_path / "turned.pdf")
    assert flow(reading) == "\n".join(BODY)
    assert reading.notes == ("marked DRAFT on page 1",)


def test_a_box_beside_the_text_does_not_part_the_sentence_that_goes_on_below_it(tmp_path: Path) -> None:
    narrow = [
        "Most plans say who does what and by",
        "when, and they are kept up to date by",
        "the team, so that each of the carers",
    ]
    box = ["Carers know the team", "well, and ask for help", "in good time."]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 500, narrow)
        lines(canvas, 350, 500, box)
        lines(
            canvas,
            60,
            500 - 14 * 3,
            ["can say what was agreed with the school and with the health services in the area."],
        )

    text = flow(read(tmp_path, draw))
    assert " ".join(text.split()).endswith(
        " ".join([*box, *narrow, "can say what was agreed with the school and with the health services in the area."])
    )


def test_bullets_and_numbers_make_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for n, text in enumerate(BODY):
            canvas.drawString(60, 500 - 14 * n, f"{n + 1}.")
            canvas.drawString(90, 500 - 14 * n, text)

    assert " | " not in flow(read(tmp_path, draw))


def test_an_address_beside_the_text_is_furniture(tmp_path: Path) -> None:
    address = ["Example Inspectorate", "Sample House", "Exeham", "ZZ9 1ZZ", "T 0300 000 0000"]

    def draw(canvas: Canvas) -> None:
        lines(canvas, 430, 820, address, size=8, step=10)

    reading = read(tmp_path, draw)
    assert flow(reading) == "\n".join(BODY)
    assert [line.text for line in reading.pages[0] if line.furniture is Furniture.ADDRESS] == address


def test_a_footnote_in_small_type_is_furniture(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 60, ["* A carer is somebody who looks after a child."], size=7)

    reading = read(tmp_path, draw)
    assert flow(reading) == "\n".join(BODY)
    assert any(line.furniture is Furniture.FOOTNOTE for line in reading.pages[0])


def test_the_last_paragraph_of_a_page_is_no_footnote(tmp_path: Path) -> None:
    reading = read(tmp_path, lambda canvas: lines(canvas, 60, 60, ["This paragraph stands alone at the foot."]))
    assert flow(reading).endswith("stands alone at the foot.")


def test_letters_that_make_no_words_are_told_from_a_table_of_names() -> None:
    shifted = [line.translate({n: (n - 94) % 26 + 97 for n in range(97, 123)}) for line in BODY]
    assert makes_no_words(shifted)
    assert not makes_no_words(BODY)
    assert not makes_no_words(["Ashcombe 12", "Westhaven 14", "Exeham 9"])
    assert is_better("The team says that it is the best of all in the area.", shifted[0])
    assert not is_better("Jr xqq zzk", shifted[0])
