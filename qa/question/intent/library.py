"""Questions about the library: what it holds, and what its terms mean."""

import re

from qa.question.vocabulary import TERMS_OF_OFSTED

_PAPERS = (
    r"(?:documents?|reports?|letters?|minutes|papers?|news|sources?|files?|inspections?|visits?|pages|data|records|material"
    r"|information|coverage|years?|councils|authorities|web pages)"
)
_SITE = (
    r"(?:this|here|the (?:library|index|collection|site|tool|system|database|archive|search)|this (?:library|index"
    r"|collection|site|tool|system|app|website|database|search|service)|kloe|you)"
)
_HOLD = r"(?:have|hold|got|cover|include|store|keep|know (?:about|of)|index|search|go back|contain)"
_HELD = re.compile(
    rf"\b(?:what|which|how (?:much|far)|where|who)\b.*\b(?:do|have|are|can|does) (?:you|{_SITE}) (?:{_HOLD}|cover\w*|get|from)\b"
    rf"|^(?:and |so )?(?:do|have|does|can|did|will|are) {_SITE} (?:also |actually |currently )?{_HOLD}(?:ing|ed"
    rf"|s)? (?=(?:.*\b{_PAPERS}\b)|(?:any|some)thing\b|\0)"
    rf"|\bhow (?:up[- ]to[- ]date|current|fresh|recent|complete|reliable|accurate|old|far back|often)\b.*\b(?:{_SITE}|your"
    rf"|updated)\b|\bwhen (?:was|were|did|is|are) {_SITE} .*\b(?:updated|refreshed|built|indexed|update)\b"
    r"|\bhow often\b.*\b(?:updated|refreshed|you update)\b"
    r"|\bwhat(?:['’]s| is| can| else is| kinds? of \w+ (?:is|are)| sorts? of \w+ (?:is|are)| documents? (?:is|are))? (?:in"
    rf"|on|held in|held by|inside) {_SITE}\W*$|\bwhat (?:can|could|do|should) (?:i|we) (?:ask|search"
    rf"|find)\b(?=.*(?:\b{_SITE}\b|\W*$))"
    rf"|\b(?:what|which) {_PAPERS}(?: \w+)? (?:are|is) (?:there|held|available|included|covered|in here|missing)\b|\b(?:is"
    rf"|are) .*\b(?:in|on|held in|covered by|part of|included in) {_SITE}\W*$"
    r"|\bwhat(?:['’]s| is| are| was| do (?:you|we) (?:have|keep))? (?:there )?(?:on (?:file|record)|in (?:store|stock"
    r"|the (?:files|archives?)))\b(?= (?:for|on|about|from)\b|\W*$)"
    rf"|\b(?:what|how) (?:can|do|does|are|is) {_SITE} (?:do|work|answer|search|cover)\b|\bwho (?:are|made|built"
    rf"|runs?) {_SITE}\b|\bwhat (?:is|are) (?:kloe|you|this (?:site|tool|app|service))\b|\bwhere (?:do|does|did) (?:you|your"
    r"|this) .*(?:from|come)\b|\b(?:list|show)(?: me| us)?(?: all)?(?: of)? (?:the |your |everything )?(?:documents?|papers?"
    r"|files|sources)?(?: that)? you (?:have|hold|know|\w+)\b"
)
# "Which letters came out last month?", "what has been published on Devon?"
_PUBLISHED = re.compile(
    rf"\b(?:what|which) (?:new |recent )?{_PAPERS} (?:(?:have|has|were|was) )?(?:(?:come|came) out|(?:been )?(?:published|released))\b"
    r"|^what(?:['’]s| is| has| was)? (?:been )?(?:published|released|added)\b(?! about)"
)
_TERM = r"(?P<term{0}>[^?,.;:]{{2,60}}?)"
_DEFINED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^what(?:['’]s| is| are|s)? (?:the )?(?:meaning|definition) of (?:an? |the )?{_TERM.format('')}\W*$",
        r"^what (?:does|do|did) (?:an? |the |you mean by )?(?:the )?(?:term|word|phrase|letters|initials|abbreviation|acronym"
        rf"|grade|judgement)? ?['\"“]?{_TERM.format('')}['\"”]? (?:mean|stand for|involve|refer to)\b(?! (?:for|to)\b)",
        rf"^what(?:['’]s| is) meant by (?:an? |the )?{_TERM.format('')}\W*$|^what do(?:es)? (?:you|they|ofsted"
        r"|inspectors) mean by (?:an? |the )?(?P<by>[^?,.;:]+?)\W*$",
        r"^(?:define|explain(?: what)?|definition of|meaning of) (?:to me |us )?(?:an? |the |is )?(?:term "
        rf"|word )?(?:an? )?{_TERM.format('')}(?: is| are| means?)?\W*$",
        rf"^what(?:['’]s| is|s) an? {_TERM.format('')}\W*$|^what happens (?:at|in|on|during) an? (?P<event>{TERMS_OF_OFSTED})\W*$",
        rf"^what(?:['’]s| is| are|s) (?:the )?(?P<kinds>{TERMS_OF_OFSTED}(?: framework)?)\W*(?:for\W*)?$",
        r"^what(?:['’]s| is)? the differences? between an? (?P<both>[^?,.;:]+? and (?:an? )?[^?,.;:]+?)\W*$|^how (?:is"
        rf"|does) an? (?P<unlike>{TERMS_OF_OFSTED}) (?:differ(?:ent)?) from .*$",
        r"^what(?:['’]s| is| are|s) (?P<bare>[\w'’-]+(?: [\w'’-]+)?)\W*$",
    )
)
_NO_TERM = re.compile(
    r"^(?:(?:good|bad|wrong|weak|strong|poor|better|worse|best|worst|new|next|it|that|this|they|these|those|there|the|their"
    r"|its|our|your|my|you|we|going|working|being|happening"
    r"|needed|known|said|missing|different|different|required|still|not|like|on|in|some|any|people|kloe|key|main)\b"
    r"|.*\b(?:like|doing|saying|going|working|now|in|on|for|at|about|strengths?|weaknesses)$)"
)
_NOT_DEFINED = re.compile(
    r"\b(?:rate|number|average|percentage|proportion|good|reasonable|typical|normal|safe|manageable|score|grade of)\b"
)
_PLACE = "\0"


def read_term(asked: str) -> str:
    """The term that a question wants explained, "focused visit"; empty if it wants none."""
    if _PLACE in asked:
        return ""
    for pattern in _DEFINED:
        if match := pattern.match(asked):
            term = next(filter(None, match.groups()), "").strip(" '\"“”")
            if term and not _NO_TERM.match(term) and not _NOT_DEFINED.search(term):
                return term
    return ""


def asks_what_is_held(asked: str) -> bool:
    """True if a question asks what the library holds, or how it works."""
    return bool(_HELD.search(asked) or _PUBLISHED.search(asked))
