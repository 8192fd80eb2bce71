"""What is read from any layout is what was laid, in order."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from ingest.lines import Line
from ingest.readers import read_pages
from tests.ingest.layouts import LAYOUTS, Layout
from tests.ingest.layouts.content import Bullet, Content, Heading, Paragraph, Table, contents, laid, words

_EVERYTHING: Content = (
    Heading("Bagot fidet"),
    Paragraph("Kulat menit porut badet. Gobat dedet fifit laret."),
    Bullet("Nimet gogot kukut."),
    Table((("Mebat", "Rupot", "Lafit"), ("Nipot", "", "Dekut"), ("Fibat", "Gomet", ""))),
    Paragraph("Rudet minit bagot."),
)
_QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _read(folder: Path, layout: Layout, content: Content) -> list[Line]:
    path = folder / f"paper{layout.suffix}"
    path.write_bytes(layout.write(content))
    return [line for page in read_pages(path).pages for line in page if line.text and not line.furniture]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
@_QUICK
@example(content=_EVERYTHING)
@given(content=contents())
def test_what_is_read_is_what_was_laid(tmp_path: Path, layout: Layout, content: Content) -> None:
    lines = _read(tmp_path, layout, content)
    assert words(" ".join(line.text for line in lines)) == [*laid(content)]


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout.rows], ids=lambda layout: layout.name)
@_QUICK
@example(content=_EVERYTHING)
@given(content=contents())
def test_cells_keep_their_places(tmp_path: Path, layout: Layout, content: Content) -> None:
    read = [_cells(line.text.split("|")) for line in _read(tmp_path, layout, content)]
    for table in (part for part in content if isinstance(part, Table)):
        columns = [at for at in range(len(table.rows[0])) if any(row[at] for row in table.rows)]
        for row in table.rows:
            if sum(map(bool, row)) > 1:
                assert _cells([row[at] for at in columns]) in read


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout.headings], ids=lambda layout: layout.name)
@_QUICK
@given(content=contents())
def test_headings_are_headings(tmp_path: Path, layout: Layout, content: Content) -> None:
    read = [line.text for line in _read(tmp_path, layout, content) if line.heading]
    assert all(part.text in read for part in content if isinstance(part, Heading))


def _cells(parts: list[str]) -> list[str]:
    cells = [part.strip() for part in parts]
    while cells and not cells[-1]:
        cells.pop()
    return cells
