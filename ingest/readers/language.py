"""Names the language of a document that is not in English, which Kloe does not search."""

import re
from collections import Counter
from collections.abc import Iterable

_WORDS = {
    "English": "the of and to in for that was were is are with on by be from this which have has had not it as at will their they",
    "Welsh": "y yr yn ac mae wedi gan ei eu bod bydd oedd gyda hyn sydd mewn nid neu roedd dywedodd gofynnodd cyfarfod cyngor plant"
    " pobl ifanc i'r o'r a'r gwasanaethau adroddiad aelodau fod dros hwn hon pwyllgor cofnodion yng ym nad fel rhaid",
    "Irish": "agus na bhí tá ar an leis go ag sé seo mar ach chun atá den don raibh",
    "French": "le les des une dans pour que est sont avec sur par qui du au aux été cette ont pas",
    "German": "der die das und ist nicht mit von den dem ein eine auf für sind wurde auch werden sich",
    "Spanish": "el los las una que para con por del fue son está como más este ha sus",
    "Polish": "i w na z że się nie jest do dla oraz przez został były które przy",
    "Romanian": "și în de la cu pentru care este sunt au fost din pe că nu",
}
_LISTS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SCRIPTS = (
    ("Arabic or Urdu", "؀", "ۿ"),
    ("Hindi", "ऀ", "ॿ"),
    ("Bengali", "ঀ", "৿"),
    ("Punjabi", "਀", "੿"),
    ("Gujarati", "઀", "૿"),
    ("Chinese", "一", "鿿"),
    ("Russian, Bulgarian or Ukrainian", "Ѐ", "ӿ"),
)
_FEWEST = 8  # known words, below which nothing is said


def language_notes(texts: Iterable[str]) -> tuple[str, ...]:
    """Give a note if much of a document is in another language than English."""
    sizes: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for text in texts:
        language, words = _language(text)
        sizes[language] += len(text) if language else 0
        known[language] += words
    total = sizes.total()
    for language, size in sizes.most_common():
        if language == "English" or known[language] < _FEWEST:
            continue
        if size > 0.6 * total:
            return (f"is in {language}, a language that Kloe does not search",)
        if size > 0.15 * total:
            return (f"is partly in {language}, a language that Kloe does not search",)
    return ()


def _language(text: str) -> tuple[str, int]:
    """Give the language of a line that most of its small words belong to, and how many; "" if there are too few."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.lower().replace("’", "'"))
    for name, first, last in () if text.isascii() else _SCRIPTS:
        letters = sum(first <= letter <= last for letter in text)
        if letters > 10 and letters * 2 > sum(map(len, words)):
            return name, letters
    counts = {language: sum(word in known for word in words) for language, known in _LISTS.items()}
    language = max(counts, key=lambda one: counts[one])
    others = sorted(counts.values())[-2]
    return (language, counts[language]) if counts[language] > max(others, 1) else ("", 0)
