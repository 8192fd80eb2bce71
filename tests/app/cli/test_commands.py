"""The commands, run as a person runs them."""

import csv
import io
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import docx
import pytest

from app.access.users import Right, Users, read_users
from app.feedback import Feedback, Thumb, keep_feedback
from index import Index
from tests.app.cli.running import kloe
from tests.conftest import ROOT, SAMPLE, SHARED, RealSample, WordEmbedder
from tests.qa.writing.liar import Liar, serve

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def environment(real_sample: RealSample) -> dict[str, str]:
    return real_sample.environment


def kloe_process(environment: dict[str, str], *words: str, said: str = "") -> "subprocess.CompletedProcess[str]":
    """Run a command as a person does; `kloe` does it in this process, which is much quicker."""
    command = [sys.executable, "-m", "app.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300, input=said, cwd=ROOT)


@pytest.fixture(scope="module")
def indexed(real_sample: RealSample, model_loaded_once: None) -> dict[str, str]:
    ran = real_sample.run
    assert ran.returncode == 0, ran.stderr
    assert "0 skipped" in ran.stdout
    assert "Finding" in ran.stderr
    return real_sample.environment


def test_help_reads_well(environment: dict[str, str]) -> None:
    assert "kloe index FOLDER" in kloe(environment, "--help").stdout
    for command in (
        "index",
        "ask",
        "explain",
        "search",
        "answer",
        "documents",
        "status",
        "feedback",
        "serve",
        "ui",
        "user",
        "user add",
    ):
        assert f"Example: kloe {command}" in kloe(environment, *command.split(), "-h").stdout


def test_version_and_completion(environment: dict[str, str]) -> None:
    assert kloe(environment, "--version").stdout == f"kloe {version('kloe')}\n"
    completion = kloe({**environment, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}, "--show-completion", "bash")
    assert "complete" in completion.stdout


def test_exit_codes_are_those_that_the_help_documents(environment: dict[str, str], indexed: dict[str, str]) -> None:
    said = " ".join(kloe(environment, "--help").stdout.split())
    assert "Exit codes: 0 done, even if there is no answer to give; 1 failed" in said
    assert "2 called wrongly; 130 stopped with Ctrl+C" in said
    refusal = kloe(indexed, "ask", "How good was supervision in Narnia?")
    assert (refusal.returncode, refusal.stderr) == (0, "")
    assert "Narnia" in refusal.stdout
    nowhere = kloe({**environment, "KLOE_INDEX": "/nowhere"}, "status")
    assert (nowhere.returncode, nowhere.stderr.count("\n")) == (1, 1)
    for wrong in (["index"], ["ask"], ["search", "x", "--year", "12"], ["ask", "x", "-a", "Atlantis"], ["nothing"]):
        assert kloe(indexed, *wrong).returncode == 2, wrong


_STOPPED_AT_THE_PASSWORD = """
import os, signal, sys, time

class Stopped:
    def isatty(self):
        return False
    def readline(self):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(60)  # a busy machine takes a moment to deliver it

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
sys.stdin = Stopped()
sys.argv = ["kloe", "user", "add", "sam"]
from app.cli import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is another signal there")
def test_a_command_that_is_stopped_exits_with_130(environment: dict[str, str], tmp_path: Path) -> None:
    ours = {**environment, "KLOE_USERS_FILE": str(tmp_path / "users")}
    command = [sys.executable, "-c", _STOPPED_AT_THE_PASSWORD]
    ran = subprocess.run(command, capture_output=True, text=True, env=ours, timeout=300)
    assert (ran.returncode, ran.stderr) == (130, "kloe: stopped; finished work is kept\n")
    assert not (tmp_path / "users").exists()


def test_a_dash_reads_standard_input(indexed: dict[str, str]) -> None:
    asked = "caseloads in Marlbridge"
    assert kloe(indexed, "ask", "-", said=f"{asked}\n").stdout == kloe(indexed, "ask", asked).stdout
    body = json.loads(kloe(indexed, "search", "-", "--json", said=f"{asked}\n").stdout)
    assert body["query"] == asked
    lines = [json.dumps({"id": number, "question": asked}) for number in range(2)]
    ran = kloe(indexed, "answer", "-", "--out", "-", said="\n".join(lines))
    assert [json.loads(line)["id"] for line in ran.stdout.splitlines()] == ["0", "1"]
    assert "standard input, line 1: not a JSON object" in kloe(indexed, "answer", "-", "-o", "-", said="x").stderr


def test_ask_with_the_real_model(indexed: dict[str, str]) -> None:
    ran = kloe_process(indexed, "ask", "what did Ofsted say about management oversight in Marlbridge in 2022?")
    assert ran.returncode == 0
    assert "[1]" in ran.stdout
    assert "18 march 2022.pdf" in ran.stdout
    assert "2025.pdf" not in ran.stdout


def test_ask_json_and_filters(indexed: dict[str, str]) -> None:
    row = json.loads(kloe(indexed, "ask", "supervision", "--authority", "Westhaven", "--year", "2023", "--json").stdout)
    assert row["answered"]
    assert row["scope"]["authorities"] == ["Westhaven"]
    assert all(citation["page"] >= 1 and citation["quote"] for citation in row["citations"])


def test_search(indexed: dict[str, str]) -> None:
    body = json.loads(kloe(indexed, "search", "letters before proceedings", "-n", "5", "--json").stdout)
    assert 1 <= len(body["results"]) <= 5
    assert body.keys() >= {"query", "scope", "reason", "explanation", "total"}
    assert kloe(indexed, "search", "caseloads in Marlbridge").stdout.startswith("1. Marlbridge")
    told = kloe(indexed, "search", "caseloads", "--stance", "needs", "--since", "2023-01-01", "--json").stdout
    assert {result["stance"] for result in json.loads(told)["results"]} == {"needs to improve"}
    assert json.loads(told)["scope"]["words"] == "1 January 2023 or later"
    wrong = kloe(indexed, "search", "caseloads", "--theme", "zeppelins")
    assert (wrong.returncode, "Kloe has no theme “zeppelins”." in wrong.stderr) == (2, True)


def test_answer_writes_what_the_score_script_reads(indexed: dict[str, str], tmp_path: Path) -> None:
    questions, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    questions.write_text(
        '{"id": "1", "question": "caseloads in Marlbridge", "other": 3}\n\n{"id": 2, "question": "x"}\n'
    )
    ran = kloe(indexed, "answer", str(questions), "--out", str(out))
    assert ran.returncode == 0, ran.stderr
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row["id"] for row in rows] == ["1", "2"]
    assert rows[0].keys() >= {"answered", "text", "citations", "passages", "seconds"}
    assert rows[0]["passages"][0].keys() >= {"document", "page", "text"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["index", "/nowhere"], "kloe: /nowhere does not exist"),
        (["index"], "kloe: name a folder"),
        (
            ["ask", "supervision", "--authority", "Atlantis"],
            "no children's services authority in England called “Atlantis”",
        ),
        (["search", "supervision", "-a", "plymoth"], "Did you mean Plymouth for “plymoth”?"),
        (["ask", "supervision", "-a", "Devon and Plymouth"], "called “Devon and Plymouth”"),
        (["ask", "supervision", "--region", "south"], "'south' is not one of East Midlands"),
        (["search", "supervision", "--judged", "splendid"], "'splendid' is not one of outstanding, good"),
        (["search", "supervision", "--csv", "/nowhere/x.csv"], "/nowhere/x.csv cannot be written"),
        (["answer", "x.jsonl", "--out", "/tmp/x", "--generate"], "no generator is set"),
        (["user", "add", "sam"], "users_file is not set"),
        (["answer", "/nowhere.jsonl", "--out", "/tmp/x"], "/nowhere.jsonl cannot be read"),
    ],
)
def test_what_goes_wrong_is_one_line(indexed: dict[str, str], words: list[str], said: str) -> None:
    ran = kloe(indexed, *words)
    assert ran.returncode != 0
    assert said in " ".join(ran.stderr.replace("│", " ").split())
    assert "Traceback" not in ran.stderr


def test_a_follow_up_and_files_to_take_away(indexed: dict[str, str], tmp_path: Path) -> None:
    word, sheet = tmp_path / "a.docx", tmp_path / "a.csv"
    first = ["-f", "what did Ofsted say about management oversight in Marlbridge in 2022?", "-f", "and in Westhaven?"]
    ran = kloe(indexed, "ask", "and caseloads?", *first, "--json", "--word", str(word), "--csv", str(sheet))
    row = json.loads(ran.stdout)
    assert row["taken"] == ["Westhaven", "2022"]
    assert row["lead"]
    quote = row["citations"][0]["quote"]
    assert quote in "\n".join(paragraph.text for paragraph in docx.Document(str(word)).paragraphs)
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        assert [line["quotation"] for line in csv.DictReader(file)] == [one["quote"] for one in row["citations"]]
    assert f"{word} written." in ran.stderr


def test_filters_by_what_begins_so(indexed: dict[str, str], tmp_path: Path) -> None:
    sheet = tmp_path / "s.csv"
    found = ["--judged", "Requires-improvement", "--latest", "--csv", str(sheet), "--json"]
    rows = json.loads(kloe(indexed, "search", "supervision", "-a", "Marlbridge City Council", *found).stdout)["results"]
    assert len({row["document"] for row in rows}) <= 1
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(rows)
    none = kloe(indexed, "search", "supervision", "--region", "yorkshire")
    assert "Kloe holds no documents for Yorkshire and the Humber" in none.stdout


def test_a_written_answer(indexed: dict[str, str], tmp_path: Path) -> None:
    question = "what did Ofsted say about management oversight in Marlbridge in 2022?"
    with serve(Liar("All is perfect [1]. So they say.")) as liar:
        with_model = {
            **indexed,
            "KLOE_GENERATOR": "openai:liar",
            "KLOE_GENERATOR_URL": liar.url,
            "KLOE_GENERATOR_KEY": "sk-hidden",
            "KLOE_GENERATOR_SENTENCES": "true",
        }
        ran = kloe(with_model, "ask", question)
        asked, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
        asked.write_text(json.dumps({"id": "1", "question": question}))
        assert kloe(with_model, "answer", str(asked), "--out", str(out), "--generate").returncode == 0
        sent = len(liar.asked)
        plain = kloe(with_model, "ask", question, "--no-generate")
        assert len(liar.asked) == sent == 2
    shown, _, refused = ran.stdout.partition("Written by the model and not shown")
    assert "1 sentence replaced by its quotation, 1 sentence left out" in shown
    assert "perfect" not in shown
    assert "“All is perfect.”" in refused
    row = json.loads(out.read_text())
    assert [sentence["status"] for sentence in row["written"]["sentences"]] == ["replaced", "dropped"]
    assert [citation["number"] for citation in row["citations"]] == [1]
    assert "Written by" not in plain.stdout
    assert "sk-hidden" not in ran.stdout + ran.stderr + out.read_text()


def test_a_generator_that_cannot_be_used_is_said_first(indexed: dict[str, str]) -> None:
    ran = kloe_process({**indexed, "KLOE_GENERATOR": "nobody:x"}, "ask", "supervision")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "the generator 'nobody:x'" in ran.stderr


def test_user_add(environment: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "users"
    ours = {**environment, "KLOE_USERS_FILE": str(file)}
    assert "sam may read:" in kloe_process(ours, "user", "add", "sam", said="long enough\n").stdout
    assert (
        "ada may read and upload:"
        in kloe(ours, "user", "add", "ada", "--may", "upload", said="also long enough\n").stdout
    )
    users = read_users(file)
    assert {name: user.rights for name, user in users.items()} == {
        "sam": {Right.READ},
        "ada": {Right.READ, Right.UPLOAD},
    }
    assert Users(file).check("sam", "long enough")
    short = kloe(ours, "user", "add", "eve", said="short\n")
    assert short.returncode == 1
    assert "a password must have 10 to" in short.stderr
    assert "eve" not in read_users(file)
    assert (
        "may read and upload and remove"
        in kloe(ours, "user", "add", "kim", "--may", "remove", said=f"{'x' * 10}\n").stdout
    )
    assert kloe(ours, "user", "list").stdout.splitlines()[1] == "ada: may read and upload"
    assert kloe(ours, "user", "password", "sam", said="another password\n").returncode == 0
    assert not Users(file).check("sam", "long enough")
    assert kloe(ours, "user", "remove", "sam").returncode == 0
    assert [user["name"] for user in json.loads(kloe(ours, "user", "list", "--json").stdout)] == ["ada", "kim"]
    assert "has no person called 'sam'" in kloe(ours, "user", "remove", "sam").stderr
    kloe(ours, "user", "remove", "ada")
    assert "is the last person" in kloe(ours, "user", "remove", "kim").stderr


def test_feedback(indexed: dict[str, str]) -> None:
    held = Index(Path(indexed["KLOE_INDEX"]), WordEmbedder("all-MiniLM-L6-v2"))
    keep_feedback(held.folder, Feedback(Thumb.DOWN, "=1+1\x1b[31m?", comment="no, “wrong” year"))
    printed = kloe(indexed, "feedback").stdout
    (row,) = csv.DictReader(io.StringIO(printed.removeprefix("\ufeff")))
    assert (row["thumb"], row["question"], row["comment"]) == ("down", "'=1+1?", "no, “wrong” year")
    assert "\x1b" not in printed


def test_a_bad_question_file_names_the_line(indexed: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text('{"id": 1, "question": "x"}\nnot json\n')
    ran = kloe(indexed, "answer", str(tmp_path / "q.jsonl"), "--out", str(tmp_path / "a.jsonl"))
    assert ran.returncode == 1
    assert "line 2" in ran.stderr
    assert not (tmp_path / "a.jsonl").exists()


def test_another_model_is_refused(indexed: dict[str, str]) -> None:
    ran = kloe({**indexed, "KLOE_MODEL": "other"}, "ask", "supervision")
    assert ran.returncode == 1
    assert "--rebuild" in ran.stderr


def test_status(indexed: dict[str, str]) -> None:
    row = json.loads(kloe(indexed, "status", "--json").stdout)
    assert row["documents"] == len([path for path in SAMPLE.rglob("*") if path.is_file()])
    assert row["waiting"] == 0
    assert row["authorities"] == 3


def test_documents(indexed: dict[str, str]) -> None:
    rows = [json.loads(line) for line in kloe(indexed, "documents", "--json").stdout.splitlines()]
    report = next(row for row in rows if row["document"].endswith("18 march 2022.pdf"))
    assert (report["kind"], report["authority"]) == ("ilacs-inspection", "Marlbridge")
    assert report["judgements"]["overall_effectiveness"] == "requires improvement to be good"
    record = json.loads(kloe(indexed, "documents", "18 march 2022.pdf", "--json").stdout)
    assert {fact["fact"] for fact in record["facts"]} >= {"authority", "inspected", "lead inspector"}
    assert all(held["words"] for held in record["judgement_words"])
    assert any(held["kind"] == "running line" for held in record["furniture"])
    assert kloe(indexed, "documents").stdout.count("\n") == len(rows)
    assert "no document in the index" in kloe(indexed, "documents", "nothing.pdf").stderr


def test_council_papers_are_answered_from_the_papers(environment: dict[str, str], tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip(f"the published documents are not here ({SHARED})")
    ours = {**environment, "KLOE_INDEX": str(tmp_path / "index")}
    assert kloe_process(ours, "index", str(SHARED / "corpus" / "council")).returncode == 0
    for question, said in (
        ("What did officers tell Plymouth members the ideal caseload for a social worker was?", "18-25"),
        ("What percentage of Worcestershire's children's social care staff were agency staff in 2017?", "36%"),
        ("When was the monitoring visit that Devon's special scrutiny meeting was about?", "2 and 3 February 2022"),
    ):
        assert said in kloe(ours, "ask", question).stdout
