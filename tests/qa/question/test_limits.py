"""Words that limit a question are in its scope, in its topic, or reported as not applied."""

from datetime import date

import pytest

from qa.question import QuestionParser
from qa.question.limits import LIMITING_WORDS

PARSER = QuestionParser(["Devon", "Kent"], range(2015, 2026), lambda _: True, today=date(2025, 6, 1))
TEMPLATES = (
    "what did Ofsted say about supervision {} in Devon?",
    "{} what was said about caseloads in Kent?",
    "which councils were criticised {} for neglect",
    "supervision in Devon, {} the reports",
    "what did inspectors find {} caseloads {} the inspection of Kent in 2022",
    "{} visits",
)


@pytest.mark.parametrize("word", LIMITING_WORDS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_no_limiting_word_is_dropped(template: str, word: str) -> None:
    parsed = PARSER.parse(template.format(*[word] * template.count("{}")))
    without = PARSER.parse(" ".join(template.replace("{}", "").split()))
    kept = f" {parsed.topic.lower()} ", any(word in limit.lower() for limit in parsed.not_applied)
    assert f" {word}" in kept[0] or kept[1] or parsed.scope != without.scope or _confines(parsed.scope, word)


def _confines(scope: object, word: str) -> bool:
    """A filter lets nothing else in, so that "only" beside it is heeded."""
    return word in ("only", "just", "solely", "exclusively") and bool(str(scope))


@pytest.mark.parametrize(
    ("question", "limits"),
    [
        ("what did they say about caseloads ages ago?", ("ages ago",)),
        ("caseloads in Devon, only the short ones", ("only the short ones",)),
        ("which councils were criticised more than once for caseloads?", ("criticised more than once",)),
        ("what did they say after covid?", ("after covid",)),
        ("what was found in every inspection?", ("every inspection",)),
        ("which council was criticised most?", ("most",)),
        ("what were the issues, apart from caseloads?", ("apart from caseloads",)),
        ("which councils have fewer than three inspections?", ("fewer than three inspections",)),
    ],
)
def test_what_limits_and_is_not_understood_is_reported(question: str, limits: tuple[str, ...]) -> None:
    assert PARSER.parse(question).not_applied == limits


@pytest.mark.parametrize(
    "question",
    [
        "was there not enough supervision in Devon?",
        "children who were never seen alone",
        "children not in school",
        "care leavers without a pathway plan",
        "at least one visit every six weeks",
        "no child left behind",
        "schools of last resort",
        "first-time entrants",
        "not-for-profit homes",
        "support after leaving care",
        "letters before proceedings",
        "most vulnerable children",
        "is supervision still weak in Devon?",
        "do social workers only visit twice a year?",
        "caseloads of more than 20",
        "supervision in Devon only",
    ],
)
def test_what_is_asked_is_no_limit(question: str) -> None:
    assert PARSER.parse(question).not_applied == ()
