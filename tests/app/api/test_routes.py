"""The HTTP interface over the sample, as a program uses it."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import docx
import pytest

from app.access.counting import access_file
from app.kept import Kept
from app.server import create_app
from app.settings import load_settings
from index import Index
from ingest import KloeError
from tests.app.client import TestClient
from tests.qa.writing.liar import Liar, serve

API = "/api/v1"
QUESTION = "What did Ofsted say about management oversight in Marlbridge in 2022?"


@pytest.fixture(scope="module")
def client(sample_index: Index) -> Iterator[TestClient]:
    with TestClient(create_app(load_settings(), lambda: sample_index), raise_server_exceptions=False) as client:
        yield client


def search(client: TestClient, **asked: Any) -> dict[str, Any]:
    response = client.get(f"{API}/search", params=asked)
    assert response.status_code == 200, response.text
    return response.json()


def is_problem(response: Any, status: int) -> str:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert (body["status"], body["type"]) == (status, "about:blank")
    return str(body["detail"])


def test_results_say_where_their_words_stand(client: TestClient, sample_index: Index) -> None:
    found = search(client, q="caseloads in Marlbridge in 2022")
    assert found["scope"]["words"] == "Marlbridge, 2022"
    assert found["reason"] is found["explanation"] is None
    for result in found["results"]:
        link = parse_qs(urlsplit(result["url"]).query)
        page = sample_index.catalogue.pages(link["document"][0])[int(link["page"][0]) - 1]
        start, end = map(int, link["marks"][0].split(",")[0].split("-"))
        assert result["text"].startswith(page.text[start:end])
        assert result["reference"].startswith("Marlbridge")
        assert bool(result["image"]) is result["document"].endswith(".pdf")


def test_filters_take_the_place_of_words(client: TestClient) -> None:
    found = search(client, q="supervision in Marlbridge", authority="Westhaven", kind=["ilacs-inspection", "minutes"])
    assert found["scope"]["authorities"] == ["Westhaven"]
    assert {result["authority"] for result in found["results"]} == {"Westhaven"}
    assert {result["kind"] for result in found["results"]} <= {"ilacs-inspection", "minutes"}


def test_filters_of_judgement_and_stance(client: TestClient) -> None:
    judged = search(client, q="supervision", judgement="good")
    assert judged["scope"]["judged"] == [{"areas": ["overall_effectiveness"], "grades": ["good"], "negated": False}]
    needs = search(client, q="supervision", stance="needs to improve", limit=100)
    assert needs["total"] == len(needs["results"]) > 1
    assert {result["stance"] for result in needs["results"]} == {"needs to improve"}


@pytest.mark.parametrize(
    ("asked", "reason", "said"),
    [
        ({"q": "supervision in Marlbridge in 1999"}, "no document held", "18 March 2022"),
        ({"q": "supervision", "authority": "Narnia"}, "unknown authority", "Narnia"),
        ({"q": "?!"}, "no question", "in words"),
        ({"q": "supervision", "region": "London"}, "no document held", "London"),
    ],
)
def test_nothing_found_says_why(client: TestClient, asked: dict[str, str], reason: str, said: str) -> None:
    found = search(client, **asked)
    assert (found["results"], found["total"], found["reason"]) == ([], 0, reason)
    assert said in found["explanation"]


def test_parts_of_a_ranking_join(client: TestClient) -> None:
    whole = search(client, q="supervision", limit=20)
    first = search(client, q="supervision", limit=7)
    rest = client.get(first["next"]).json()
    assert [r["id"] for r in first["results"] + rest["results"]] == [r["id"] for r in whole["results"][:14]]
    assert search(client, q="supervision", offset=5000)["next"] is None


def test_by_date_the_newest_comes_first(client: TestClient) -> None:
    days = [
        result["published"] or "" for result in search(client, q="caseloads", sort="date", kind="minutes")["results"]
    ]
    assert days == sorted(days, reverse=True)


def test_answer(client: TestClient, sample_index: Index) -> None:
    body = client.post(f"{API}/ask", json={"question": QUESTION}).json()
    assert body["answered"]
    assert f"[{body['citations'][0]['number']}]" in body["text"]
    for citation in body["citations"]:
        page = sample_index.catalogue.pages(citation["document_id"])[citation["page"] - 1]
        start, end = map(int, parse_qs(urlsplit(citation["url"]).query)["marks"][0].split(",")[0].split("-"))
        assert citation["quote"].startswith(page.text[start:end])


def test_a_refusal_has_its_reason(client: TestClient) -> None:
    body = client.post(f"{API}/ask", json={"question": "supervision", "authority": ["Narnia"]}).json()
    assert (body["answered"], body["reason"], body["citations"]) == (False, "unknown authority", [])
    assert body["text"] == body["explanation"]
    assert "Narnia" in body["explanation"]


def test_where_the_documents_are_silent_the_nearest_passages_are_given(client: TestClient) -> None:
    body = client.post(f"{API}/ask", json={"question": "How many children in Westhaven learn the trombone?"}).json()
    assert body["reason"] == "held but silent"
    assert [passage["id"] for passage in body["nearest"]] == [passage["id"] for passage in body["passages"][:3]]


def events(response: Any) -> list[tuple[str, dict[str, Any]]]:
    assert response.headers["content-type"].startswith("text/event-stream")
    blocks = [dict(line.split(": ", 1) for line in block.split("\n")) for block in response.text.strip().split("\n\n")]
    return [(block["event"], json.loads(block["data"])) for block in blocks]


def test_an_answer_as_events(client: TestClient) -> None:
    told = events(
        client.post(f"{API}/ask", json={"question": QUESTION}, headers={"Accept": "text/event-stream"}),
    )
    whole = client.post(f"{API}/ask", json={"question": QUESTION}).json()
    assert [name for name, _ in told] == ["scope", *["citation"] * len(whole["citations"]), "answer"]
    assert told[0][1] == whole["scope"]
    assert [body for name, body in told if name == "citation"] == whole["citations"]
    assert told[-1][1] == whole


def test_a_follow_up_takes_over_what_it_leaves_unsaid(client: TestClient) -> None:
    body = client.post(f"{API}/ask", json={"question": "and in Westhaven?", "previous": [QUESTION]}).json()
    assert body["taken"] == ["2022", "management oversight"]
    assert body["scope"]["words"] == "Westhaven, 2022"
    asked = {"question": "and caseloads?", "previous": [QUESTION, "and in Westhaven?"]}
    told = events(client.post(f"{API}/ask", json=asked, headers={"Accept": "text/event-stream"}))
    assert told[0][1]["words"] == "Westhaven, 2022"
    assert told[-1][1] == client.post(f"{API}/ask", json=asked).json()
    assert client.post(f"{API}/ask", json={"question": QUESTION}).json()["taken"] == []
    is_problem(client.post(f"{API}/ask", json={"question": "x", "previous": ["x"] * 11}), 422)


def test_facts_and_the_first_line(client: TestClient) -> None:
    fact = client.post(f"{API}/ask", json={"question": "How was Marlbridge judged in 2022?"}).json()
    assert "requires improvement" in fact["told"][0]["text"]
    assert fact["told"][0]["citation"] in {citation["number"] for citation in fact["citations"]}
    assert fact["lead"] == ""
    lead = client.post(f"{API}/ask", json={"question": "Which councils have high caseloads?"}).json()["lead"]
    assert "documents searched." in lead


def test_only_the_newest_inspection(client: TestClient) -> None:
    assert search(client, q="supervision in Marlbridge", latest="true")["scope"]["latest"]
    body = client.post(f"{API}/ask", json={"question": "supervision in Marlbridge", "latest": True}).json()
    assert len({citation["document"] for citation in body["citations"]}) == 1


@pytest.fixture
def written(sample_index: Index) -> Iterator[TestClient]:
    """With a chat model that tells the truth of the first quotation, and lies about the second."""
    with serve(Liar(lambda prompt: f"{_quote(prompt, 2)} [2]. All is perfect [1]. So they say.")) as liar:
        settings = load_settings(
            generator="openai:liar",
            generator_url=liar.url,
            generator_key="sk-hidden",
            generator_sentences=True,
            generator_open=True,
        )
        with TestClient(create_app(settings, lambda: sample_index), raise_server_exceptions=False) as client:
            yield client


def _quote(prompt: str, number: int) -> str:
    words = next(line for line in prompt.splitlines() if line.startswith(f"[{number}] ")).rpartition(": “")[2]
    return words.rstrip(".”").rpartition(". ")[2]


def test_a_written_answer(written: TestClient) -> None:
    body = written.post(f"{API}/ask", json={"question": QUESTION}).json()
    first, second, dropped = body["written"]["sentences"]
    assert [one["status"] for one in (first, second, dropped)] == ["kept", "replaced", "dropped"]
    assert f"{first['text']} [2]" in body["text"]
    assert f"{second['text']} [1]" in body["text"]
    assert "perfect" not in body["text"]
    assert [citation["number"] for citation in body["citations"]] == [1, 2]
    assert body["written"]["fallback"] is None
    assert body["written"]["note"] in body["text"]
    assert "sk-hidden" not in json.dumps(body)


def test_a_written_answer_as_events(written: TestClient) -> None:
    told = events(written.post(f"{API}/ask", json={"question": QUESTION}, headers={"Accept": "text/event-stream"}))
    names = [name for name, _ in told]
    assert names == ["scope", *["citation"] * names.count("citation"), "text", "text", "answer"]
    sentences = told[-1][1]["written"]["sentences"]
    assert [body for name, body in told if name == "text"] == sentences[:2]


def test_a_written_answer_can_be_left_out(written: TestClient, client: TestClient) -> None:
    asked = {"question": QUESTION, "generate": False}
    body = written.post(f"{API}/ask", json=asked).json()
    assert body == client.post(f"{API}/ask", json=asked).json()
    assert body["written"] is None
    declined = written.post(f"{API}/ask", json={"question": "supervision in Narnia"}).json()
    assert (declined["answered"], declined["written"]) == (False, None)


def test_a_chat_model_works_for_those_who_have_signed_in_within_a_budget(sample_index: Index, tmp_path: Path) -> None:
    with serve(Liar("All is well [1].")) as liar:
        given = {
            "generator": "openai:liar",
            "generator_url": liar.url,
            "generator_key": "sk",
            "api_keys": "secret, other",
        }
        for folder, limits in (("one", {"generator_limit": "2/hour"}), ("all", {"generator_budget": "2/hour"})):
            settings = load_settings(index=tmp_path / folder, **given, **limits)
            client = TestClient(create_app(settings, lambda: sample_index))
            page = Kept.make(settings, lambda: sample_index, access_file(settings.index), *[None] * 3)  # type: ignore[arg-type]
            assert page.lend_writer(None) is None, "nobody has signed in"
            asked = [
                client.post(f"{API}/ask", json={"question": QUESTION}, headers={"X-API-Key": key}).json()["written"]
                for key in ("secret", "secret", "secret", "other")
            ]
            assert [bool(written) for written in asked] == [True, True, False, folder == "one"]


@pytest.mark.parametrize("end", ["docx", "csv"])
def test_files_to_take_away(client: TestClient, end: str) -> None:
    answer = client.post(f"{API}/ask/export", params={"format": end}, json={"question": QUESTION})
    passages = client.get(f"{API}/search/export", params={"format": end, "q": "supervision", "limit": 3})
    quote = client.post(f"{API}/ask", json={"question": QUESTION}).json()["citations"][0]["quote"]
    text = search(client, q="supervision", limit=3)["results"][2]["text"]
    for response, words in ((answer, quote), (passages, text)):
        assert response.status_code == 200
        assert response.headers["content-disposition"].endswith(f'.{end}"')
        assert words in _words_of(response.content, end)


def _words_of(content: bytes, end: str) -> str:
    if end == "docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    return "\n".join(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)


def test_a_file_of_another_kind_is_a_problem(client: TestClient) -> None:
    assert "query.format" in is_problem(client.get(f"{API}/search/export", params={"q": "x", "format": "pdf"}), 422)
    is_problem(client.post(f"{API}/ask/export", json={"question": "x"}), 422)


def test_a_fault_is_a_problem(client: TestClient) -> None:
    def closed() -> Index:
        raise KloeError("the index /secret/place cannot be opened")

    with TestClient(create_app(load_settings(), closed), raise_server_exceptions=False) as broken:
        assert "/secret" not in is_problem(broken.get(f"{API}/search", params={"q": "x"}), 503)


def test_a_fault_on_the_way_is_the_last_event(sample_index: Index) -> None:
    from app.api.streaming import Event, as_stream
    from app.problems import Fault

    def breaking() -> Iterator[Event]:
        yield Event("scope", Fault(where="here", message="first"))
        raise KloeError("the index /secret/place cannot be read")

    first, last = [line.decode() for line in as_stream(breaking())]
    assert first.startswith("event: scope\n")
    assert last.startswith("event: error\n")
    assert '"status":503' in last
    assert "/secret" not in last


def test_documents(client: TestClient, sample_index: Index) -> None:
    listed = client.get(f"{API}/documents", params={"limit": 100}).json()
    assert listed["total"] == len(listed["documents"]) == len(sample_index.catalogue.records())
    first = client.get(f"{API}/documents", params={"limit": 10}).json()
    rest = client.get(first["next"]).json()
    assert first["documents"] + rest["documents"] == listed["documents"]
    assert rest["next"] is None
    none = client.get(f"{API}/documents", params={"authority": "Marlbridge", "year": 1999}).json()
    assert none["documents"] == []
    assert "18 March 2022" in none["explanation"]


def test_a_document_and_its_pages(client: TestClient, sample_index: Index) -> None:
    for record in sample_index.catalogue.records():
        body = client.get(f"{API}/documents/{record.id}").json()
        assert (body["document"], body["id"]) == (record.path, record.id)
        assert len(body["passage_list"]) == record.passages
        page = client.get(f"{API}/documents/{record.id}/pages/1").json()
        assert page["text"] == sample_index.catalogue.pages(record.id)[0].text
        assert all(passage["text"][:20] in page["text"] for passage in page["passages"])


def test_a_page_as_printed(client: TestClient) -> None:
    found = search(client, q="caseloads in Marlbridge", kind="ilacs-inspection")["results"][0]
    marked = client.get(found["image"])
    assert (marked.status_code, marked.headers["content-type"]) == (200, "image/png")
    assert marked.content != client.get(found["image"].partition("?")[0]).content
    again = client.get(found["image"], headers={"If-None-Match": marked.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_facets(client: TestClient) -> None:
    counts = client.get(f"{API}/facets", params={"authority": "Marlbridge", "q": "in 2022"}).json()
    assert counts["scope"]["words"] == "Marlbridge, 2022"
    listed = client.get(f"{API}/documents", params={"authority": "Marlbridge", "year": 2022}).json()
    assert counts["documents"] == listed["total"]
    assert counts["authority"] == [{"value": "Marlbridge", "count": listed["total"]}]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("documents/0123456789abcdef", "no document 0123456789abcdef"),
        ("documents/0123456789abcdef/pages/1", "no document"),
        ("documents/0123456789abcdef/pages/1.png", "no document"),
        ("nothing", "nothing at this path"),
        ("documents/", "nothing at this path"),
        ("../nothing", "nothing at this path"),
    ],
)
def test_what_is_not_there_is_a_problem(client: TestClient, path: str, said: str) -> None:
    assert said in is_problem(client.get(f"{API}/{path}"), 404)


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ({}, "query.q"),
        ({"q": ""}, "query.q"),
        ({"q": "x" * 1001}, "query.q"),
        ({"q": "x", "limit": 101}, "query.limit"),
        ({"q": "x", "kind": "letter"}, "query.kind.0"),
        ({"q": "x", "authorty": "Devon"}, "query.authorty"),
    ],
)
def test_values_that_do_not_fit_are_named(client: TestClient, asked: dict[str, Any], where: str) -> None:
    response = client.get(f"{API}/search", params=asked)
    assert where in is_problem(response, 422)
    assert response.json()["errors"][0]["where"] == where


@pytest.mark.parametrize("body", ["{", "[]", '{"question": "\\ud800"}', '{"question": "x", "stance": ["x"]}'])
def test_bodies_that_do_not_fit_are_problems(client: TestClient, body: str) -> None:
    response = client.post(f"{API}/ask", content=body, headers={"Content-Type": "application/json"})
    is_problem(response, 422)


def test_large_bodies_are_refused(client: TestClient) -> None:
    json_type = {"Content-Type": "application/json"}
    is_problem(client.post(f"{API}/ask", content=b"x" * 70_000, headers=json_type), 413)
    is_problem(client.post(f"{API}/ask", content=iter([b"x" * 1000] * 70), headers=json_type), 413)


def test_a_wrong_method_is_a_problem(client: TestClient) -> None:
    response = client.delete(f"{API}/search")
    is_problem(response, 405)
    assert response.headers["allow"] == "GET"


def test_the_description_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get(f"{API}/docs")
    described = client.get(f"{API}/openapi.json").json()
    assert page.status_code == 200
    assert "http" not in page.text.replace("HTTP", "")
    assert all(f"{API}{path}" in page.text for path in described["paths"])
    assert described["servers"] == [{"url": API}]
    assert "Problem" in described["components"]["schemas"]


def test_health(client: TestClient, sample_index: Index) -> None:
    body = client.get(f"{API}/health").json()
    assert (body["status"], body["documents"]) == ("ok", len(sample_index.catalogue.records()))
    assert client.get("/health").json()["documents"] == body["documents"]
    assert client.get("/alive").json() == {"alive": True}


def test_regions_are_the_official_ones() -> None:
    from app.asking.filters import Region
    from ingest.authorities import regions

    assert sorted(Region) == list(regions())
