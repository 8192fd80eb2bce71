"""Where documents were published: from the user's list, from Kloe's own, or from a saved web page; never guessed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.published import OPEN_GOVERNMENT, Origin, PublishedError, origin_of, use_published
from app.published.given import is_address
from corpus.published import published_address
from ingest import PUBLISHED_AT, Fact, Kind
from tests.qa.answer.made import record

BEDFORD = record(kind=Kind.ILACS, authorities=("Bedford",), published=date(2025, 8, 27))


@pytest.fixture(autouse=True)
def _no_list() -> Iterator[None]:
    yield
    use_published(None)


def _list(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "published.csv"
    file.write_text("\n".join(("file,url,retrieved", *lines)), encoding="utf-8")
    return file


def test_a_listed_paper_has_its_address_and_licence() -> None:
    assert origin_of(BEDFORD) == Origin("https://files.ofsted.gov.uk/v1/file/50285308", None, OPEN_GOVERNMENT)


@pytest.mark.parametrize(
    "changes",
    [
        {"published": date(2025, 8, 26)},
        {"kind": Kind.FOCUSED_VISIT},
        {"authorities": ("Bury",)},
        {"authorities": ("Bedford", "Bury")},
        {"published": None},
    ],
)
def test_a_paper_that_differs_in_anything_has_no_address(changes: dict[str, object]) -> None:
    origin = origin_of(record(**{**vars(BEDFORD), **changes}))
    assert (origin.url, origin.retrieved_words) == ("", "")


def test_every_listed_address_is_ofsteds() -> None:
    assert published_address(Kind.AREA_SEND, "Bedford", date(2025, 2, 4)).startswith("https://files.ofsted.gov.uk/")


@pytest.mark.parametrize("kind", [Kind.MINUTES, Kind.NEWS, Kind.SCHOOL, Kind.UNKNOWN])
def test_a_paper_of_others_has_no_licence(kind: Kind) -> None:
    assert origin_of(record(kind=kind, authorities=("Bedford",))).licence is None


def test_an_invented_report_has_no_licence() -> None:
    assert origin_of(record()).licence is None


def test_the_users_list_comes_first(tmp_path: Path) -> None:
    use_published(_list(tmp_path, "marlbridge/report.pdf,https://example.org/report,2025-05-03"))
    origin = origin_of(record(**{**vars(BEDFORD), "sources": ("a.pdf", "marlbridge/report.pdf#page=3")}))
    assert (origin.url, origin.retrieved_words) == ("https://example.org/report", "retrieved 3 May 2025")


def test_the_address_that_a_saved_web_page_gives_is_no_more_than_its_word() -> None:
    page = record(kind=Kind.NEWS, facts=(Fact(PUBLISHED_AT, "https://example.org/news", "", None),))
    assert origin_of(page) == Origin(stated="https://example.org/news")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a.pdf,javascript:alert(1),", "line 3: 'javascript:alert.1.' is not an address"),
        ("a.pdf,ftp://example.org/a,", "line 3.*is not an address"),
        ('a.pdf,"https://example.org/<b>",', "line 3.*is not an address"),
        (",https://example.org,", "line 3: no file"),
        ("a.pdf,https://example.org,3 May", "line 3: '3 May' is not a day"),
        ("b.pdf,https://example.org/c,", "line 3: 'b.pdf' is named twice"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(PublishedError, match=rf"published\.csv, {said}"):
        use_published(_list(tmp_path, "b.pdf,https://example.org/b,", line))


def test_a_list_without_its_columns_or_its_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    with pytest.raises(PublishedError, match=r"list\.csv cannot be read"):
        use_published(file)
    file.write_text("path,address\n")
    with pytest.raises(PublishedError, match=r"list\.csv, line 1: the columns"):
        use_published(file)


@pytest.mark.parametrize(
    "text", ["//example.org", "https://", "http://a b.example", "https://me:secret@example.org", "https://[", "data:x"]
)
def test_what_is_no_address(text: str) -> None:
    assert not is_address(text)
