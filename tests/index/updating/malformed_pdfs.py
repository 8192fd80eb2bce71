"""PDFs made on the pattern of published attacks on PDF readers, and of faults that were reported of them."""

import struct
import zlib
from collections.abc import Callable

_WORDS = b"BT /F1 12 Tf 72 700 Td (The committee heard that caseloads had fallen in the year.) Tj ET"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_MB = 2**20


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Write objects as a PDF; the first is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = trailer or b"/Size %d /Root 1 0 R" % (len(places) + 1)
    return bytes(out) + b"trailer\n<< %b >>\nstartxref\n%d\n%%%%EOF\n" % (trailer.replace(b"@", b"%d" % start), start)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def page(
    content: bytes = _WORDS, resources: bytes = b"", entries: bytes = b"", *more: bytes, packed: str = ""
) -> bytes:
    """A PDF of one page; further objects have the numbers from 6."""
    shown = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %b >> %b >>"
    filters = f"/Filter {packed}".encode() if packed else b""
    return pdf(_CATALOGUE, _PAGES, shown % (resources, entries), stream(content, filters), _FONT, *more)


def zeros(size: int) -> bytes:
    """So many zeros as zlib packs them, made in no time: the same part again and again."""
    packer = zlib.compressobj(9)
    packer.compress(bytes(_MB))
    part = packer.flush(zlib.Z_FULL_FLUSH)
    packer.compress(bytes(_MB))
    again = packer.flush(zlib.Z_FULL_FLUSH)
    count = size // _MB
    return part + again * (count - 1) + b"\x03\x00" + struct.pack(">I", (count * _MB % 65_521) << 16 | 1)


def page_tree_loop() -> bytes:
    return pdf(_CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>")


def page_tree_wide_loop() -> bytes:
    """Every node has ten children that are its own parent."""
    node = b"<< /Type /Pages /Kids [%b] /Count 1000 >>"
    return pdf(_CATALOGUE, node % (b"3 0 R " * 10), node % (b"2 0 R " * 10))


def page_tree_deep() -> bytes:
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(2, 20_000)]
    return pdf(_CATALOGUE, *nodes, b"<< /Type /Page /MediaBox [0 0 100 100] >>")


def page_again() -> bytes:
    """One page that the tree names a million times."""
    kids = b"3 0 R " * 1_000_000
    return pdf(_CATALOGUE, b"<< /Type /Pages /Kids [%b] /Count 1000000 >>" % kids, b"<< /Type /Page >>")


def page_many_times() -> bytes:
    """One page that the tree names thirty thousand times, in parts that pypdf does not find too large."""
    return page(_WORDS * 40).replace(b"/Kids [3 0 R] /Count 1", b"/Kids [%b] /Count 30000" % (b"3 0 R " * 30_000))


def parent_loop() -> bytes:
    shown = b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>"
    return pdf(_CATALOGUE, _PAGES, shown, stream(_WORDS))


def huge_count() -> bytes:
    return page().replace(b"/Count 1", b"/Count 2147483647")


def huge_size() -> bytes:
    return page().replace(b"0 6\n", b"0 2000000000\n").replace(b"/Size 6", b"/Size 2147483647")


def object_stream_loop() -> bytes:
    """The pages are in an object stream that is in itself, and goes on in itself."""
    out = bytearray(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n")
    at = len(out)
    inner = b"2 0 4 20 << /Type /Pages >> << /Type /ObjStm /N 2 >>"
    out += b"4 0 obj\n%b\nendobj\n" % stream(inner, b"/Type /ObjStm /N 2 /First 9 /Extends 4 0 R")
    start = len(out)
    rows = [(0, 0, 255), (1, 9, 0), (2, 4, 0), (2, 4, 1), (2, 4, 1), (1, start, 0)]
    table = b"".join(struct.pack(">BIB", *row) for row in rows)
    out += b"5 0 obj\n%b\nendobj\n" % stream(table, b"/Type /XRef /Size 6 /Root 1 0 R /W [1 4 1]")
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n%% %d" % (start, at)


def previous_table_loop() -> bytes:
    return pdf(_CATALOGUE, _PAGES, b"<< /Type /Page >>", trailer=b"/Size 4 /Root 1 0 R /Prev @")


def length_loop() -> bytes:
    return page().replace(b"/Length %d" % len(_WORDS), b"/Length 4 0 R")


def flate_bomb() -> bytes:
    return page(zeros(1024 * _MB), packed="/FlateDecode")


def flate_bomb_of_text() -> bytes:
    return page(zlib.compress(b"BT /F1 9 Tf (ab) Tj ET " * 400_000, 1), packed="/FlateDecode")


def nested_flate_bomb() -> bytes:
    return page(zlib.compress(zeros(4 * 1024 * _MB), 9), packed="[/FlateDecode /FlateDecode]")


def many_filters() -> bytes:
    return page(zlib.compress(_WORDS), packed="[" + "/FlateDecode " * 20_000 + "]")


def run_length_bomb() -> bytes:
    return page(b"\x81 " * 8_000_000, packed="/RunLengthDecode")


def huge_predictor() -> bytes:
    entries = b"/DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 4 /BitsPerComponent 16 >>"
    return page().replace(b"/Length", entries + b" /Filter /FlateDecode /Length", 1)


def many_annotations() -> bytes:
    notes = [b"<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (note %d) >>" % n for n in range(100_000)]
    named = b" ".join(b"%d 0 R" % (6 + number) for number in range(len(notes)))
    return page(_WORDS, b"", b"/Annots [%b]" % named, *notes)


def many_operators() -> bytes:
    parts = [b"1 0 0 1 %d %d Tm (a) Tj" % (number % 600, number % 790) for number in range(20_000)]
    return page(b"BT /F1 1 Tf " + b"\n".join(parts) + b" ET")


def many_paths() -> bytes:
    return page(_WORDS + b"\n" + b"".join(b"%d 5 m 9 %d l S\n" % (n % 600, n % 790) for n in range(50_000)))


def many_states() -> bytes:
    return page(b"q " * 300_000 + _WORDS)


def inline_picture_without_end() -> bytes:
    return page(_WORDS + b"\nBI /W 9 /H 9 /BPC 8 /CS /G /F /A85 ID " + b"!" * 3_000_000)


def _drawing(entries: bytes, data: bytes, box: bytes = b"612 792") -> bytes:
    whole = page(
        b"q 14400 0 0 14400 0 0 cm /X Do Q",
        b"/XObject << /X 6 0 R >>",
        b"",
        stream(data, b"/Type /XObject /Subtype /Image " + entries),
    )
    return whole.replace(b"612 792", box)


def giant_picture() -> bytes:
    entries = b"/Width 30000 /Height 30000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode"
    return _drawing(entries, zeros(2700 * _MB), b"14400 14400")


def giant_picture_of_no_data() -> bytes:
    entries = b"/Width 2147483647 /Height 2147483647 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    return _drawing(entries, b"none")


def words_under_pictures() -> bytes:
    words = b"".join(b"BT /F1 2 Tf %d %d Td (caseloads) Tj ET\n" % (n % 60 * 10, n // 60 * 9) for n in range(4_000))
    covers = b"".join(b"q 600 0 0 9 0 %d cm /X Do Q\n" % (n * 9) for n in range(80))
    cover = stream(
        bytes(3), b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    )
    return page(words + covers, b"/XObject << /X 6 0 R >>", b"", cover)


def words_on_rectangles() -> bytes:
    grounds = b"".join(b"1 1 1 rg %d %d 300 300 re f\n" % (n % 300, n % 400) for n in range(4_000))
    words = b"".join(b"BT 0 g /F1 2 Tf %d %d Td (caseloads) Tj ET\n" % (n % 60 * 10, n // 60 * 9) for n in range(4_000))
    return page(grounds + words)


def grid_of_lines() -> bytes:
    lines = b"".join(
        b"0 %d.%d m 612 %d.%d l S %d.%d 0 m %d.%d 792 l S\n" % ((n // 10, n % 10) * 4) for n in range(6_000)
    )
    words = b"".join(b"BT 0 g /F1 2 Tf %d %d Td (caseloads) Tj ET\n" % (n % 60 * 10, n // 60 * 9) for n in range(4_000))
    return page(lines + words)


def giant_page() -> bytes:
    return page().replace(b"[0 0 612 792]", b"[0 0 1000000000 1000000000]")


def no_page() -> bytes:
    return page().replace(b"[0 0 612 792]", b"[0 0 0 nan]").replace(_WORDS, b" " * len(_WORDS))


def form_in_itself() -> bytes:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
    return page(_WORDS + b" /X Do", b"/XObject << /X 6 0 R >>", b"", stream(b"/X Do /X Do", form))


def forms_in_forms() -> bytes:
    """Ten forms, each of which draws the next ten times, as XML's "billion laughs"."""
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> /XObject << /X %d 0 R >> >>"
    forms = [stream(b"/X Do " * 10, entries % (7 + number)) for number in range(10)]
    return page(b"/X Do", b"/XObject << /X 6 0 R >>", b"", *forms, stream(_WORDS, entries % 1))


def huge_character_map() -> bytes:
    text = b"begincmap 1 begincodespacerange <0000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"
    return page(_WORDS, b"", b"", stream(text)).replace(b"/Helvetica >>", b"/Helvetica /ToUnicode 6 0 R >>")


def huge_widths() -> bytes:
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /W [0 4000000000 500] /DW 1000 >>"
    return page(_WORDS, b"", b"", inner).replace(_FONT, font)


def font_in_itself() -> bytes:
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 5 0 R /DescendantFonts [5 0 R] /ToUnicode 5 0 R >>"
    return page().replace(_FONT, font)


def deep_arrays() -> bytes:
    return page(_WORDS, b"", b"/Rotate " + b"[" * 200_000 + b"]" * 200_000)


def deep_content() -> bytes:
    return page(_WORDS + b"[" * 500_000 + b"]" * 500_000 + b" TJ")


def deep_dictionary() -> bytes:
    return page(_WORDS, b"", b"/Extra " + b"<< /A " * 100_000 + b">>" * 100_000)


def many_objects() -> bytes:
    return page(_WORDS, b"", b"", *(b"<< /A [1 2 3] >>" for _ in range(100_000)))


def no_table() -> bytes:
    return many_objects().partition(b"xref")[0]


def many_tables() -> bytes:
    """A thousand updates, each of which names the one before."""
    out = bytearray(page())
    for _ in range(20_000):
        before, start = out.rpartition(b"startxref\n")[2].split(b"\n")[0], len(out)
        out += b"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev %b >>\nstartxref\n%d\n%%%%EOF\n" % (before, start)
    return bytes(out)


def false_encryption() -> bytes:
    entries = b"/Size 6 /Root 1 0 R /ID [(a) (b)] /Encrypt << /Filter /Standard /V 5 /R 6 /Length 2147483647 /O () /U () /P -1 >>"
    return pdf(_CATALOGUE, _PAGES, b"<< /Type /Page >>", trailer=entries)


def colours_in_colours() -> bytes:
    space = b"/ColorSpace << /C 6 0 R >>"
    return page(b"/C cs 1 scn 0 0 99 99 re f " + _WORDS, space, b"", b"[/Indexed 6 0 R 255 6 0 R]")


def only_spaces() -> bytes:
    return page(b"BT /F1 9 Tf (" + b" " * 1_000_000 + b") Tj ET")


def one_long_word() -> bytes:
    return page(b"BT /F1 9 Tf (" + b"a" * 1_000_000 + b") Tj ET")


PDFS: tuple[Callable[[], bytes], ...] = (
    page_tree_loop,
    page_tree_wide_loop,
    page_tree_deep,
    page_again,
    page_many_times,
    parent_loop,
    huge_count,
    huge_size,
    object_stream_loop,
    previous_table_loop,
    length_loop,
    flate_bomb,
    flate_bomb_of_text,
    nested_flate_bomb,
    many_filters,
    run_length_bomb,
    huge_predictor,
    many_annotations,
    many_operators,
    many_paths,
    many_states,
    inline_picture_without_end,
    giant_picture,
    giant_picture_of_no_data,
    words_under_pictures,
    words_on_rectangles,
    grid_of_lines,
    giant_page,
    no_page,
    form_in_itself,
    forms_in_forms,
    huge_character_map,
    huge_widths,
    font_in_itself,
    deep_arrays,
    deep_content,
    deep_dictionary,
    many_objects,
    no_table,
    many_tables,
    false_encryption,
    colours_in_colours,
    only_spaces,
    one_long_word,
)
