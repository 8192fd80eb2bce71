"""What is timed on the page is told with its percentile, its bound and its ratio to a bare query."""

import pytest

from bench.acting import Measure, percentile


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (4, 4), (20, 19), (40, 38), (100, 95)])
def test_a_percentile_is_one_of_the_values(count: int, expected: int) -> None:
    assert percentile(list(range(count, 0, -1)), 95) == expected


def test_a_line_says_whether_the_bound_is_kept() -> None:
    assert Measure("library", 0.3, (0.2, 0.1)).line(0.1).split()[1:] == ["0.20", "s", "0.3", "s", "kept", "2.0", "2"]
    assert "not kept" in Measure("library", 0.3, (0.4,)).line(0.1)
    assert "not measured" in Measure("my council", 0.5, ()).line(0.1)
