"""What a meeting did: its items, who reported, resolutions with movers and seconders, actions, questions and answers."""

import re
from collections.abc import Iterator, Sequence

from ingest.document import Fact, Passage
from ingest.sentences import sentence_spans
from ingest.structure.meetings import read_item
from ingest.vocabulary import Kind, Stance

_KINDS = frozenset({Kind.MINUTES, Kind.COUNCIL_REPORT, Kind.UNKNOWN})
_PERSON = r"(?:Councillors?|Cllrs?\.?|Alderman|Mr|Mrs|Ms|Miss|Dr|Lord|Baroness|Sir|Dame) (?:[A-Z][\w.’'-]*(?: (?=[A-Z]))?){1,4}"
_MOVER = re.compile(
    rf"\b(?i:moved|proposed|on the motion of|motion by)(?i: by| from)?:? (?:the Chair, )?(?P<name>{_PERSON}|(?:the )?(?:Vice[- ])?Chair\w*)"
)
_SECONDER = re.compile(rf"\b(?i:seconded)(?i: by)?:? (?P<name>{_PERSON}|(?:the )?(?:Vice[- ])?Chair\w*)")
_POST = r"(?P<who>(?!the (?:visit|inspection|findings|report))[A-Z][^.;:|]{3,160}?)"
_REPORTED_BY = re.compile(
    rf"(?:joint |verbal |covering )?(?:report|presentation|briefing|update) (?:of|by|from) (?:the )?{_POST}"
    r"(?=$|[.;:|]|,? (?:which|that|on|about|regarding|concerning|setting|providing|outlining|attached|was|were|had|gave|and (?:a|the) )\b)",
    re.I,
)
_IS_POST = re.compile(
    r"\b(?:director|officer|head|manager|chief|member|councillor|cllr|leader|chair|commissioner|mr|mrs|ms|dr)\b", re.I
)
_ACTION = re.compile(r"(?:agreed )?actions?(?: points?)?(?: \d+)?\s*[:–-]\s*(?P<text>\S.*)", re.I | re.S)
_WHO_DOES = re.compile(r"(?P<who>[A-Z][^.;:]{1,80}?) (?:to|will|would|agreed to|is to|are to) (?P<what>.+)", re.S)
_BY_WHEN = re.compile(r",? \(?(?:by|before|no later than) (?P<when>[^.;()]{3,60}?)\)?\.?$", re.I)
_MEMBER = rf"(?:{_PERSON}|[Aa] [Mm]ember|[Mm]embers|[Tt]he (?:Committee|Panel|Board|Chair\w*)|[Oo]ne [Mm]ember|[Aa]nother [Mm]ember)"
_ASKED = re.compile(
    rf"{_MEMBER}(?:,? [^.;:?]{{0,80}})? (?:(?:asked|enquired|queried|questioned) (?:(?:officers|the [\w’' ]{{3,40}}) )?"
    r"(?:whether|how|what|why|if|when|who|which|where|about|for (?:clarification|details|more)|the)\b"
    r"|(?:sought|asked for) (?:clarification|assurance)|raised (?:the|an) (?:issue|question))"
)
_ANSWERED = re.compile(
    r"(?:in (?:answer|reply|response) to (?:(?:a|the|members[’']|members|further|another|several|that) )*(?:question|query|queries|member)"
    r"|the (?:answer|reply|response) was"
    r"|(?:he|she|they|members|the (?:committee|panel|board|member|councillor)) (?:was|were) (?:told|advised|informed|assured) that"
    r"|the [\w’' ]{3,60} (?:replied|responded|answered|advised|explained|said|named|confirmed)\b)",
    re.I,
)


def read_meeting(passages: Sequence[Passage], kind: Kind) -> list[Fact]:
    """Read what a meeting did, each fact with its words and page; nothing from documents that are no minutes or council papers."""
    if kind not in _KINDS:
        return []
    facts: dict[tuple[str, str], Fact] = {}
    for passage in passages:
        for fact in (
            *_items(passage),
            *_reporters(passage),
            *_decisions(passage),
            *_actions(passage),
            *_questions(passage),
        ):
            facts.setdefault((fact.name, fact.value), fact)
    return list(facts.values())


def _fact(name: str, value: str, words: str, passage: Passage) -> Fact:
    return Fact(name, value, words[:400], passage.page)


def _items(passage: Passage) -> Iterator[Fact]:
    if not passage.item:
        return
    for heading in passage.headings:
        item = read_item(heading)
        if item and item[0] == passage.item:
            yield _fact("item", heading, heading, passage)
            return
    if passage.headings:  # a page about one item names its number apart from its title
        yield _fact("item", f"{passage.item}. {passage.headings[0]}", passage.headings[0], passage)


def _reporters(passage: Passage) -> Iterator[Fact]:
    for text in (passage.text[:600], *passage.headings[-1:]):
        match = _REPORTED_BY.search(text)
        if match and match["who"][0].isupper() and _IS_POST.search(match["who"]):
            yield _fact("reported by", match["who"].strip(), match.group().strip(), passage)
            return


def _decisions(passage: Passage) -> Iterator[Fact]:
    for text in (passage.text, *passage.headings[-2:]):
        for name, pattern in (("mover", _MOVER), ("seconder", _SECONDER)):
            if match := pattern.search(text[:600]):
                yield _fact(name, match["name"].rstrip(".,; "), match.group(), passage)
    if passage.stance is Stance.DECISION and not re.search(r"\b(?:resolved|agreed)(?: that)?\W*$", passage.text, re.I):
        yield _fact("resolution", " ".join(filter(None, (passage.number, passage.text))), passage.text, passage)


def _actions(passage: Passage) -> Iterator[Fact]:
    under = bool(passage.headings and re.fullmatch(r"(?:agreed )?actions?(?: points?)?\W*", passage.headings[-1], re.I))
    match = _ACTION.fullmatch(passage.text)
    text = match["text"] if match else passage.text if under else ""
    if not text:
        return
    when = _BY_WHEN.search(text)
    bare = text[: when.start()] if when else text.rstrip(".")
    who = _WHO_DOES.fullmatch(bare)
    told = f"{who['who']}: {who['what']}" if who else bare
    yield _fact("action", f"{told}, by {when['when']}" if when else told, passage.text, passage)


def _questions(passage: Passage) -> Iterator[Fact]:
    """Give a question with the answer after it in the same paragraph, or an answer that tells what it answers."""
    if passage.stance is Stance.DECISION:
        return
    sentences = [passage.text[start:end] for start, end in sentence_spans(passage.text)]
    for n, sentence in enumerate(sentences):
        if _ASKED.match(sentence):
            parts = re.split(r"; (?=the |it |he |she |they )", sentence, maxsplit=1)
            yield _fact("question", parts[0], sentence, passage)
            answer = parts[1] if len(parts) > 1 else sentences[n + 1] if n + 1 < len(sentences) else ""
            if _ANSWERED.match(answer):
                yield _fact("answer", answer, answer, passage)
        elif re.match(r"in (?:answer|reply|response) to\b", sentence, re.I) and _ANSWERED.match(sentence):
            yield _fact("answer", sentence, sentence, passage)
