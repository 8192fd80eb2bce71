"""The closed word lists of the check: words that limit, that tie, and words alike. Every other word means itself."""

from qa.writing.checking.verbs import alike_verbs

HERE = "§here"  # stands for the name of the authority that a document is about
SIDE = "§which"  # ", which leads to" and ", leading to"

FREE = frozenset("a an the that also".split())  # may be left out, and added
STRESS = frozenset("very highly extremely".split())  # the same, except after a word that denies
NEGATION = frozenset("not no never neither nor none without nobody nothing nowhere cannot".split())
# Words that limit a statement. A part of a sentence that has one cannot be left out, nor what stands beside it.
LIMITS = frozenset(
    """will would can could may might should ought must all every always any whole entire some sometimes occasionally few rarely
    seldom hardly scarcely many much only solely just merely if unless whether when where once while whereas until however
    except despite still partly partially too more less fewer either or §afew §minority §several §most §mostly §usually §yet §yetto
    §longer §but §because §dueto §must §nearly §atleast §atmost §below §above §alittle""".split()
)
# Words that tell of what is not, or not yet: beside them, too, nothing is left out.
WANTING = frozenset(
    """lack lacks lacked lacking fail fails failed insufficient inadequate plan plans planned planning intend intends aim aims hope hopes
    expect expects propose proposed need needs needed enough sufficient sufficiently limited""".split()
)
SPEECH = frozenset(
    """say says said saying state states stated explain explained tell tells told inform informed hear hears heard ask asked claim claims
    claimed argue argued assert report reports reported think thought believe believes believed feel feels felt consider considers
    suggest suggests suggested describe describes described deny denied according told""".split()
)
PREPOSITIONS = frozenset(
    """of in on at to for with by from into onto within against between among across through throughout during after before since
    under over above towards around about regarding concerning following as per via upon beyond near outside inside behind
    along prior than""".split()
)
# Prepositions that a genitive or a compound can stand for, and those that stand for each other.
WEAK = frozenset("of in on at to for with within into as about regarding concerning across through".split())
NEAR = (
    {"in", "at", "on"},
    {"in", "within"},
    {"in", "across"},
    {"in", "into"},
    {"through", "via", "by", "with"},
    {"after", "following"},
    {"about", "regarding", "concerning", "on"},
    {"about", "of"},
    {"of", "in"},
    {"of", "on"},
    {"of", "for"},
    {"during", "in"},
    {"over", "in", "during"},
)
# Words that tie others together and say nothing by themselves.
GLUE = frozenset(
    """is was been being be has had having do did which who whom whose there it its they their them he she his her him we our us i you
    your this that such so and §which own""".split()
)
BARE = frozenset(
    ["and", "its", "their", "his", "her", "our", "this", "such", "own"]
)  # they may stand between a preposition and its noun
# Words that say nothing by themselves: "make progress", "take place".
EMPTY = frozenset(
    "take place make made took taken get go carri conduct undertak undertook do done have come hold given give wai put §here §eg".split()
)
WHEN = frozenset("enough previous current recent now alreadi".split())  # roots that a word before them does not bear on
LOOSE = frozenset(
    "clearli particularli highli veri extrem overal now current".split()
)  # roots that a sentence may leave out
ASPECTS = frozenset("qualiti timeli frequenc consist".split())  # "the quality of plans" and "plans … in quality"
DROPPED = frozenset("therefore thus hence consequently however".split())  # links that a sentence may leave out
LINKS = frozenset(
    """§because §dueto because if unless when where while whereas §but §sothat whether how what why until once so or §instead despite
    therefore thus hence consequently""".split()
)
# Words that bear on the next word, whatever stands around.
BINDING = frozenset(
    """not no never none without only most some many few all every always §afew §several §most §minority §mostly §nearly
    §atleast §atmost §below §above rarely §yetto will should can may must need lack too less""".split()
)
# Roots with one meaning, a group a line.
_ALIKE_STEMS = """
retain retent
base basi
vari variabl
turnov churn
transit move
assist support
need requir
wide broad
soon earli
further addit
practic practis
staff workforc
"""
COUNTING = frozenset("some most many few all every §afew §several §most §minority".split())
ALIKE_STEMS = {root: group.split()[0] for group in _ALIKE_STEMS.strip().splitlines() for root in group.split()}
# Words that agree with their subjects.
AGREEING = {
    "are": "is",
    "am": "is",
    "were": "was",
    "have": "has",
    "does": "do",
    "these": "this",
    "those": "that",
    "shall": "will",
    "nor": "or",
    "whilst": "while",
    "amongst": "among",
}
# Verbs with one meaning in these documents, a group a line; a regular one stands first.
_VERBS = alike_verbs(
    """
receive get
ensure guarantee
commence start begin
demonstrate show
provide give
assist help
maintain keep
reduce fall
increase rise grow
worsen deteriorate
affect impact
use utilise
share disseminate
inform tell
register enrol
remain stay
"""
)
# Other words with one meaning, a group a line. A word outside a group never matches one inside it.
_ALIKE = """
regularly frequently often
regular frequent
large big
broad wide
judgement judgment
organisation organization
programme program
centre center
behaviour behavior
thorough comprehensive
enough sufficient sufficiently
poor weak
currently now
early soon
further greater more
"""
ALIKE = _VERBS | {word: group.split()[0] for group in _ALIKE.strip().splitlines() for word in group.split()}
GRADES = frozenset("outstanding good inadequate adequate satisfactory §requires".split())
UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: number for number, word in enumerate(UNITS.split())}
NUMBERS |= {word: 10 * number for number, word in enumerate(TENS.split(), 2)}
