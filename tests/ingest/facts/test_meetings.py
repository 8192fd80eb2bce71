"""What a meeting did, as facts."""

from ingest import Kind
from ingest.facts import read_meeting
from ingest.lines import printed_lines
from ingest.structure import gather_passages


def _facts(text: str, kind: Kind = Kind.MINUTES) -> list[tuple[str, str]]:
    _, passages = gather_passages([printed_lines(1, text)])
    facts = read_meeting(passages, kind)
    assert all(fact.words and fact.page == 1 for fact in facts)
    return [(fact.name, fact.value) for fact in facts]


def test_items_reporters_and_resolutions() -> None:
    text = """Minutes of the meeting held on 3 May

12 FOCUSED VISIT

The Committee considered a report of the Director of Children’s Services which told of the visit.

It was MOVED by Councillor A Sample and SECONDED by Councillor B Example and

RESOLVED

(a) that the letter be welcomed;

(b) that the Director report back."""
    assert _facts(text) == [
        ("item", "12 FOCUSED VISIT"),
        ("reported by", "Director of Children’s Services"),
        ("mover", "Councillor A Sample"),
        ("seconder", "Councillor B Example"),
        ("resolution", "(a) that the letter be welcomed;"),
        ("resolution", "(b) that the Director report back."),
    ]


def test_an_action_with_who_and_when() -> None:
    assert _facts("Minutes:\n\nAction: The Head of Service to send the letter to members by 3 June.") == [
        ("action", "The Head of Service: send the letter to members, by 3 June")
    ]


def test_a_question_and_its_answer() -> None:
    text = "Minutes:\n\nCouncillor A Sample asked whether posts were filled. She was told that nine were empty. All were sorry."
    assert _facts(text) == [
        ("question", "Councillor A Sample asked whether posts were filled."),
        ("answer", "She was told that nine were empty."),
    ]


def test_a_request_is_no_question() -> None:
    assert _facts("Minutes:\n\nThe Chair asked that the letter be sent to all members.") == []


def test_a_report_on_a_service_names_no_reporter() -> None:
    assert _facts("Minutes:\n\nThe Annual Report of the Fostering Service was before members.") == []


def test_ofsted_s_reports_hold_no_meeting() -> None:
    assert _facts("Minutes:\n\nRESOLVED that it be noted.", Kind.ILACS) == []
