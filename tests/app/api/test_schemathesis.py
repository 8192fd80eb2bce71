"""The API behaves as its OpenAPI description says, whatever is sent to it."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.config import SchemathesisConfig

from app.server import create_app
from app.settings import load_settings
from index import Index
from ingest import KloeError

EXAMPLES = 20
_HELD: list[Index] = []
_REFUSALS = ["400", "401", "403", "404", "405", "413", "414", "422"]


def config_for(examples: int) -> SchemathesisConfig:
    """How the API is tried: the same way each time, with so many examples of each operation."""
    return SchemathesisConfig.from_dict(
        {
            "seed": 1,
            "generation": {"deterministic": True, "max-examples": examples, "with-security-parameters": False},
            "checks": {"ignored_auth": {"enabled": False}, "negative_data_rejection": {"expected-statuses": _REFUSALS}},
        }
    )


def _held() -> Index:
    if not _HELD:
        raise KloeError("the description is read before there is an index")
    return _HELD[0]


schema = schemathesis.openapi.from_asgi(
    "/api/v1/openapi.json", create_app(load_settings(hosts="testserver"), _held), config=config_for(EXAMPLES)
)


@pytest.fixture(autouse=True)
def _opened(sample_index: Index) -> None:
    _HELD[:] = [sample_index]


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_every_answer_is_in_the_schema_and_none_is_a_server_error(case: Case) -> None:
    case.call_and_validate()
