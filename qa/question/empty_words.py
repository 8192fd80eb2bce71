"""Words that do not name the subject of a question: first in groups, then in the sets made from them.

No word is in two groups, or in a group and the stopwords.
"""

from index.lexical import BACK_REFERENCES, STOPWORDS

_COUNCIL = frozenset({"council"})
_AUTHORITIES = frozenset("authority authorities councils".split())
_COUNCILS = _COUNCIL | _AUTHORITIES
_LOCAL = frozenset({"local"})
_LA = frozenset("la las".split())
_COUNCIL_TYPES = frozenset("borough city county district improving metropolitan single unitary".split())
_STANDINGS = frozenset("full inadequate outstanding".split())  # "a full inspection", "an inadequate council"

_INSPECTORS = frozenset("inspector inspectors led ofsted".split())
_REPORTS = frozenset("report reports".split())
_INSPECTIONS = frozenset(
    "area areas better improvement inspection inspections monitoring visit worse year years".split()
)
_INSPECTION_WORK = frozenset("carried conducted focused ilacs inspected letter team".split())
_DATES = frozenset("date dates latest publication published recent recently".split())
_SERVICES = frozenset("children children's service services".split())
_JUDGING = frozenset(
    """effectiveness grade graded grades grading judge judged judgement judgements judgment judgments outcome overall
    rated rating ratings require requires result score verdict""".split()
)
_CHANGE = frozenset("change changed changes compare compared comparison happen happened visits".split())
_FARING = frozenset("fare fared improve improved still true".split())
_WELL = frozenset({"well"})

_OF_FACTS = _COUNCILS.union(
    _LOCAL, _STANDINGS, _INSPECTORS, _REPORTS, _INSPECTIONS, _INSPECTION_WORK, _DATES, _SERVICES, _JUDGING
)

PRONOUNS = BACK_REFERENCES | {"theirs"}
# Words to which a pronoun after them cannot refer: "what did the report say about their …".
BEFORE_A_PRONOUN = frozenset("long mention often think thought".split()).union(STOPWORDS, _INSPECTORS, _REPORTS, _WELL)
# A topic of only these words names councils and no subject.
BODIES_ALONE = STOPWORDS.union(_COUNCILS, _LOCAL, _LA, {"ones"})
# A follow-up of only these words names no topic: "has it improved?", "was that the same in Kent?".
NO_TOPIC = frozenset(
    """again anything case common compares concern concerns country detail details differ different elsewhere england
    everyone everything everywhere example examples finding findings information issue issues nationally place places
    problem problems question rest similar situation solved something sorry summary thanks things typical unusual
    weakness widespread""".split()
).union(STOPWORDS, _COUNCILS, _LA, _REPORTS, _INSPECTIONS, _CHANGE, _FARING)
# Words of a question for the grade of a place that name nothing else to be graded: "how good was Devon in June?".
BESIDE_A_GRADE = frozenset(
    """april august authority's back bad badly bring correct council's december decline declined declining deemed department
    deteriorate deteriorated earlier earliest effective experience experiences february
    final first framework get got help impact january july
    june key lastly march need newest november october ofsted's perform performed original previous progress protection rate receive
    received second required results right scored send september services' short slipped slipping standard state today trust worsen
    worsened worsening""".split()
).union(STOPWORDS, _OF_FACTS, _COUNCIL_TYPES, _FARING, _WELL)
# A topic of only these words asks for a grade, a date or an inspector.
FACTS_ALONE = frozenset(
    """care current currently day days head headed history hmi inspect inspecting lead leading month move moved name
    named names people publish reported sif social time times visited young""".split()
).union(STOPWORDS, _OF_FACTS, _CHANGE)
# Words before "council" that are not a name: "the youth council", "an improving council".
NO_COUNCIL_NAME = frozenset(
    """another average best failing home host large london neighbouring northern parish placing receiving responsible
    school scrutiny small southern town whole worst youth""".split()
).union(STOPWORDS, _COUNCIL, _LOCAL, _STANDINGS, _COUNCIL_TYPES)
