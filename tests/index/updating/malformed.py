"""Archives, web pages and other files made on the pattern of published attacks, and of faults reported of such readers."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterator

from tests.index.updating.malformed_pdfs import PDFS

_MB = 2**20
_W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_O = (
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    b' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)
_P = b"<w:p><w:r><w:t>The committee heard that caseloads had fallen in the year.</w:t></w:r></w:p>"
_HTML = b"<!DOCTYPE html><html><body><p>The committee heard that caseloads had fallen in the year.</p>"
_ENTITIES = b"".join(b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in members.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(body: bytes, before: bytes = b"", **parts: bytes) -> bytes:
    document = b"<?xml version='1.0'?>%b<w:document %b><w:body>%b</w:body></w:document>" % (before, _W, body)
    return _zip({"word/document.xml": document, **{f"word/{name}.xml": part for name, part in parts.items()}})


def docx_bomb() -> bytes:
    return docx(b" " * (200 * _MB))


def docx_full_of_paragraphs() -> bytes:
    """Just as large as a part may be, and packed into fifty kilobytes."""
    return docx(b"<w:p/>" * (39 * _MB // 6))


def docx_full_of_text() -> bytes:
    return docx(_P.replace(b"in the year", b"in the year " * 3_000_000))


def docx_nested_bomb() -> bytes:
    inner = _zip({f"{number}.txt": bytes(10 * _MB) for number in range(10)})
    for _ in range(6):
        inner = _zip({f"{number}.zip": inner for number in range(10)})
    return _zip({"word/document.xml": inner})


def docx_overlapping_bomb() -> bytes:
    """Many names for the same packed bytes."""
    data = docx(_P)
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    last = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 60_000, 60_000, 60_000 * len(entry), start, 0)
    return data[:start] + entry * 60_000 + last


def docx_many_members() -> bytes:
    return _zip({"word/document.xml": b"<a/>", **{f"word/media/{number}.png": b"" for number in range(30_000)}})


def docx_forged_size() -> bytes:
    data = bytearray(docx(_P * 100_000))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 100)
    return bytes(data)


def docx_laughs() -> bytes:
    return docx(
        _P.replace(b"year", b"&a9;"), b'<!DOCTYPE lolz [<!ENTITY a0 "caseloads had fallen ">' + _ENTITIES + b"]>"
    )


def docx_quadratic_laughs() -> bytes:
    return docx(_P.replace(b"year", b"&a;" * 50_000), b'<!DOCTYPE l [<!ENTITY a "' + b"b" * 50_000 + b'">]>')


def docx_external_entity() -> bytes:
    return docx(_P.replace(b"year", b"&a;"), b'<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>')


def docx_deep() -> bytes:
    return docx(b"<w:sdt><w:sdtContent>" * 100_000 + _P + b"</w:sdtContent></w:sdt>" * 100_000)


def docx_rather_deep() -> bytes:
    return docx(b"<w:sdt><w:sdtContent>" * 120 + _P + b"</w:sdtContent></w:sdt>" * 120)


def docx_tables_in_tables() -> bytes:
    return docx(b"<w:tbl><w:tr><w:tc>" * 80 + _P + b"</w:tc></w:tr></w:tbl>" * 80)


def docx_wide_table() -> bytes:
    row = b'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr>' + _P + b"</w:tc></w:tr>"
    return docx(b"<w:tbl>" + row * 2_000 + b"</w:tbl>")


def docx_many_runs() -> bytes:
    return docx(b"<w:p>" + b"<w:r><w:t>a</w:t></w:r>" * 100_000 + b"</w:p>")


def docx_many_attributes() -> bytes:
    return docx(b"<w:p " + b" ".join(b'w:a%d="1"' % number for number in range(200_000)) + b"/>")


def docx_styles_in_a_ring() -> bytes:
    style = b'<w:style w:styleId="%b"><w:basedOn w:val="%b"/></w:style>'
    styles = b"<w:styles %b>" % _W + style % (b"a", b"b") + style % (b"b", b"a") + b"</w:styles>"
    relation = b'<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>'
    members = {"word/styles.xml": styles, "word/_rels/document.xml.rels": relation}
    body = _P.replace(b"<w:r>", b'<w:pPr><w:pStyle w:val="a"/></w:pPr><w:r>', 1)
    return _zip({"word/document.xml": b"<w:document %b><w:body>%b</w:body></w:document>" % (_W, body), **members})


def odt_repeated_cells() -> bytes:
    cell = b'<table:table-cell table:number-columns-repeated="999"><text:p>caseloads</text:p></table:table-cell>'
    row = b"<table:table-row>" + cell * 20 + b"</table:table-row>"
    body = b"<office:body><office:text><table:table>" + row * 1_000 + b"</table:table></office:text></office:body>"
    content = b"<office:document-content %b>%b</office:document-content>" % (_O, body)
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content})


def odt_deep() -> bytes:
    body = b"<office:text>" + b"<text:list><text:list-item>" * 50_000 + b"<text:p>a</text:p>"
    return _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a %b>%b" % (_O, body)})


def xlsx(sheet: bytes, strings: bytes = b"") -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = b'<workbook %b %b><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>' % (_S, _R)
    relations = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{kind}/'
        f'worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{kind}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>"
    )
    form = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{form}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{form}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{form}.sharedStrings+xml"/></Types>'
    )
    return _zip(
        {
            "[Content_Types].xml": types.encode(),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": relations.encode(),
            "xl/worksheets/sheet1.xml": b"<worksheet %b>%b</worksheet>" % (_S, sheet),
            "xl/sharedStrings.xml": b"<sst %b>%b</sst>" % (_S, strings),
        }
    )


def xlsx_all_of_it_declared() -> bytes:
    cell = b'<row r="1"><c r="A1" t="inlineStr"><is><t>caseloads had fallen</t></is></c></row>'
    return xlsx(b'<dimension ref="A1:XFD1048576"/><sheetData>' + cell + b'<row r="1048576"/></sheetData>')


def xlsx_far_cells() -> bytes:
    rows = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n * 20, n * 20) for n in range(1, 20_000))
    return xlsx(b"<sheetData>" + rows + b"</sheetData>")


def xlsx_one_long_string() -> bytes:
    row = b'<c t="s"><v>0</v></c>' * 100
    rows = b"".join(b'<row r="%d">%b</row>' % (number, row) for number in range(1, 500))
    return xlsx(b"<sheetData>" + rows + b"</sheetData>", b"<si><t>" + b"caseloads fell " * 2_000_000 + b"</t></si>")


def xlsx_full() -> bytes:
    row = b'<c t="s"><v>0</v></c>' * 30
    rows = b"".join(b'<row r="%d">%b</row>' % (number, row) for number in range(1, 2_000))
    return xlsx(b"<sheetData>" + rows + b"</sheetData>", b"<si><t>caseloads had fallen</t></si>")


def xlsx_laughs() -> bytes:
    return xlsx(b"<!DOCTYPE l [" + _ENTITIES + b"]><sheetData/>", b"<si><t>&a9;</t></si>")


def _many(tag: bytes, count: int) -> Callable[[], bytes]:
    return lambda: _HTML + tag * count


def html_long_line() -> bytes:
    return _HTML + b"<p>" + b"The committee heard that caseloads had fallen. " * (50 * _MB // 47)


def html_one_word() -> bytes:
    return _HTML + b"<p>" + b"a" * (20 * _MB)


def html_many_attributes() -> bytes:
    return _HTML + b"<p " + b" ".join(b"a%d=1" % number for number in range(300_000)) + b">words</p>"


def html_long_attribute() -> bytes:
    return _HTML + b'<div class="' + b"cookie-consent " * 500_000 + b'">words</div>'


def html_many_styles() -> bytes:
    return _HTML + b"<style>" + b".a { display: none } " * 200_000 + b"</style>" + b"<p class=a>words</p>" * 1_000


def html_many_hidden_names() -> bytes:
    return _HTML + b"<style>" + b"".join(b".a%d{display:none}" % number for number in range(60_000)) + b"</style>"


def html_bad_style() -> bytes:
    return _HTML + b"<style>" + b"@media { a:" * 200_000 + b"</style>"


def html_entities() -> bytes:
    return _HTML + b"<p>" + b"&amp;&#0;&#xD800;&#1114112;&notanentity" * 20_000


def html_laughs() -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "words ">' + _ENTITIES + b"]>"
    return head + b"<html><body><p>&a9;</p></body></html>"


def html_wide_table() -> bytes:
    return _HTML + b"<table>" + b"<tr><td colspan=1000 rowspan=1000>words</td></tr>" * 5_000


def rtf_deep() -> bytes:
    return b"{\\rtf1 " + b"{" * 200_000 + b"words" + b"}" * 200_000


def rtf_fonts() -> bytes:
    return b"{\\rtf1 words " + b"{\\fonttbl{\\f0 A;}" * 200_000


def rtf_codes() -> bytes:
    return b"{\\rtf1 " + b"\\bin9999999999 \\u99999 \\'zz \\uc2147483647 words" * 50_000


def rtf_cells() -> bytes:
    return b"{\\rtf1 " + b"\\intbl a\\cell " * 100_000 + b"\\row}"


def mail_deep() -> bytes:
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number) for number in range(1_000)
    )
    return b"MIME-Version: 1.0\r\nFrom: a@a.example\r\n" + parts + b"Content-Type: text/plain\r\n\r\nwords"


def mail_many_parts() -> bytes:
    part = b"--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nwords\r\n"
    return b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + part * 3_000


def mail_long_header() -> bytes:
    return b"MIME-Version: 1.0\r\nTo: " + b"a b <a@a.example>, " * 30_000 + b"\r\nSubject: a\r\n\r\nwords words"


def mail_odd_header() -> bytes:
    return b"MIME-Version: 1.0\r\nSubject: " + b"=?utf-8?q?a?= (" * 30_000 + b"\r\nTo: ((((" * 1 + b"\r\n\r\nwords"


def text_long_line() -> bytes:
    return b"The committee heard that caseloads had fallen. " * (60 * _MB // 47)


def text_one_word() -> bytes:
    return b"a" * (60 * _MB)


def text_bars() -> bytes:
    return b"a" + b"|" * 100_000 + b"\n" + b"|" * 100_000


def text_odd_bytes() -> bytes:
    return bytes(range(128, 256)) * (20 * _MB // 128)


def text_blank_lines() -> bytes:
    return b"words\n" + b"\n" * (30 * _MB)


def markdown_signs() -> bytes:
    return b"# Plan\n" + b"*a_b[c](d`e<!--\n" * 100_000 + b"*" * 200_000 + b"[" * 200_000 + b"_a" * 100_000


def xml_laughs() -> bytes:
    return b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "lol">' + _ENTITIES + b"]><lolz>&a9;</lolz>"


def gzip_bomb() -> bytes:
    return b"\x1f\x8b\x08\0\0\0\0\0\0\0" + bytes(1000)


_TAGS: dict[str, tuple[bytes, int]] = {
    "divs": (b"<div>", 100_000),
    "bold": (b"<b>", 100_000),
    "bold-paragraphs": (b"<b><p>", 30_000),
    "links": (b"<a href=x>", 50_000),
    "tables": (b"<table><tr><td>", 20_000),
    "lists": (b"<ul><li>", 50_000),
    "paragraphs": (b"<p>words", 10_000),
    "cells": (b"<td>words", 10_000),
    "unclosed-comments": (b"<!-- a ", 200_000),
    "unclosed-tags": (b"<a <", 200_000),
    "further": (b"<h2>See also</h2>", 10_000),
    "further-lists": (b"<h2>See also</h2><ul><li><a href=x>a</a></ul>", 3_000),
    "cookies": (b"<p class=cookie>words</p>", 10_000),
    "forms": (b"<form><input><p>words</p></form>", 10_000),
    "articles": (b"<article>" + b"words " * 40 + b"</article>", 500),
    "asides": (b"<aside class=related><a href=x>a</a></aside>", 5_000),
    "times": (b"<time datetime=2024-01-01>words</time>", 10_000),
    "items": (b"<li>words", 10_000),
    "definitions": (b"<dl><dt>a<dd>b", 3_000),
    "notes": (b"<sup><a href=#a>1</a></sup>", 10_000),
}

OTHERS: dict[str, tuple[Callable[[], bytes], ...]] = {
    "docx": (
        docx_bomb,
        docx_full_of_paragraphs,
        docx_full_of_text,
        docx_nested_bomb,
        docx_overlapping_bomb,
        docx_many_members,
        docx_forged_size,
        docx_laughs,
        docx_quadratic_laughs,
        docx_external_entity,
        docx_deep,
        docx_rather_deep,
        docx_tables_in_tables,
        docx_wide_table,
        docx_many_runs,
        docx_many_attributes,
        docx_styles_in_a_ring,
    ),
    "odt": (odt_repeated_cells, odt_deep),
    "xlsx": (xlsx_all_of_it_declared, xlsx_far_cells, xlsx_one_long_string, xlsx_full, xlsx_laughs),
    "html": (
        html_long_line,
        html_one_word,
        html_many_attributes,
        html_long_attribute,
        html_many_styles,
        html_many_hidden_names,
        html_bad_style,
        html_entities,
        html_laughs,
        html_wide_table,
    ),
    "rtf": (rtf_deep, rtf_fonts, rtf_codes, rtf_cells),
    "eml": (mail_deep, mail_many_parts, mail_long_header, mail_odd_header),
    "txt": (text_long_line, text_one_word, text_bars, text_odd_bytes, text_blank_lines, gzip_bomb),
    "md": (markdown_signs,),
    "xml": (xml_laughs,),
}


def malformed() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Give the name of each malformed file, and what makes its bytes."""
    for make in PDFS:
        yield f"{make.__name__}.pdf", make
    for suffix, makers in OTHERS.items():
        for make in makers:
            yield f"{make.__name__}.{suffix}", make
    for name, (tag, count) in _TAGS.items():
        yield f"html-{name}.html", _many(tag, count)
