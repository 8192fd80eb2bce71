"""What each purpose needs: direction, sides, unit, measure, act, stances, term; and the person's own council."""

import pytest

from ingest import Stance
from qa.question import Act, Direction, Intent, Measure, QuestionParser, Sides, Unit
from qa.question.topic import OVERVIEW
from tests.qa.question.catalogue import TODAY

_YEARS = range(2014, 2026)
_TO_IMPROVE = (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)


@pytest.fixture(scope="module")
def parser() -> QuestionParser:
    return QuestionParser((), _YEARS, lambda text: text.lower() not in {"devon", "kent", "leeds"}, today=TODAY)


@pytest.mark.parametrize(
    ("question", "direction"),
    [
        ("which councils were criticised for caseloads?", Direction.CRITICISED),
        ("who was told off for poor pathway plans?", Direction.CRITICISED),
        ("which councils have not done well on neglect?", Direction.CRITICISED),
        ("weak oversight in Devon", Direction.CRITICISED),
        ("what needs to improve in Devon?", Direction.CRITICISED),
        ("who else was told to make more use of advocates?", Direction.CRITICISED),
        ("which councils were told that they must see children alone?", Direction.CRITICISED),
        ("any good examples of supervision in other councils?", Direction.PRAISED),
        ("which councils were praised for early help?", Direction.PRAISED),
        ("what are the strengths of Leeds?", Direction.PRAISED),
        ("which councils have improved on neglect?", Direction.IMPROVED),
        ("which councils got worse on neglect?", Direction.WORSENED),
        ("which councils were asked about private fostering?", None),
        ("how good is supervision in Devon?", None),
        ("how many councils were criticised for caseloads?", None),
    ],
)
def test_direction(parser: QuestionParser, question: str, direction: Direction | None) -> None:
    assert parser.parse(question).intent.direction == direction


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("compare Devon and Kent on neglect", {"sides": Sides.PLACES}),
        ("how does Devon compare with its neighbours on neglect?", {"sides": Sides.PLACES}),
        ("neglect in Devon: 2019 v 2022", {"sides": Sides.TIMES, "over_time": True}),
        ("how many councils are inadequate?", {"unit": Unit.AUTHORITIES, "measure": None}),
        ("how often has Devon been inspected?", {"unit": Unit.INSPECTIONS}),
        ("how many monitoring visits has Devon had?", {"unit": Unit.VISITS}),
        ("how many letters are there on Devon?", {"unit": Unit.DOCUMENTS}),
        ("how many visits do social workers make in Devon?", {"unit": None, "measure": Measure.NUMBER}),
        ("how many reports of abuse were there in Devon?", {"unit": None, "measure": Measure.NUMBER}),
        ("how much does a placement cost in Devon?", {"measure": Measure.MONEY}),
        ("what is the phone number of the front door in Devon?", {"measure": Measure.CONTACT}),
        ("who seconded the motion in Devon?", {"act": Act.SECONDED}),
        ("who moved the motion in Devon?", {"act": Act.MOVED}),
        ("how did people vote on the motion in Devon?", {"act": Act.VOTED}),
        ("what did the committee resolve in Devon?", {"act": Act.RESOLVED}),
        ("what did the panel ask for in Devon?", {"act": Act.REQUESTED}),
        ("when did the panel meet in Devon?", {"act": Act.MET}),
        ("how does the fostering panel decide in Devon?", {"act": None}),
        ("who moved out of care in Devon?", {"act": None}),
        ("what needs to improve in Devon?", {"stances": _TO_IMPROVE}),
        ("what is a focused visit?", {"term": "focused visit"}),
        ("what does MASH stand for?", {"term": "mash"}),
        ("has supervision improved in Devon?", {"over_time": True}),
        ("was Devon rated good?", {"direction": Direction.PRAISED}),
    ],
)
def test_what_a_purpose_needs(parser: QuestionParser, question: str, parts: dict[str, object]) -> None:
    intent: Intent = parser.parse(question).intent
    assert {name: getattr(intent, name) for name in parts} == parts


@pytest.mark.parametrize(
    ("question", "asks_which"),
    [
        ("what did the last letter say?", True),
        ("summarise the latest report", True),
        ("our inspection", True),
        ("when were we inspected?", True),
        ("what grade did we get?", True),
        ("what did the latest reports say about neglect?", False),
        ("who moved the motion?", False),
        ("can you tell us about neglect?", False),
        ("when was Devon inspected?", False),
        ("which councils are inadequate?", False),
        ("caseloads", False),
    ],
)
def test_a_question_of_one_council_that_names_none(parser: QuestionParser, question: str, asks_which: bool) -> None:
    assert parser.parse(question).needs_authority is asks_which
    assert not parser.parse(question, ("Kent",)).needs_authority


@pytest.mark.parametrize(
    ("statement", "home"),
    [
        ("my council is Devon", "Devon"),
        ("I am a councillor in Kent", "Kent"),
        ("we are Leeds.", "Leeds"),
        ("Hello, I'm a scrutiny officer at Kent County Council", "Kent"),
    ],
)
def test_a_home_is_stated(parser: QuestionParser, statement: str, home: str) -> None:
    parsed = parser.parse(statement)
    assert (parsed.home, parsed.scope.authorities) == ((home,), (home,))
    assert (parsed.intent.purpose, parsed.topic) == ("overview", OVERVIEW)


@pytest.mark.parametrize(
    ("question", "authorities"),
    [
        ("how did we do in 2020?", ("Devon",)),
        ("what are our strengths?", ("Devon",)),
        ("how do we compare with Kent on neglect?", ("Devon", "Kent")),
        ("what can we learn from Kent about neglect?", ("Kent",)),
        ("tell us about neglect", ()),
        ("caseloads", ()),
    ],
)
def test_our_own_means_home(parser: QuestionParser, question: str, authorities: tuple[str, ...]) -> None:
    assert parser.parse(question, home=("Devon",)).scope.authorities == authorities


def test_a_home_and_a_question_in_one(parser: QuestionParser) -> None:
    parsed = parser.parse("We are Leeds. How did we do on neglect?")
    assert (parsed.home, parsed.scope.authorities, parsed.topic) == (("Leeds",), ("Leeds",), "How did we do on neglect")
