"""The words and runs of words that tell praise from blame, and the small words that turn them."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[a-z]+(?:[’'-][a-z]+)*|%|[,;:]")
_LONGEST = 4  # words of a run
# Turns of speech that count as one sign, whatever stands in them. A sign is written "#name", which no word is.
_TURNS = {
    name: re.compile(pattern)
    for name, pattern in {
        "yet": r"\b(?:(?:is|are|has|have|was|were|had) )?(?:still )?yet to\b|\bnot yet\b|\b(?:do|does|is|are"
        r"|has|have) not yet\b|\bremains? to be\b",
        "not always": r"\bnot (?:always|consistently|routinely|sufficiently|fully|all|every|universally"
        r"|uniformly|necessarily|regularly|adequately"
        r"|well|effectively|enough|good enough|as \w+ as)\b",
        "rarely": r"\b(?:rarely|seldom|hardly|scarcely|infrequently|barely|only (?:some|a few|a minority"
        r"|occasionally|sometimes|rarely|partly|partially))\b",
        "too": r"\b(?:too|overly|unduly) (?:few|many|long|late|slow\w*|often|high|low|little|much|variable"
        r"|early|reliant|optimistic|\w+)\b",
        "few": r"\b(?:fewer than|less than|only) (?:half|a third|a quarter|two thirds|\d+)\b|\b(?<!a )few\b"
        r"|\blittle (?:evidence|sign|impact)\b",
        "lack": r"\b(?:lacks?|lacking|lacked|absence of|shortage of|shortfalls?|insufficien\w+|inadequa\w+"
        r"|gaps? in|without (?:sufficient|adequate|enough"
        r"|any|clear|proper))\b",
        "fail": r"\b(?:fails?|failed|failing|failures?|unable|neglect(?:s|ed) to|struggles? to|slow to"
        r"|slower than)\b",
        "should": r"\b(?:needs?|need|requires?|required|should|must) (?:to )?(?:be )?(?:\w+ly )?(?:improv\w+"
        r"|strengthen\w*|further|more|better|ensure|develop\w*|embed\w*"
        r"|address\w*|reduc\w+|increas\w+|review\w*|clearer|attention)\b|\b(?:more (?:to do|work)|further work"
        r"|room for|scope to|could be (?:better|more|stronger"
        r"|clearer|sharper|improved))\b",
        "except": r"\b(?:with the exception of|except(?:ing)? (?:for|in|that)|apart from|other than|save for"
        r"|aside from|bar a few)\b",
        "but": r"\b(?:but|however|although|though|while|whilst|despite|nevertheless|nonetheless|yet|albeit"
        r"|even if)\b",
        "still": r"\b(?:still|remains?|continues? to be) (?:too|un\w+|in\w+|weak|variable|a (?:concern"
        r"|challenge|weakness)|poor|fragile)\b",
        "once": r"\b(?:was|were|had been) (?:previously )?(?:weak|poor|inadequate|a concern)\b|\bno longer\b"
        r"|\bpreviously\b",
        "free from": r"\b(?:no|without|free (?:from|of)|never|nor|neither|not (?:lost|left|allowed)|avoid\w*"
        r"|reduc\w+|eliminat\w+) (?:\w+ ){0,3}(?:delay\w*|drift\w*|waits?|"
        r"waiting|harm|risk\w*|backlogs?|unallocated|gaps?|concerns?|weakness\w*|deterioration|exceptions?)\b"
        r"|\bno (?:child|young person|children|care leaver)\b",
        "far from": r"\b(?:far from|short of|nowhere near|anything but|misplaced|over-?optimis\w+|not matched by)\b",
    }.items()
}
_NEGATION = frozenset(
    "not no never without lack lacks lacking fails failed rarely seldom hardly neither nor cannot unable".split()
)
_REACH = 4  # words after a negation that it may turn


def runs_of_words(sentence: str) -> set[str]:
    """The runs of one to four words of a sentence in lower case, the turns of speech in it, and the words that follow a negation."""
    lowered = sentence.lower().replace("’", "'")
    words = ["<", *_WORD.findall(lowered), ">"]
    turns = {f"#{name}" for name, pattern in _TURNS.items() if pattern.search(lowered)}
    pairs = {f"{one}{two}" for one in turns for two in turns if one < two}
    return set(_runs(words)) | turns | pairs | set(_negated(words))


def _runs(words: list[str]) -> Iterator[str]:
    for length in range(1, _LONGEST + 1):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _negated(words: list[str]) -> Iterator[str]:
    for place, word in enumerate(words):
        if word in _NEGATION or word.endswith("n't"):
            for after in words[place + 1 : place + 1 + _REACH]:
                if after in (",", ";", "but", ">"):
                    break
                yield f"#not {after}"
