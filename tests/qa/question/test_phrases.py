"""What people type and what it means: a table of phrases, and questions made from a template."""

import csv
import random
import re
from datetime import date
from pathlib import Path

import pytest
from rapidfuzz.distance import OSA

from index.lexical import words
from ingest.authorities import authorities, fold, names_in_list
from qa.question.parser import QuestionParser
from qa.question.topic import OVERVIEW

with (Path(__file__).parent / "phrases.csv").open(encoding="utf-8", newline="") as _file:
    PHRASES = list(csv.DictReader(_file))

THEMES = """care leavers|caseloads|management oversight|supervision of social workers|the front door|children missing from home
private fostering|neglect|foster carers|early help|adoption|unaccompanied asylum-seeking children|life story work
domestic abuse|the quality of plans|edge of care|children with disabilities|the virtual school|agency staff
return home interviews|pathway plans|permanence""".replace("\n", "|").split("|")
ORDINARY = """a about after agency all and any are as asked at be been being between by can care case child children
children's committee council councillors county criticise day did do does each effective effectiveness english every
family few find for found from get good had has have how improve in inadequate inspection inspections inspectors into is it
judged judgement last leader leaders letter letters local made management many may member members minutes more most much need
neighbours no north not notes of officers ofsted on or other our out outstanding over plans police practice progress rated
recommendations record region report reports requires review said say school scrutiny section service services since social
south staff statistical support survey than that the their there they this time to told visit visits was we were what when
where which who why with within work worker workers year years young youth east west england ofsted's panel focused monitoring
send full short standard joint targeted area single special educational needs disabilities latest newest recent wards""".split()
NEIGHBOURS = {"Devon": ("Somerset", "Cornwall"), "Kent": ("Essex", "Lancashire")}
KNOWN = {word for row in PHRASES if row["topic"] for word in words(row["topic"])}
KNOWN |= {word for theme in THEMES for word in words(theme)} | set(ORDINARY) | set(words(OVERVIEW))
KNOWN -= {"boston", "harlow", "brunt", "hurts"}  # no document says so
COUNCILS = {"youth council", "care council", "school council", "which council", "the council"}


def _is_word(text: str) -> bool:
    said = words(text)
    return (
        " ".join(said) in COUNCILS if said[-1:] == ["council"] and len(said) > 1 else bool(said) and set(said) <= KNOWN
    )


@pytest.fixture(scope="module")
def parser() -> QuestionParser:
    return QuestionParser(
        ["Marlbridge"],
        range(2013, 2026),
        _is_word,
        neighbours=lambda name: NEIGHBOURS.get(name, ()),
        today=date(2025, 6, 1),
    )


def test_the_table_is_long_enough_and_says_nothing_twice() -> None:
    asked = [(row["question"], row["own"]) for row in PHRASES]
    assert len(asked) == len(set(asked)) >= 200


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: f"{row['own']} {row['question']}".strip())
def test_a_phrase_means_what_the_table_says(parser: QuestionParser, row: dict[str, str]) -> None:
    parsed = parser.parse(row["question"], own=tuple(filter(None, [row["own"]])))
    scope = parsed.scope
    found = {
        "authorities": scope.authorities,
        "regions": scope.regions,
        "neighbours_of": scope.neighbours_of,
        "years": scope.years,
        "months": [f"{year}-{month:02}" for year, month in scope.months],
        "kinds": scope.kinds,
        "grades": [f"{area or ''}:{grade}" for area, grade in scope.judged],
        "latest": ["yes"] if scope.latest else [],
        "without": scope.without,
        "unknown": scope.unknown,
        "topic": ["" if parsed.topic == OVERVIEW else parsed.topic],
    }
    assert {name: "|".join(map(str, values)) for name, values in found.items()} == {name: row[name] for name in found}
    assert hash(scope) == hash(parser.parse(row["question"], own=tuple(filter(None, [row["own"]]))).scope)


ALSO_WORDS = {"Reading", "Bury"}  # in any case and place these are not told from the words
BODIES = {
    "shire": ("{} County Council", "{} CC", "{} council"),
    "London": ("LB {}", "London Borough of {}", "{} council"),
    "": ("{} council", "{} City Council", "{} Borough Council"),
}
TEMPLATES = (
    "what did ofsted say about {theme} in {name} in {year}?",
    "{theme} in {name}, {year}",
    "{name} {theme} {year}",
    "how good is {theme} in {name} since {year}",
    "{name}'s {theme} in {year}",
    "What did the {year} inspection of {name} find about {theme}?",
    "{theme}: {name} {year}",
)


def _with_a_slip(name: str, chance: random.Random) -> str:
    """One letter of the name wrong: left out, doubled, changed, or the wrong way round."""
    places = [match.start() for match in re.finditer(r"(?<=[a-z])[a-z](?=[a-z])", name)]
    place = chance.choice(places)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        (
            name[:place] + name[place + 1 :],
            name[:place] + name[place] + name[place:],
            name[:place] + letter + name[place + 1 :],
            name[:place] + name[place + 1] + name[place] + name[place + 2 :],
        )
    )


def _stands_for_one(written: str, name: str) -> bool:
    """False where a slip has made another authority's name, or one as near to it."""
    distances = {
        known: OSA.distance(fold(written), known) for known, of in names_in_list().by_name.items() if of != (name,)
    }
    return OSA.distance(fold(written), fold(name)) < min(distances.values())


def _made(number: int) -> list[tuple[str, str, int, str]]:
    chance = random.Random(number)
    today = [one for one in authorities() if one.until is None and one.name not in ALSO_WORDS]
    made = []
    while len(made) < 500:
        authority = chance.choice(today)
        name, template, year = authority.name, chance.choice(TEMPLATES), chance.randint(2014, 2025)
        written = chance.choice((name, name.lower(), name, *authority.aliases[:2]))
        style = chance.random()
        if style < 0.3:
            bodies = BODIES["London" if authority.region == "London" else "shire" if name.endswith("shire") else ""]
            written = chance.choice(bodies).format(name)
        elif style < 0.65 and len(name) >= 5:
            written = _with_a_slip(chance.choice((name, name.lower())), chance)
            if not _stands_for_one(written, name):
                continue
        question = template.format(name=written, year=year, theme=chance.choice(THEMES))
        made.append((question, name, year, template))
    return made


def test_five_hundred_questions_from_a_template(parser: QuestionParser) -> None:
    wrong = []
    for question, name, year, template in _made(20):
        scope = parser.parse(question).scope
        years = tuple(range(year, 2026)) if "since" in template else (year,)
        if (scope.authorities, scope.years, scope.unknown) != ((name,), years, ()):
            wrong.append((question, scope.authorities, scope.years, scope.unknown))
    assert wrong == []
