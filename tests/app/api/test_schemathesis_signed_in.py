"""Where people sign in, the API behaves as its description says as well: for nobody, a reader, and somebody who may remove."""

import os
import shutil
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case

from app.access.counting import access_file
from app.access.sessions import COOKIE, Session, Sessions, Way
from app.access.users import Right, add_user, read_users, with_lesser
from app.server import create_app
from app.settings import load_settings
from index import Index
from ingest import KloeError
from tests.app.api.test_schemathesis import config_for
from tests.app.client import PASSWORD
from tests.conftest import WordEmbedder

EXAMPLES = 1
OPEN = ("/health",)
REFUSALS = (401, 404, 405, 413, 414)
_FOLDER = Path(os.environ["KLOE_INDEX"]) / "signed-in"
_USERS = _FOLDER / "users"
_HELD: list[Index] = []


def _held() -> Index:
    if not _HELD:
        raise KloeError("the description is read before there is an index")
    return _HELD[0]


def _as(name: str) -> dict[str, str]:
    """The header of somebody who has signed in."""
    user = read_users(_USERS)[name]
    token = Sessions(access_file(_FOLDER / "index"), 1).begin(Session(name, Way.PASSWORD, frozenset(), user.stamp))
    return {"Cookie": f"{COOKIE}={token}"}


for _name, _right in (("reader", Right.READ), ("remover", Right.REMOVE)):
    add_user(_USERS, _name, with_lesser(_right), PASSWORD)
READER, REMOVER = _as("reader"), _as("remover")
schema = schemathesis.openapi.from_asgi(
    "/api/v1/openapi.json",
    create_app(load_settings(hosts="testserver", index=_FOLDER / "index", users_file=_USERS), _held),
    config=config_for(EXAMPLES),
    headers=READER,
)
few = settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module", autouse=True)
def _opened(sample_index: Index) -> None:
    """A copy of the sample, because people save and remove here."""
    if not _HELD:
        shutil.copytree(sample_index.folder, _FOLDER / "index", dirs_exist_ok=True)
        _HELD[:] = [Index(_FOLDER / "index", WordEmbedder())]


@schema.parametrize()
@few
def test_nobody_is_answered_anything(case: Case) -> None:
    response = case.call()
    case.validate_response(response)
    assert response.status_code in ((200, *REFUSALS) if case.path in OPEN else REFUSALS)


@schema.parametrize()
@few
def test_a_reader_is_answered_as_described(case: Case) -> None:
    response = case.call(headers=READER)
    case.validate_response(response)
    assert response.status_code != 401
    assert case.method != "DELETE" or case.path == "/saved" or response.status_code in (403, *REFUSALS)


@schema.include(path_regex="^/(documents|saved)").parametrize()
@few
def test_who_may_remove_is_answered_as_described(case: Case) -> None:
    before = len(_held().catalogue.records())
    response = case.call(headers=REMOVER)
    case.validate_response(response)
    assert response.status_code not in (401, 403)
    assert len(_held().catalogue.records()) == before, "an invented id removed a document"
