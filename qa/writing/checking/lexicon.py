"""The closed word lists of the check: words without meaning of their own, words that limit, and words alike."""

import re

from ingest.dates import MONTHS

HERE = "§here"  # stands for the name of the authority that a document is about

FUNCTION = frozenset(
    """a an the this that these those it its itself they their them themselves he she his her him we our us i you your who whose
    whom which there here of to in on at as for with and but yet though although while whereas however moreover furthermore
    additionally be is are was were been being am has have had having do does did done than then so such own into onto upon
    per respectively""".split()
)
# Words that may be left out of a sentence, but not added.
LOOSE = frozenset("also very highly extremely particularly clearly now both each further".split())
# Phrases that one sign replaces, so that they are compared whole; they are replaced in this order.
PHRASES = tuple(
    (re.compile(pattern, re.I), replacement)
    for pattern, replacement in (
        (r"\brequir(?:es?|ed|ing) (?:some )?improvements?(?: to be (?:rated |judged )?(?:as )?good)?\b", "§requires"),
        (r"(?<=\d) ?(?:per ?cent|percentage|%)(?!\w)", "%"),
        (r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1"),
        (rf"\b({'|'.join(MONTHS)})\.? (\d{{1,2}}),? (?=(?:19|20)\d\d\b)", r"\2 \1 "),
        (r"\b(?:once a|each|every|a|per) (month|week|day|quarter)\b", r"§\1ly"),
        (r"\b(?:once a|each|every|per) year\b|\bannual(?:ly)?\b|\byearly\b", "§yearly"),
        (r"\b(month|week|quarter)ly\b", r"§\1ly"),
        (r"\bdaily\b", "§dayly"),
        (r"\bno (?:fewer|less) than\b|\bat least\b|\ba minimum of\b", "§atleast"),
        (r"\bno more than\b|\bat most\b|\bup to(?= \S*\d)|\bas many as\b|\ba maximum of\b", "§atmost"),
        (r"\bfewer than\b|\bless than\b|\b(?:under|below)(?= \S*\d)", "§below"),
        (r"\bmore than\b|\b(?:over|above)(?= \S*\d)", "§above"),
        (r"\b(?:nearly|almost|just under|close to)\b", "§nearly"),
        (r"\b(?:about|around|approximately|roughly|circa)(?= \S*\d)", "§about"),
        (r"\b(?:was|were|been|being) (?:told|informed)\b", "§hear"),
        (r"\b(?:rather than|instead of|in place of)\b", "§instead"),
        (r"\bnot yet\b", "not §yet"),
        (r"\bno longer\b", "not §longer"),
        (r"\b(?:can|could|may|might)n[o']?t\b|\bcannot\b", "can not"),
        (r"\b(?:wo|would)n't\b", "will not"),
        (r"(?<=\w)n't\b", " not"),
        (r"\b(?:a few|some|several|a (?:small )?(?:number|minority) of|certain)\b(?! years)", "§some"),
        (r"\b(?:most|the (?:vast |large |great |clear )?majority)\b(?: of(?= the\b))?|\bmost of\b", "§most"),
        (r"\b(?:mostly|mainly|largely|generally|usually|typically|in most cases)\b", "§mostly"),
        (
            r"\b(?:as a (?:result|consequence)|because|therefore|thus|hence|consequently|due to|owing to)\b|, so\b(?! that)",
            "§because",
        ),
        (r"\b(?:ha[sd]|have|having) to\b", "must"),
    )
)
NEGATION = frozenset("not no never neither nor none without nobody nothing nowhere".split())
# Words with one key limit a statement in the same way.
LIMITS = {
    word: f"§{key}"
    for key, words in {
        "will": "will would shall",
        "can": "can could",
        "may": "may might",
        "should": "should ought",
        "must": "must need needs needed",
        "all": "all every always any whole entire entirely everyone everybody",
        "some": "sometimes occasionally",
        "few": "few rarely seldom hardly scarcely",
        "many": "many numerous",
        "much": "much",
        "only": "only solely just merely",
        "if": "if unless provided whether",
        "when": "when where once whenever wherever",
        "why": "why how what",
        "except": "except excluding other apart",
        "until": "until till",
        "since": "since",
        "before": "before",
        "after": "after following",
        "during": "during throughout",
        "by": "by",
        "or": "or either",
        "within": "within",
        "from": "from",
        "against": "against",
        "between": "between",
        "about": "about",
        "too": "too",
        "more": "more",
        "less": "less fewer",
        "enough": "enough sufficient sufficiently",
        "still": "still already",
        "partly": "partly partially",
        "lack": "lack lacks lacked lacking absence",
        "fail": "fail fails failed failing failure failures",
        "because": "because",
    }.items()
    for word in words.split()
}
SPEECH = {
    word: f"§{key}"
    for key, words in {
        "say": "say says said saying state states stated explain explains explained",
        "tell": "tell tells told inform informs informed",
        "hear": "hear hears heard",
        "ask": "ask asks asked asking question questioned",
        "claim": "claim claims claimed argue argues argued assert asserts asserted",
        "expect": "expect expects expected anticipate anticipates anticipated",
        "hope": "hope hopes hoped",
        "plan": "intend intends intended aim aims aimed",
        "think": "think thinks thought believe believes believed feel feels felt consider considers considered",
        "propose": "propose proposes proposed suggest suggests suggested",
        "promise": "promise promises promised undertook undertake undertakes pledge pledged",
        "doubt": "doubt doubts doubted deny denies denied dispute disputes disputed",
        "wish": "want wants wanted wish wishes wished",
    }.items()
    for word in words.split()
}
# Words with one meaning in these documents, a group a line. A word outside a group never matches one inside it.
_ALIKE = """
child children
person people
leader leadership
get gets got receive receives received receiving
rise rises rose risen rising increase increases increased increasing grow grows grew grown growth
fall falls fell fallen falling decrease decreases decreased reduce reduces reduced reduction drop dropped
worsen worsened worsening deteriorate deteriorated decline declined declines
find finds found
see sees saw seen
take takes took taken
give gives gave given
keep keeps kept
hold holds held
write writes wrote written
know knows knew known
make makes made
bring brings brought
begin begins began begun start starts started commence commenced
become becomes became
lead leads led
meet meets met
leave leaves left
decide decides decided decision decisions
prompt promptly swift swiftly quick quickly
show shows showed shown demonstrate demonstrates demonstrated
big large
appoint appointed recruit recruited
lose loses lost
send sends sent
build builds built
spend spends spent
run runs ran
choose chooses chose chosen
go goes went gone
oversee oversees oversaw overseen oversight
often frequently regularly
frequent regular
infrequent irregular
fund funds funding
judgement judgment judgements judgments
organisation organization organisations organizations
programme program programmes programs
centre center
behaviour behavior
recognise recognize recognised recognized
prioritise prioritize prioritised prioritized
poor weak poorly weakly
"""
ALIKE = {word: group.split()[0] for group in _ALIKE.strip().splitlines() for word in group.split()}
GRADES = frozenset("outstanding good inadequate adequate satisfactory §requires".split())
UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: number for number, word in enumerate(UNITS.split())}
NUMBERS |= {word: 10 * number for number, word in enumerate(TENS.split(), 2)}
