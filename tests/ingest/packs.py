"""Writes packs: PDFs that bind several papers, with a page for each list of lines."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

REPORT = (
    "Inspection of Marlbridge local authority children’s services",
    "Inspection dates: 6 to 17 June 2022",
    "Lead inspector: Jo Sample, His Majesty’s Inspector",
    "Children in Marlbridge are seen early, and their plans are read by a manager each month.",
)
LETTER = (
    "Focused visit to Westhaven children’s services",
    "14 March 2023",
    "Dear Director of Children’s Services",
    "This letter summarises the findings of a focused visit to Westhaven on 7 and 8 February 2023.",
    "Personal advisers in Westhaven keep in touch with young people and write their plans with them.",
)
MORE = ("Marlbridge has opened two homes for children, and both of them are near to their schools.",)


def write_pack(path: Path, *pages: tuple[str, ...]) -> Path:
    """Write a PDF with these pages of lines."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.setFont("Helvetica", 10)
            canvas.drawString(60, 780 - 22 * number, line)
        canvas.showPage()
    canvas.save()
    return path
