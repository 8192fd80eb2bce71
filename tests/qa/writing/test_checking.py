"""A lie is never shown as the model's sentence; most honest sentences are."""

import re
from collections.abc import Iterator

import pytest

from tests.qa.writing.claims import check_sentence, evidence, honest, lies

KEPT = [sentence for sentence in honest() if check_sentence(sentence).numbers]
LIMITS = "not most only some all rarely without should because if".split()


def test_the_tables_are_of_some_size() -> None:
    assert len(lies()) >= 100
    assert len(honest()) >= 40


@pytest.mark.parametrize(("kind", "sentence"), lies(), ids=[f"{kind}: {sentence[:40]}" for kind, sentence in lies()])
def test_every_lie_is_caught(kind: str, sentence: str) -> None:
    assert check_sentence(sentence).numbers == (), kind


def test_most_honest_sentences_are_kept() -> None:
    assert len(KEPT) >= 0.7 * len(honest())


@pytest.mark.parametrize("number", range(1, len(evidence()) + 1))
def test_a_quotation_supports_its_own_words(number: int) -> None:
    citation = evidence()[number - 1]
    needs = "What needs to improve: " if citation.section and "needs to improve" in citation.section else ""
    for sentence in re.split(r"(?<=\.) ", citation.quote):
        assert check_sentence(f"{needs}{sentence} [{number}]").numbers == (number,)


def _words(sentence: str) -> list[str]:
    return sentence.split(" ")


def _with_other_figures(sentence: str) -> Iterator[str]:
    for match in re.finditer(r"(?<![\[\d])\d+", sentence):
        yield f"{sentence[: match.start()]}{int(match[0]) + 1}{sentence[match.end() :]}"


def _with_a_limit_put_in(sentence: str) -> Iterator[str]:
    words = _words(sentence)
    for place in range(1, len(words)):
        for limit in LIMITS:
            if limit not in (words[place - 1], words[place]):
                yield " ".join([*words[:place], limit, *words[place:]])


def _with_a_limit_left_out(sentence: str) -> Iterator[str]:
    words = _words(sentence)
    for place, word in enumerate(words):
        if word.lower() in LIMITS:
            yield " ".join([*words[:place], *words[place + 1 :]])


def _of_another_authority(sentence: str) -> Iterator[str]:
    for name in ("Devon", "Kent", "Northbourne"):
        yield f"In {name}, {sentence}"
        yield from (sentence.replace(own, name) for own in ("Westhaven", "Ashcombe", "Marlbridge") if own in sentence)


def _with_another_marker(sentence: str) -> Iterator[str]:
    cited = set(re.findall(r"\[(\d+)\]", sentence))
    yield from (re.sub(r"\[\d+\]", f"[{n}]", sentence) for n in range(1, len(evidence()) + 1) if str(n) not in cited)


def _with_a_claim_added(sentence: str) -> Iterator[str]:
    for claim in (
        "and children died",
        "which is the worst in England",
        "after its director resigned",
        "according to parents",
    ):
        yield re.sub(r"( \[\d+\]\.)$", rf", {claim}\1", sentence)
        yield re.sub(r"\.$", f" {claim}.", sentence)


CHANGES = [
    _with_other_figures,
    _with_a_limit_put_in,
    _with_a_limit_left_out,
    _of_another_authority,
    _with_another_marker,
    _with_a_claim_added,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_no_change_to_an_honest_sentence_is_kept(change) -> None:  # type: ignore[no-untyped-def]
    changed = [(sentence, lie) for sentence in KEPT for lie in change(sentence)]
    assert len(changed) > 5
    assert [lie for _, lie in changed if check_sentence(lie).numbers] == []


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (
            "Managers each oversee as many as 24 workers and 260 children [1].",
            "the figure “24” is not in the quotation",
        ),
        ("Management oversight is inadequate [16].", "the grade “inadequate” is not in the quotation"),
        ("In Northbourne, supervision of personal advisers is too infrequent [4].", "the name “Northbourne”"),
        ("Devon's overall effectiveness was judged inadequate [2].", "it names Devon"),
        ("Inspectors found “a total disgrace” [4].", "in quotation marks"),
        ("Strategy meetings have quality and timeliness [9].", "what needs to improve"),
        ("Some plans are reviewed by managers [11].", "does not say all that the quotation says"),
        ("Supervision of personal advisers is ≠ infrequent [4].", "the character “≠”"),
    ],
)
def test_a_failed_sentence_has_its_reason(sentence: str, reason: str) -> None:
    assert reason in check_sentence(sentence).reason


@pytest.mark.parametrize(
    "sentence",
    [
        "94% of contacts now had a decision within >one working day [7].",
        "Managers each oversee as many as -14 workers and 260 children [1].",
        "Is the supervision of personal advisers too infrequent? [4]",
        "Mаnagement oversight is weak [16].",  # a Cyrillic letter
        "§here management oversight is weak [16].",
    ],
)
def test_characters_that_cannot_be_checked_are_not_shown(sentence: str) -> None:
    assert check_sentence(sentence).numbers == ()


def test_of_two_markers_only_the_supporting_one_is_kept() -> None:
    assert check_sentence("Supervision of personal advisers is too infrequent [1][4].").numbers == (4,)


def test_two_claims_each_with_its_quotation() -> None:
    sentence = "Supervision of personal advisers is too infrequent [4], and management oversight is weak [16]."
    assert check_sentence(sentence).numbers == (4, 16)
