"""Why a question that names an unknown place is declined."""

import pytest

from qa.answer.messages import unknown_words
from qa.question import Scope


@pytest.mark.parametrize(
    ("unknown", "said"),
    [
        ("exeter", "Exeter is a district in Devon; children's services there are Devon's."),
        ("Crawley", "Crawley is a district in West Sussex; children's services there are West Sussex's."),
        (
            "west surrey",
            "“west surrey” is no children's services authority that Kloe knows. For Surrey, ask about “Surrey”.",
        ),
        ("our neighbours", "Kloe cannot tell which authorities “our neighbours” means."),
        ("Cardiff", "“Cardiff” is in Wales."),
        ("Northmere", "called “Northmere”"),
    ],
)
def test_the_reason_names_what_is_known(unknown: str, said: str) -> None:
    assert said in unknown_words(Scope(unknown=(unknown,)))
