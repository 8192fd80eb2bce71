import pytest

from ingest.authorities import AuthorityNames, authorities, names_in_list


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("what about Nottinghamshire?", ["Nottinghamshire"]),
        ("what about Nottingham?", ["Nottingham"]),
        ("Derby and Derbyshire", ["Derby", "Derbyshire"]),
        ("Bath and North East Somerset", ["Bath and North East Somerset"]),
        ("bath & north east somerset", ["Bath and North East Somerset"]),
        ("Central Bedfordshire, not Bedford", ["Central Bedfordshire", "Bedford"]),
        ("Hull's care leavers", ["Kingston upon Hull"]),
        ("STOKE-ON-TRENT", ["Stoke-on-Trent"]),
        ("stoke on trent", ["Stoke-on-Trent"]),
        ("BCP and the City of London", ["Bournemouth, Christchurch and Poole", "City of London"]),
        ("North Northamptonshire", ["North Northamptonshire"]),
        ("is reading recovery taught", []),
        ("caseloads Reading 2016", ["Reading"]),
        ("children in reading borough council's care", ["Reading"]),
        ("How is Bury doing?", ["Bury"]),
        ("a bath and a bed", []),
    ],
)
def test_find(text: str, names: list[str]) -> None:
    assert [mention.name for mention in names_in_list().find(text)] == names


def test_names_beside_the_list() -> None:
    assert AuthorityNames(["Marlbridge"]).find("in Marlbridge")[0].name == "Marlbridge"


def test_the_list_has_each_authority_once() -> None:
    codes = [authority.la_code for authority in authorities()]
    assert len(codes) == len(set(codes)) == 155
