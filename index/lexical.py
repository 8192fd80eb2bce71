"""Words, stems and stopwords, and the FTS5 queries made of them."""

import re
from functools import cache
from threading import Lock
from unicodedata import combining, normalize

import snowballstemmer

# Words that carry no topic: articles, pronouns, auxiliaries, and the wording of questions.
NAME_LINKS = frozenset("and by of on the under upon with".split())  # inside names too: "Stoke-on-Trent"
BACK_REFERENCES = frozenset("it its their them these they this those".split())  # they stand for what was named before
STOPWORDS = (
    NAME_LINKS
    | BACK_REFERENCES
    | frozenset(
        """a about above according across after all also am an any are around as ask asked at be because been
        before being between both but can cannot come came could did do does doing done down during each
        either else ever every few find for found from further get give given go good got had has have
        having he her here him his how i if in into is itself just last let like made make many may me might
        more most much must my near no nor not off once one only or other our out over own per please put
        rather said same say says see seen shall she should show since so some such tell than that then
        there thing through to told too until up us use used very was we went were what when where whether
        which while who whom whose why will within would yet you your""".split()
    )
)
_STEMMER = snowballstemmer.stemmer("porter")
_STEMMING = Lock()  # the stemmer keeps the word as its own state, so two threads would mix theirs
_STEMMED_FURTHER = re.compile(
    r"\w*[aeiouy][^aeiouy]\w*?(?:log|bl)i"
)  # as in "chronologi" and "possibli", which FTS5 shortens further
_TOKEN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


def words(text: str) -> list[str]:
    """The words of a text in order, in lower case and without possessive endings."""
    return [
        _POSSESSIVE.sub("", word).replace("’", "'") if "’" in word or "'" in word else word
        for word in _WORD.findall(text.lower())
    ]


def topic_words(text: str) -> list[str]:
    """The words of a text that are not stopwords, each once; all its words if every one is a stopword."""
    distinct = list(dict.fromkeys(words(text)))
    return [word for word in distinct if word not in STOPWORDS] or distinct


@cache
def stem(word: str) -> str:
    """The stem that FTS5 gives a word, by Porter's rules of 1980; Snowball's `porter` differs from them in two endings."""
    if len(word) < 3:
        return word
    snowball = _snowball(word)
    if not _STEMMED_FURTHER.fullmatch(snowball):
        return snowball
    return snowball[:-1] if snowball.endswith("logi") else _snowball(snowball[:-1] + "e")


def _snowball(word: str) -> str:
    with _STEMMING:
        return str(_STEMMER.stemWord(word))


def tokens(text: str) -> list[str]:
    """What FTS5 makes of a text: its words without accents, by their stems."""
    plain = "".join(letter for letter in normalize("NFKD", text.lower()) if not combining(letter))
    return [stem(word) for word in _TOKEN.findall(plain)]


def match_any(terms: list[str]) -> str:
    """The FTS5 query that matches any of these words; quoting keeps what people type from being read as syntax."""
    return " OR ".join('"' + term.replace('"', '""') + '"' for term in terms)


def match_phrase(terms: list[str]) -> str:
    """The FTS5 query that matches these words in this order."""
    return '"' + " ".join(terms).replace('"', '""') + '"'
