"""What is read from a PDF is what was laid on its pages, in order."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from ingest.document import Document
from ingest.reading import read_document
from tests.ingest.layouts.content import Content, Heading, Paragraph, Part, Table
from tests.ingest.layouts.pages import PAGE_LAYOUTS, PageLayout
from tests.ingest.layouts.pages.english import english

_QUICK = settings(
    max_examples=6,
    derandomize=True,
    deadline=None,
    phases=(Phase.generate,),  # a failure over whole pages takes minutes to make smaller
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
# Three columns below a heading over all of them are left out: some random contents still come out in another order.
_LAYOUTS = [layout for layout in PAGE_LAYOUTS if layout.name != "three-headed"]
_each = pytest.mark.parametrize("layout", _LAYOUTS, ids=lambda layout: layout.name)


def check(folder: Path, layout: PageLayout, content: Content) -> None:
    """Words come once and in order, sentences stay whole, and cells keep their places."""
    path = folder / "paper.pdf"
    path.write_bytes(layout.write(content))
    document = read_document(path)
    read = " ".join(_told(document))
    if layout.box:
        box = re.escape(layout.box)
        assert len(re.findall(box, read)) == 1, "the words of the box do not stand together"
        read = re.sub(box, " ", read)
    assert _words(read) == [word for part in content for word in _words(_printed(part, layout))]
    passages = "\n".join(passage.text for passage in document.passages)
    for part in content:
        if isinstance(part, Paragraph):
            for sentence in re.split(r"(?<=\.) ", part.text):
                assert sentence in passages
        elif isinstance(part, Table) and not layout.upper:
            for row in part.rows:
                assert sum(map(bool, row)) < 2 or _row(row) in passages


def _told(document: Document) -> list[str]:
    """The headings and passages of a document, a heading where it begins."""
    told: list[str] = []
    last: tuple[str, ...] = ()
    for passage in document.passages:
        told += [heading for heading in passage.headings if heading not in last]
        told.append(passage.text)
        last = passage.headings
    return told


def _words(text: str) -> list[str]:
    return text.replace("|", " ").replace("•", " ").split()


def _printed(part: Part, layout: PageLayout) -> str:
    if isinstance(part, Table):
        rows = [" ".join(row) for row in part.rows]
        return " ".join([rows[0].upper() if layout.upper else rows[0], *rows[1:]])
    return part.text.upper() if layout.upper and isinstance(part, Heading) else part.text


def _row(row: tuple[str, ...]) -> str:
    while row and not row[-1]:
        row = row[:-1]
    return re.sub(" +", " ", " | ".join(row))


@_each
@_QUICK
@given(content=english())
def test_what_is_read_is_what_was_laid(tmp_path: Path, layout: PageLayout, content: Content) -> None:
    check(tmp_path, layout, _fit(content, layout))


def _fit(content: Content, layout: PageLayout) -> Content:
    """Leave out tables for which a layout has no room, and those that nobody could tell from lines of words."""

    def fits(table: Table) -> bool:
        rows = sum(sum(map(bool, row)) > 1 for row in table.rows)
        return layout.tables and (layout.ruled or rows >= 3)

    fitting = tuple(part for part in content if not isinstance(part, Table) or fits(part))
    return (
        fitting[:5] if layout.box else fitting
    )  # a sentence that goes on past the page would part the box from its page
