"""Checks a sentence that a model wrote against the quotations that it cites.

A sentence is kept only where, without words that name its source, it has the words of a quotation: every one of them, "not", "some",
"plans to" and "with" as much as the names of things, and none beside them. It may use another word only where a closed list says that
the two mean the same, may put a phrase in another place, may turn the active into the passive with everybody in his part, and may
leave out a whole statement where nothing limits either. So a changed figure, a dropped "not", an added cause, and a plan told as done
all fail in the same way, without any judgement of meaning. A sentence in doubt fails, and the reader sees the quotation instead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index import authorities_of
from ingest import Kind, Stance, stance_of_heading
from ingest.authorities import names_in_list
from qa.answer import Citation
from qa.writing.checking.framing import Framed, without_frames, without_needs
from qa.writing.checking.lexicon import GRADES, HERE
from qa.writing.checking.matching import is_finding, is_list_line, joints, matches, needs_of, statements_of
from qa.writing.checking.roots import is_tying
from qa.writing.checking.wording import BREAK, OWNER, fold, read_words

_AUXILIARY = "(?:is|are|was|were|has|have|had|do|does|did|will|can)"
_PRONOUN = re.compile(
    r"(?:and |that )*(?:they|them|he|she|we|i|you|it(?! (?:is|was) (?:\w+ )?\w+ (?:to|that|who|how|whether|where)\b)"
    rf"|(?:this|these|those|both)(?= {_AUXILIARY}\b))\b",
    re.I,
)
_LEANING = re.compile(r"(?:and |that )*(this|these|those|such|its|their|his|her|our)\b", re.I)
_OPEN_END = re.compile(
    r"\b(?:which|that|who|so|such|to|for|with|by|as|of|in|on|because|but|and so|while|when|where|if)[ ,]*$", re.I
)
_QUOTED = re.compile(r'"([^"]+)"|(?<!\w)\'([^\']+ [^\']+)\'(?!\w)')
_SIGNS = re.compile(r"[^\w\s.,;:'\"()\-–—%£/&!]|(?<![\w-])[-–—]\d|_")
_JUDGED = re.compile(r"\b(?:was|were|is|are) (?:judged|rated|graded|found)(?: to be| as)? ", re.I)
_BODY = r"(?:(?: (?:metropolitan|county|city|borough|district|unitary))* council)?"
_COUNCIL = re.compile(
    r"\b(?:the )?(?:local authority|council|authority)(?! (?:for|designated|areas?|partners|leaders|across))\b", re.I
)
_PAPER_OF_COUNCIL = frozenset(
    [
        Kind.MINUTES,
        Kind.NEWS,
        Kind.COUNCIL_REPORT,
        Kind.WEB_PAGE,
        Kind.GUIDANCE,
        Kind.SCHOOL,
        Kind.OTHER_INSPECTORATE,
        Kind.UNKNOWN,
    ]
)


@dataclass(frozen=True)
class Verdict:
    """The outcome of a check.

    Attributes:
        numbers: the quotations that support the sentence, in the order cited; empty if it fails.
        reason: why it fails; empty if it passes.
    """

    numbers: tuple[int, ...]
    reason: str = ""


def check(parts: Sequence[tuple[str, Sequence[Citation]]]) -> Verdict:
    """Check one sentence.

    Args:
        parts: the sentence cut after its markers, each part with the citations that its markers name, at least one.
    """
    whole = fold(" ".join(text for text, _ in parts))
    named = _named(whole, [citation for _, cited in parts for citation in cited])
    numbers: list[int] = []
    for place, (text, cited) in enumerate((fold(text), cited) for text, cited in parts):
        if sign := _SIGNS.search(text):
            return Verdict((), f"it contains the character “{sign.group()}”, which cannot be checked")
        if not _quotes_truly(text, cited):
            return Verdict((), "it puts in quotation marks words that are not in the quotation")
        if _PRONOUN.match(text.lstrip(" ,;")):
            return Verdict((), "it begins with a word that may mean anybody")
        said = re.sub(r"^[,; ]*(?:and )?", "", text) if place else text
        if place + 1 < len(parts) and _OPEN_END.search(text):
            return Verdict((), "it ties two quotations together")
        supporting = _supporting(said, cited, named)
        if not supporting:
            return Verdict((), _why(said, cited, named))
        numbers += supporting
    return Verdict(tuple(dict.fromkeys(numbers)))


def _supporting(text: str, cited: Sequence[Citation], named: frozenset[str]) -> list[int]:
    """The quotations that support a part of a sentence, or each of its statements."""
    if whole := [citation.number for citation in cited if _supports(text, citation, named)]:
        return whole
    for joint in joints(text):
        first, second = text[: joint.start()], text[joint.end() :]
        if _PRONOUN.match(second) or _LEANING.match(second):
            continue
        if (before := [c.number for c in cited if _supports(first, c, named)]) and (
            after := _supporting(second, cited, named)
        ):
            return [before[0], *after]
    return []


def _supports(text: str, citation: Citation, named: frozenset[str]) -> bool:
    """True if a quotation supports a statement."""
    if _of_another(citation, named):
        return False
    own = citation.record.authority if len(citation.record.authorities) < 2 else None
    inspected = citation.record.kind not in _PAPER_OF_COUNCIL
    quote = with_here(fold(citation.quote).replace("§", " "), own, inspected)
    said = with_here(text.replace('"', ""), own, inspected)
    leaning = _LEANING.match(said)
    if leaning and not re.match(rf"(?:\w+,? ){{0,2}}{leaning[1]}\b", quote, re.I):
        return False
    if is_list_line(quote):
        said = _JUDGED.sub("", said)
    framed = [
        Framed(left, one.past) for one in without_frames(said, citation.record) for left in _unsaid(one.text, citation)
    ]
    if needs_to_improve(citation):
        needed = needs_of(quote.replace('"', ""))
        if any(matches(left, needed, one.past) for one in framed for left in without_needs(one.text)):
            return True
        if not is_finding(quote):
            return False
    statements = statements_of(quote.replace('"', ""), inspected)
    return any(matches(one.text, statements, one.past) for one in framed)


def _unsaid(text: str, citation: Citation) -> list[str]:
    """What is left of a statement without the words that name its speaker; nothing where the quotation is a speaker's and it names none."""
    if citation.said_by is None:
        return [text]
    speaker = rf"(?:the )?{re.escape(fold(citation.said_by))}"
    pattern = rf"^(?:according to {speaker}, |{speaker} (?:said|told \w+|reported|stated|heard|noted|found)(?: that)? )"
    left = re.sub(pattern, "", text, flags=re.I)
    return [left] if left != text else []


def with_here(text: str, authority: str | None, inspected: bool) -> str:
    """Replace each mention of the document's authority with one sign; in an inspection's report, "the council" is that authority."""
    if authority is None:
        return text
    for mention in reversed(names_in_list().find(text)):
        if mention.name == authority:
            text = f"{text[: mention.start]}{HERE}{text[mention.end :]}"
    text = re.sub(rf"\b{re.escape(fold(authority))}\b{_BODY}", HERE, text, flags=re.I)
    text = re.sub(rf"{HERE}{_BODY}", HERE, text, flags=re.I)
    return _COUNCIL.sub(HERE, text) if inspected else text


def _named(text: str, cited: Sequence[Citation]) -> frozenset[str]:
    """The authorities that a sentence names."""
    listed = {mention.name for mention in names_in_list().find(text)}
    own = authorities_of(citation.record for citation in cited)
    return frozenset(listed | {name for name in own if re.search(rf"\b{re.escape(fold(name))}\b", text, re.I)})


def _of_another(citation: Citation, named: frozenset[str]) -> bool:
    """True if the sentence and the quotation are about different authorities."""
    return (
        bool(named)
        and named.isdisjoint(citation.record.authorities)
        and not _named(fold(citation.quote), [citation]) & named
    )


def needs_to_improve(citation: Citation) -> bool:
    """True if a quotation is from a list of what needs to improve."""
    stance = stance_of_heading(citation.section) if citation.section else None
    return stance in (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)


def _quotes_truly(text: str, cited: Sequence[Citation]) -> bool:
    """True if everything in quotation marks is in one of the quotations, letter for letter."""
    quotes = [fold(citation.quote) for citation in cited]
    quoted = [(match[1] or match[2]).strip(" .,;") for match in _QUOTED.finditer(text)]
    return text.count('"') % 2 == 0 and all(
        any(words in quote.replace('"', "'") or words in quote for quote in quotes) for words in quoted
    )


def _why(text: str, cited: Sequence[Citation], named: frozenset[str]) -> str:
    """Say why a part of a sentence fails, in words for the reader."""
    if all(_of_another(citation, named) for citation in cited):
        return f"it names {', '.join(sorted(named))}, but the quotation is about another authority"
    own = cited[0].record.authority
    quoted = {word.key for c in cited for word in read_words(with_here(fold(c.quote), c.record.authority, True))}
    least = min((one.text for one in without_frames(with_here(text, own, True), cited[0].record)), key=len)
    for word in read_words(least):
        if word.key not in quoted and word.key not in (BREAK, OWNER, HERE) and not is_tying(word.key):
            kind = (
                "the figure "
                if word.key[-1].isdigit() or word.key[-1] == "%"
                else "the grade "
                if word.key in GRADES
                else ""
            )
            name = "the name " if not kind and word.printed[0].isupper() and not least.startswith(word.printed) else ""
            return f"{kind or name}“{word.printed}” is not in the quotation"
    if any(needs_to_improve(citation) for citation in cited) and not any(without_needs(least)):
        return "it does not say that the quotation lists what needs to improve"
    return "it does not say all that the quotation says"
