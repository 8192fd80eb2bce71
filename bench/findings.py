"""Times precedents, trajectories, trackers, comparisons, counts and briefings on an index.

    KLOE_INDEX=.kloe/bench python -m bench.findings

Takes the authorities with the most reports and letters, and findings of theirs. Prints the median and the longest time of each in
milliseconds. The first of each is not counted: it loads the models.
"""

import statistics
import time
from collections import Counter
from collections.abc import Callable
from functools import partial

import qa
from app.server import open_index
from index import Index
from qa.briefings import make_briefing
from qa.precedents import find_precedents
from qa.trajectories import compare_places, follow_through, track

_PLACES = 12
_COUNTED = "How many authorities were inadequate in each region, not counting London"


def main() -> None:
    """Print the times."""
    index = open_index()
    index.warm()
    places = busiest(index)
    asked = [item.asked.citation.quote for place in places for item in track(index, place).items[:1]]
    steps: dict[str, list[Callable[[], object]]] = {
        "precedents": [partial(find_precedents, index, words) for words in asked],
        "trajectory": [partial(follow_through, index, place, "caseloads") for place in places],
        "tracker": [partial(track, index, place) for place in places],
        "comparison": [partial(compare_places, index, [place, places[0]]) for place in places],
        "count": [partial(qa.ask, index, f"{_COUNTED} and {place}?") for place in places],
        "briefing": [partial(make_briefing, index, place) for place in places],
    }
    for name, runs in steps.items():
        spent = [_milliseconds(run) for run in runs][1:]
        print(f"{name:12}{statistics.median(spent):8.0f} ms, {max(spent):.0f} ms at most")


def busiest(index: Index) -> list[str]:
    """The authorities with the most reports and letters."""
    papers = (record for record in index.catalogue.records() if record.kind.of_ofsted and record.authority)
    return [place for place, _ in Counter(str(paper.authority) for paper in papers).most_common(_PLACES)]


def _milliseconds(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
