from pathlib import Path

from ingest import Kind, read_document, read_documents
from ingest.structure import verbatim
from tests.ingest.packs import LETTER, MORE, REPORT, write_pack


def test_a_pack_becomes_a_document_for_each_paper(tmp_path: Path) -> None:
    report, letter = read_documents(write_pack(tmp_path / "pack.pdf", REPORT, MORE, LETTER))
    assert (report.authority, report.kind, len(report.pages)) == ("Marlbridge", Kind.ILACS, 2)
    assert (letter.authority, letter.kind, [page.number for page in letter.pages]) == (
        "Westhaven",
        Kind.FOCUSED_VISIT,
        [3],
    )
    assert str(letter.inspection_start) == "2023-02-07"
    assert all(passage.page == 3 and verbatim(passage, letter.pages) for passage in letter.passages)
    assert {fact.page for fact in letter.facts} == {3}
    assert any("this one is on pages 3 to 3" in note for note in letter.notes)


def test_a_title_repeated_at_the_head_of_a_page_begins_no_paper(tmp_path: Path) -> None:
    assert len(read_documents(write_pack(tmp_path / "one.pdf", REPORT, (REPORT[0], *MORE)))) == 1


def test_a_paper_has_another_id_in_a_pack_than_alone(tmp_path: Path) -> None:
    alone = read_document(write_pack(tmp_path / "letter.pdf", LETTER))
    _, bound = read_documents(write_pack(tmp_path / "pack.pdf", REPORT, LETTER))
    assert alone.id != bound.id
    assert [passage.text for passage in alone.passages] == [passage.text for passage in bound.passages]
