"""The routes over findings, as a program uses them."""

from collections.abc import Iterator
from typing import Any

import pytest

from app.server import create_app
from app.settings import load_settings
from index import Index
from tests.app.client import TestClient


@pytest.fixture(scope="module")
def client(sample_index: Index) -> Iterator[TestClient]:
    with TestClient(create_app(load_settings(), lambda: sample_index), raise_server_exceptions=False) as client:
        yield client


def get(client: TestClient, route: str, **asked: Any) -> Any:
    response = client.get(f"/api/v1/{route}", params=asked)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_trajectory_gives_grades_and_quotations_with_their_pages(client: TestClient) -> None:
    followed = get(
        client, "trajectory", authority="Marlbridge City Council", subject="supervision", kind="ilacs-inspection"
    )
    assert [moment["grade"] for moment in followed["moments"]] == ["requires improvement to be good", "good"]
    for said in (said for moment in followed["moments"] for said in moment["said"]):
        assert said["quote"]
        assert said["url"].startswith("/?view=page&")
        assert said["tells"] in ("strength", "weakness", "strength and weakness", "to improve", "priority action")


def test_a_tracker(client: TestClient) -> None:
    tracked = get(client, "tracker", authority="Marlbridge", subject="caseloads")
    assert tracked["lead"].startswith("Marlbridge on caseloads")
    assert [item["asked"]["number"] for item in tracked["items"]] == [1]


def test_a_comparison(client: TestClient) -> None:
    compared = get(client, "compare", authority=["Marlbridge", "Westhaven"], subject="Workforce")
    assert [[facing["side"] for facing in row["facing"]] for row in compared["rows"]] == [["Marlbridge", "Westhaven"]]


def test_a_count(client: TestClient) -> None:
    counted = get(client, "count", question="How many focused visits in 2023?")
    assert (counted["computed"], counted["number"], counted["of"] is None or counted["of"] >= 1) == (True, 1, True)
    assert [row["authority"] for row in counted["rows"]] == ["Marlbridge"]
    none = get(client, "count", question="How good was supervision?")
    assert (none["computed"], none["number"], bool(none["explanation"])) == (False, None, True)


def test_the_themes(client: TestClient) -> None:
    matters = {theme["name"]: theme["matters"] for theme in get(client, "themes")["themes"]}
    assert "caseloads" in matters["Workforce"]


@pytest.mark.parametrize(
    ("route", "asked", "said"),
    [
        ("trajectory", {"authority": "Atlantis", "subject": "supervision"}, "Atlantis"),
        ("tracker", {"authority": "Marlbridge", "year": 1999}, "Kloe holds no documents for Marlbridge, 1999"),
        ("compare", {"authority": "Marlbridge", "period": ["soon", "2022"]}, "“soon” is no period"),
    ],
)
def test_what_is_wrong_is_explained(client: TestClient, route: str, asked: dict[str, Any], said: str) -> None:
    assert said in get(client, route, **asked)["explanation"]


@pytest.mark.parametrize("asked", ["trajectory?authority=Marlbridge", "compare", "tracker?authority=Devon&yaer=2022"])
def test_what_is_missing_or_misspelt_is_a_problem(client: TestClient, asked: str) -> None:
    assert client.get(f"/api/v1/{asked}").status_code == 422
