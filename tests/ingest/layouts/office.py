"""Layouts in Word."""

from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from tests.ingest.layouts.content import NOISE, Bullet, Content, Heading, Table

_NAMES = nsdecls("w")


def plain(content: Content) -> bytes:
    return _written(content, lambda paragraph, text: paragraph.add_run(text))


def controls(content: Content) -> bytes:
    """Every second word in a control, and each table in one."""

    def fill(paragraph: WordParagraph, text: str) -> None:
        for at, word in enumerate(text.split(" ")):
            run = _run(f" {word}" if at else word)
            control = f"<w:sdt {_NAMES}><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>"
            paragraph._p.append(parse_xml(control if at % 2 else run))

    def wrap(word: WordDocument) -> None:
        for table in word.tables:
            control = parse_xml(f"<w:sdt {_NAMES}><w:sdtContent/></w:sdt>")
            table._tbl.addprevious(control)
            control[0].append(table._tbl)

    return _written(content, fill, wrap)


def tracked(content: Content) -> bytes:
    """Each word inserted, with a deletion after it; deleted paragraphs and rows between."""

    def fill(paragraph: WordParagraph, text: str) -> None:
        for at, word in enumerate(text.split(" ")):
            changed = f'w:id="{at}" w:author="A"'
            paragraph._p.append(parse_xml(f"<w:ins {_NAMES} {changed}>{_run(f' {word}' if at else word)}</w:ins>"))
            paragraph._p.append(parse_xml(f"<w:del {_NAMES} {changed}>{_run(NOISE, 'delText')}</w:del>"))
            paragraph._p.append(parse_xml(f"<w:moveFrom {_NAMES} {changed}>{_run(NOISE)}</w:moveFrom>"))

    def remove(word: WordDocument) -> None:
        for table in word.tables:
            row = table.add_row()
            row.cells[0].text = NOISE
            row._tr.get_or_add_trPr().append(parse_xml(f'<w:del {_NAMES} w:id="1" w:author="A"/>'))

    return _written(content, fill, remove)


def fields(content: Content) -> bytes:
    """Words as the results of fields, with hidden and struck words beside them."""

    def fill(paragraph: WordParagraph, text: str) -> None:
        for at, word in enumerate(text.split(" ")):
            word = f" {word}" if at else word
            if at % 3 == 0:
                simple = f'<w:fldSimple {_NAMES} w:instr=" {NOISE} ">{_run(word)}</w:fldSimple>'
                paragraph._p.append(parse_xml(simple))
            elif at % 3 == 1:
                for piece in (_mark("begin"), _run(NOISE, "instrText"), _mark("separate"), _run(word), _mark("end")):
                    paragraph._p.append(parse_xml(piece))
            else:
                paragraph.add_run(word)
            for name in ("vanish", "strike"):
                paragraph._p.append(parse_xml(_run(NOISE, properties=f"<w:{name}/>")))

    return _written(content, fill)


def in_table(content: Content) -> bytes:
    """The whole paper in one cell, as letterheads are laid."""
    word = docx.Document()
    cell = word.add_table(1, 1).cell(0, 0)
    _lay(cell, content, lambda paragraph, text: paragraph.add_run(text))
    return _saved(word)


def boxes(content: Content) -> bytes:
    """Each paragraph in a text box, in the newer form and in the older one for other programs."""

    def fill(paragraph: WordParagraph, text: str) -> None:
        inner = f"<w:txbxContent><w:p>{_run(text)}</w:p></w:txbxContent>"
        paragraph._p.append(
            parse_xml(
                f'<w:r {_NAMES} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
                ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
                f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>'
                f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            )
        )

    return _written(content, fill)


def _run(text: str, tag: str = "t", properties: str = "") -> str:
    return f'<w:r {_NAMES}><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def _mark(kind: str) -> str:
    return f'<w:r {_NAMES}><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _written(
    content: Content,
    fill: Callable[[WordParagraph, str], object],
    finish: Callable[[WordDocument], None] = lambda word: None,
) -> bytes:
    word = docx.Document()
    _lay(word, content, fill)
    finish(word)
    return _saved(word)


def _lay(place: WordDocument | _Cell, content: Content, fill: Callable[[WordParagraph, str], object]) -> None:
    for part in content:
        if isinstance(part, Table):
            table = place.add_table(len(part.rows), len(part.rows[0]))
            for row, cells in zip(table.rows, part.rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    if text:
                        fill(cell.paragraphs[0], text)
        else:
            style = {Heading: "Heading 2", Bullet: "List Bullet"}.get(type(part))
            fill(place.add_paragraph(style=style), part.text)


def _saved(word: WordDocument) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()
