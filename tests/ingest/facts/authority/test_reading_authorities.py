"""The authority is told by every clue that a careful reader would use, and by none that only looks like one."""

from pathlib import PurePath

import pytest

from ingest.document import Passage, Span
from ingest.facts import Head, authorities_of_passages
from ingest.facts.authority import read_authorities
from ingest.vocabulary import Kind

NAMELESS = PurePath("doc1.txt")


def read(text: str, kind: Kind = Kind.MINUTES, title: str = "") -> tuple[str, ...]:
    return read_authorities(Head([text], title), kind, NAMELESS)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LONDON BOROUGH OF MERTON\nMINUTES OF THE PANEL\nThe Panel met.", "Merton"),
        ("Agenda item\nFostering\nContact: clerk@bathnes.gov.uk\nMinutes:\nNoted.", "Bath and North East Somerset"),
        ("Agenda item\nFostering\nMinutes:\nMore: https://democracy.leics.gov.uk/mg.aspx?I=1", "Leicestershire"),
        ("Agenda item\nThe budget\nMinutes:\nCWaC had spent £3m on homes.", "Cheshire West and Chester"),
        ("Agenda item\nThe budget\nVenue: Committee Room 2, County Hall, Matlock\nMinutes:\nNoted.", "Derbyshire"),
        ("Agenda item\nThe budget\nVenue: County Hall, Glenfield, Leicester\nMinutes:\nNoted.", "Leicestershire"),
        ("Agenda item\nThe visit\nMinutes:\nInspectors had looked at services in Rotherham.", "Rotherham"),
        ("Agenda item\nThe visit\nMinutes:\nTogether for Children gave its report.", "Sunderland"),
    ],
)
def test_each_clue(text: str, name: str) -> None:
    assert read(text) == (name,)


def test_page_title() -> None:
    assert read("Agenda item\nFostering\nMinutes:\nNoted.", title="Agenda item - Fostering | Wigan Council") == (
        "Wigan",
    )


@pytest.mark.parametrize(
    "text",
    [
        "OUTCOME OF THE INSPECTION OF CHILDREN'S SERVICES\nMinutes:\nThe Panel noted it.",
        "Agenda item\nPeers\nMinutes:\nThe council had been paired with Leeds. Leeds had been rated outstanding.",
        "Agenda item\nCosts\nMinutes:\nCosts were compared with Devon and Kent. Devon spends more. Kent spends less.",
        "Agenda item\nA school\nMinutes:\nPupils of Bolton Road Primary School sang.",
        "Agenda item\nThanks\nMinutes:\nMrs Kent and Councillor York were thanked.",
        "Agenda item\nPolice\nMinutes:\nEssex Police sent a note to the BBC. It was noted.",
        "Agenda item\nThe chamber\nVenue: Council Chamber\nMinutes:\nNoted. See https://example.org/gov.uk.",
    ],
)
def test_no_authority_where_none_is_told(text: str) -> None:
    assert read(text) == ()


def test_a_neighbour_in_passing_does_not_win() -> None:
    text = "Families Panel, Thurrock Council\nMinutes:\nManagers from Essex came. Officers visited Kent. Kent does it well."
    assert read(text) == ("Thurrock",)


def test_support_for_people_in_a_place_is_its_own() -> None:
    text = (
        "Inspectors praise support for young people in Hounslow\nHelp from Ealing was kind, they said. Ealing is near."
    )
    assert read(text, Kind.NEWS) == ("Hounslow",)


def test_two_councils_in_one_story() -> None:
    text = "Two verdicts\nIn Bolton, inspectors liked the plans.\nIn Trafford, they liked the homes. Wigan is awaiting a date."
    assert read(text, Kind.NEWS) == ("Bolton", "Trafford")


def test_headings_of_a_round_up_far_down_its_page() -> None:
    lines = "\n".join(["They saw calm homes and clear plans."] * 9)
    text = f"Three letters\nOldham Council\n{lines}\nLondon Borough of Brent\n{lines}\nKirklees Council\n{lines}\nLeeds\nNot yet."
    assert read(text, Kind.NEWS) == ("Oldham", "Brent", "Kirklees")


def test_a_joint_trust_files_under_each_council() -> None:
    text = "A visit\nNorthamptonshire Children's Trust has had a visit."
    assert read(text, Kind.NEWS) == ("North Northamptonshire", "West Northamptonshire")


def test_a_joint_trust_about_one_council_files_under_that_one() -> None:
    text = "Richmond: our result\nAchieving for Children runs services in Richmond for the council."
    assert read(text, Kind.NEWS) == ("Richmond upon Thames",)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Focused visit to West Surrey children's services", "West Surrey"),
        ("Focused visit to Surrey children's services", "Surrey"),
        ("Focused visit to East Sussex children's services", "East Sussex"),
        ("Focused visit to Mid Vale children's services", "Mid Vale"),
        ("Focused visit to North Northamptonshire children's services", "North Northamptonshire"),
    ],
)
def test_a_council_that_is_not_in_the_list_is_not_its_neighbour(title: str, name: str) -> None:
    head = Head([f"Dear Director\n{title}\nThis letter is short."])
    assert read_authorities(head, Kind.FOCUSED_VISIT, NAMELESS) == (name,)
    assert ("authority not in the list" in {fact.name for fact in head.facts}) == (name in ("West Surrey", "Mid Vale"))


def test_a_council_beyond_england_keeps_its_printed_name() -> None:
    head = Head(["Care Inspectorate Wales\nThis letter is about children's services in Powys."])
    assert read_authorities(head, Kind.OTHER_INSPECTORATE, NAMELESS) == ("Powys",)
    assert head.facts[-1].value == "Powys (Wales)"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Marl Hill Primary School\nHill Road, Walsall WS0 0ZZ\nLocal authority | Walsall", ("Walsall",)),
        ("Marl Hill Primary School\nLocal authority: Walsall", ("Walsall",)),
        ("Walsall Wood Primary School\nHill Road, Sampleton\nLocal authority: Walsall", ()),
        ("Walsall Wood Primary School\nHill Road, Walsall WS0 0ZZ\nLocal authority: Walsall", ("Walsall",)),
        ("Walsall Wood Primary School\nPupils are kind.", ()),
    ],
)
def test_a_school_is_in_the_area_that_its_report_names(text: str, names: tuple[str, ...]) -> None:
    assert read(text, Kind.SCHOOL) == names


def test_every_clue_is_kept_with_words_and_confidence() -> None:
    head = Head(
        ["Leeds City Council\nMinutes:\nContact: a@leeds.gov.uk\nManagers had spoken with the council in Hull."]
    )
    read_authorities(head, Kind.MINUTES, NAMELESS)
    first, *rest = head.facts
    assert (first.name, first.value, first.words, first.page) == ("authority", "Leeds", "Leeds", 1)
    assert {fact.name for fact in rest} == {"authority clue"}
    assert all(fact.confidence is not None for fact in head.facts)


def test_passages_of_a_document_about_two_have_their_own() -> None:
    def passage(text: str, *headings: str) -> Passage:
        return Passage(text, (Span(1, 0, len(text)),), headings)

    told = authorities_of_passages(
        [
            passage("In Bury, plans are good."),
            passage("Homes are near.", "Salford City Council"),
            passage("Both wait."),
        ],
        ("Bury", "Salford"),
    )
    assert [one.authorities for one in told] == [("Bury",), ("Salford",), ()]
    assert authorities_of_passages([passage("In Bury.")], ("Bury",))[0].authorities == ()


_STORY = "{} praised for steady work\nPublished 3 May 2024\nThey came to Brackenholme in March. {} said so. Brackenholme has 40 homes."


def test_a_council_that_is_not_in_the_list_is_read_from_a_story_about_it() -> None:
    told = _STORY.format("Brackenholme's children's services", "Brackenholme County Council")
    assert read(told, Kind.NEWS) == ("Brackenholme",)


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("Services", "Brackenholme County Council"),  # not at the head
        ("Brackenholme's services", "Brackenholme Borough Council and Ottermouth City Council"),  # which of the two?
        ("Brackenholme's services", "Brackenholme Town Council"),
    ],
)
def test_a_council_that_a_story_only_mentions_is_not_its_own(headline: str, sentence: str) -> None:
    padding = "Nothing much else was said about it on that day in the hall. " * 8
    story = _STORY.replace("\nThey", f"\n{padding if headline == 'Services' else ''}\nThey")
    assert read(story.format(headline, sentence), Kind.NEWS) == ()
