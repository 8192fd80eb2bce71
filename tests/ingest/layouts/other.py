"""Layouts in rich text, OpenDocument, e-mail, saved pages and workbooks."""

import zipfile
from email.message import EmailMessage
from io import BytesIO

from openpyxl import Workbook

from tests.ingest.layouts import plain, web
from tests.ingest.layouts.content import NOISE, Bullet, Content, Heading, Table

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def rtf(content: Content) -> bytes:
    """Rich text with hidden and deleted words, fields and a font table."""
    pieces = [r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}{\info{\title ", NOISE, r"}}{\header draft\par}"]
    for part in content:
        if isinstance(part, Table):
            for row in part.rows:
                cells = "".join(rf"\pard\intbl {cell}\cell " for cell in row)
                pieces.append(rf"\trowd{cells}\row ")
        else:
            level = r"\outlinelevel1 " if isinstance(part, Heading) else ""
            mark = r"{\listtext\'95\tab}" if isinstance(part, Bullet) else ""
            field = rf"{{\field{{\*\fldinst {NOISE}}}{{\fldrslt {part.text}}}}}"
            pieces.append(rf"\pard {level}{mark}{{\v {NOISE}}}{field}{{\deleted {NOISE}}}\par ")
    return "".join([*pieces, "}"]).encode()


def odt(content: Content) -> bytes:
    """OpenDocument text with a deletion, notes in the margin and a hidden style."""
    pieces = []
    for part in content:
        if isinstance(part, Table):
            rows = (
                "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
                for row in part.rows
            )
            pieces.append(
                f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
            )
        elif isinstance(part, Heading):
            pieces.append(f'<text:h text:outline-level="2">{part.text}</text:h>')
        else:
            unseen = f'<text:span text:style-name="T1">{NOISE}</text:span><office:annotation><text:p>{NOISE}</text:p></office:annotation>'
            first, _, rest = part.text.partition(" ")
            paragraph = f'<text:p>{first}<text:change text:change-id="c"/>{unseen}<text:s/>{rest}</text:p>'
            item = f"<text:list><text:list-item>{paragraph}</text:list-item></text:list>"
            pieces.append(item if isinstance(part, Bullet) else paragraph)
    hidden = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    gone = f"<text:tracked-changes><text:deletion><text:p>{NOISE}</text:p></text:deletion></text:tracked-changes>"
    xml = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{hidden}</office:automatic-styles>"
        f"<office:body><office:text>{gone}{''.join(pieces)}</office:text></office:body></office:document-content>"
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", xml)
    return file.getvalue()


def _message(subject: str = "Paper") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "clerk@council.example", "members@council.example", subject
    message["Date"] = "Thu, 06 Mar 2025 09:12:00 +0000"
    return message


def mail(content: Content) -> bytes:
    message = _message()
    message.set_content(plain.text(content).decode())
    message.add_alternative(web.plain(content).decode(), subtype="html")
    message.add_attachment(NOISE.encode(), "application", "pdf", filename="report.pdf")
    return message.as_bytes()


def mail_html(content: Content) -> bytes:
    message = _message()
    message.set_content(web.plain(content).decode(), subtype="html", cte="base64")
    return message.as_bytes()


def mhtml(content: Content) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "<Saved by a browser>", "Paper"
    message.set_content(web.plain(content).decode(), subtype="html", cte="quoted-printable")
    message.add_related(NOISE.encode(), "image", "png", cid="<picture>")
    return message.as_bytes()


def workbook(content: Content) -> bytes:
    book = Workbook()
    sheet = book.active
    for part in content:
        if isinstance(part, Table):
            for row in part.rows:
                sheet.append([cell or None for cell in row])
        else:
            sheet.append([part.text])
        sheet.append([])
    hidden = book.create_sheet("Old")
    hidden.append([NOISE])
    hidden.sheet_state = "hidden"
    file = BytesIO()
    book.save(file)
    return file.getvalue()
