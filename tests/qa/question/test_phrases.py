"""What people type and how it is parsed: a table of phrases, and questions made from templates."""

import csv
import random
import re
from datetime import date
from pathlib import Path

import pytest
from rapidfuzz.distance import OSA

from index.lexical import words
from ingest.authorities import authorities, districts, fold, names_in_list
from qa.question import QuestionParser
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
KNOWN -= {"boston", "harlow", "brunt", "hurts"}  # in no document
COUNCILS = {"youth council", "care council", "school council", "which council", "the council"}


def _is_word(text: str) -> bool:
    used = words(text)
    if used[-1:] == ["council"] and len(used) > 1:
        return " ".join(used) in COUNCILS
    return bool(used) and set(used) <= KNOWN


@pytest.fixture(scope="module")
def parser() -> QuestionParser:
    return QuestionParser(
        ["Marlbridge"],
        range(2013, 2026),
        _is_word,
        neighbours=lambda name: NEIGHBOURS.get(name, ()),
        today=date(2025, 6, 1),
    )


def test_the_table_is_long_enough_and_has_no_duplicates() -> None:
    questions = [(row["question"], row["own"]) for row in PHRASES]
    assert len(questions) == len(set(questions)) >= 200


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: f"{row['own']} {row['question']}".strip())
def test_a_phrase_is_parsed_as_the_table_says(parser: QuestionParser, row: dict[str, str]) -> None:
    chosen = tuple(filter(None, [row["own"]]))
    parsed = parser.parse(row["question"], chosen)
    scope = parsed.scope
    fields = {
        "authorities": scope.authorities,
        "regions": scope.regions,
        "neighbours_of": scope.neighbours_of,
        "years": scope.years,
        "months": [f"{year}-{month:02}" for year, month in scope.months],
        "periods": [f"{period.first}..{period.last}" for period in scope.periods],
        "other": [str(event) for event in scope.events]
        + [str(scope.pick)] * (scope.pick is not None and not scope.latest)
        + [f"not {neither}" for neither in scope.neither],
        "kinds": scope.kinds,
        "grades": [
            f"{area}:{grade}" for judged in scope.judged for area in judged.areas or ("",) for grade in judged.grades
        ]
        + [str(history) for history in scope.histories],
        "latest": ["yes"] if scope.latest else [],
        "without": scope.without,
        "unknown": scope.unknown,
        "topic": ["" if parsed.topic == OVERVIEW else parsed.topic],
    }
    assert {name: "|".join(map(str, values)) for name, values in fields.items()} == {name: row[name] for name in fields}
    assert hash(scope) == hash(parser.parse(row["question"], chosen).scope)


ALSO_WORDS = {"Reading", "Bury"}  # not always told from the ordinary words
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


def _misspelt(name: str, chance: random.Random) -> str:
    """Leave out, double, change or swap one letter of a name."""
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


def _is_nearest(written: str, name: str) -> bool:
    """False where the misspelling is, or is as near to, another authority's name."""
    others = [known for known, names in names_in_list().by_name.items() if names != (name,)]
    nearest = min(OSA.distance(fold(written), known) for known in others)
    return OSA.distance(fold(written), fold(name)) < nearest


def _questions(seed: int) -> list[tuple[str, str, int, str]]:
    chance = random.Random(seed)
    current = [a for a in authorities() if a.until is None and a.name not in ALSO_WORDS]
    questions = []
    while len(questions) < 500:
        authority = chance.choice(current)
        name, template, year = authority.name, chance.choice(TEMPLATES), chance.randint(2014, 2025)
        aliases = [alias for alias in authority.aliases[:2] if not districts(alias)]
        written = chance.choice((name, name.lower(), name, *aliases))
        style = chance.random()
        if style < 0.3:
            bodies = BODIES["London" if authority.region == "London" else "shire" if name.endswith("shire") else ""]
            written = chance.choice(bodies).format(name)
        elif style < 0.65 and len(name) >= 5:
            written = _misspelt(chance.choice((name, name.lower())), chance)
            if not _is_nearest(written, name):
                continue
        question = template.format(name=written, year=year, theme=chance.choice(THEMES))
        questions.append((question, name, year, template))
    return questions


def test_five_hundred_questions_from_templates(parser: QuestionParser) -> None:
    wrong = []
    for question, name, year, template in _questions(20):
        scope = parser.parse(question).scope
        years = tuple(range(year, 2026)) if "since" in template else (year,)
        if (scope.authorities, scope.years, scope.unknown) != ((name,), years, ()):
            wrong.append((question, scope.authorities, scope.years, scope.unknown))
    assert wrong == []
