"""Layouts in PDF: what stands around the text, and in which order it is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from random import Random

from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.layouts.content import Content, Heading
from tests.ingest.layouts.pages import inks
from tests.ingest.layouts.pages.english import note
from tests.ingest.layouts.pages.setting import Ink, Piece, Setter, columns, lines, plain_ink, put

_WIDE, _HIGH = 595.0, 842.0
_MARGIN = 60.0
Frame = Callable[
    [Canvas, int, int], None
]  # draws what stands around a page's text, given its number and how much it prints


def _file(wide: float, high: float, draw: Callable[[Canvas], None]) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(wide, high), invariant=1)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def _nothing(canvas: Canvas, page: int, count: int) -> None:
    """No frame."""


def _set(
    content: Content,
    ink: Ink = plain_ink,
    frame: Frame = _nothing,
    ruled: bool = True,
    wide: float = _WIDE,
    high: float = _HIGH,
    top: float = 70.0,
    share: float = 1.0,
) -> bytes:
    """Pages of one column; `share` of a page's height is filled."""
    setter = Setter(wide - 2 * _MARGIN, ruled)
    room = (high - top - 80) * share

    def draw(canvas: Canvas) -> None:
        for page, pieces in enumerate(columns(setter, content, lambda _: room)):
            frame(canvas, page, len(pieces))
            for piece in pieces:
                put(canvas, _MARGIN, high - top, piece, ink)
            canvas.showPage()

    return _file(wide, high, draw)


def plain(content: Content) -> bytes:
    """Running lines at the head and foot, and numbers of pages; one page after another begins with them."""

    def frame(canvas: Canvas, page: int, count: int) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(_MARGIN, _HIGH - 40, "Exeham Borough Council")
        canvas.drawRightString(_WIDE - _MARGIN, _HIGH - 40, "Cabinet report")
        canvas.drawString(_MARGIN, 36, "Report of the director")
        canvas.drawRightString(_WIDE - _MARGIN, 36, f"Page {page + 1}")

    return _set(content, frame=frame, share=0.25)


def ruled(content: Content) -> bytes:
    return _set(content)


def unruled(content: Content) -> bytes:
    return _set(content, ruled=False)


def landscape(content: Content) -> bytes:
    return _set(content, wide=_HIGH, high=_WIDE)


def turned(content: Content) -> bytes:
    """Landscape as a scanner's driver makes it: an upright page that says that it is to be turned."""
    setter = Setter(_HIGH - 2 * _MARGIN)

    def draw(canvas: Canvas) -> None:
        for pieces in columns(setter, content, lambda _: _WIDE - 130):
            canvas.setPageSize((_WIDE, _HIGH))
            canvas.translate(_WIDE, 0)
            canvas.rotate(90)
            for piece in pieces:
                put(canvas, _MARGIN, _WIDE - 60, piece)
            canvas.showPage()

    writer = PdfWriter(BytesIO(_file(_WIDE, _HIGH, draw)))
    for page in writer.pages:
        page.rotate(90)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def watermark(content: Content) -> bytes:
    def frame(canvas: Canvas, page: int, count: int) -> None:
        canvas.saveState()
        canvas.translate(150, 250)
        canvas.rotate(55)
        canvas.setFillGray(0.85)
        canvas.setFont("Helvetica-Bold", 110)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()

    return _set(content, frame=frame)


def letter(content: Content) -> bytes:
    """An address at the right of the first page."""
    address = ["Exeham Borough Council", "Sample House", "12 Sample Street", "Exeham", "ZZ9 1ZZ", "T 0300 000 0000"]

    def frame(canvas: Canvas, page: int, count: int) -> None:
        for down, line in enumerate(address if page == 0 else []):
            put(canvas, 400, _HIGH - 50, Piece(line, 0, 12.0 * down, size=9))

    return _set(content, frame=frame, top=140)


def footnotes(content: Content) -> bytes:
    """A note in small type at the foot of each page that has more than a few lines."""

    def frame(canvas: Canvas, page: int, count: int) -> None:
        if count < 8:
            return
        canvas.line(_MARGIN, 70, _MARGIN + 140, 70)
        words = lines(f"{page + 1} Zznote {note(Random(page))}", _WIDE - 2 * _MARGIN, size=7.5)
        for down, line in enumerate(words):
            put(canvas, _MARGIN, 58, Piece(line, 0, 9.0 * down, size=7.5))

    return _set(content, frame=frame)


def _in_columns(content: Content, count: int, by_line: bool, headed: bool = False) -> bytes:
    gutter = 24.0
    wide = (_WIDE - 2 * 45 - gutter * (count - 1)) / count
    head = content[:1] if headed else ()
    setter = Setter(wide, size=9.5)
    whole = sum(high for _, high in setter.groups(content[len(head) :]))
    room = min(_HIGH - 200, max(120.0, whole / count + 30))

    def draw(canvas: Canvas) -> None:
        broken = columns(setter, content[len(head) :], lambda _: room)
        for start in range(0, len(broken), count):
            top = _HIGH - 60
            if head and not start:
                assert isinstance(head[0], Heading)
                put(canvas, 45, top, Piece(head[0].text, 0, 14, "Helvetica-Bold", 17))
                top -= 34
            placed = [(n, piece) for n, column in enumerate(broken[start : start + count]) for piece in column]
            if by_line:
                placed.sort(key=lambda pair: (pair[1].down, pair[0]))
            for n, piece in placed:
                put(canvas, 45 + n * (wide + gutter), top, piece)
            canvas.showPage()

    return _file(_WIDE, _HIGH, draw)


def two_by_column(content: Content) -> bytes:
    return _in_columns(content, 2, by_line=False)


def two_by_line(content: Content) -> bytes:
    return _in_columns(content, 2, by_line=True)


def three_headed(content: Content) -> bytes:
    return _in_columns(content, 3, by_line=True, headed=True)


def _inked(ink: Ink) -> Callable[[Content], bytes]:
    return lambda content: _set(content, ink=ink)


justified = _inked(inks.justified)
kerned = _inked(inks.kerned)
lettered = _inked(inks.letter_by_letter)
worded = _inked(inks.word_by_word)
small_capitals = _inked(inks.small_capitals)

BOX = "Zzbox The carers know the team well. They ask for help in good time, and it comes. Most of them stay with us."


def side_box(content: Content) -> bytes:
    """A grey box at the right of the first page, around which the text runs."""
    setter, narrow = Setter(_WIDE - 2 * _MARGIN), Setter(_WIDE - 2 * _MARGIN - 170)
    beside = columns(narrow, content, lambda at: 150 if at == 0 else 1e9)
    words = lines(BOX, 130, size=9.5)

    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.9)
        canvas.rect(_WIDE - _MARGIN - 150, _HIGH - 70 - 150, 150, 150, stroke=0, fill=1)
        canvas.setFillGray(0)
        for down, line in enumerate(words):
            put(canvas, _WIDE - _MARGIN - 140, _HIGH - 90, Piece(line, 0, 12.0 * down, size=9.5))
        top = _HIGH - 70
        for pieces in _pages(beside, setter):
            for piece in pieces:
                put(canvas, _MARGIN, top, piece)
            canvas.showPage()

    return _file(_WIDE, _HIGH, draw)


def _pages(beside: Sequence[Sequence[Piece]], setter: Setter) -> list[list[Piece]]:
    """The narrow column of the first page goes on below the box in the same width."""
    pages: list[list[Piece]] = [[]]
    start = 0.0
    down = 0.0
    for n, column in enumerate(beside):
        if n:
            start = down
        for piece in column:
            if piece.down + start > _HIGH - 160:
                pages.append([])
                start = -piece.down + 14
            pages[-1].append(replace(piece, down=piece.down + start))
            down = piece.down + start
    return pages
