import pytest

from qa.evidence.answerability import Signals, is_answered, likelihood


def test_more_similarity_is_more_likely() -> None:
    low, high = Signals(0.1, 0.1, 0.2), Signals(0.6, 0.9, 0.8)
    assert 0 < likelihood(low) < likelihood(high) < 1
    assert not is_answered(low)
    assert is_answered(high)


@pytest.mark.parametrize("name", ["similarity", "coverage", "late"])
def test_each_signal_counts(name: str) -> None:
    signals = {"similarity": 0.3, "coverage": 0.3, "late": 0.4}
    assert likelihood(Signals(**signals)) < likelihood(Signals(**{**signals, name: 0.9}))
