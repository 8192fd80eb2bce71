"""Properties of scopes: paraphrases give the same scope, and leaving a part out gives its complement within the rest."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Index, authorities_of
from qa.question import QuestionParser, Scope
from tests.qa.question.catalogue import TODAY, index_of_records, records
from tests.qa.question.test_phrases import PHRASES

_HELD = records()
_PLACES = "Camden|Croydon|Derby|Derbyshire|Essex|Hampshire|Kent|Leeds|Lincolnshire|Norfolk|Plymouth|Surrey|Wirral|York"
PLACES = st.sampled_from(_PLACES.split("|"))
REGIONS = st.sampled_from(("London", "the South East", "the South West", "the North West", "Yorkshire and the Humber"))
YEARS = st.sampled_from(tuple(map(str, range(2016, 2025))))
THEMES = st.sampled_from(
    ("care leavers", "caseloads", "early help", "neglect", "the front door", "permanence planning")
)
EXCLUSIONS = (
    "except {}|excluding {}|other than {}|apart from {}|aside from {}|but not {}|not {}|leaving out {}|leaving {} aside|"
    "besides {}|with the exception of {}|not counting {}|rather than {}|save for {}|ignoring {}|without {}"
).split("|")
EVERYTHING_BUT = ("all authorities but {}", "every council except {}", "everywhere bar {}", "anywhere but {}")
_parser = QuestionParser(authorities_of(_HELD), range(2014, 2026), lambda text: True, today=TODAY)
_few = settings(max_examples=12, deadline=None)


def _scope(question: str) -> Scope:
    return _parser.parse(question).scope


def _paths(question: str) -> frozenset[str]:
    scope = _scope(question)
    return frozenset() if scope.unknown else frozenset(record.path for record in scope.documents(_HELD))


@_few
@given(PLACES, YEARS, THEMES)
def test_order_case_punctuation_possessives_and_the_council_change_nothing(place: str, year: str, theme: str) -> None:
    wanted = _scope(f"{theme} in {place} in {year}")
    paraphrases = [
        f"{place} {year} {theme}",
        f"{theme}, {place}, {year}",
        f"{place}'s {theme} in {year}?",
        f"{place}’s {theme} ({year})",
        f"in {year}, {theme} in {place}",
        f"{theme}: {place} council {year}",
        f"{theme} in {place} in {year}".upper(),
        f"{theme} in {place} in {year}".lower(),
        f"  {theme}  in  {place}  in  {year} !",
    ]
    assert {question: _scope(question) for question in paraphrases} == dict.fromkeys(paraphrases, wanted)


@_few
@given(st.lists(PLACES, min_size=3, max_size=3, unique=True), THEMES)
def test_the_order_of_places_changes_no_document(places: list[str], theme: str) -> None:
    found = {_paths(f"{theme} in {', '.join(order[:-1])} and {order[-1]}") for order in permutations(places)}
    assert len(found) == 1


@pytest.mark.parametrize("exclusion", EXCLUSIONS)
@_few
@given(place=PLACES, year=YEARS, theme=THEMES)
def test_a_place_left_out_leaves_the_rest_of_a_year(exclusion: str, place: str, year: str, theme: str) -> None:
    without = _paths(f"{theme} in {year}, {exclusion.format(place)}")
    assert without == _paths(f"{theme} in {year}") - _paths(f"{theme} in {place} in {year}")


@pytest.mark.parametrize("exclusion", EXCLUSIONS)
@_few
@given(place=PLACES, year=YEARS, theme=THEMES)
def test_a_year_left_out_leaves_the_rest_of_a_place(exclusion: str, place: str, year: str, theme: str) -> None:
    without = _paths(f"{theme} in {place}, {exclusion.format(year)}")
    assert without == _paths(f"{theme} in {place}") - _paths(f"{theme} in {place} in {year}")


@pytest.mark.parametrize("exclusion", EVERYTHING_BUT)
@_few
@given(left_out=st.one_of(PLACES, REGIONS), theme=THEMES)
def test_all_but_a_place_and_the_place_are_everything(exclusion: str, left_out: str, theme: str) -> None:
    without, inside = _paths(f"{theme} in {exclusion.format(left_out)}"), _paths(f"{theme} in {left_out}")
    assert without | inside == {record.path for record in _HELD}
    both = {path for path in without & inside if not path.startswith("joint/")}  # papers of two authorities
    assert both == set()


@_few
@given(places=st.lists(PLACES, min_size=2, max_size=2, unique=True), theme=THEMES)
def test_to_leave_out_two_places_is_to_leave_out_each(places: list[str], theme: str) -> None:
    one, other = places
    either = _paths(f"{theme}, other than {one}") & _paths(f"{theme}, other than {other}")
    assert _paths(f"{theme}, other than {one} and {other}") == either
    assert _paths(f"{theme}, neither {one} nor {other}") == either


@_few
@given(
    places=st.lists(PLACES, min_size=2, max_size=2, unique=True),
    years=st.lists(YEARS, min_size=2, max_size=2),
    theme=THEMES,
)
def test_alternatives_are_the_sum_of_their_parts(places: list[str], years: list[str], theme: str) -> None:
    (one, other), (first, second) = places, years
    parts = _paths(f"{theme} in {one} in {first}") | _paths(f"{theme} in {other} in {second}")
    assert _paths(f"{theme} in {one} in {first} and {other} in {second}") == parts
    assert _paths(f"compare {first} {one} and {second} {other} on {theme}") == parts


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of_records(tmp_path_factory.mktemp("invented"))


def test_an_index_finds_by_its_labels_what_the_records_say_one_by_one(held: Index) -> None:
    every = held.catalogue.records()
    scopes = {scope for row in PHRASES if not (scope := _scope(row["question"])).unknown}
    narrowed = [scope for scope in scopes if scope.labels]
    assert len(narrowed) > 50
    assert [scope for scope in scopes if scope.held_by(held) != scope.documents(every)] == []
