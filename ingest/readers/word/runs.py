"""Gives the words of a Word paragraph as they are printed."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from ingest.readers.word.package import attribute, child, is_on, local
from ingest.readers.word.styles import Styles

# Deleted and moved words, properties, field codes, marks of notes and comments, and what is no text.
_LEFT_OUT = frozenset(
    """del moveFrom pPr rPr sdtPr sdtEndPr instrText delText delInstrText footnoteReference endnoteReference footnoteRef endnoteRef
    commentReference annotationRef fldData rt tblPr trPr tcPr sectPr smartTagPr customXmlPr""".split()
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {"F0FC": "✓", "F0FB": "✗", "F0FE": "☒", "F0A8": "☐", "F0B7": "•", "F0A7": "•"}


@dataclass
class Words:
    """What a paragraph holds.

    Attributes:
        parts: its text in pieces.
        boxes: the contents of text boxes that are anchored in it.
        art: words drawn as a shape, such as a watermark.
    """

    parts: list[str] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    art: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, soft line breaks as newlines."""
        return "".join(self.parts)


class Story:
    """A run of text through the paragraphs of a body, box, header or note; a field can go over several paragraphs."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # for each open field, innermost last: True once its result has begun

    def words(self, paragraph: _Element, style: str) -> Words:
        """Give a paragraph's words; field codes, deletions and hidden words are left out."""
        words = Words()
        self._walk(paragraph, style, words)
        return words

    def _walk(self, parent: _Element, style: str, words: Words) -> None:
        for element in parent:
            name = local(element)
            if name in _LEFT_OUT or (name == "sdt" and is_on(child(element, "sdtPr"), "showingPlcHdr")):
                continue
            if name == "r":
                self._run(element, style, words)
            elif name == "fldChar":
                self._field(attribute(element, "fldCharType"))
            elif name == "AlternateContent":
                self._alternate(element, style, words)
            elif name == "txbxContent":
                words.boxes.append(element)
            elif name == "textpath":
                words.art.append(attribute(element, "string"))
            elif all(self._fields):
                self._sign(element, name, style, words)
            else:
                self._walk(element, style, words)

    def _sign(self, element: _Element, name: str, style: str, words: Words) -> None:
        if name == "t":
            words.parts.append(element.text or "")
        elif name == "sym":
            code = attribute(element, "char").upper()
            words.parts.append(_SYMBOLS.get(code, "" if code.startswith("F0") or len(code) != 4 else _character(code)))
        elif name in _SIGNS:
            words.parts.append(_SIGNS[name])
        else:
            self._walk(element, style, words)

    def _run(self, run: _Element, style: str, words: Words) -> None:
        hidden = self._styles.is_hidden(child(run, "rPr"), style)
        if not hidden:
            self._walk(run, style, words)
            return
        for mark in run:  # a hidden run can still open or close a field
            if local(mark) == "fldChar":
                self._field(attribute(mark, "fldCharType"))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _alternate(self, element: _Element, style: str, words: Words) -> None:
        """Read one form of what a document holds in two: the newer if it has any words."""
        before = len(words.parts), len(words.boxes), len(words.art)
        for form in element:
            if local(form) in ("Choice", "Fallback"):
                self._walk(form, style, words)
            if before != (len(words.parts), len(words.boxes), len(words.art)):
                return


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""
