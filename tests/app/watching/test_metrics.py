"""The figures for monitoring: who gets them, and that nobody can make them grow."""

import time
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.app.client import HERE, PASSWORD, Serve, TestClient

KEY = {"Authorization": "Bearer secret"}


def samples(client: TestClient) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """The figures, by name and labels."""
    response = client.get("/metrics", headers=KEY)
    assert response.status_code == 200
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


def test_the_figures_can_be_read(serve: Serve) -> None:
    client = serve(api_keys="secret")
    client.get("/api/v1/search", params={"q": "supervision"}, headers=KEY)
    found = samples(client)
    searched = (("method", "GET"), ("path", "/api/v1/search"), ("status", "200"))
    assert found["kloe_requests_total", searched] == 1
    assert found["kloe_request_seconds_count", (("path", "/api/v1/search"),)] == 1
    assert found["kloe_stage_seconds_count", (("stage", "search"),)] == 1
    assert found["kloe_requests_open", ()] == 1
    assert found["kloe_ready", ()] == 0


def test_a_process_that_is_ready_counts_its_documents(serve: Serve) -> None:
    with serve(api_keys="secret") as client:
        until = time.monotonic() + 60
        while not client.get("/health").json()["ready"]:
            assert time.monotonic() < until
            time.sleep(0.05)
        found = samples(client)
    assert found["kloe_ready", ()] == 1
    assert found["kloe_ready_after_seconds", ()] > 0
    assert ("kloe_first_answer_seconds", ()) not in found, "nobody has asked"
    assert found["kloe_documents", ()] > 1
    assert found["kloe_passages", ()] > found["kloe_documents", ()]


def test_events_of_the_record_are_counted(serve: Serve, users_file: Path) -> None:
    client = serve(users_file=users_file, api_keys="secret")
    for password in (PASSWORD, "wrong password"):
        client.post("/sign-in", data={"name": "clerk", "password": password}, follow_redirects=False)
    client.post("/sign-out", headers={"Origin": "https://evil.example"})
    found = samples(client)
    counted = {labels[0][1]: value for (name, labels), value in found.items() if name == "kloe_events_total"}
    assert counted == {"sign-in": 1, "sign-in refused": 1, "refused": 1}


def test_who_gets_them(serve: Serve, users_file: Path) -> None:
    assert serve(HERE, users_file=users_file).get("/metrics").status_code == 200
    remote = serve(users_file=users_file, api_keys="secret")
    assert remote.get("/metrics").status_code == 403
    assert remote.get("/metrics", headers={"X-API-Key": "wrong"}).status_code == 403
    assert remote.get("/metrics", auth=("clerk", PASSWORD)).status_code == 403
    assert remote.get("/metrics", headers=KEY).status_code == 200
    proxied = {"X-Forwarded-For": "203.0.113.9"}
    assert serve(HERE, users_file=users_file).get("/metrics", headers=proxied).status_code == 403
    assert serve(HERE, hosts="127.0.0.1").get("/metrics").status_code == 403


@pytest.mark.parametrize("before", ["/", "/originals/", "/api/v1/documents/", "/gradio_api/heartbeat/x/"])
def test_invented_paths_and_methods_make_no_new_figures(serve: Serve, before: str) -> None:
    client = serve(api_keys="secret")
    for method in ("GET", "POST", "INVENTED"):
        client.request(method, f"{before}first")
    known = set(samples(client))
    known = set(samples(client))  # with those of the figures themselves
    for number in range(50):
        client.get(f"{before}invented{number}?q={number}")
        client.request(f"INVENTED{number}", f"{before}{number}")
    assert set(samples(client)) == known
