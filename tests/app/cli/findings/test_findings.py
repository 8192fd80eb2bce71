"""`kloe trajectory`, `kloe tracker`, `kloe compare` and `kloe themes` over the sample documents."""

import json
from pathlib import Path

import pytest

from qa.themes import use_themes
from tests.app.cli.running import kloe
from tests.conftest import RealSample

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def indexed(real_sample: RealSample, model_loaded_once: None) -> dict[str, str]:
    assert real_sample.run.returncode == 0, real_sample.run.stderr
    return real_sample.environment


def test_a_trajectory(indexed: dict[str, str]) -> None:
    said = kloe(indexed, "trajectory", "Marlbridge City Council", "management oversight").stdout
    assert said.startswith("Marlbridge on management oversight: ")
    assert "Sources" in said
    followed = json.loads(kloe(indexed, "trajectory", "Marlbridge", "workforce", "--json").stdout)
    assert followed["subject"]["theme"] == "Workforce"
    days = [moment["record"]["date"] for moment in followed["moments"]]
    assert days == sorted(days)
    told = [said for moment in followed["moments"] for said in moment["said"]]
    assert told
    assert all("Workforce" in said["themes"] and said["tells"] and said["quote"] for said in told)


def test_a_tracker(indexed: dict[str, str]) -> None:
    said = kloe(indexed, "tracker", "Marlbridge", "caseloads").stdout
    assert said.startswith("Marlbridge on caseloads: 1 thing was asked for.")
    (item,) = json.loads(kloe(indexed, "tracker", "Marlbridge", "caseloads", "--json").stdout)["items"]
    assert item["asked"]["tells"] == "to improve"
    assert item["asked"]["quote"] in said
    assert all(told["words"] == "not mentioned" or told["said"] for told in item["later"])


def test_a_comparison(indexed: dict[str, str]) -> None:
    compared = json.loads(kloe(indexed, "compare", "Marlbridge", "Westhaven", "--on", "supervision", "--json").stdout)
    assert [side["name"] for side in compared["sides"]] == ["Marlbridge", "Westhaven"]
    assert compared["sides"][0]["records"][0]["judgements"]["overall_effectiveness"] == "good"
    (row,) = compared["rows"]
    assert (row["theme"], [facing["side"] for facing in row["facing"]]) == ("supervision", ["Marlbridge", "Westhaven"])
    periods = kloe(indexed, "compare", "Marlbridge", "--period", "2018-2022", "--period", "2025").stdout
    assert "2018 to 2022" in periods.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["trajectory", "Atlantis", "supervision"], "Atlantis"),
        (["trajectory", "Marlbridge", " "], "Name a subject"),
        (["tracker", ""], "Name an authority"),
        (["compare", "Marlbridge"], "Name two authorities or more"),
        (["compare", "Marlbridge", "--period", "soon", "--period", "2022"], "“soon” is no period"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(indexed: dict[str, str], words: list[str], said: str) -> None:
    ran = kloe(indexed, *words)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


def test_themes_and_a_persons_own(indexed: dict[str, str], tmp_path: Path) -> None:
    assert "KLOE_THEMES" in kloe(indexed, "themes").stdout
    own = tmp_path / "own.toml"
    own.write_text('["Transport"]\n"school transport" = ["taxi", "minibus"]\n', encoding="utf-8")
    try:
        ours = {**indexed, "KLOE_THEMES": str(own)}
        assert "    1 matter   Transport\n" in kloe(ours, "themes").stdout
        listed = json.loads(kloe(ours, "themes", "--json").stdout)["themes"]
        assert {"name": "Transport", "matters": ["school transport"]} in listed
    finally:
        use_themes(None)


@pytest.mark.parametrize("command", ["precedents", "trajectory", "tracker", "compare", "themes"])
def test_each_command_has_an_example(indexed: dict[str, str], command: str) -> None:
    assert f"Example: kloe {command}" in kloe(indexed, command, "-h").stdout
