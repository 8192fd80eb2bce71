"""`kloe precedents` over the sample documents."""

import json

import pytest

from tests.app.cli.running import kloe
from tests.conftest import RealSample

pytestmark = pytest.mark.slow
FINDING = "Management oversight is weak"


@pytest.fixture(scope="module")
def indexed(real_sample: RealSample, model_loaded_once: None) -> dict[str, str]:
    assert real_sample.run.returncode == 0, real_sample.run.stderr
    return real_sample.environment


def test_precedents_as_text(indexed: dict[str, str]) -> None:
    said = kloe(indexed, "precedents", FINDING, "--own", "Marlbridge").stdout
    assert said.splitlines()[0].startswith("2 other authorities were told this")
    assert "What happened next: " in said
    assert "Sources" in said


def test_precedents_as_json_leave_out_the_authority_that_asks(indexed: dict[str, str]) -> None:
    found = json.loads(kloe(indexed, "precedents", FINDING, "--own", "Marlbridge City Council", "--json").stdout)
    assert found["own"] == "Marlbridge"
    assert found["precedents"]
    assert all(entry["citation"]["authority"] != "Marlbridge" for entry in found["precedents"])
    assert all(entry["verdict"] != "better" or entry["later"] for entry in found["precedents"])


def test_a_wrong_call_says_what_is_wrong(indexed: dict[str, str]) -> None:
    unknown = kloe(indexed, "precedents", FINDING, "--own", "Atlantis")
    assert unknown.returncode == 2
    assert "Atlantis" in unknown.stderr
    empty = kloe(indexed, "precedents", "  ")
    assert (empty.returncode, "Give a finding in words" in empty.stderr) == (2, True)
