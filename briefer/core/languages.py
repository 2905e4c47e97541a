"""Telling the language of a text by its script and its commonest words, where it can be told."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

SAMPLE = 1500
"""Code points of a text that are looked at."""

COMMON: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in that is for on with by as are be this which have from it was not "
        "has at we our their its an or been will these who",
        "fr": "l d qu un le la les des et du en que est une dans pour qui par sur au pas ce plus "
        "avec sont ne aux nous son ces il elle leur ont été sa cette",
        "es": "el la los las de y en que del para por una con es se su al como más lo ha este "
        "esta sus son sobre entre no nos también fue",
        "pt": "o os as e em que do da dos das para por uma com não se no na um mais ao é são "
        "pela pelo sua seu foi como nos também",
        "de": "der die das und den von zu mit ist im des dem nicht für auf eine sich wir ein auch "
        "als es an werden aus bei nach sind hat oder",
        "it": "il di che e la per un una è con non del della dei delle nel alla sono si gli le "
        "da al più anche come ha questo dal",
        "nl": "de het een van en in is dat op te voor met zijn die niet aan er om ook als door "
        "naar bij wij worden deze heeft onze",
        "sv": "och att det som en är på för av med till den inte har de om ett vi från kan så "
        "var ska också men eller",
        "da": "og at det som en er på for af med til den ikke har de om et vi fra kan så var skal "
        "også men eller",
        "no": "og at det som en er på for av med til den ikke har de om et vi fra kan så var skal "
        "også men eller ble",
        "pl": "i w na z że się do nie jest to o jak za od po przez dla oraz są są który które "
        "tym jego ich być ale",
    }.items()
}
"""Language (ISO 639-1) -> its commonest words."""

SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7a3]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("fa", "[\u067e\u0686\u0698\u06af\u06a9\u06cc]"),
    ("ar", "[\u0621-\u064a]"),
    ("uk", "[\u0456\u0457\u0454\u0406\u0407\u0404]"),
    ("ru", "[\u0430-\u044f\u0410-\u042f]"),
    ("el", "[\u0370-\u03ff]"),
    ("he", "[\u05d0-\u05ea]"),
    ("th", "[\u0e01-\u0e4e]"),
)
"""Language -> letters it is known by; a language that shares its script stands before the other."""

OTHER_SCRIPTS = re.compile("[\u0370-\u1dff\u3040-\ud7ff]")

SHARED: Mapping[str, tuple[str, float]] = {
    "ja": ("zh", 0.1),
    "fa": ("ar", 0.02),
    "uk": ("ru", 0.02),
}
"""The language whose script it shares, and how many of the letters its own must be to tell it."""

NOT_RUSSIAN = re.compile("[\u0452-\u0453\u0458-\u045f\u0493\u049b\u04d9]")
RUSSIAN = re.compile("[\u044b\u044d\u042b\u042d]")
"""Letters of other languages in Cyrillic, and those by which Russian is told from Bulgarian."""

WORD = re.compile(r"[^\W\d_]+")
SPOKEN_IN: Mapping[str, Sequence[str]] = {
    word: [language for language, words in COMMON.items() if word in words]
    for word in frozenset().union(*COMMON.values())
}

FEWEST_WORDS = 5
LEAST_SHARE = 0.12
LEAD = 1.3
"""Common words needed, their share of all, and how far the first language must lead the second."""


def language_of(text: str) -> str:
    """The language of a text (ISO 639-1), from its first 1,500 code points; “” when unsure.

    Eleven languages of the Latin script by their commonest words; the others by their letters.
    """
    sample = text[:SAMPLE]
    if not OTHER_SCRIPTS.search(sample):
        return _by_words(sample)
    letters = sum(map(str.isalpha, sample))
    counts = {name: len(re.findall(known, sample)) for name, known in SCRIPTS}
    most = max(counts, key=counts.__getitem__)
    for name, (other, least) in SHARED.items():
        both = counts[name] + counts[other]
        if both > letters / 2:
            return name if counts[name] > least * both else _cyrillic(other, sample)
    return most if counts[most] > letters / 2 else _by_words(sample)


def _cyrillic(language: str, sample: str) -> str:
    doubtful = NOT_RUSSIAN.search(sample) or not RUSSIAN.search(sample)
    return "" if language == "ru" and doubtful else language


def _by_words(sample: str) -> str:
    words = WORD.findall(sample.lower())
    scores = dict.fromkeys(COMMON, 0)
    for word, count in Counter(filter(SPOKEN_IN.__contains__, words)).items():
        for language in SPOKEN_IN[word]:
            scores[language] += count
    first, second = sorted(scores, key=scores.__getitem__, reverse=True)[:2]
    enough = scores[first] >= max(FEWEST_WORDS, LEAST_SHARE * len(words))
    return first if enough and scores[first] >= LEAD * scores[second] else ""
