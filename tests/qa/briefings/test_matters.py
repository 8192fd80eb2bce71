"""What is still open, and what became of what was asked for."""

from qa.briefings.matters import matters_of, open_matters
from qa.findings import Outcome
from qa.trajectories import Tells
from tests.qa.briefings.made import BEFORE, NEWEST, SEND, VISIT, asked, papers, said, told, tracker

SUPERVISION = "The quality and frequency of supervision."
AGAIN = said(9, "The regularity and quality of supervision.", VISIT, Tells.ASKED)
BETTER = said(8, "Supervision is regular and reflective.", VISIT, Tells.STRENGTH)


def test_what_a_later_paper_finds_improved_is_not_open() -> None:
    items = tracker(
        asked(1, SUPERVISION, NEWEST, told(VISIT, Outcome.BETTER, BETTER)),
        asked(2, "The timeliness of visits.", NEWEST, told(VISIT, Outcome.SILENT)),
    )
    improved, silent = matters_of(items, [NEWEST])
    assert (improved.now, improved.is_open, improved.tells) == ("improved", False, [BETTER.citation])
    assert (silent.now, silent.is_open, silent.tells) == ("not mentioned again", True, [])
    assert open_matters(papers(VISIT, NEWEST), [improved, silent], []) == [silent]


def test_what_is_asked_for_again_is_one_matter() -> None:
    items = tracker(
        asked(9, AGAIN.citation.quote, VISIT), asked(1, SUPERVISION, NEWEST, told(VISIT, Outcome.NO_BETTER, AGAIN))
    )
    matters = matters_of(items, [VISIT, NEWEST])
    (matter,) = open_matters(papers(VISIT, NEWEST), matters, [])
    assert (matter.asked.quote, matter.again, matter.now) == (SUPERVISION, AGAIN.citation, "still asked for")


def test_what_one_later_paper_asks_for_again_is_shown_once() -> None:
    again = told(VISIT, Outcome.NO_BETTER, AGAIN)
    before = matters_of(tracker(asked(1, "Supervision of staff.", BEFORE, again)), [BEFORE])
    newest = matters_of(tracker(asked(2, SUPERVISION, NEWEST, again)), [NEWEST])
    still = open_matters(papers(VISIT, NEWEST, before=(BEFORE,)), newest, before)
    assert [matter.asked.number for matter in still] == [2]


def test_other_words_do_not_ask_again() -> None:
    other = said(9, "Placements near home.", VISIT, Tells.ASKED)
    (matter,) = matters_of(tracker(asked(1, SUPERVISION, NEWEST, told(VISIT, Outcome.NO_BETTER, other))), [NEWEST])
    assert (matter.again, matter.now) == (None, "no better")


def test_an_area_send_inspection_does_not_tell_of_other_services() -> None:
    about = told(SEND, Outcome.BETTER, said(8, "Supervision is good.", SEND, Tells.STRENGTH))
    (matter,) = matters_of(tracker(asked(1, SUPERVISION, NEWEST, about)), [NEWEST])
    assert (matter.told, matter.looked, matter.is_open) == (None, False, True)


def test_priorities_come_first_and_of_the_inspection_before_only_what_is_no_better() -> None:
    worse = told(NEWEST, Outcome.NO_BETTER, said(7, "Visits are late.", NEWEST, Tells.WEAKNESS))
    before = matters_of(
        tracker(asked(1, "The timeliness of visits.", BEFORE, worse), asked(2, "More foster homes.", BEFORE)), [BEFORE]
    )
    newest = matters_of(
        tracker(asked(3, SUPERVISION, NEWEST), asked(4, "Act on late plans now.", NEWEST, tells=Tells.PRIORITY)),
        [NEWEST],
    )
    still = open_matters(papers(NEWEST, before=(BEFORE,)), newest, before)
    assert [matter.asked.number for matter in still] == [4, 3, 1]


def test_the_head_of_a_table_is_nothing_that_is_asked_for() -> None:
    items = tracker(
        asked(1, "Responsible body | Areas for priority action", SEND, tells=Tells.PRIORITY),
        asked(2, "(outcome 1, national framework)", SEND),
    )
    assert matters_of(items, [SEND]) == []
