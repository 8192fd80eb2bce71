import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import ingest
from ingest.authorities import (
    AuthorityNames,
    authorities,
    districts,
    fold,
    in_region,
    names_in_list,
    neighbours_of,
    outside_england,
    regions,
    related,
)

BCP = "Bournemouth, Christchurch and Poole"
KINGSTON, RICHMOND, WINDSOR = "Kingston upon Thames", "Richmond upon Thames", "Windsor and Maidenhead"
BOTH_NORTHANTS = ["North Northamptonshire", "West Northamptonshire"]


def found(text: str) -> list[str]:
    return [mention.name for mention in names_in_list().find(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("what about Nottinghamshire?", ["Nottinghamshire"]),
        ("what about Nottingham?", ["Nottingham"]),
        ("Derby and Derbyshire", ["Derby", "Derbyshire"]),
        ("Bath and North East Somerset", ["Bath and North East Somerset"]),
        ("bath & north east somerset", ["Bath and North East Somerset"]),
        ("Somerset, not Bath and North-East Somerset", ["Somerset", "Bath and North East Somerset"]),
        ("North Somerset or Somerset", ["North Somerset", "Somerset"]),
        ("Central Bedfordshire, not Bedford", ["Central Bedfordshire", "Bedford"]),
        ("North East Lincolnshire and Lincolnshire", ["North East Lincolnshire", "Lincolnshire"]),
        ("North Lincolnshire", ["North Lincolnshire"]),
        ("Northumberland and North Tyneside", ["Northumberland", "North Tyneside"]),
        ("West Berkshire", ["West Berkshire"]),
        ("South Gloucestershire, then Gloucestershire", ["South Gloucestershire", "Gloucestershire"]),
        ("Leicester and Leicestershire", ["Leicester", "Leicestershire"]),
        ("Southampton, not Hampshire", ["Southampton", "Hampshire"]),
        ("York and North Yorkshire", ["York", "North Yorkshire"]),
        ("East Yorkshire and the East Riding", ["East Riding of Yorkshire", "East Riding of Yorkshire"]),
        ("Kingston and Kingston upon Hull", [KINGSTON, "Kingston upon Hull"]),
        ("Cheshire West", ["Cheshire West and Chester"]),
        ("Blackpool and Blackburn", ["Blackpool", "Blackburn with Darwen"]),
        ("Redcar & Cleveland", ["Redcar and Cleveland"]),
        ("North Northamptonshire", ["North Northamptonshire"]),
        ("West Northants", ["West Northamptonshire"]),
        ("Manchester, not Greater Manchesterish", ["Manchester"]),
        ("Bexleyheath, Brentwood, Richmondshire", []),
        ("Newcastle-under-Lyme", ["Staffordshire"]),
        ("Newcastle-upon-Tyne and Newcastle", ["Newcastle upon Tyne", "Newcastle upon Tyne"]),
        ("Bury St Edmunds", ["Suffolk"]),
        ("Stratford-upon-Avon", ["Warwickshire"]),
        ("Hull's care leavers", ["Kingston upon Hull"]),
        ("hull and bucks", ["Kingston upon Hull", "Buckinghamshire"]),
        ("herts, lancs, notts, lincs", ["Hertfordshire", "Lancashire", "Nottinghamshire", "Lincolnshire"]),
        ("cambs, wilts, oxon, glos", ["Cambridgeshire", "Wiltshire", "Oxfordshire", "Gloucestershire"]),
        ("County Durham v Durham", ["Durham", "Durham"]),
        (
            "H&F, K&C, B&NES",
            ["Hammersmith and Fulham", "Kensington and Chelsea", "Bath and North East Somerset"],
        ),
        ("LBHF, RBKC, RBWM", ["Hammersmith and Fulham", "Kensington and Chelsea", WINDSOR]),
        ("Southend, Telford, Windsor", ["Southend-on-Sea", "Telford and Wrekin", WINDSOR]),
        ("STOKE-ON-TRENT", ["Stoke-on-Trent"]),
        ("stoke on trent", ["Stoke-on-Trent"]),
        ("Cheshire West and\n   Chester", ["Cheshire West and Chester"]),
        ("BCP and the City of London", [BCP, "City of London"]),
        ("Bournemouth, Christchurch & Poole", [BCP]),
        ("Bournemouth or Poole", ["Bournemouth", "Poole"]),
        ("Cumbria, then Cumberland", ["Cumbria", "Cumberland"]),
        ("Northants", ["Northamptonshire"]),
    ],
)
def test_names_are_found_whole(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is reading recovery taught", []),
        ("caseloads Reading 2016", ["Reading"]),
        ("children in reading borough council's care", ["Reading"]),
        ("compare reading and slough on caseloads", ["Reading", "Slough"]),
        ("a bath and a bed", []),
        ("schools in Bath and Bristol", ["Bath and North East Somerset", "Bristol"]),
        ("How is Bury doing?", ["Bury"]),
        ("they bury the findings", []),
        ("social workers in bury say", ["Bury"]),
        ("did this stoke fears", []),
        ("children in Stoke say", ["Stoke-on-Trent"]),
        ("a barking dog", []),
        ("the LB Barking and Dagenham", ["Barking and Dagenham"]),
        ("kingston and richmond", [KINGSTON, RICHMOND]),
        ("hull care leavers", ["Kingston upon Hull"]),
        ("slough off the past", []),
        ("slough offices", ["Slough"]),
        ("a good deal of rugby, wells for sale", []),
        ("the Southwark judgement and Merton-compliant assessments", []),
        ("the Bradford factor in Bradford", ["Bradford"]),
        ("research by the University of Sussex in Kent", ["Kent"]),
        ("Yorkshire and the Humber", []),
        ("the West Midlands, the North East and the South West", []),
    ],
)
def test_a_word_counts_only_as_a_name(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("in the London Borough of Camden, caseloads", "Camden", "London Borough of Camden"),
        ("LB Camden caseloads", "Camden", "LB Camden"),
        ("lb of camden's caseloads", "Camden", "lb of camden"),
        ("Camden London Borough Council", "Camden", "Camden London Borough"),
        ("Royal Borough of Greenwich caseloads", "Greenwich", "Royal Borough of Greenwich"),
        ("Royal Borough of Windsor and Maidenhead", WINDSOR, "Royal Borough of Windsor and Maidenhead"),
        ("City of York caseloads", "York", "City of York"),
        ("the city of leeds", "Leeds", "city of leeds"),
        ("Metropolitan Borough of Wirral", "Wirral", "Metropolitan Borough of Wirral"),
        ("Borough of Poole", "Poole", "Borough of Poole"),
        ("London Borough of Barking and Dagenham", "Barking and Dagenham", "London Borough of Barking and Dagenham"),
        ("Sandwell MBC caseloads", "Sandwell", "Sandwell MBC"),
        ("bury mbc caseloads", "Bury", "bury mbc"),
        ("Leeds City Council", "Leeds", "Leeds"),
    ],
)
def test_the_style_of_a_name_belongs_to_the_mention(text: str, name: str, words: str) -> None:
    (mention,) = names_in_list().find(text)
    assert (mention.name, text[mention.start : mention.end]) == (name, words)


@pytest.mark.parametrize(
    ("trust", "names"),
    [
        ("Achieving for Children", [KINGSTON, RICHMOND, WINDSOR]),
        ("Birmingham Children's Trust", ["Birmingham"]),
        ("Birmingham Childrens Trust", ["Birmingham"]),
        ("Bradford Children and Families Trust", ["Bradford"]),
        ("Bradford Children & Families Trust", ["Bradford"]),
        ("Brighter Futures for Children", ["Reading"]),
        ("Doncaster Children’s Services Trust", ["Doncaster"]),
        ("Northamptonshire Children's Trust", BOTH_NORTHANTS),
        ("Sandwell Children's Trust", ["Sandwell"]),
        ("Slough Children First", ["Slough"]),
        ("Slough Children's Services Trust", ["Slough"]),
        ("Together for Children", ["Sunderland"]),
        ("Worcestershire Children First", ["Worcestershire"]),
    ],
)
def test_a_trust_is_its_authority(trust: str, names: list[str]) -> None:
    mentions = names_in_list().find(f"caseloads at {trust} in 2022")
    assert [mention.name for mention in mentions] == names
    assert {(mention.start, mention.end) for mention in mentions} == {(13, 13 + len(trust))}


@pytest.mark.parametrize(
    ("area", "names"),
    [
        ("Avon", ["Bath and North East Somerset", "Bristol", "North Somerset", "South Gloucestershire"]),
        ("Cheshire", ["Cheshire East", "Cheshire West and Chester"]),
        ("Cleveland", ["Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"]),
        ("East & West Sussex", ["East Sussex", "West Sussex"]),
        (
            "Humberside",
            ["East Riding of Yorkshire", "Kingston upon Hull", "North East Lincolnshire", "North Lincolnshire"],
        ),
        ("Merseyside", ["Knowsley", "Liverpool", "Sefton", "St Helens", "Wirral"]),
        ("North and West Northants", BOTH_NORTHANTS),
        ("South Yorkshire", ["Barnsley", "Doncaster", "Rotherham", "Sheffield"]),
        ("Tyne & Wear", ["Gateshead", "Newcastle upon Tyne", "North Tyneside", "South Tyneside", "Sunderland"]),
        ("West Yorkshire", ["Bradford", "Calderdale", "Kirklees", "Leeds", "Wakefield"]),
        # Only the authority named with the area is meant.
        ("Leeds, West Yorkshire", ["Leeds", "Leeds"]),
        ("Slough in Berkshire", ["Slough", "Slough"]),
        ("Achieving for Children in Kingston", [KINGSTON, KINGSTON]),
        ("Sefton and Greater Manchester", ["Sefton", *found("Greater Manchester")]),
    ],
)
def test_an_area_is_its_authorities(area: str, names: list[str]) -> None:
    assert found(f"caseloads in {area}") == names


@pytest.mark.parametrize(
    ("area", "count"),
    [("Greater Manchester", 10), ("Yorkshire", 13), ("Inner London", 14), ("Outer London", 19)],
)
def test_a_large_area_has_each_of_its_authorities_once(area: str, count: int) -> None:
    assert len(found(area)) == len(set(found(area))) == count


def test_names_beside_the_list() -> None:
    assert AuthorityNames(["Marlbridge"]).find("in Marlbridge")[0].name == "Marlbridge"


def test_the_list_has_each_authority_once() -> None:
    codes = [authority.la_code for authority in authorities()]
    assert len(codes) == len(set(codes)) == 157
    assert sum(authority.until is None for authority in authorities()) == 153


def test_no_two_authorities_share_a_name() -> None:
    names = Counter(fold(name) for authority in authorities() for name in (authority.name, *authority.aliases))
    with (Path(ingest.__file__).parent / "data" / "areas.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names.update(fold(name) for name in (row["name"], *filter(None, row["aliases"].split("|"))))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("authority", authorities(), ids=lambda authority: authority.name)
def test_an_authority_is_found_by_each_of_its_names(authority) -> None:
    for name in (authority.name, *authority.aliases):
        for written in (name, name.lower(), name.replace("'", "’"), name.replace(" and ", " & ")):
            assert found(f"caseloads in {written}?") == [authority.name], written


def test_every_name_for_several_stands_for_authorities_of_the_list() -> None:
    official = {authority.name for authority in authorities()}
    for name, several in names_in_list().by_name.items():
        assert several, name
        assert set(several) <= official, name


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Cumbria", ("Cumberland", "Westmorland and Furness")),
        ("Cumberland", ("Cumbria",)),
        ("Westmorland and Furness", ("Cumbria",)),
        ("Northamptonshire", ("North Northamptonshire", "West Northamptonshire")),
        ("West Northamptonshire", ("Northamptonshire",)),
        ("Bournemouth", (BCP,)),
        ("Poole", (BCP,)),
        (BCP, ("Bournemouth", "Poole")),
        ("Dorset", ()),
        ("Kent", ()),
        ("Nowhere", ()),
    ],
)
def test_successors_and_predecessors(name: str, others: tuple[str, ...]) -> None:
    assert related(name) == others


def test_an_abolished_authority_has_a_last_day_and_successors_of_today() -> None:
    today = {authority.name for authority in authorities() if not authority.until}
    last_days = {authority.name: authority.until for authority in authorities() if authority.successors}
    assert last_days == {authority.name: authority.until for authority in authorities() if authority.until}
    assert last_days == {
        "Bournemouth": date(2019, 3, 31),
        "Cumbria": date(2023, 3, 31),
        "Northamptonshire": date(2021, 3, 31),
        "Poole": date(2019, 3, 31),
    }
    assert {name for authority in authorities() for name in authority.successors} <= today


def test_each_authority_of_today_has_ten_neighbours() -> None:
    today = {authority.name for authority in authorities() if not authority.until}
    for name in today:
        assert len(set(neighbours_of(name))) == 10, name
        assert set(neighbours_of(name)) <= today - {name}, name


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Barnsley", ("Rotherham", "Wakefield")),
        ("Bath and North East Somerset", ("York", "Trafford")),
        ("City of London", ("Camden", "Hammersmith and Fulham")),
    ],
)
def test_neighbours_keep_the_order_of_the_list(name: str, first: tuple[str, ...]) -> None:
    assert neighbours_of(name)[:2] == first


@pytest.mark.parametrize("name", ["Cumbria", "Nowhere", "barnsley"])
def test_authorities_without_known_neighbours(name: str) -> None:
    assert neighbours_of(name) == ()


def test_regions() -> None:
    assert regions() == (
        "East Midlands",
        "East of England",
        "London",
        "North East",
        "North West",
        "South East",
        "South West",
        "West Midlands",
        "Yorkshire and the Humber",
    )
    assert sorted(name for region in regions() for name in in_region(region)) == sorted(
        authority.name for authority in authorities()
    )


@pytest.mark.parametrize(
    ("region", "count", "some"),
    [
        ("London", 33, {"Camden", "City of London"}),
        ("North East", 12, {"Durham", "Redcar and Cleveland"}),
        ("south west", 17, {"Bournemouth", "Poole", BCP}),
        ("East Midlands", 11, {"Northamptonshire", "Rutland"}),
        ("Atlantis", 0, set()),
    ],
)
def test_in_region(region: str, count: int, some: set[str]) -> None:
    assert len(in_region(region)) == count
    assert some <= set(in_region(region))


@pytest.mark.parametrize(
    ("text", "nations"),
    [
        ("care leavers in Cardiff", ["Wales"]),
        ("Perth & Kinross and East Ayrshire", ["Scotland", "Scotland"]),
        ("Northern Ireland", ["Northern Ireland"]),
        ("Ireland and Dublin", ["Ireland", "Ireland"]),
        ("Jersey, Guernsey, Alderney", ["Jersey", "Guernsey", "Guernsey"]),
        ("the Isle of Man, not the Isle of Wight", ["the Isle of Man"]),
        ("the Duke of Edinburgh award", []),
        ("Gypsy, Roma and Irish Traveller children", []),
        ("Newport Pagnell and Derby", []),
    ],
)
def test_outside_england(text: str, nations: list[str]) -> None:
    assert [nation for _, _, nation in outside_england(text)] == nations


def test_each_district_is_named_once_and_lies_in_a_county_of_the_list() -> None:
    with (Path(ingest.__file__).parent / "data" / "districts.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = Counter(name for row in rows for name in (row["name"], *filter(None, row["aliases"].split("|"))))
    assert len(rows) == 164
    assert names.most_common(1)[0][1] == 1
    assert {row["county"] for row in rows} <= {authority.name for authority in authorities() if not authority.until}


@pytest.mark.parametrize(
    ("text", "counties"),
    [
        ("Exeter", ["Devon"]),
        ("sevenoaks district council", ["Kent"]),
        ("North Norfolk and Mid Suffolk", ["Norfolk", "Suffolk"]),
        ("Newcastle-under-Lyme", ["Staffordshire"]),
        ("the University of Exeter", []),
        ("Devon", []),
    ],
)
def test_districts(text: str, counties: list[str]) -> None:
    assert [district.county for district in districts(text)] == counties
