from datetime import date
from pathlib import PurePath

import pytest

from ingest.facts import Head
from ingest.facts.days import read_met, read_published
from ingest.vocabulary import Kind

OWN = date(2023, 9, 14)
BODY = "Members heard that the plan had been sent on 6 October 2022 and would come back by 5 January 2024."


def _met(text: str, kind: Kind = Kind.MINUTES, title: str = "") -> date | None:
    return read_met(Head([text], title), kind)


def _published(text: str, kind: Kind = Kind.NEWS, told: str = "") -> date | None:
    return read_published(Head([text], "", told), kind, PurePath("doc001.txt"))


@pytest.mark.parametrize(
    "top",
    [
        "Agenda item\nMeeting of Families Scrutiny Committee, Thursday, 14th September, 2023 1.30 pm (Item 47.)",
        "Agenda item\nMeeting: 14/09/2023 - Cabinet (Item 22)",
        "Families Scrutiny Committee - Thursday, 14th September, 2023 6.00 pm",
        "Agenda and minutes\nFamilies Panel\nThursday 14th September 2023 6.00 pm\nVenue: The Hall",
        "At a meeting of the Families Committee held at County Hall on Thursday, 14 September 2023 at 10.00 a.m.",
        "EXAMPLE COUNCIL\nMINUTES OF A MEETING OF THE\nFAMILIES COMMITTEE\nTOWN HALL\n14 SEPTEMBER 2023 (7.00 - 8.55 PM)",
        "Minutes of the meeting of the Panel\nHeld on Thursday 14 September 2023 and reconvened on Monday 18 September 2023",
        "Minutes of the Families Board held in the Council Chamber, The Castle, at 2pm on 14th September 2023",
        "Minutes of a meeting of the Cabinet held at 10.30 am on Thursday 14 September 2023 in Room 1, Civic Centre",
        "FAMILIES SCRUTINY PANEL\nMinutes\nDate: 14/09/2023, 18:00",
        "Date\n14.09.2023\nTime\n18:00",
        "Date: | Thursday, September 14, 2023",
        "Date of meeting: 2023-09-14",
        "Children's Panel, 14 September 2023\n1",
        "Notes of the Corporate Parenting Board – 14 Sept. 2023",
        "CABINET\n14 September 2023",
        "Minutes of the Families Committee\n14th and 15th September 2023",
        "Meeting held: Thursday, 14th September, 2023",
        "Committee: Families\nMeeting date: 14 September 2023",
        "COUNCIL\nThursday 14 September 2023 at 7.00pm",
        "Present: Cllr A. Sample\nDate of Meeting | 14-09-2023",
        "Minutes of the Children’s Improvement Board\nThursday 14 September 2023, 14:00 – 16:00, Microsoft Teams",
        "good evening it is thursday the fourteenth of september twenty twenty three and we are live",
    ],
)
def test_the_meetings_day_in_its_many_places(top: str) -> None:
    assert _met(f"{top}\nApologies\nNone.\n{BODY}") == OWN
    assert _published(f"{top}\nApologies\nNone.\n{BODY}", Kind.MINUTES) == OWN


@pytest.mark.parametrize(
    "words",
    [
        "Minutes of the meeting held on 7 July 2023\nThe minutes were agreed.",
        "RESOLVED that the minutes of the meeting of Thursday, 6 July 2023, as circulated, be signed as true.",
        "The Minutes of the Panel held on 6th July 2023 are attached for approval.",
        "MINUTES OF THE LAST MEETING\n6 July 2023",
        "Minutes of the previous meeting - 6 July 2023",
        "Date of next meeting: 16 November 2023",
        "DATE OF NEXT MEETING\nThursday, 16 November 2023 at 10.00 a.m.",
        "Dates of future meetings\n16 November 2023\n18 January 2024",
        "The next meeting will be held on Thursday, 16 November 2023 at 10 am.",
        "Further to minute 7 of the meeting of 4 October 2022, the cost was £100.",
        "At the meeting held on 4 October 2022 members had asked for a note.",
        "The letter of 21 January 2022 was read.",
        "Inspectors came on 2 and 3 February 2023.",
        "Date of last inspection: 4 March 2019",
        "Chair ………………… Date 16 November 2023",
        "Signed (Chair)\nDate: 16 November 2023",
        "Minutes published: 20 September 2023",
        "The working day before the meeting (in this case Monday 23 October 2017).",
        "The report published on 29 January 2024 was noted.",
        "In October 2023 a plan would come.",
    ],
)
def test_other_days_are_not_the_meetings(words: str) -> None:
    assert _met(f"Agenda item\nMinutes:\nThe Director spoke.\n{words}") is None
    top = "Agenda item\nMeeting of Families Committee, Thursday, 14th September, 2023 1.30 pm (Item 4)\n"
    assert _met(f"{top}{words}") == OWN


def test_the_title_of_a_page_tells_the_meeting() -> None:
    title = "Agenda for Families Panel on Thursday 14th September, 2023, 6.00 pm"
    assert _met(f"Minutes:\n{BODY}", title=title) == OWN
    assert _met(f"Minutes:\n{BODY}", title="Families plan, 14 September 2023") is None


def test_a_weekday_that_fits_counts_for_more_than_a_slip() -> None:
    text = "Families Committee - Thursday, 14th September, 2023 6.00 pm\nPresent\nFamilies Committee - Thursday, 14th September, 2022"
    assert _met(text) == OWN


DECISION = "Decision details\nDecision Maker: Cabinet Member\n{}\nPublication date: 18/09/2023\n{}\nEffective from: 26/09/2023\n"


@pytest.mark.parametrize(
    "label",
    ["Date of decision: {}", "Decision date: {}", "Date decision taken | {}", "Decided on {}", "Date of Decision\n{}"],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_day_of_a_decision_is_neither_that_of_publication_nor_of_effect(label: str, first: bool) -> None:
    words = label.format("14/09/2023")
    text = DECISION.format(words if first else "Is key decision?: No", "" if first else words)
    assert _met(text, Kind.COUNCIL_REPORT) == OWN
    assert _published(text, Kind.COUNCIL_REPORT) == OWN


@pytest.mark.parametrize(
    "top",
    [
        "Report to Cabinet\nDate: | 14 September 2023\nTitle: | Where we stand",
        "Report of the Executive Director to People Scrutiny\nCommittee on 14 September 2023",
        "Cabinet – 14 September 2023\nReport of the Director",
        "CABINET MEETING: 14 SEPTEMBER 2023",
        "Report to: Cabinet\nDate of Meeting: 14th September 2023",
    ],
)
def test_the_day_of_a_report_to_council(top: str) -> None:
    assert _met(f"{top}\nThe plan was last before Cabinet on 4 May 2022.", Kind.COUNCIL_REPORT) == OWN


def test_a_plan_with_due_dates_has_no_day_of_its_own() -> None:
    rows = "\n".join(f"Action {n}\nDirector\n{n:02}/09/2023\nAmber" for n in range(1, 9))
    text = f"Improvement plan, version 4\nAgreed by the Board in July 2016\nRef\nLead\nBy when\n{rows}"
    assert _met(text, Kind.COUNCIL_REPORT) is None
    assert _published(text, Kind.COUNCIL_REPORT) is None


STORY = "Ofsted has looked at the county's services for a fortnight and has told families, carers and schools what it found there."
STORY_END = "\nRead next\nRoads to close - 1 May 2022\n3 May 2022\nPublished 2 March 2015"


@pytest.mark.parametrize(
    "top",
    [
        "Published: 14th Sep 2023",
        "Published 14 September 2023",
        "First published: 14 September 2023\nLast updated: 20 September 2023",
        "Posted on September 14, 2023",
        "14:05, 14 September 2023",
        "By Toni Madeup, Reporter\n14:05, 14 SEP 2023\nUpdated 15:20, 15 SEP 2023",
        "By Toni Madeup | 14 September 2023",
        "By Wilf Example @wilf September 14, 2023 2 min read",
        "Thursday, 14 September 2023",
        "14.09.23",
        "Date published: 14/09/2023",
        " date 2023-09-14 Families",
        "DERBY, 14 September 2023 - The services have been praised.",
        "The report out today (Thursday, 14 September 2023) praises the county.",
        "Press release\n14 September 2023\nFor immediate use",
        "News | 14 September 2023",
        "14th September 2023, by A. Sample, Director",
        "Release date: 14 September 2023",
        "Published by the press office on 14 September 2023",
        "Last updated 14 September 2023",
    ],
)
def test_the_day_of_a_news_item_in_its_many_places(top: str) -> None:
    assert _published(f"Families praised\n{top}\n{STORY}{STORY_END}") == OWN


@pytest.mark.parametrize(
    "words",
    [
        "Published 1 day ago",
        "3 hours ago",
        "The plan goes to the Committee on 25 January 2023.",
        "A report published on 4 March 2022 said the same.",
        "The inspection was in October and the last one on 4 March 2019.",
        "At a meeting of the Cabinet held on 14 September 2023 members asked why.",
        "Inspected: 4 March 2019",
        "From the archive: 30 January 2009",
        "The new council begins on 1 April 2023.",
        "Yesterday (13 September) the report came out.",
    ],
)
def test_other_days_are_not_that_of_publication(words: str) -> None:
    assert _published(f"Families praised\n{words}\n{STORY}{STORY_END}") is None


def test_what_the_file_says_gives_the_day_of_a_page_that_prints_none() -> None:
    assert _published(f"Families praised\n{STORY}{STORY_END}", told="2023-09-14T06:00:00+01:00") == OWN
    assert _published(f"Families praised\nLast updated 11 July 2024\n{STORY}", told="2023-09-14") == OWN
    assert _published(f"Families praised\n{STORY}", told="soon") is None


def test_a_page_that_was_last_updated_has_that_day() -> None:
    assert _published(f"SEND\n{STORY}\nPage last updated: 14/09/2023", Kind.WEB_PAGE) == OWN
    assert _published(f"SEND\n{STORY}\nReviewed: 14.09.2023", Kind.WEB_PAGE) == OWN
    assert _published(f"SEND\n{STORY}\nNext review: 14.09.2023", Kind.WEB_PAGE) is None
    assert _published(f"SEND\nPublished 14 September 2023\n{STORY}\nLast updated 2 May 2024", Kind.WEB_PAGE) == OWN
    assert _published(f"SEND\n{STORY}\nTry the next letter (published 12 May 2023).", Kind.WEB_PAGE) is None


@pytest.mark.parametrize("kind", [Kind.FOCUSED_VISIT, Kind.SCHOOL, Kind.OTHER_INSPECTORATE])
@pytest.mark.parametrize("line", ["14 September 2023", "Date: 14 September 2023", "14th September, 2023"])
def test_the_day_above_a_letters_salutation(kind: Kind, line: str) -> None:
    text = f"A. Sample\nDirector\nThe Castle\n{line}\nDear A. Sample\nThe visit of 2 August 2023 …\nThe fair is on 7 December 2023."
    assert _published(text, kind) == OWN


@pytest.mark.parametrize("label", ["Report published: ", "Published: ", "Date of publication: ", "Report published\n"])
def test_the_day_that_a_report_prints(label: str) -> None:
    text = f"Inspection of services\nInspection dates: 3 to 7 July 2023\n{label}14 September 2023"
    assert _published(text, Kind.ILACS) == OWN
    assert (
        _published("Inspection dates: 3 to 7 July 2023\nThe first part was published on 4 July 2023.", Kind.ILACS)
        is None
    )


def test_the_file_name_gives_the_day_where_no_page_does() -> None:
    head = Head(["Families praised\nThe plan goes on."])
    assert read_published(head, Kind.NEWS, PurePath("news - 14 september 2023.html")) == OWN
    assert [(fact.value, fact.page) for fact in head.facts] == [("2023-09-14", None)]


def test_the_words_and_page_of_a_day_are_kept() -> None:
    head = Head(["Public pack", "Cabinet\nDate of meeting: 14 September 2023"])
    assert read_met(head, Kind.MINUTES) == OWN
    (fact,) = head.facts
    assert (fact.name, fact.words, fact.page) == ("met", "Date of meeting: 14 September 2023", 2)


def test_a_paper_of_unknown_kind_has_the_day_that_it_prints() -> None:
    assert _published("Panel - Thursday, 14th September, 2023 7.00 pm\nOK we are live", Kind.UNKNOWN) == OWN
    assert _published(f"Families praised\nPublished 14 September 2023\n{STORY}", Kind.UNKNOWN) == OWN
