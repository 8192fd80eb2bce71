"""Readers are chosen by content, and raise only their own error."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import ReadError, read_document
from tests import broken
from tests.conftest import SAMPLE

HTML = b"""<!DOCTYPE html><html><head><title>Agenda item</title></head><body><nav>Home Councillors</nav>
<div class="mgContent"><h1>Agenda item</h1><h2>Ofsted report</h2><p>Minutes:</p>
<p>Members asked why <b>supervision</b> was late and were told that posts had been hard to fill in the past year.</p>
<ul><li>Caseloads had fallen.</li><li>Visits were on time.</li></ul>
<script>alert('x')</script><p>&lt;script&gt; stays text in the minutes of the meeting, as a member said.</p></div>
<footer>Contact us</footer></body></html>"""


def test_each_broken_file_says_its_cause(tmp_path: Path) -> None:
    causes = broken.write_all(tmp_path, SAMPLE)
    for name, cause in causes.items():
        with pytest.raises(ReadError, match=cause) as raised:
            read_document(tmp_path / name)
        assert str(raised.value).startswith(str(tmp_path / name))
        assert "\n" not in str(raised.value)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read"):
        read_document(tmp_path)


@pytest.mark.parametrize("name", ["page.html", "page.pdf", "page.txt", "page"])
def test_html_by_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(HTML)
    document = read_document(path)
    texts = [passage.text for passage in document.passages]
    assert document.kind == "minutes"
    assert "Caseloads had fallen." in texts
    assert any("supervision was late" in text for text in texts)
    assert any(text.startswith("<script> stays text") for text in texts)
    assert not any("alert" in text or "Contact us" in text or "Home" in text for text in texts)
    assert bool(document.notes) == (name == "page.pdf")


def test_pdf_by_content(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(broken.good_pdf(SAMPLE))
    assert len(read_document(path).pages) > 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "minutes.txt"
    path.write_bytes("Members noted the children’s plan – it was late.\n".encode(encoding) * 5)
    assert "children’s plan – it was late." in read_document(path).passages[0].text


def test_markdown_headings(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("# Plan\n\n## Supervision\n\n- Every worker is seen monthly.\n", encoding="utf-8")
    passage = read_document(path).passages[-1]
    assert passage.headings == ("Plan", "Supervision")
    assert passage.text == "Every worker is seen monthly."


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=600), start=st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xff\xfe"]))
def test_arbitrary_bytes(tmp_path: Path, data: bytes, start: bytes) -> None:
    path = tmp_path / "any.pdf"
    path.write_bytes(start + data)
    with suppress(ReadError):  # any other error fails the test
        read_document(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_pdf(tmp_path: Path, data: st.DataObject) -> None:
    good = bytearray(broken.good_pdf(SAMPLE))
    for _ in range(data.draw(st.integers(1, 12))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "damaged.pdf"
    path.write_bytes(bytes(good))
    with suppress(ReadError):  # any other error fails the test
        read_document(path)
