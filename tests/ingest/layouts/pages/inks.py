"""Ways in which programs put a line of print into a PDF."""

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.layouts.pages.setting import Piece, plain_ink, width_of


def justified(canvas: Canvas, left: float, up: float, piece: Piece) -> None:
    """The spaces of a full line are widened up to the column's edge."""
    spaces = piece.text.count(" ")
    text = canvas.beginText(left, up)
    text.setFont(piece.font, piece.size)
    text.setWordSpace((piece.room - width_of(piece)) / spaces if piece.room and spaces else 0)
    text.textOut(piece.text)
    canvas.drawText(text)


def word_by_word(canvas: Canvas, left: float, up: float, piece: Piece) -> None:
    """Each word has a place of its own, in justified lines."""
    words = piece.text.split(" ")
    spare = (piece.room - width_of(piece)) / (len(words) - 1) if piece.room and len(words) > 1 else 0
    canvas.setFont(piece.font, piece.size)
    for word in words:
        canvas.drawString(left, up, word)
        left += stringWidth(word + " ", piece.font, piece.size) + spare


def letter_by_letter(canvas: Canvas, left: float, up: float, piece: Piece) -> None:
    """Each letter has a place of its own; no spaces are printed."""
    for at, letter in enumerate(piece.text):
        if letter != " ":
            text = canvas.beginText(left + stringWidth(piece.text[:at], piece.font, piece.size), up)
            text.setFont(piece.font, piece.size)
            text.textOut(letter)
            canvas.drawText(text)


def kerned(canvas: Canvas, left: float, up: float, piece: Piece) -> None:
    """Pairs of letters are moved towards each other, and words apart, in one operator."""
    text = canvas.beginText(left, up)
    text.setFont(piece.font, piece.size)
    shown = []
    for at, letter in enumerate(piece.text):
        code = ord("\x7f") if letter == "•" else ord(letter)
        shown.append("-278" if letter == " " else f"<{code:02x}>{(at * 7) % 30 - 12}")
    text._code.append(f"[{' '.join(shown)}] TJ")
    canvas.drawText(text)


def small_capitals(canvas: Canvas, left: float, up: float, piece: Piece) -> None:
    """The first letters of a heading's words are large capitals, the others small ones."""
    if piece.font != "Helvetica-Bold":
        plain_ink(canvas, left, up, piece)
        return
    text = canvas.beginText(left, up)
    for word in piece.text.upper().split(" "):
        for part, size in ((word[:1], piece.size), (word[1:] + " ", 0.78 * piece.size)):
            text.setFont(piece.font, size)
            text.textOut(part)
    canvas.drawText(text)
