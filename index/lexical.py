"""Words of a question, and the FTS5 query made of them."""

import re
from functools import cache
from threading import Lock

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
_STEMMING = Lock()  # the stemmer keeps its word in itself, so that two threads would mix theirs
_STEMMED_ON = re.compile(r"\w*[aeiouy][^aeiouy]\w*?(?:log|bl)i")  # "chronologi" and "possibli" lose more in FTS5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of a text in lower case, in order, possessive endings taken off."""
    return [re.sub(r"['’]s?$", "", word.lower()).replace("’", "'") for word in _WORD.findall(text)]


def topic_words(text: str) -> list[str]:
    """The words of a question that carry its topic, each once; all of them where every word is a stopword."""
    found = list(dict.fromkeys(words(text)))
    return [word for word in found if word not in STOPWORDS] or found


@cache
def stem(word: str) -> str:
    """The stem by which FTS5 knows a word: Porter's rules of 1980, where Snowball's `porter` is a little apart from them."""
    if len(word) < 3:
        return word
    found = _stem(word)
    if not _STEMMED_ON.fullmatch(found):
        return found
    return found[:-1] if found.endswith("logi") else _stem(found[:-1] + "e")


def _stem(word: str) -> str:
    with _STEMMING:
        return str(_STEMMER.stemWord(word))


def any_of(terms: list[str]) -> str:
    """The FTS5 query that matches any of the words; whatever a person typed, it is words and never syntax."""
    return " OR ".join('"' + term.replace('"', '""') + '"' for term in terms)


def phrase(terms: list[str]) -> str:
    """The FTS5 query that matches the words one after another."""
    return '"' + " ".join(terms).replace('"', '""') + '"'
