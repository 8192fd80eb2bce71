"""What a follow-up asks by leaning on the question before: "what happened next?", "has it improved?", "who led it?"."""

import re
from dataclasses import dataclass

from qa.question.follow_ups.times_meant import Time
from qa.question.intent import FactsAsked, Purpose
from qa.question.intent.facts import NO_FACTS
from qa.question.spans import Span

_THAT = r"(?:(?:this|that|it|them|these|those|any of (?:this|that|it))\b)"
_IT = r"(?:this|that|it|they|these|those|things|matters|anything|everything|something|the (?:situation|position|picture|problems?|issues?))"
_WHO = (
    r"(?:they|it|he|she|we|you|members|councillors|officers|leaders|managers|anyone|anybody|someone|the \w+(?: \w+)?)"
)
_HAVE = r"(?:has|have|had|did|do|does|is|are|was|were)(?:n['’]t)?"
_ADVERBS = (
    r"(?:(?:ever|since|then|now|yet|already|all|really|actually|at all|any|finally|subsequently|managed to|been able to"
    r"|tried to|start(?:ed)? to|not)\s+)*"
)
_REMEDY = (
    r"(?:deal(?:t|ing)? with|dealt|fix(?:ed|ing)?|sort(?:ed|ing)?(?: (?:it|this|that|them|things))?(?: out)?"
    r"|put(?:ting)?(?: (?:it|this|that|them|things))? right|address(?:ed|ing)?|resolv(?:e"
    r"|ed|ing)|tackl(?:e|ed|ing)"
    r"|act(?:ed|ing)?(?: on| upon)?|solv(?:e|ed|ing)|follow(?:ed|ing)?(?: (?:it|this|that|them))? (?:up|through)(?: on)?"
    r"|remed(?:y|ied|ying)|rectif(?:y"
    r"|ied)|correct(?:ed|ing)?"
    r"|put things right|(?:get|got|getting) (?:a grip|on top|to grips)(?: on| of| with)?|(?:made?|making) (?:any "
    r"|much )?headway(?: on| with)?|turn(?:ed|ing)? (?:it|this|that|things) (?:a)?round|tak(?:e|en|ing) (?:any )?(?:action"
    r"|steps)(?: on| about)?"
    r"|took (?:any )?(?:action|steps)|respond(?:ed|ing)?(?: to)?|react(?:ed|ing)?(?: to)?|implement(?:ed)?|carried out|deliver(?:ed)?"
    r"|(?:done|do|doing) (?:anything|something|enough|much|more)(?: about)?)"
)
_NEXT_STEP = re.compile(
    rf"\bwhat(?:['’]s| has| have| had| did)? (?:happen(?:ed|s)?|came|come|followed|become|became|changed)(?: (?:of|to|about"
    rf"|with|from) {_THAT})?"
    r"(?:,? (?:next|afterwards?|since(?: then)?|then|later|after (?:that|this|it)))+"
    rf"|\bwhat(?: has| have| had)? (?:happened to|came of|come of|became of|become of|followed from) {_THAT}"
    r"|^\W*(?:what|where) (?:next|now|then|after that)\b(?: for)?|^\W*what followed\b|^\W*then what\b"
    rf"|\bwhat (?:has|have|had|did|is|are|was|were) {_WHO} {_ADVERBS}(?:do(?:ne|ing)?|change[ds]?|tried|put in place) ?"
    rf"(?:(?:about|with|on|to|over|since|for)\b(?: {_REMEDY})?(?: {_THAT})?)?"
    rf"|\bwhat (?:was|were|has been|have been|is being|is|had been) (?:\w+ )?(?:done|put in place|taken)(?: (?:about|on|with"
    rf"|over|in response to)\b)?(?: {_THAT})?"
    r"|\bwhat (?:\w+ )?(?:actions?|steps?|measures?) (?:was|were|has|have|had|did|is|are)\b(?: \w+)? ?(?:been )?(?:taken|take"
    r"|put in place|followed)?"
    rf"(?: (?:about|on|over|in response|to address)\b(?: {_THAT})?)?"
    rf"|\bhow (?:has|have|had|did|do|does|is|are|was|were) {_WHO} {_ADVERBS}{_REMEDY}(?: {_THAT})?"
    rf"|\b{_HAVE} {_WHO} {_ADVERBS}(?:been )?{_REMEDY}(?: {_THAT})?"
    rf"|\b{_HAVE} (?:any of )?{_IT} {_ADVERBS}(?:being |been |get |got )?{_REMEDY}\b|\b{_HAVE} (?:anything|something|enough"
    rf"|much|more) (?:\w+ )?(?:been )?done\b(?: about)?(?: {_THAT})?"
    r"|\b(?:was|were|is|are) there (?:any|a) (?:follow[- ]?up|response|action)\b|^\W*(?:any|what was the"
    r"|what is the) (?:follow[- ]?up|response|action|outcome of that)\b",
    re.I,
)
_CHANGED = (
    r"(?:better|worse|improv\w*|chang(?:ed?|ing)|worsen\w*|progress\w*|declin\w*|deteriorat\w*|moved on|come along|go(?:ne|t"
    r"|ing)? (?:up|down|backwards))"
)
_CHANGE = re.compile(
    rf"\b{_HAVE} {_IT} {_ADVERBS}(?:got|get|gotten|getting|become|became|been|being|made|any|much|a lot|a bit|still|at all"
    rf"|\s)*{_CHANGED}(?: (?:now|lately|at all|these days))?"
    rf"|\b{_HAVE} {_IT} (?:still|now|any longer)\b(?: (?:true|so|the case|like (?:that|this)|(?:an? )?(?:problem|issue"
    rf"|concern)s?))?|\b(?:are|do|is|have) they still\b(?: (?:like that|there|doing (?:it|that)))?"
    r"|^\W*(?:any|what|is there any|was there any|has there been any) (?:improvements?|progress"
    r"|changes?)(?: (?:since(?: then)?|made|then))*\b"
    rf"|\bhow (?:is|are|was) {_IT} now\b|\b(?:what is it|what['’]s it|what are things|how are things) (?:like )?now\b"
    rf"|\bwhere are (?:they|we|things) now\b",
    re.I,
)
_HOW_LONG = re.compile(
    rf"\b(?:how long|since when) (?:has|have|had|was|were|is|did) {_IT}(?: \w+)*|\bhow long[- ]standing\b(?: is| was)?(?: {_THAT})?"
    rf"|\b(?:was|were|has|have|is|are) {_IT} (?:always|ever) ?(?:been )?(?:this way|an? (?:problem|issue|concern)|like (?:that"
    rf"|this)|so|the case|true)?"
    rf"|\b(?:is|was|are|were) {_IT} (?:an? )?(?:new|recent|old|long[- ]?standing|long[- ]running)(?: (?:problem|issue|concern"
    rf"|thing|one)s?)?\b"
    rf"|\bwhen (?:did|was|were) {_IT} (?:first )?(?:start|begin|come up|raised|noticed|flagged|found|identified|appear)\w*"
    rf"|^\W*(?:how|for how) long\b(?=\W*$)",
    re.I,
)
_SEEN_BEFORE = re.compile(
    rf"\b(?:has|have|had|did|was|were|is) {_IT} (?:ever |also )?(?:been )?(?:come up|come|came|happen(?:ed)?|raised|said|found"
    rf"|flagged|mentioned|reported"
    r"|noticed|picked up|identified|occur(?:red)?|seen|an? (?:problem|issue|concern))\b(?: up)? (?=before\b|previously\b"
    r"|earlier\b|in the past\b)",
    re.I,
)
_AN_ASIDE = re.compile(
    rf"^\W*(?:why|how come|how so|in what way|such as|like what|really|are you sure|for example|meaning|go on|tell me more"
    rf"|say more|more|more detail)\b"
    rf"(?:(?: (?:is|was|were|are|did|does|do))?(?: (?:that|this|it|they|so|say (?:that|this|so)|think (?:that|so)))*)(?=\W*$)"
    rf"|\bwho (?:said|says|wrote|found|raised|told (?:them|us)|thought|reported) (?:that|this|it|so)\b"
    rf"|\bwhat (?:does|do|did) (?:{_THAT}|they) mean(?: by (?:that|this|it))?|\b(?:can|could|would) you (?:explain"
    rf"|say more about|expand on)(?: {_THAT})?(?: please)?(?=\W*$)"
    r"|\bwhere (?:does|did|do) (?:it|they) say (?:that|this|so)\b|\bwhere is (?:that|this|it)(?: from| written)?(?=\W*$)",
    re.I,
)
_OF_THE_INSPECTION = (
    (
        re.compile(r"\bwho (?:led|headed|carried out|conducted|did) (?:it|that|this)(?=\W*$)", re.I),
        FactsAsked(lead=True, of_ofsted=True),
    ),
    (
        re.compile(r"\b(?:when|what date|on what date) (?:was|were) (?:it|that|this)(?=\W*$)", re.I),
        FactsAsked(inspected=True, of_ofsted=True),
    ),
    (
        re.compile(
            r"\b(?:when|what date|on what date) (?:was|were) (?:it|that|this) (?:published|released|issued)\b"
            r"|\bwhen did (?:it|that|this) come out\b",
            re.I,
        ),
        FactsAsked(published=True, of_ofsted=True),
    ),
)


@dataclass(frozen=True)
class Asked:
    """What a follow-up asks by referring to what was said before.

    Attributes:
        time: the time that it looks at, seen from what was said before.
        any_kind: documents of any kind may tell.
        facts: those that it asks of the document before.
        leans: it says nothing by itself, but refers to what was said: "why?".
    """

    purpose: Purpose | None = None
    time: Time | None = None
    any_kind: bool = False
    facts: FactsAsked = NO_FACTS
    leans: bool = False
    spans: tuple[Span, ...] = ()


_ASKS = (
    (_SEEN_BEFORE, Purpose.CHANGE, Time.BEFORE),
    (_HOW_LONG, Purpose.CHANGE, Time.UP_TO_NOW),
    (_NEXT_STEP, Purpose.NEXT_STEP, Time.AFTER),
    (_CHANGE, Purpose.CHANGE, Time.AFTER),
)


def read_asked(text: str) -> Asked:
    """Read what a follow-up asks by referring; nothing if it asks in words of its own."""
    if aside := _AN_ASIDE.search(text):
        return Asked(leans=True, spans=(aside.span(),))
    for pattern, facts in _OF_THE_INSPECTION:
        if match := pattern.search(text):
            return Asked(Purpose.FACT, facts=facts, spans=(match.span(),))
    for pattern, purpose, time in _ASKS:
        if match := pattern.search(text):
            return Asked(purpose, time, any_kind=True, spans=(match.span(),))
    return Asked()
