"""The words by which a question counts, as patterns (ignoring case): what is none of them stands in the way of a count."""

import re

from qa.counts.asking.words.word import MASKS, Word
from qa.question.grades.words import AREA, GRADES

_NAMED = f"{MASKS[Word.PAPERS]}+"
_A = r"(?:(?:the|an?|its|their|each|every|any|one|this|that) )?"
# Counties, boroughs and unitaries are some of the authorities only, and the list does not tell them apart.
_BODY = (
    r"(?:(?:(?:local|english|children['’]s services) )?authorit(?:y|ies)|(?<!county )councils?|l\.?a\.?s?"
    r"|children['’]s services departments?)"
)
_BODIES = rf"(?:{_BODY}|(?:local )?areas(?! (?:of|for))|places)"
_INSPECTION = rf"(?:(?:ofsted|full|children['’]s services) )*(?:inspections?|{_NAMED})"
_PAPER = rf"(?:(?:ofsted|inspection|full|final|published) )*(?:reports?|letters?|findings|results?|{_NAMED})"
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_END = r"(?= *(?:$|[?.,;]))"
_OCCASIONS = rf"(?:(?:different|separate) )?(?:times|occasions|inspections{_END})"
_EACH = (
    r"(?:(?:broken down|split|grouped|divided|shown|listed|sorted) )?(?:by|per|(?:for|in|from|of|to|at) (?:each|every)|each|every"
    r"|across (?:the |all )?(?:(?:nine|different) )?)"
    r"(?: (?:their|the|current|latest|overall|english|calendar|individual|different|ofsted|inspection))*"
)
_BIG, _SMALL = r"(?:highest|largest|biggest|greatest)", r"(?:lowest|smallest)"
_COUNTED = r"(?:number|total|count)"
_GRADE = r"(?:grad(?:e|ing)s?|ratings?|judge?ments?)"
_MADE_PUBLIC = r"(?:published|released|issued)"

# Courtesies, and what only says that something is.
_SAID = (
    r"please|(?:can|could|would) you(?: please)?|tell (?:me|us)|(?:i|we) (?:want|need|would like) to know"
    r"|(?:do|does|did) (?:you|we|kloe) (?:have|hold)|have (?:you|we)(?: got)?|(?:are|were|is|was) there"
    r"|(?:are|were|is|was) (?:being )?held|there (?:are|were|is|was|have been|has been)|(?:have|has) there been"
    r"|(?:that )?(?:you|we) (?:have|hold)|on file|in (?:the|your|this) (?:library|index|catalogue)|in total"
    rf"|in all{_END}|altogether|so far|to date|as a whole|in england|nationally|across (?:england|the (?:whole )?country)"
    r"|(?:the )?(?:experiences?(?: and progress)?|impact|support|services?) (?:of|for)|in (?:terms|respect) of"
    r"|of the same (?:authority|council)|(?:were|was|are) (?:made|done)(?: to)?"
)

_PATTERNS: tuple[tuple[Word, str], ...] = (
    (Word.NOTHING, _SAID),
    # how long, from what to what
    (
        Word.TO_PUBLICATION,
        rf"(?:from|between) {_A}(?:(?:last day|end|close|finish|completion|date) of )?{_A}(?:{_INSPECTION}|(?:ofsted )?visits?)"
        rf"(?: (?:ending|finishing|being (?:completed|finished)))? (?:to|and|until|till) {_A}(?:(?:date|day|publication) of )?{_A}"
        rf"(?:publication(?: of {_A}{_PAPER})?|{_PAPER}(?:['’]s)?"
        rf"(?: (?:publication|(?:(?:being|is|was|were|are|getting|gets) )?{_MADE_PUBLIC}))?)"
        rf"|to (?:be {_MADE_PUBLIC}|get published|publish|publication)(?: {_A}{_PAPER})?"
        r"|(?:inspection-to-)?(?:publication|publishing|reporting) (?:delay|lag|time|wait|gap)s?",
    ),
    (
        Word.BETWEEN_INSPECTIONS,
        rf"between (?:(?:the|its|their|successive|consecutive|one|two|any two) )*{_INSPECTION}(?: and (?:its|the) next)?"
        rf"(?: of {_A}(?:same )?{_BODY})?|(?:from|between) one {_INSPECTION} (?:to|and) (?:the|its) next",
    ),
    (Word.FOR_REPORT, rf"for {_A}(?:publication of {_A})?{_PAPER}(?: to (?:be {_MADE_PUBLIC}|appear|come out))?"),
    (
        Word.HOW_LONG,
        r"how long(?: (?:did|does|has|have|do|was|were|is))?(?: (?:it|they|that|this|each|ofsted|on average))*"
        r"(?: (?:tak(?:es?|en)|took))?(?: ofsted)?",
    ),
    # what is worked out
    (Word.HOW_OFTEN, r"how (?:often|many times)|(?:the )?number of times|on how many occasions"),
    (Word.DAYS, r"how many days|(?:the )?number of days"),
    (
        Word.HOW_MANY,
        rf"how many(?: different)?|(?:the )?(?:total )?{_COUNTED} of(?: different)?|count(?: up)?(?: all)?(?: of)?|numbers? of|tally of",
    ),
    (
        Word.SHARE,
        r"(?:the )?(?:share|proportion|percentage|per ?cent(?:age)?|fraction)(?: of)?|%(?: of)?"
        r"|how (?:large|big|great|high) (?:a|is the) (?:share|proportion|percentage)(?: of)?",
    ),
    (Word.AVERAGE, r"(?:on )?(?:the )?average|mean"),
    (Word.MEDIAN, r"median"),
    (Word.LONGEST, r"(?:the )?(?:longest|slowest|most time)"),
    (Word.SHORTEST, r"(?:the )?(?:shortest|fastest|quickest|least time)"),
    (
        Word.COMMON,
        r"(?:the )?(?:most (?:common(?:ly)?|frequent(?!ly)|usual)|commonest|most (?:often|frequently) (?:given|awarded|seen))",
    ),
    (Word.RARE, r"(?:the )?(?:least (?:common(?:ly)?|frequent(?!ly)|usual)|rarest)"),
    (Word.OFTENEST, r"(?:the )?most (?:often|frequently|times)"),
    (Word.MOST, rf"(?:the )?(?:{_BIG} {_COUNTED} of|most(?! recent))"),
    (Word.FEWEST, rf"(?:the )?(?:{_SMALL} {_COUNTED} of|fewest|least)"),
    (Word.HIGHEST, rf"(?:the )?{_BIG}"),
    (Word.LOWEST, rf"(?:the )?{_SMALL}"),
    (Word.BREAKDOWN, r"(?:(?:the|a) )?(?:breakdown|distribution|split|spread)(?: of)?|break down"),
    # groups
    (Word.BY_REGION, rf"{_EACH} regions?|regionally|regional(?= breakdown)|region by region"),
    (Word.BY_YEAR, rf"{_EACH} years?|a year|year[ -](?:by|on)[ -]year|annually|yearly"),
    (Word.BY_GRADE, rf"{_EACH} {_GRADE}"),
    (Word.BY_KIND, rf"{_EACH} (?:kinds?|types?)(?: of (?:inspections?|visits?|documents?|reports?|papers?))?"),
    (Word.BY_TOPIC, rf"{_EACH} (?:(?:visit )?(?:topics?|themes?|subjects?|focus))(?: of (?:the )?visits?)?"),
    (Word.BY_OUTCOME, rf"{_EACH} (?:send )?outcomes?"),
    (Word.BY_AUTHORITY, rf"{_EACH} {_BODIES}"),
    (
        Word.NEWEST,
        rf"(?:(?:at|in|by|on|from) )?{_A}(?:very )?(?:latest|last|newest|most recent|current) (?:(?:full|ofsted|ilacs|overall) )*"
        rf"(?:inspections?|reports?|{_GRADE}|time)(?: (?:of|for) (?:each|every|all)(?: {_BODY})?)?|last time",
    ),
    # grades, and how they ran
    (Word.GRADES, GRADES),
    (
        Word.EVERY_AREA,
        r"(?:in|for|on|across) (?:(?:all|every)(?: of (?:the|its|their))? areas?(?: of judge?ment)?|everything|the board)",
    ),
    (Word.ANY_AREA, r"in (?:any|at least one|one)(?: area)?(?: of judge?ment)?"),
    (Word.AREA, AREA),
    (
        Word.EVER,
        r"ever|at (?:any|some) (?:time|point|stage)|in the past|(?:at least (?:once|one (?:time|occasion|inspection))|once or more)",
    ),
    (
        Word.TIMES,
        rf"(?:(?:more than|at least|on|at) )*(?:once|twice|thrice|{_NUMBER}(?: or more)? {_OCCASIONS}"
        r"|one (?:occasion|inspection|time))(?: or more)?"
        r"|(?:a )?second time|repeatedly|(?:multiple|several|many) times|again and again|time and again",
    ),
    (Word.SO_MANY, rf"(?:more than|over|at least) {_NUMBER}|{_NUMBER} or more|(?:multiple|several)"),
    (
        Word.NO_LONGER,
        r"no longer|any ?more|any longer|used to (?:be|have)|came out of|come out of|moved out of|got out of|escaped",
    ),
    (
        Word.NOW,
        r"currently|now|today|nowadays|presently|most recently|still|at (?:present|the moment)|right now|these days|remain(?:s|ed)?",
    ),
    (Word.NEVER, r"never(?: ever)?|at no (?:time|point)"),
    (
        Word.ALWAYS,
        r"always|only ever|consistently|throughout|(?:at|in) (?:every|each|all)(?: of (?:its|their))? (?:\w+ )?inspections?"
        r"|every time|each time",
    ),
    (Word.STAYED, r"(?:stayed|kept) (?:at )?(?:the )?same|unchanged|not changed"),
    (
        Word.ROSE,
        r"(?:gone|went|go|going|moved?|got) (?:up|better)|improv(?:es?|ed|ing)|r[io]sen?|rising|climb(?:s|ed)?|upgraded|raised",
    ),
    (
        Word.FELL,
        r"(?:gone|went|go|going|moved?|got) (?:down|worse)|declin(?:es?|ed)|f[ae]ll(?:en)?|dropp(?:ed|ing)|drop|slipp(?:ed|ing)|slid"
        r"|downgraded|deteriorated|worsened|lowered",
    ),
    (Word.PUBLISHED, rf"{_MADE_PUBLIC}|c[ao]me out"),
    (Word.GOT, r"gets?|got|getting"),
    (
        Word.MOVED,
        r"went|gone|go(?:es)?|going|moved?|moving|moves|turned|came|come|became|become|journey|improvement|changed?",
    ),
    # what is counted
    (Word.WHICH, r"(?:in |at |on |to |of |for )?(?:which|what)|wh(?:at|o)['’]s(?: the)?|whose|who"),
    (
        Word.LIST,
        # "what did visits find?" asks for no list
        r"(?:list|name|(?:(?<!\S )|(?<=\bplease )|(?<=\byou ))(?:show|find|identify))(?: (?:me|us))?(?: all)?|give (?:me|us)(?: all)?",
    ),
    (Word.AUTHORITIES, _BODIES),
    (
        Word.SERVICES_INSPECTIONS,
        r"children['’]s (?:services|social care) inspections?|inspections? of (?:(?:local authority|their|its) )?"
        r"children['’]s (?:services|social care)",
    ),
    (Word.INSPECTIONS, r"inspections?(?: reports?)?"),
    (Word.VISITS, r"(?:ofsted )?visits?"),
    (Word.REPORTS, r"reports?"),
    (Word.LETTERS, r"letters?"),
    (Word.DOCUMENTS, r"documents?|papers?|files?"),
    (Word.GRADE_NOUN, rf"{_GRADE}(?: for)?"),
    (
        Word.TOPIC_NOUN,
        r"topics?|themes?|subjects?|focus(?= of)|(?:look(?:ed)?|focus(?:ed|sed)?) (?:at|on)|cover(?:ed)?",
    ),
    (Word.OUTCOME_NOUN, r"outcomes?"),
    (Word.REGION_NOUN, r"regions?"),
    (Word.YEAR_NOUN, r"(?:calendar )?years?"),
    (Word.INSPECTED, r"inspect(?:ed)?|carried out|conducted|t[ao](?:ke?|ken|ok) place|undertaken|happened"),
    (Word.VISITED, r"visited"),
    (
        Word.DAYS,
        r"(?:length of |amount of )?time|days?|gaps?|delays?|intervals?|lags?|durations?|wait(?:ed|s|ing)?(?: times?)?"
        r"|(?:take|took|takes|taken|taking)(?: (?:it|ofsted|them))?",
    ),
    (
        Word.RATED,
        r"rated|judged|graded|deemed|assessed|scored|marked|given|awarded|received?|receiving|result(?:ed|ing) in|ended in|gave"
        r"|found(?: to be)?",
    ),
    (Word.WAS, r"was|were|(?:have|has|had) (?:been|had|got|received)"),
    (Word.IS, r"is|are"),
    (
        Word.NOT,
        r"not|n['’]t|(?:is|are|was|were)n['’]t|(?:has|have|had)n['’]t(?: been)?|did(?:n['’]t| not)|no(?! (?:longer|more))|non|without"
        r"|neither|nor|none|zero",
    ),
    (Word.FROM, r"from"),
    (Word.TO, r"(?:in)?to(?: (?:being|be))?"),
    (Word.OR, r"or"),
    (
        Word.NOTHING,
        r"ofsted(?:['’]s)?|inspectors?|children['’]s services|england['’]s|their|its|the|an?|of|in|for|at|by|on|with|that|and|but|yet"
        r"|also|all|both|as|been|be|being|have|has|had|having|do|does|did|any|these|those|ones|it|about|during|within|among|across"
        rf"|held|there|where|saw|sees?|makes?|made|each{_END}",
    ),
)
_WHOLE = r"(?![\w-]|['’]\w)"
# Each kind of words in the order in which they are tried; the masks first end a word.
VOCABULARY = (
    *((word, re.compile(rf"(?:{pattern}){_WHOLE}", re.I)) for word, pattern in _PATTERNS),
    *((word, re.compile(f"{mask}+")) for word, mask in MASKS.items()),
)
